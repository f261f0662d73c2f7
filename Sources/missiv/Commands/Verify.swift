import ArgumentParser
import Checksums
import Diagnostics
import SitePublishing

/// `missiv verify`: says whether a copy of the site is as it was published.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Kontrollerar att en kopia av webbplatsen är som den publicerades.",
    discussion: """
      Varje fil jämförs med kontrollsumman i manifestet, \(Manifest.path), som ligger i webbplatsen. \
      Filer som webbservern själv har lagt dit nämns men räknas inte som fel, om inte --strict anges. \
      Utan Missiv gör sha256sum -c \(Manifest.path) samma kontroll.
      """)

  enum Format: String, ExpressibleByArgument { case text, json }

  @Argument(help: "Mappen som ska kontrolleras.")
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
      Console.output(format == .json ? verification.json : verification.text(in: language, isStrict: strict))
      return verification.isWhole && (!strict || verification.extra.isEmpty) ? .success : .init(1)
    }
  }

  func verification() throws(Failure) -> Verification {
    guard let folder = FolderCopy(copy) else {
      throw Failure(
        Wording(
          sv: "\(copy) kan inte läsas. Ange mappen som ska kontrolleras: missiv verify MAPP",
          en: "\(copy) cannot be read. Name the folder to check: missiv verify FOLDER"))
    }
    return try verify(folder)
  }

  private func verify(_ copy: some Copy) throws(Failure) -> Verification {
    let bytes = manifest.map { FileSystem.read($0) } ?? copy.bytes(of: Manifest.path)
    guard let bytes else {
      throw Failure(
        Wording(
          sv: manifest.map { "\($0) kan inte läsas." }
            ?? "\(self.copy) har inget manifest (\(Manifest.path)). Bygg om webbplatsen, eller ange manifestet med --manifest.",
          en: manifest.map { "\($0) cannot be read." }
            ?? "\(self.copy) has no manifest (\(Manifest.path)). Build the site again, or name the manifest with --manifest."))
    }
    guard let read = Manifest(bytes), !read.entries.isEmpty else {
      throw Failure(
        Wording(
          sv: "\(manifest ?? Manifest.path) är inget manifest: varje rad ska ha en kontrollsumma och en sökväg.",
          en: "\(manifest ?? Manifest.path) is no manifest: each line is to have a checksum and a path."))
    }
    let digest = SHA256.digest(of: bytes)
    var verification = Verification(
      copy, read, digest: digest, besides: Manifest.unnamedFiles, jobs: jobs ?? Console.coreCount)
    // Against another manifest, the copy's own is a file as any other.
    if manifest != nil, let own = copy.bytes(of: Manifest.path), own != bytes { verification.changed.append(Manifest.path) }
    return verification
  }
}
