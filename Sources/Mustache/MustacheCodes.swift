public import Diagnostics

/// The kinds of problems that templates can have.
public enum MustacheCodes {
  public static let syntax = DiagnosticCode(
    "template-syntax", .error,
    explanation: Wording(
      sv: """
        En tagg i en mall är fel skriven: den avslutas inte, stänger en del som inte är öppen, eller lämnar en del öppen. \
        Varje {{#del}} ska ha sin {{/del}}.
        """,
      en: """
        A tag of a template is not written as it should be: it is not closed, closes a part that is not open, or leaves a part \
        open. Every {{#part}} needs its {{/part}}.
        """))
  public static let unknownKey = DiagnosticCode(
    "unknown-template-key", .error,
    explanation: Wording(
      sv: """
        Mallen nämner något som sidan inte har. Vad en sida har visar "missiv explain page ADRESS".
        """,
      en: """
        The template names something that the page does not have. "missiv explain page ADDRESS" shows what a page has.
        """))
  public static let unknownPartial = DiagnosticCode(
    "unknown-partial", .error,
    explanation: Wording(
      sv: "Mallen tar in en annan mall som inte finns. Mallarnas namn är filernas namn utan .mustache.",
      en: "The template takes in another template that does not exist. Templates are named by their files without .mustache."))
  public static let unknownBlock = DiagnosticCode(
    "unknown-block", .error,
    explanation: Wording(
      sv: "Mallen ersätter en del som den ärvda mallen inte har, så att det som står i den aldrig skulle visas.",
      en: "The template replaces a part that the inherited template does not have, so what stands in it would never be shown."))
  public static let wrongUse = DiagnosticCode(
    "template-value-use", .error,
    explanation: Wording(
      sv: "Mallen skriver ut något som inte är text, till exempel en lista. En lista går man igenom med {{#lista}} … {{/lista}}.",
      en: "The template prints something that is not text, such as a list. A list is gone through with {{#list}} … {{/list}}."))
  public static let endless = DiagnosticCode(
    "endless-template", .error,
    explanation: Wording(
      sv: "En mall ärver av sig själv, direkt eller genom en annan, så att sidan aldrig skulle ta slut.",
      en: "A template inherits from itself, directly or through another, so that the page would never end."))

  public static let all: [DiagnosticCode] = [syntax, unknownKey, unknownPartial, unknownBlock, wrongUse, endless]
}
