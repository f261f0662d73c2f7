// swift-tools-version: 6.2
import PackageDescription

/// Everything Swift will ask for sooner or later, asked for from the start.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "missiv",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "missiv", targets: ["missiv"]),
    // For the tests alone: what makes the system fail under the real program.
    .library(name: "Faults", type: .dynamic, targets: ["Faults"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    // In the order in which data flows; ARCHITECTURE.md says what each is for.
    .systemLibrary(name: "CCommonMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CMemory"),
    library("Diagnostics"),
    // macOS brings what it needs of libcrypto along.
    library("Checksums", [.target(name: "CLibCrypto", condition: .when(platforms: [.linux]))]),
    library("ZIPFiles"),
    library("AuditModel"),
    library("Charts", ["AuditModel"]),
    library("AuditContent", ["Diagnostics", "AuditModel", "Charts", "CCommonMark", "CLibYAML"]),
    library("Mustache", ["Diagnostics"]),
    library("SiteSearch", ["CMemory"]),
    library("SiteRendering", ["Diagnostics", "Checksums", "ZIPFiles", "AuditModel", "Charts", "Mustache", "SiteSearch"]),
    library("SitePublishing", ["CMemory", "Diagnostics", "Checksums"]),
    library("FileWatching"),
    library("LocalServer"),
    library("TextDifference"),
    .executableTarget(
      name: "missiv",
      dependencies: [
        "CMemory", "Diagnostics", "Checksums", "ZIPFiles", "AuditModel", "Charts", "AuditContent", "Mustache", "SiteSearch",
        "SiteRendering", "SitePublishing", "FileWatching", "LocalServer", "TextDifference",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(name: "Faults", path: "Tests/Faults", publicHeadersPath: "."),
    tests("Diagnostics", ["Diagnostics"]),
    tests("Checksums", ["Checksums"]),
    tests("ZIPFiles", ["ZIPFiles", "Checksums"]),
    tests("AuditModel", ["AuditModel"]),
    tests("Charts", ["Charts", "AuditModel"]),
    tests("AuditContent", ["AuditContent", "AuditModel", "Diagnostics"]),
    tests("Mustache", ["Mustache", "Diagnostics"]),
    tests("SiteSearch", ["SiteSearch"]),
    tests("SiteRendering", ["SiteRendering", "Checksums", "AuditContent", "AuditModel", "Mustache", "Diagnostics"]),
    tests("SitePublishing", ["SitePublishing", "Checksums", "Diagnostics"]),
    tests("FileWatching", ["FileWatching"]),
    tests("LocalServer", ["LocalServer"]),
    tests("TextDifference", ["TextDifference"]),
    tests(
      "missiv",
      [
        "FileWatching", "LocalServer", "missiv", "Diagnostics", "Checksums", "ZIPFiles", "AuditModel", "SitePublishing",
        "SiteRendering",
      ]),
  ]
)

// The fuzzers, which need a compiler with libFuzzer and are built only by `make fuzz`.
if Context.environment["MISSIV_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Diagnostics", "AuditModel", "Charts", "AuditContent", "Mustache", "SiteSearch", "SiteRendering", "SitePublishing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Fuzz", exclude: ["corpus", "run"], swiftSettings: settings,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"], .when(platforms: [.linux]))]))
}
