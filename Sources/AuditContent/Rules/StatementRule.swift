import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let statementIncomplete = DiagnosticCode(
    "statement-incomplete", .warning,
    explanation: Wording(
      sv: """
        Offentliga aktörer ska ha en tillgänglighetsredogörelse på sin webbplats (lag 2018:1937). Myndigheten för digital \
        förvaltning, Digg, räknar upp elva uppgifter som ska stå i den. De skrivs under accessibility i site.yaml och visas på \
        /tillganglighet/.
        """,
      en: """
        Public bodies must have an accessibility statement on their websites (Swedish law 2018:1937). The agency for digital \
        government, Digg, lists eleven facts that it must tell. They are written under accessibility in site.yaml and shown at \
        /tillganglighet/.
        """))
}

extension Rule {
  /// A site with a publisher has an accessibility statement, and a statement tells all that it must.
  static let statementIncomplete = Rule(code: .statementIncomplete) { content, diagnostics in
    for document in content.documents {
      guard case .site(let site) = document.content else { continue }
      guard let entry = site.accessibility else {
        if site.publisher != nil { diagnostics.append(noStatement(site, document.path)) }
        continue
      }
      for field in entry.value.statement.missing {
        let example = field.example
        diagnostics.append(
          Diagnostic(
            .statementIncomplete,
            Wording(
              sv: "\(field.rawValue) saknas i tillgänglighetsredogörelsen",
              en: "\(field.rawValue) is missing in the accessibility statement"),
            at: entry.place.range(in: document.path),
            cure: Wording(
              sv: "Lägg till en rad under accessibility, till exempel \(field.rawValue): \(example.sv)",
              en: "Add a line under accessibility, such as \(field.rawValue): \(example.en)")))
      }
    }
  }

  private static func noStatement(_ site: SiteDocument, _ path: String) -> Diagnostic {
    let keys = AccessibilityStatement.Field.allCases.map(\.rawValue).joined(separator: ", ")
    return Diagnostic(
      .statementIncomplete,
      Wording(sv: "Tillgänglighetsredogörelsen saknas", en: "The accessibility statement is missing"),
      at: (site.baseURL?.place ?? .start).range(in: path),
      cure: Wording(
        sv: "Lägg till accessibility: med uppgifterna \(keys).", en: "Add accessibility: with the facts \(keys)."))
  }
}

extension AccessibilityStatement.Field {
  /// What could stand there.
  fileprivate var example: Wording {
    switch self {
    case .organisation: Wording(sv: "Exempelby kommun", en: "Exempelby kommun")
    case .service: Wording(sv: "Revisionens granskningar", en: "Revisionens granskningar")
    case .compliance: Wording(sv: "partly", en: "partly")
    case .notAccessible:
      Wording(
        sv: "Skannade dokument före 2020 saknar text som går att läsa upp. De görs om när någon ber om det.",
        en: "Documents scanned before 2020 have no text that can be read aloud. They are converted on request.")
    case .assessed, .updated: Wording(sv: "2026-11-21", en: "2026-11-21")
    case .method: Wording(sv: "Vi har granskat webbplatsen själva.", en: "We have examined the website ourselves.")
    case .contact:
      Wording(
        sv: "Skriv till revisionen@example.se. Vi svarar inom en vecka.",
        en: "Write to revisionen@example.se. We answer in a week.")
    case .enforcement: Wording(sv: "https://www.digg.se/tdosanmalan", en: "https://www.digg.se/tdosanmalan")
    case .disproportionateBurden, .outOfScope: Wording(sv: "Inget innehåll är undantaget.", en: "No content is excepted.")
    }
  }
}
