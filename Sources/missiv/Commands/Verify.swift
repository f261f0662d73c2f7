import ArgumentParser
import Checksums
import Diagnostics
import SitePublishing

/// `missiv verify`: says whether a copy of the site is as it was published.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Kontrollerar att en kopia av webbplatsen, eller ett arkivpaket, är oförändrad.",
    discussion: """
      Varje fil jämförs med kontrollsumman i manifestet, \(Manifest.path), som ligger i webbplatsen. \
      Filer som webbservern själv har lagt dit nämns men räknas inte som fel, om inte --strict anges. \
      Utan Missiv gör sha256sum -c \(Manifest.path) samma kontroll.
      """)

  enum Format: String, ExpressibleByArgument { case text, json }

  @Argument(help: "Mappen, eller arkivpaketet, som ska kontrolleras.")
  var copy = "public"
  @Option(help: "Manifestet att jämföra med, i stället för kopians eget.")
  var manifest: String?
  @Flag(help: "Räkna även filer som inte är publicerade som fel.")
  var strict = false
  @Option(help: "text eller json.")
  var format: Format = .text
  @Option(help: "Språk för meddelanden: sv eller en.", transform: SiteOptions.language)
  var language: Language?
  @Option(help: "Hur många filer som läses samtidigt. Annars lika många som datorns kärnor.")
  var jobs: Int?

  func run() throws {
    try Missiv.catching(language) { () throws(Failure) in
      let verification = try verification()
      let language = language ?? .swedish
      try Console.output(format == .json ? verification.json : verification.text(in: language, isStrict: strict))
      return verification.isWhole && (!strict || verification.extra.isEmpty) ? .success : .init(1)
    }
  }

  func verification() throws(Failure) -> Verification {
    if FileSystem.isFile(copy) {
      guard let package = PackageCopy(copy) else {
        throw Failure(
          Wording(
            sv:
              "\(copy) är inget arkivpaket, eller är skadat eller komprimerat. Går det att packa upp, kontrollera mappen i stället.",
            en: "\(copy) is no archive package, or is damaged or compressed. If it can be unpacked, check the folder instead."))
      }
      return try verify(package)
    }
    guard let folder = FolderCopy(copy) else {
      throw Failure(
        Wording(
          sv: "\(copy) kan inte läsas. Ange mappen eller arkivpaketet som ska kontrolleras: missiv verify MAPP",
          en: "\(copy) cannot be read. Name the folder or the archive package to check: missiv verify FOLDER"))
    }
    return try verify(folder)
  }

  private func verify(_ copy: some Copy) throws(Failure) -> Verification {
    let isBag = manifest == nil && copy.bytes(of: Bag.declaration) != nil && copy.bytes(of: Bag.tagManifest) != nil
    let bytes = manifest.map { FileSystem.read($0) } ?? copy.bytes(of: Manifest.path)
    guard let bytes else {
      throw Failure(
        Wording(
          sv: manifest.map { "\($0) kan inte läsas." }
            ?? "\(self.copy) har inget manifest (\(Manifest.path)). Bygg om webbplatsen, eller ange manifestet med --manifest.",
          en: manifest.map { "\($0) cannot be read." }
            ?? "\(self.copy) has no manifest (\(Manifest.path)). Build the site again, or name the manifest with --manifest."))
    }
    let read = try isBag ? bag(copy, bytes) : usable(Manifest(bytes), manifest ?? Manifest.path)
    var verification = Verification(
      copy, read, digest: SHA256.digest(of: bytes), besides: isBag ? [Bag.tagManifest] : Manifest.unnamedFiles,
      jobs: jobs ?? Console.coreCount)
    // Against another manifest, the copy's own is a file as any other.
    if manifest != nil, let own = copy.bytes(of: Manifest.path), own != bytes { verification.changed.append(Manifest.path) }
    return verification
  }

  /// What both manifests of an archive package name.
  private func bag(_ copy: some Copy, _ payload: [UInt8]) throws(Failure) -> Manifest {
    let tags = try usable(Manifest(bag: copy.bytes(of: Bag.tagManifest) ?? []), Bag.tagManifest)
    return Manifest(entries: try usable(Manifest(bag: payload), Bag.manifest).entries + tags.entries)
  }

  private func usable(_ manifest: Manifest?, _ name: String) throws(Failure) -> Manifest {
    if let manifest, !manifest.entries.isEmpty { return manifest }
    throw Failure(
      Wording(
        sv: "\(name) är inget manifest: varje rad ska ha en kontrollsumma och en sökväg.",
        en: "\(name) is no manifest: each line is to have a checksum and a path."))
  }
}
