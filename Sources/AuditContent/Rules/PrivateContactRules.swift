import Diagnostics

extension DiagnosticCode {
  static let privateMail = DiagnosticCode(
    "private-mail", .warning,
    explanation: Wording(
      sv:
        "En e-postadress hos till exempel gmail.com eller telia.com hör oftast till en privatperson. Sådana uppgifter ska "
        + "inte publiceras "
        + "utan skäl. Är adressen en myndighets eller ett företags: stäng av regeln för filen under rules i site.yaml och "
        + "skriv varför.",
      en:
        "A mail address at gmail.com or telia.com, for example, mostly belongs to a private person. Such facts are not to be "
        + "published "
        + "without reason. If it is an authority's or a firm's: turn the rule off for the file under rules in site.yaml and "
        + "say why."
    ))
  static let privateTelephone = DiagnosticCode(
    "private-telephone", .warning,
    explanation: Wording(
      sv:
        "Ett mobilnummer leder oftast till en enskild person. Skriv hellre växelns nummer. Ska numret stå kvar: stäng av "
        + "regeln för filen "
        + "under rules i site.yaml och skriv varför.",
      en:
        "A mobile number mostly leads to one person. Rather write the switchboard's. If the number is to stay: turn the rule "
        + "off for the "
        + "file under rules in site.yaml and say why."))
}

extension DocumentRule {
  /// Mail addresses are those of offices.
  static let privateMail = DocumentRule(code: .privateMail) { text, diagnostics in
    for contact in text.privateContacts where contact.kind == .mail {
      let domain = text.file.text(in: contact.range).split(separator: "@").last.map(String.init) ?? ""
      diagnostics.append(
        Diagnostic(
          .privateMail, Wording(sv: "Privat e-postadress hos \(domain)", en: "Private mail address at \(domain)"),
          at: text.place(contact.range),
          cure: Wording(sv: "Ta bort adressen, eller skriv kommunens.", en: "Delete the address, or write the municipality's.")))
    }
  }

  /// Telephones are those of offices.
  static let privateTelephone = DocumentRule(code: .privateTelephone) { text, diagnostics in
    for contact in text.privateContacts where contact.kind == .telephone {
      diagnostics.append(
        Diagnostic(
          .privateTelephone, Wording(sv: "Nummer till en mobiltelefon", en: "Number of a mobile telephone"),
          at: text.place(contact.range),
          cure: Wording(sv: "Ta bort numret, eller skriv växelns.", en: "Delete the number, or write the switchboard's.")))
    }
  }
}
