public import Diagnostics

extension MustacheCodes {
  public static let unknownKey = DiagnosticCode(
    "unknown-template-key", .error,
    explanation: Wording(
      sv: """
        Mallen nämner något som sidan inte har. Vad en sida har visar "missiv explain page ADRESS".
        """,
      en: """
        The template names something that the page does not have. "missiv explain page ADDRESS" shows what a page has.
        """))

  public static let wrongUse = DiagnosticCode(
    "template-value-use", .error,
    explanation: Wording(
      sv: "Mallen skriver ut något som inte är text, till exempel en lista. En lista går man igenom med {{#lista}} … {{/lista}}.",
      en: "The template prints something that is not text, such as a list. A list is gone through with {{#list}} … {{/list}}."))
}

extension Diagnostic {
  /// `key` is the part of the path that is unknown; `names` are what could stand there instead.
  static func unknownKey(_ key: String, of path: Path, at tags: Node.TagPair, among names: [String]) -> Diagnostic {
    let whole = path.description
    let fixed = nearMiss(of: key, among: names).map { near in
      path.keys.map { $0.name == key ? near : $0.name }.joined(separator: ".")
    }
    let known = names.prefix(40).joined(separator: ", ")
    return Diagnostic(
      MustacheCodes.unknownKey,
      Wording(sv: "”\(whole)” är inget som sidan har", en: "‘\(whole)’ is nothing that the page has"), at: tags.opening,
      cure: fixed.map { Wording(sv: "Menade du ”\($0)”?", en: "Did you mean ‘\($0)’?") }
        ?? (names.isEmpty
          ? Wording(sv: "Ta bort taggen.", en: "Remove the tag.")
          : Wording(sv: "Det som finns här är: \(known).", en: "What there is here: \(known).")),
      fixIts: fixed.map { [tags.rename(to: $0)] } ?? [])
  }

  /// A value that is printed though it has parts or is no text.
  static func wrongUse(of path: Path, _ kind: Shape.Kind, at range: SourceRange) -> Diagnostic {
    let name = path.description
    let (sv, en) =
      switch kind {
      case .flag: ("är ja eller nej och kan inte skrivas ut", "is yes or no and cannot be printed")
      case .list, .texts: ("är en lista och kan inte skrivas ut", "is a list and cannot be printed")
      default: ("har flera delar och kan inte skrivas ut", "has several parts and cannot be printed")
      }
    return Diagnostic(
      MustacheCodes.wrongUse, Wording(sv: "”\(name)” \(sv)", en: "‘\(name)’ \(en)"), at: range,
      cure: path.isCurrent
        ? Wording(sv: "Skriv namnet på det som ska visas.", en: "Write the name of what is to be shown.")
        : Wording(
          sv: "Sätt {{#\(name)}} … {{/\(name)}} runt det som ska visas.",
          en: "Put {{#\(name)}} … {{/\(name)}} around what is to be shown."))
  }

  /// A path that goes on after something that has no parts.
  static func noParts(_ key: String, of path: Path, _ kind: Shape.Kind, at range: SourceRange) -> Diagnostic {
    let isList = if case .list = kind { true } else { false }
    return Diagnostic(
      MustacheCodes.wrongUse,
      Wording(
        sv: isList ? "”\(key)” är en lista, inte en sak med delar" : "”\(key)” har inga delar",
        en: isList ? "‘\(key)’ is a list, not one thing with parts" : "‘\(key)’ has no parts"),
      at: range,
      cure: isList
        ? Wording(sv: "Gå igenom den med {{#\(key)}} … {{/\(key)}}.", en: "Go through it with {{#\(key)}} … {{/\(key)}}.")
        : Wording(sv: "Skriv {{\(key)}}.", en: "Write {{\(key)}}."))
  }
}
