import ArgumentParser
import AuditModel
import Diagnostics
import SitePublishing

/// `missiv diff`: says what would be other than what is published.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Visar vad som skulle bli annorlunda mot det som är publicerat.",
    discussion: "Skriver inga filer. I missiv serve visas samma sak på sidorna, med ändringarna märkta.")

  enum Format: String, ExpressibleByArgument { case text, json }

  @OptionGroup var options: SiteOptions
  @Argument(help: "Mappen med det som är publicerat, om den inte är public/ i webbplatsens mapp.")
  var published: String?
  @Option(help: "text eller json.")
  var format: Format = .text

  func run() throws {
    try Missiv.catching(options.language) { () throws(Failure) in
      let folder = published ?? join(options.site, "public")
      guard FileSystem.isFolder(folder) else {
        // Where nobody named it, nothing may have been built yet.
        let first =
          published == nil
          ? Wording(
            sv: "Är inget byggt än, kör missiv build. Ange annars", en: "If nothing is built yet, run missiv build. Else name")
          : Wording(sv: "Ange", en: "Name")
        throw Failure(
          Wording(
            sv: "Mappen \(folder) finns inte. \(first.sv) mappen med det som är publicerat: missiv diff MAPP",
            en: "The folder \(folder) does not exist. \(first.en) the folder with what is published: missiv diff FOLDER"))
      }
      guard FileSystem.isFile(join(folder, Manifest.path)) else {
        throw Failure(
          Wording(
            sv: "\(folder) är ingen webbplats som Missiv har gjort, för filen \(Manifest.path) saknas. "
              + "Ange mappen med det som är publicerat: missiv diff MAPP",
            en: "\(folder) is no site that Missiv made, since the file \(Manifest.path) is missing. "
              + "Name the folder with what is published: missiv diff FOLDER"))
      }
      let pipeline = try Pipeline(options, from: .error)
      guard try pipeline.report(isStrict: false, from: .error), let renderer = pipeline.renderer, let archive = pipeline.archive
      else {
        return .init(1)
      }
      let difference = SiteDifference(
        AddressBook(renderer, attachments: archive.attachments), content: options.contentFolder, published: folder,
        jobs: pipeline.jobs)
      try Console.output(
        format == .json ? difference.json(published: folder) : difference.text(in: pipeline.language, published: folder))
      return .success
    }
  }
}
