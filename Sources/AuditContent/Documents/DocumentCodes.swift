import Diagnostics

/// What may be wrong with the values of a document, each looked at for itself.
extension DiagnosticCode {
  static let unknownKey = DiagnosticCode(
    "unknown-key", .error,
    explanation: Wording(
      sv: "Varje slags dokument har sina bestämda uppgifter. Ett namn som inte finns är nästan alltid felstavat.",
      en: "Every kind of document has its fixed keys. A key that does not exist is nearly always misspelt."))
  static let missingKey = DiagnosticCode(
    "missing-key", .error,
    explanation: Wording(
      sv: "Utan vissa uppgifter kan sidan inte göras: en granskning måste ha en titel, ett svar någon som svarar.",
      en: "Without some facts the page cannot be made: an audit needs a title, a reply somebody who replies."))
  static let notFilledIn = DiagnosticCode(
    "not-filled-in", .error,
    explanation: Wording(
      sv: "missiv new skriver … där något ska fyllas i. Inget av det publiceras förrän någon har skrivit vad som gäller.",
      en:
        "missiv new writes … where something is to be filled in. None of it is published until somebody has written what is true."
    ))
  static let emptyValue = DiagnosticCode(
    "empty-value", .error,
    explanation: Wording(
      sv: "Uppgiften finns men inget står efter den. Skriv värdet, eller ta bort raden om uppgiften får saknas.",
      en: "The key is there but nothing stands after it. Write the value, or delete the line where the key may be absent."))
  static let wrongType = DiagnosticCode(
    "wrong-type", .error,
    explanation: Wording(
      sv: "Uppgiften skrivs på ett annat sätt: som text, som en lista med bindestreck eller som uppgifter med egna namn.",
      en: "The value is written in another way: as text, as a list with hyphens, or as facts with keys of their own."))
  static let unknownValue = DiagnosticCode(
    "unknown-value", .error,
    explanation: Wording(
      sv: "Uppgiften får bara ha vissa värden, så att granskningar går att jämföra.",
      en: "The key may only have certain values, so that audits can be compared."))
  static let badDate = DiagnosticCode(
    "bad-date", .error,
    explanation: Wording(
      sv:
        "Datum skrivs 2021, 2021-03 eller 2021-03-23, så noga som dokumentet säger. Ett ? efter betyder osäkert, ett ~ ungefär.",
      en:
        "Dates are written 2021, 2021-03 or 2021-03-23, as exactly as the document says. A ? after it means uncertain, a ~ about."
    ))
  static let badNumber = DiagnosticCode(
    "bad-number", .error,
    explanation: Wording(sv: "Här ska ett antal stå: ett heltal från 0.", en: "A count belongs here: a whole number from 0."))
  static let badID = DiagnosticCode(
    "bad-id", .error,
    explanation: Wording(
      sv:
        "Av id:n görs adresser, som ska bestå. Därför har de bara bokstäverna a–z, siffror och bindestreck.",
      en: "Addresses are made of ids, and are meant to last. So ids only have the letters a to z, digits and hyphens."))
  static let missingType = DiagnosticCode(
    "missing-type", .error,
    explanation: Wording(
      sv:
        "Uppgiften type säger vad dokumentet är: en kommun, en granskning, ett svar, en uppföljning, en ordlista eller en sida.",
      en: "The key type says what the document is: a municipality, an audit, a reply, a follow-up, a glossary or a page."))
  static let factsMissing = DiagnosticCode(
    "facts-missing", .error,
    explanation: Wording(
      sv: "Uppgifterna i en fil skrivs en på varje rad: namn, kolon, blanksteg och värde.",
      en: "The facts of a file are written one a line: key, colon, space and value."))

  static let documentCodes = [
    unknownKey, missingKey, emptyValue, notFilledIn, wrongType, unknownValue, badDate, badNumber, badID, missingType,
    factsMissing,
  ]
}
