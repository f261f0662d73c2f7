import AuditModel
import Diagnostics
import Foundation
import Testing

@testable import AuditContent

/// Whatever somebody does to a content folder, the program ends, says what is wrong and where, and leaves out no file in silence.
///
/// `MISSIV_MUTATIONS=2000` makes that many folders instead of a few, and holds each to ten seconds.
@Suite struct MutatedFolderTests {
  static let count = ProcessInfo.processInfo.environment["MISSIV_MUTATIONS"].flatMap(Int.init) ?? 60

  private static let isLongRun = ProcessInfo.processInfo.environment["MISSIV_MUTATIONS"] != nil

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The files of the two sites in the repository, by path.
  private static let originals: [[(path: String, bytes: [UInt8])]] = ["content", "templates/example/content"].map { folder in
    SourceTree.load(root + "/" + folder).value.files.compactMap { entry in
      FileManager.default.contents(atPath: root + "/" + folder + "/" + entry.path).map { (entry.path, Array($0)) }
    }
  }

  @Test(arguments: 0..<count / 20)
  func aMutatedFolderIsReadToTheEndAndNothingIsLeftOutInSilence(group: Int) throws {
    for seed in group * 20..<group * 20 + 20 {
      var mutation = Mutation(seed: UInt64(seed))
      var files = Self.originals[seed % 2]
      for _ in 0...mutation.below(6) { mutation.mutate(&files) }
      let folder = try TemporaryFolder()
      for file in files { try folder.write(Array(file.path.utf8), file.bytes) }
      let start = ContinuousClock.now
      check(folder.path, files, seed)
      if Self.isLongRun { #expect(ContinuousClock.now - start < .seconds(10), "seed \(seed)") }
    }
  }

  private func check(_ folder: String, _ files: [(path: String, bytes: [UInt8])], _ seed: Int) {
    let loaded = SourceTree.load(folder)
    let documents = Content.parse(tree: loaded.value, jobs: 1)
    let linked = Content.link(documents.value, attachments: Content.attachments(of: loaded.value), drafts: true)
    let found = loaded.diagnostics + documents.diagnostics + linked.diagnostics
    let diagnostics = Content.weigh(found + Content.validate(linked.value, documents.value), documents.value)

    // A place in a file that there is, and so a line.
    let sizes = Dictionary(files.map { ($0.path, $0.bytes.count) }) { first, _ in first }
    for diagnostic in diagnostics {
      for place in [diagnostic.location] + diagnostic.notes.map(\.location) {
        let size = sizes[place.path] ?? (place.path == "site.yaml" ? 0 : nil)
        #expect(size.map { place.lower >= 0 && place.upper <= $0 } ?? false, "seed \(seed): \(diagnostic.code.name) \(place)")
      }
    }
    // What hangs on a file that cannot be read is told of there.
    func parent(_ path: String) -> Substring { path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }
    let told = Set(diagnostics.filter { $0.severity == .error }.map { parent($0.location.path) })
    let named = Set(diagnostics.map(\.location.path))
    // The register of addresses is read by whoever knows the addresses.
    let register = loaded.value.files.filter { $0.kind == .register }.map(\.path)
    let taken = Set(linked.value.taken + linked.value.attachments.map(\.path) + register)
    for file in files where !taken.contains(file.path) && !named.contains(file.path) && !told.contains(parent(file.path)) {
      Issue.record("seed \(seed): \(file.path) is left out in silence")
    }
  }
}

extension Archive {
  /// The documents that something in the archive was made of.
  fileprivate var taken: [String] {
    let origins: [Origin] =
      municipalities.map(\.origin) + audits.map(\.origin) + replies.map(\.origin) + followUps.map(\.origin) + pages.map(\.origin)
    return origins.map { path(of: $0) } + [glossary?.body].compactMap { $0 }.map { path(of: $0) } + ["site.yaml"]
  }
}

/// Changes such as people, programs and disks make, the same for the same seed.
private struct Mutation {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// A number from 0 up to, but not including, a limit.
  mutating func below(_ limit: Int) -> Int {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return limit <= 0 ? 0 : Int((mixed ^ mixed >> 31) % UInt64(limit))
  }

  private static let junk: [String] = [
    "\0", "\u{FEFF}", "\r", "\t", "---\n", "\n---\n", ": ", "- ", "#", "\"", "'", "[", "]", "{", "}", "&a ", "*a", "<<: *a",
    "!!binary ", "|\n", ">-\n",
    "\u{202E}", "\u{AD}", "e\u{301}", "😀", "<script>", "![](", "](https://", "| a | b |\n|---|\n", "```\n", "<!--", "####### ",
    "> > > > ", "18900101-9802",
    "070-174 06 05", "a@gmail.com", "2021-13-45", "-0", "1e999", "~", "null", "true", "🇸🇪", "\\", "&#0;", "%00", "%", "$(",
    "{{words.x}}", "{{{", "0000-00-00",
    "k0mmun", "nÃ¤mnd", "9999999999999999999999", "Sida 2 av 3\n", "type: audit\n", "id: R1\n", "draft: true\n",
    "repeats: [{of: R1}]\n",
    "rules: {a: b}\n", "rules: {vague-link: {severity: off, limit: 99999999999}}\n",
  ]

  mutating func mutate(_ files: inout [(path: String, bytes: [UInt8])]) {
    guard !files.isEmpty else { return }
    let index = below(files.count)
    let count = files[index].bytes.count
    let at = below(count + 1)
    let end = min(count, at + 1 + below(below(4) == 0 ? 2000 : 40))
    switch below(16) {
    case 0: if at < count { files[index].bytes[at] = UInt8(below(256)) }
    case 1: files[index].bytes.removeSubrange(at..<end)
    case 2: files[index].bytes.insert(contentsOf: Array(files[index].bytes[at..<end]), at: below(count))
    case 3, 4, 5: files[index].bytes.insert(contentsOf: Array(Self.junk[below(Self.junk.count)].utf8), at: at)
    case 6: files[index].bytes.removeSubrange(at...)
    case 7: files[index].bytes = []
    case 8: files.remove(at: index)
    case 9: copy(&files, index, to: "\(below(9))-" + (files[index].path.split(separator: "/").last ?? "x"), keepFolder: true)
    case 10:
      copy(
        &files, index,
        to: files[below(files.count)].path.split(separator: "/").dropLast().joined(separator: "/") + "/kopia\(below(9)).md")
    case 11:
      copy(
        &files, index,
        to: ["konstig mapp å/audit.md", "a/b/c/d.md", ".dold", "tom", "bild.png", "NUL.md", "boras/x/audit.md"][below(7)])
    case 12: files[index].bytes += Array(String(repeating: Self.junk[below(Self.junk.count)], count: below(3000)).utf8)
    case 13: swapLines(&files[index].bytes)
    case 14: files[index].bytes = (0..<below(4000)).map { _ in UInt8(below(256)) }
    default: files[index].bytes = files[index].bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    }
  }

  private func copy(_ files: inout [(path: String, bytes: [UInt8])], _ index: Int, to name: String, keepFolder: Bool = false) {
    let folder = files[index].path.split(separator: "/").dropLast().joined(separator: "/")
    let path = keepFolder && !folder.isEmpty ? folder + "/" + name : name.drop { $0 == "/" }.description
    let isFree = !files.contains { $0.path == path || $0.path.hasPrefix(path + "/") || path.hasPrefix($0.path + "/") }
    if isFree { files.append((path, files[index].bytes)) }
  }

  private mutating func swapLines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    lines.swapAt(below(lines.count), below(lines.count))
    bytes = Array(lines.joined(separator: [0x0A]))
  }
}
