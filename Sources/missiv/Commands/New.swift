import ArgumentParser
import AuditContent
import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `missiv new`: begins a site or a document with a file to fill in.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Börjar en webbplats eller ett dokument.",
    discussion: """
      missiv new site MAPP                                 ett exempel med påhittade kommuner
      missiv new municipality exempelby                    en kommun
      missiv new audit exempelby/skolor-2026               en granskning
      missiv new reply exempelby/skolor-2026/svar-ks       ett svar
      missiv new follow-up exempelby/skolor-2026/uppf-2027 en uppföljning
      missiv new page om                                   en sida med löpande text
      """)

  @Argument(help: "site, municipality, audit, reply, follow-up eller page.")
  var kind: Kind
  @Argument(help: "Mappen, eller dokumentets id: sökvägen i innehållet utan filändelse.")
  var name: String
  @Option(help: "Mappen med content/.")
  var site = "."
  @Option(help: "Mappen med innehållet, om den inte är content/ i webbplatsens mapp.")
  var content: String?

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case site, municipality, audit, reply
    case followUp = "follow-up"
    case page
  }

  func run() throws {
    try Missiv.catching(nil) { () throws(Failure) in
      switch kind {
      case .site: try makeSite()
      default: try makeDocument()
      }
      return .success
    }
  }

  private func makeSite() throws(Failure) {
    guard let theme = Theme.builtInFolder(), FileSystem.isFolder(theme + "/example/content") else {
      throw Failure(Wording(sv: "Exemplet hittas inte bredvid programmet.", en: "The example is not found beside the program."))
    }
    guard !FileSystem.exists(join(name, "content")) else {
      throw Failure(
        Wording(
          sv: "\(name)/content finns redan. Välj en ny mapp.", en: "\(name)/content exists already. Choose a new folder."))
    }
    let example = theme + "/example/content"
    guard let paths = FileSystem.files(below: example) else { throw Failure.unreadable(example, errno) }
    for path in paths {
      guard let bytes = FileSystem.read(example + "/" + path) else { throw Failure.unreadable(example + "/" + path, errno) }
      try write(bytes, to: join(name, "content/" + path))
    }
    Console.error("Skrev \(paths.count) filer i \(name)/content. Bygg med: missiv build --site \(name)\n")
  }

  func makeDocument() throws(Failure) {
    try checkName()
    let folder = content ?? join(site, "content")
    // Else a second site would begin wherever the writer happens to be.
    guard FileSystem.isFolder(folder) else { throw Pipeline.missing(folder) }
    let file = kind == .municipality ? "/index.md" : kind == .audit ? "/audit.md" : ".md"
    let path = join(folder, name + file)
    guard let text = Skeleton.text(of: kind) else { return }
    try write(Array(text.utf8), to: path)
    // A command that works from where the writer is.
    let place = content.map { " --content \($0)" } ?? (site == "." ? "" : " --site \(site)")
    Console.error("Skrev \(path). Fyll i den och kör: missiv check\(place)\n")
  }

  /// What no address can be made of, or lies where no such document may, is not begun.
  private func checkName() throws(Failure) {
    let example =
      switch kind {
      case .site, .municipality: "exempelby"
      case .audit: "exempelby/skolor-2026"
      case .reply: "exempelby/skolor-2026/svar-ks"
      case .followUp: "exempelby/skolor-2026/uppf-2027"
      case .page: "om"
      }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard kind == .page || parts.count == example.split(separator: "/").count else {
      throw Failure(
        Wording(
          sv: "\(name) är inte rätt plats. Skriv som i exemplet: missiv new \(kind.rawValue) \(example)",
          en: "\(name) is not the right place. Write as in the example: missiv new \(kind.rawValue) \(example)"))
    }
    guard !parts.allSatisfy(isID) else { return }
    let better = parts.map { idLike($0).lowercased() }.filter { !$0.isEmpty }.joined(separator: "/")
    let command = "missiv new \(kind.rawValue) \(better.isEmpty ? example : better)"
    throw Failure(
      Wording(
        sv: "\(name) kan inte bli en adress: bara bokstäverna a–z, siffror och bindestreck. Skriv: \(command)",
        en: "\(name) cannot become an address: only the letters a to z, digits and hyphens. Write: \(command)"))
  }

  private func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    if FileSystem.exists(path) {
      throw Failure(
        Wording(sv: "\(path) finns redan. Ange ett annat namn.", en: "\(path) exists already. Name another."))
    }
    if let error = FileSystem.write(bytes, to: path) { throw Failure.unwritable(path, error) }
  }
}
