public import Diagnostics

extension MustacheCodes {
  public static let unknownPartial = DiagnosticCode(
    "unknown-partial", .error,
    explanation: Wording(
      sv: "Mallen tar in en annan mall som inte finns. Mallarnas namn är filernas namn utan .mustache.",
      en: "The template takes in another template that does not exist. Templates are named by their files without .mustache."))

  public static let missingTemplate = DiagnosticCode(
    "missing-template", .error,
    explanation: Wording(
      sv: "En sorts sidor har ingen mall. Temat ska ha en mall för varje sorts sida.",
      en: "A kind of page has no template. The theme must have a template for each kind of page."))

  public static let sameName = DiagnosticCode(
    "template-name-twice", .error,
    explanation: Wording(
      sv: """
        Två mallar i olika mappar har samma namn, så att det inte går att veta vilken som menas. En mall heter som sin fil, \
        vilken mapp den än ligger i.
        """,
      en: """
        Two templates in different folders have the same name, so that nobody can tell which is meant. A template is named \
        like its file, whatever folder it lies in.
        """))

  public static let unknownBlock = DiagnosticCode(
    "unknown-block", .error,
    explanation: Wording(
      sv: "Mallen ersätter en del som den ärvda mallen inte har, så att det som står i den aldrig skulle visas.",
      en: "The template replaces a part that the inherited template does not have, so what stands in it would never be shown."))

  public static let endless = DiagnosticCode(
    "endless-template", .error,
    explanation: Wording(
      sv: """
        En mall ärver av eller tar in sig själv, direkt eller genom en annan, så att sidan aldrig skulle ta slut. En mall får ta \
        in sig själv bara i en lista som varje rad har för sig, som raderna under en rad.
        """,
      en: """
        A template inherits from itself or takes itself in, directly or through another, so that the page would never end. A \
        template may take itself in only inside a list that each row has of its own, such as the rows below a row.
        """))
}

extension Diagnostic {
  static func unknownPartial(_ name: String, at tags: Node.TagPair, among names: [String]) -> Diagnostic {
    let near = nearMiss(of: name, among: names)
    return Diagnostic(
      MustacheCodes.unknownPartial,
      Wording(sv: "”\(name)” är ingen mall som finns", en: "‘\(name)’ is no template that exists"), at: tags.opening,
      cure: near.map { Wording(sv: "Menade du ”\($0)”?", en: "Did you mean ‘\($0)’?") }
        ?? Wording(
          sv: "Lägg till filen \(name).mustache bland mallarna, eller ta bort taggen.",
          en: "Add the file \(name).mustache to the templates, or remove the tag."),
      fixIts: near.map { [tags.rename(to: $0)] } ?? [])
  }

  static func missingTemplate(_ name: String) -> Diagnostic {
    Diagnostic(
      MustacheCodes.missingTemplate, Wording(sv: "mallen ”\(name)” saknas", en: "the template ‘\(name)’ is missing"),
      at: .start(of: name + ".mustache"),
      cure: Wording(sv: "Lägg till filen \(name).mustache bland mallarna.", en: "Add the file \(name).mustache to the templates.")
    )
  }

  static func sameName(_ name: String, at path: String, as other: String) -> Diagnostic {
    Diagnostic(
      MustacheCodes.sameName, Wording(sv: "”\(name)” heter två mallar", en: "‘\(name)’ is the name of two templates"),
      at: .start(of: path),
      cure: Wording(sv: "Byt namn på den ena, eller ta bort den.", en: "Rename one of them, or remove it."),
      notes: [Note(Wording(sv: "den andra", en: "the other"), at: .start(of: other))])
  }

  static func unknownBlock(_ block: Node.Block, parent: String, among names: [String]) -> Diagnostic {
    let near = nearMiss(of: block.name, among: names)
    let known = names.joined(separator: ", ")
    let cure =
      names.isEmpty
      ? Wording(sv: "Ta bort delen: ”\(parent)” har inga delar som kan bytas ut.", en: "Remove it: ‘\(parent)’ has no blocks.")
      : Wording(sv: "Delarna heter: \(known).", en: "Its blocks are: \(known).")
    return Diagnostic(
      MustacheCodes.unknownBlock,
      Wording(
        sv: "”\(block.name)” är ingen del av mallen ”\(parent)”", en: "‘\(block.name)’ is no block of the template ‘\(parent)’"),
      at: block.tags.opening, cure: near.map { Wording(sv: "Menade du ”\($0)”?", en: "Did you mean ‘\($0)’?") } ?? cure,
      fixIts: near.map { [block.tags.rename(to: $0)] } ?? [])
  }

  static func inheritsItself(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      MustacheCodes.endless, Wording(sv: "”\(name)” ärver av sig själv", en: "‘\(name)’ inherits from itself"), at: range,
      cure: Wording(sv: "Låt mallen ärva av en annan.", en: "Let the template inherit from another."))
  }

  static func inheritsTooMuch(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      MustacheCodes.endless, Wording(sv: "”\(name)” ärver för mycket", en: "‘\(name)’ inherits too much"), at: range,
      cure: Wording(
        sv: "Låt färre mallar ärva av varandra: de växer för varje steg.",
        en: "Let fewer templates inherit from each other: they grow with every step."))
  }

  static func takesItselfIn(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      MustacheCodes.endless, Wording(sv: "”\(name)” tar in sig själv utan slut", en: "‘\(name)’ takes itself in without end"),
      at: range,
      cure: Wording(
        sv: "Ta in den bara i {{#lista}} … {{/lista}}, med en lista som varje rad har för sig.",
        en: "Take it in only inside {{#list}} … {{/list}}, with a list that each row has of its own."))
  }
}
