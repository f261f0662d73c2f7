import ArgumentParser
import AuditContent
import Diagnostics
import Mustache
import SiteRendering

/// `missiv explain`: what a diagnostic's code means, or what data a page's template sees.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Förklarar en felkod, eller visar vad en sidas mall har att visa.",
    usage: "missiv explain KOD\nmissiv explain page ADRESS\nmissiv explain codes")

  @OptionGroup var options: SiteOptions
  @Argument(help: "En felkod, eller page och en adress som /boras/integration-2021/, eller codes för alla koder.")
  var words: [String]

  /// Every code that the program can report.
  static let codes: [DiagnosticCode] =
    (ContentCodes.all + MustacheCodes.all + AddressCodes.all + CitationCodeCodes.all + ChangeCodes.all + [
      SitePlan.duplicateAddress, StringsFile.unusable, .mergeConflict,
    ]).sorted { $0.name < $1.name }

  func run() throws {
    try Missiv.catching(options.language) { () throws(Failure) in
      let language = options.language ?? .swedish
      switch words.first {
      case "page": try page(words.dropFirst().first ?? "/")
      case "codes":
        for code in Explain.codes {
          try Console.output("\(code.name) (\(code.severity.rawValue))\n  \(code.explanation.text(in: language))\n")
        }
      case let name?: try explain(name, language)
      case nil:
        throw Failure(Wording(sv: "Ange en felkod, eller page och en adress.", en: "Name a code, or page and an address."))
      }
      return .success
    }
  }

  private func explain(_ name: String, _ language: Language) throws(Failure) {
    guard let code = Explain.codes.first(where: { $0.name == name }) else {
      let near = nearMiss(of: name, among: Explain.codes.map(\.name))
      throw Failure(
        Wording(
          sv: "”\(name)” är ingen felkod." + (near.map { " Menade du ”\($0)”?" } ?? " Koden står inom hakparentes efter felet."),
          en: "‘\(name)’ is no code." + (near.map { " Did you mean ‘\($0)’?" } ?? " The code stands in brackets after the error.")
        )
      )
    }
    try Console.output("\(code.name) (\(code.severity.rawValue))\n\n\(code.explanation.text(in: language))\n")
  }

  private func page(_ address: String) throws(Failure) {
    let pipeline = try Pipeline(options, includesDrafts: true)
    guard let data = pipeline.renderer?.describePage(at: address) else {
      throw Failure(
        Wording(
          sv: "Webbplatsen har ingen sida på adressen ”\(address)”.", en: "The site has no page at the address ‘\(address)’."))
    }
    try Console.output(data)
  }
}
