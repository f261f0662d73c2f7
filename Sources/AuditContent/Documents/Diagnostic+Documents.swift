import AuditModel
import Diagnostics

extension Diagnostic {
  static func unknownKey(
    _ key: YAMLKey, near: String?, among keys: [String], of owner: Wording, in path: String
  ) -> Diagnostic {
    let place = SourceRange(path: path, key.range)
    return Diagnostic(
      .unknownKey,
      Wording(sv: "\(key.text) är ingen uppgift i \(owner.sv)", en: "\(key.text) is no key of \(owner.en)"), at: place,
      cure: choices(near: near, among: keys), fixIts: near.map { [FixIt(replace: place, with: $0)] } ?? [])
  }

  static func missingKey(_ key: String, about: String, of owner: Wording, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingKey, Wording(sv: "\(key) saknas i \(owner.sv)", en: "\(key) is missing in \(owner.en)"), at: place,
      cure: Wording(
        sv: "Lägg till en rad med \(key): och värdet. \(about)", en: "Add a line with \(key): and its value."))
  }

  static func emptyValue(_ key: String, about: String?, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .emptyValue, Wording(sv: "\(key) är tom", en: "\(key) is empty"), at: place,
      cure: Wording(
        sv: about.map { "Skriv värdet efter kolon. \($0)" } ?? "Skriv värdet, eller ta bort uppgiften.",
        en: about == nil ? "Write the value, or delete the key." : "Write the value after the colon."))
  }

  /// The mark that `missiv new` leaves where something is to be written.
  static func notFilledIn(_ key: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .notFilledIn, Wording(sv: "\(key) är inte ifyllt", en: "\(key) is not filled in"), at: place,
      cure: Wording(
        sv: "Skriv det som ska stå här i stället för …, eller ta bort uppgiften om den inte behövs.",
        en: "Write what is to stand here instead of …, or delete the key if it is not needed."))
  }

  static func emptyItem(_ key: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .emptyValue, Wording(sv: "Tomt värde i listan \(key)", en: "Empty value in the list \(key)"), at: place,
      cure: Wording(
        sv: "Skriv värdet efter bindestrecket, eller ta bort raden.", en: "Write the value after the hyphen, or delete the line.")
    )
  }

  /// The three ways in which a value can be written.
  enum WrittenAs {
    case text, list, mapping

    init(_ node: YAMLNode) {
      switch node.content {
      case .scalar: self = .text
      case .sequence: self = .list
      case .mapping: self = .mapping
      }
    }

    var words: Wording {
      switch self {
      case .text: Wording(sv: "en text", en: "a text")
      case .list: Wording(sv: "en lista", en: "a list")
      case .mapping: Wording(sv: "uppgifter med egna namn", en: "facts with keys of their own")
      }
    }
  }

  static func wrongType(_ key: String, _ expected: WrittenAs, found node: YAMLNode, at place: SourceRange) -> Diagnostic {
    let found = WrittenAs(node).words
    let cure: Wording =
      switch expected {
      case .text where key == "language":
        Wording(sv: "Skriv languages: när språken är flera.", en: "Write languages: where there are several.")
      case .text:
        Wording(
          sv: "Skriv en enda text efter \(key):. Innehåller den kolon eller parenteser: skriv citattecken omkring den.",
          en: "Write a single text after \(key):. If it has a colon or brackets in it, put quotation marks around it.")
      case .list:
        Wording(sv: "Skriv ett värde på varje rad, efter ett bindestreck.", en: "Write one value a line, after a hyphen.")
      case .mapping:
        Wording(
          sv: "Skriv uppgifterna på raderna under \(key):, indragna två steg: namn, kolon, blanksteg och värde.",
          en: "Write the facts in the lines below \(key):, indented by two: key, colon, space and value.")
      }
    return Diagnostic(
      .wrongType,
      Wording(
        sv: "\(key) är \(found.sv) men ska vara \(expected.words.sv)",
        en: "\(key) is \(found.en) but must be \(expected.words.en)"),
      at: place, cure: cure)
  }

  static func unknownValue(
    _ value: String, of key: String, near: String?, among values: [String], at place: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unknownValue, Wording(sv: "\(short(value)) är inget värde för \(key)", en: "\(short(value)) is no value of \(key)"),
      at: place, cure: choices(near: near, among: values), fixIts: near.map { [FixIt(replace: place, with: $0)] } ?? [])
  }

  static func badDate(_ text: String, _ meant: DateHint, at place: SourceRange) -> Diagnostic {
    if let date = meant.date {
      return Diagnostic(
        .badDate, Wording(sv: "\(short(text)) är inte skrivet som datum", en: "\(short(text)) is not written as a date"),
        at: place,
        cure: Wording(sv: "Skriv \(date).", en: "Write \(date)."), fixIts: [FixIt(replace: place, with: "\(date)")])
    }
    let headline =
      meant.isNoDay
      ? Wording(sv: "\(short(text)) finns inte i kalendern", en: "\(short(text)) is not in the calendar")
      : Wording(sv: "\(short(text)) är inte skrivet som datum", en: "\(short(text)) is not written as a date")
    return Diagnostic(
      .badDate, headline, at: place,
      cure: Wording(
        sv: "Skriv år, år-månad eller år-månad-dag: 2021, 2021-03 eller 2021-03-23. Ett ? efter betyder osäkert, ~ ungefär.",
        en: "Write year, year-month or year-month-day: 2021, 2021-03 or 2021-03-23. A ? after it means uncertain, ~ about."))
  }

  static func notADay(_ text: String, of key: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .badDate, Wording(sv: "\(short(text)) är ingen bestämd dag", en: "\(short(text)) is no certain day"), at: place,
      cure: Wording(sv: "Skriv \(key) som år-månad-dag: 2026-11-21.", en: "Write \(key) as year-month-day: 2026-11-21."))
  }

  static func badNumber(_ text: String, of key: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .badNumber, Wording(sv: "\(short(text)) är inget antal", en: "\(short(text)) is no count"), at: place,
      cure: Wording(sv: "Skriv \(key) med siffror: 0, 1, 2 och så vidare.", en: "Write \(key) in digits: 0, 1, 2 and so on."))
  }

  static func badID(_ text: String, at place: SourceRange) -> Diagnostic {
    let better = idLike(text)
    return Diagnostic(
      .badID, Wording(sv: "\(short(text)) kan inte vara ett id", en: "\(short(text)) cannot be an id"), at: place,
      cure: better.isEmpty
        ? Wording(
          sv: "Skriv bara bokstäverna a–z, siffror och bindestreck.", en: "Write only the letters a to z, digits and hyphens.")
        : Wording(
          sv: "Skriv \(better): bara bokstäverna a–z, siffror och bindestreck.",
          en: "Write \(better): only the letters a to z, digits and hyphens."),
      fixIts: better.isEmpty ? [] : [FixIt(replace: place, with: better)])
  }

  static func missingType(guess: String?, insertAt offset: Int?, among types: [String], at place: SourceRange) -> Diagnostic {
    let list = types.joined(separator: ", ")
    var fixIts: [FixIt] = []
    if let guess, let offset {
      fixIts = [FixIt(replace: SourceRange(path: place.path, offset..<offset), with: "type: \(guess)\n")]
    }
    return Diagnostic(
      .missingType, Wording(sv: "type saknas överst i filen", en: "type is missing at the top of the file"), at: place,
      cure: guess.map { Wording(sv: "Skriv type: \($0) som första uppgift.", en: "Write type: \($0) as the first fact.") }
        ?? Wording(sv: "Skriv type: och ett av \(list).", en: "Write type: and one of \(list)."),
      fixIts: fixIts)
  }

  static func factsMissing(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .factsMissing, Wording(sv: "Uppgifter med namn och kolon saknas", en: "Facts with a key and a colon are missing"),
      at: place,
      cure: Wording(
        sv: "Skriv varje uppgift på en egen rad: namn, kolon, blanksteg och värde.",
        en: "Write each fact in a line of its own: key, colon, space and value."))
  }

  /// "Write this", where one thing was probably meant; else all that is possible.
  static func choices(near: String?, among values: [String]) -> Wording {
    if let near { return Wording(sv: "Menade du \(near)?", en: "Did you mean \(near)?") }
    let list = values.joined(separator: ", ")
    return Wording(sv: "Skriv något av: \(list).", en: "Write one of: \(list).")
  }
}

/// The beginning of a text, enough to recognise it in a headline.
func short(_ text: String) -> String {
  let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
  return line.unicodeScalars.count <= 60 ? line : String(String.UnicodeScalarView(line.unicodeScalars.prefix(57))) + "…"
}

/// The id that a text would make: lower case, without accents, hyphens for everything else.
package func idLike(_ text: String) -> String {
  var id = ""
  var pending = false
  for scalar in text.unicodeScalars {
    let letter: String? =
      switch scalar {
      case "a"..."z", "0"..."9", "A"..."Z": String(Character(scalar))
      case "å", "ä", "á", "à": "a"
      case "Å", "Ä": "A"
      case "ö", "ø": "o"
      case "Ö": "O"
      case "é", "è": "e"
      case "ü": "u"
      default: nil
      }
    guard let letter else {
      pending = !id.isEmpty
      continue
    }
    if pending { id += "-" }
    pending = false
    id += letter
  }
  return id
}
