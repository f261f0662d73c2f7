import Diagnostics

/// What may be wrong with the `---` lines around the front matter.
extension DiagnosticCode {
  static let frontMatterMissing = DiagnosticCode(
    "front-matter-missing", .error,
    explanation: Wording(
      sv: "Varje dokument börjar med uppgifter mellan två rader med tre bindestreck. Utan dem vet Missiv inte vad dokumentet är.",
      en: "Every document begins with facts between two lines of three hyphens. Without them Missiv cannot tell what it is."))
  static let frontMatterUnclosed = DiagnosticCode(
    "front-matter-unclosed", .error,
    explanation: Wording(
      sv: "Uppgifterna överst slutar med en rad som bara har tre bindestreck. Saknas den går det inte att se var texten börjar.",
      en: "The facts at the top end with a line of three hyphens alone. Without it nobody can tell where the text begins."))
  static let frontMatterTooLarge = DiagnosticCode(
    "front-matter-too-large", .error,
    explanation: Wording(
      sv: "Uppgifterna överst i en fil får vara högst en megabyte. Är de större saknas troligen raden --- som avslutar dem.",
      en: "The facts at the top of a file may hold at most one megabyte. Larger ones probably lack the line --- that ends them."))

  static let frontMatterCodes = [frontMatterMissing, frontMatterUnclosed, frontMatterTooLarge]
}

extension Diagnostic {
  static func frontMatterMissing(in file: SourceFile) -> Diagnostic {
    Diagnostic(
      .frontMatterMissing,
      Wording(
        sv: "Uppgifter mellan två rader --- saknas överst i filen",
        en: "Facts between two lines --- are missing at the top of the file"),
      at: .start(of: file.path),
      cure: Wording(
        sv: "Börja filen med en rad ---, sedan type: och övriga uppgifter, sedan en rad --- till.",
        en: "Begin the file with a line ---, then type: and the other facts, then another line ---."))
  }

  static func frontMatterUnclosed(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .frontMatterUnclosed,
      Wording(sv: "Raden --- som avslutar uppgifterna saknas", en: "Line --- that ends the facts is missing"),
      at: SourceRange(path: file.path, range),
      cure: Wording(
        sv: "Skriv en rad med bara --- efter den sista uppgiften, före texten.",
        en: "Write a line with only --- after the last fact, before the text."))
  }

  static func frontMatterTooLarge(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .frontMatterTooLarge,
      Wording(sv: "Mer än en megabyte uppgifter överst i filen", en: "More than one megabyte of facts at the top of the file"),
      at: SourceRange(path: file.path, range),
      cure: Wording(
        sv: "Se efter om raden --- som avslutar uppgifterna saknas.",
        en: "See whether the line --- that ends the facts is missing."))
  }
}
