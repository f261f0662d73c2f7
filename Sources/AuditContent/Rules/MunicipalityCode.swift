import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let municipalityCode = DiagnosticCode(
    "municipality-code", .error,
    explanation: Wording(
      sv: "Kommunkoden från SCB har fyra siffror och skiljer kommunerna åt i öppna data.",
      en: "The municipality's code from Statistics Sweden has four digits and tells municipalities apart in open data."))
  static let duplicateCode = DiagnosticCode(
    "duplicate-code", .error,
    explanation: Wording(
      sv: "Två kommuner kan inte ha samma kommunkod.", en: "Two municipalities cannot have the same code."))
}

extension Rule {
  /// A municipality's code is four digits.
  static let municipalityCode = Rule(code: .municipalityCode) { content, diagnostics in
    for (code, origin) in content.municipalityCodes {
      guard code.value.utf8.count != 4 || !code.value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
      diagnostics.append(
        Diagnostic(
          .municipalityCode,
          Wording(sv: "\(short(code.value)) är ingen kommunkod", en: "\(short(code.value)) is no municipality's code"),
          at: content.place(code.place, in: origin),
          cure: Wording(
            sv: "Skriv kommunkoden med fyra siffror inom citattecken: \"1490\".",
            en: "Write the code as four digits in quotation marks: \"1490\".")))
    }
  }

  /// No two municipalities share a code.
  static let duplicateCode = Rule(code: .duplicateCode) { content, diagnostics in
    var first: [String: SourceRange] = [:]
    for (code, origin) in content.municipalityCodes {
      let place = content.place(code.place, in: origin)
      guard let other = first[code.value] else {
        first[code.value] = place
        continue
      }
      diagnostics.append(
        Diagnostic(
          .duplicateCode,
          Wording(sv: "\(code.value) är en annan kommuns kod", en: "\(code.value) is another municipality's code"),
          at: place, cure: Wording(sv: "Rätta den av dem som är fel.", en: "Correct the one that is wrong."),
          notes: [Diagnostic.Note(Wording(sv: "Den andra kommunen", en: "The other municipality"), at: other)]))
    }
  }
}

extension CheckedContent {
  fileprivate var municipalityCodes: [(code: Reference, origin: Origin)] {
    archive.municipalities.compactMap { municipality in
      // One without a file of its own only stands in for what is missing.
      guard archive.path(of: municipality.origin) == municipality.id + "/index.md",
        case .municipality(let document) = document(municipality.origin), let code = document.code
      else { return nil }
      return (code, municipality.origin)
    }
  }
}
