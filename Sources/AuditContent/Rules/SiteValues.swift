import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let unknownLanguage = DiagnosticCode(
    "unknown-language", .error,
    explanation: Wording(
      sv: """
        Missiv har webbplatsens egna ord på svenska (sv) och engelska (en). Ett språk till läggs till med en fil i mappen \
        templates/strings på webbplatsen.
        """,
      en: """
        Missiv has the site's own words in Swedish (sv) and in English (en). Another language is added by a file in the folder \
        templates/strings of the site.
        """))
}

extension Rule {
  /// Addresses can be addresses.
  static let badAddress = Rule(code: .badAddress) { content, diagnostics in
    for document in content.documents {
      let formerly: [Reference] =
        switch document.content {
        case .site(let site):
          site.baseURL.map { [$0] } ?? []
        case .municipality(let municipality): municipality.formerly
        case .audit(let audit): audit.formerly
        case .reply(let reply): reply.formerly
        case .followUp(let followUp): followUp.formerly
        case .page(let page): page.formerly
        case .glossary, .unknown: []
        }
      let isSite = document.path == "site.yaml"
      for address in formerly {
        let isRight = isSite ? isSiteAddress(address.value) : address.value.hasPrefix("/") && !address.value.hasPrefix("//")
        if isRight { continue }
        diagnostics.append(
          .badAddress(address.value, in: isSite ? .site : .formerly, at: address.place.range(in: document.path)))
      }
    }
  }

  /// The site's languages are those that there are words in.
  static let unknownLanguage = Rule(code: .unknownLanguage) { content, diagnostics in
    let known = content.languages
    for document in content.documents {
      guard case .site(let site) = document.content else { continue }
      for language in site.languages where !known.contains(language.value) {
        let near = nearMiss(of: language.value, among: known)
        let place = language.place.range(in: document.path)
        diagnostics.append(
          Diagnostic(
            .unknownLanguage,
            Wording(
              sv: "\(short(language.value)) är inget språk som webbplatsen har ord på",
              en: "\(short(language.value)) is no language that the site has words in"),
            at: place,
            cure: near.map { Wording(sv: "Menade du \($0)?", en: "Did you mean \($0)?") }
              ?? Wording(
                sv:
                  "Skriv något av \(known.joined(separator: ", ")), eller lägg till templates/strings/\(short(language.value)).yaml.",
                en: "Write one of \(known.joined(separator: ", ")), or add templates/strings/\(short(language.value)).yaml."),
            fixIts: near.map { [Diagnostic.FixIt(replace: place, with: $0)] } ?? []))
      }
    }
  }
}
