import AuditModel

/// The words of the pages in one language, from one strings file.
public final class Strings: Sendable {
  /// The language's code, for `lang`: `sv`.
  public let language: String
  /// `ltr` or `rtl`.
  public let direction: String
  /// Words that templates read, by group and name, in the file's order.
  public let words: [Group]
  let months: [String]
  private let phrases: [[Piece]]
  /// About how long each phrase is without its values, in bytes.
  private let lengths: [Int]
  private let pluralForm: @Sendable (Int) -> Int

  public struct Group: Sendable {
    public let name: String
    public let entries: [(name: String, text: String)]

    public init(name: String, entries: [(name: String, text: String)]) {
      self.name = name
      self.entries = entries
    }
  }

  /// A piece of a phrase: as it is written, a value's place, or one of several forms by a number.
  enum Piece: Sendable, Equatable {
    case literal(String)
    case value(String)
    case plural(String, forms: [String])

    var valueName: String? {
      switch self {
      case .literal: nil
      case .value(let name), .plural(let name, _): name
      }
    }

    /// In bytes.
    var length: Int {
      switch self {
      case .literal(let text): text.utf8.count
      case .value: 0
      case .plural(_, let forms): forms.map(\.utf8.count).max() ?? 0
      }
    }
  }

  /// `phrases` maps each phrase's key to its text; what is missing is shown as its key in double brackets, and the check of a
  /// strings file (`StringsFile`) makes that an error.
  public init(language: String, direction: String = "ltr", months: [String], words: [Group], phrases: [String: String]) {
    self.language = language
    self.direction = direction
    self.months = months
    self.words = words
    self.phrases = Phrase.allCases.map { Strings.parse(phrases[$0.rawValue] ?? "⟦\($0.rawValue)⟧") }
    self.lengths = self.phrases.map { $0.reduce(0) { $0 + $1.length } }
    self.pluralForm = PluralRule.rule(of: language)
  }

  /// A phrase as text, with its values put in. In a strings file `{name}` is a value's place, and
  /// `{name|rekommendation|rekommendationer}` one of the language's plural forms by the number of that name.
  public func text(_ phrase: Phrase, _ values: KeyValuePairs<String, PhraseValue> = [:]) -> String {
    let pieces = phrases[Strings.place(of: phrase)]
    if pieces.count == 1, case .literal(let text) = pieces[0] { return text }
    var text = ""
    text.reserveCapacity(values.reduce(lengths[Strings.place(of: phrase)]) { $0 + $1.value.length })
    for piece in pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .value(let name):
        switch Strings.value(name, in: values) {
        case .number(let number)?: text += self.number(number)
        case .text(let value)?: text += value
        case nil: break
        }
      case .plural(let name, let forms):
        let form = pluralForm(Strings.value(name, in: values)?.number ?? 0)
        text += forms[min(form, forms.count - 1)]
      }
    }
    return text
  }

  /// A whole number as the language writes it. Numbers of four figures stand as they are, as Swedish has it, and so do years.
  public func number(_ number: Int) -> String {
    if (-9999...9999).contains(number) { return String(number) }
    return numbers.text(DecimalNumber(number))
  }

  /// A word of a group whose names the program knows, as it does the columns of a table of open data.
  func word(_ group: String, _ name: String) -> String {
    words.first { $0.name == group }?.entries.first { $0.name == name }?.text ?? "⟦\(group).\(name)⟧"
  }

  private static func value(_ name: String, in values: KeyValuePairs<String, PhraseValue>) -> PhraseValue? {
    values.first { $0.key == name }?.value
  }

  /// The place of each phrase among all of them, by the number that stands for it in memory: hashing its name for every sentence
  /// of every page would cost more than the sentence.
  private static let places: [Int] = {
    var places: [Int] = []
    for (place, phrase) in Phrase.allCases.enumerated() {
      let number = number(of: phrase)
      if number >= places.count { places += [Int](repeating: 0, count: number + 1 - places.count) }
      places[number] = place
    }
    return places
  }()

  private static func place(of phrase: Phrase) -> Int { places[number(of: phrase)] }

  private static func number(of phrase: Phrase) -> Int {
    withUnsafeBytes(of: phrase) { $0.reversed().reduce(0) { $0 << 8 | Int($1) } }
  }

  static func parse(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var literal = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      literal += rest[..<open]
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      literal = ""
      let parts = rest[rest.index(after: open)..<close].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      pieces.append(parts.count > 1 ? .plural(parts[0], forms: Array(parts.dropFirst())) : .value(parts[0]))
      rest = rest[rest.index(after: close)...]
    }
    literal += rest
    if !literal.isEmpty || pieces.isEmpty { pieces.append(.literal(literal)) }
    return pieces
  }

  /// The names of the values that a phrase has places for.
  public func valueNames(of phrase: Phrase) -> Set<String> {
    Set(phrases[Strings.place(of: phrase)].compactMap(\.valueName))
  }

  /// The words that templates read, as `group.name`.
  public var wordNames: Set<String> { Set(words.flatMap { group in group.entries.map { group.name + "." + $0.name } }) }

  /// The names of the values that a phrase's text has places for.
  public static func valueNames(in text: String) -> Set<String> {
    Set(parse(text).compactMap(\.valueName))
  }
}

/// What is put into a phrase: a number, which also chooses plural forms, or text.
public enum PhraseValue: Sendable, ExpressibleByIntegerLiteral, ExpressibleByStringInterpolation {
  case number(Int)
  case text(String)

  public init(integerLiteral value: Int) { self = .number(value) }
  public init(stringLiteral value: String) { self = .text(value) }

  var number: Int? { if case .number(let number) = self { number } else { nil } }

  /// About how long it is in a text, in bytes.
  var length: Int { if case .text(let text) = self { text.utf8.count } else { 4 } }
}

/// Which of its forms a language uses for a number (the Unicode plural rules, for whole numbers). Languages that are not named
/// have two, as the Germanic ones.
enum PluralRule {
  static func rule(of language: String) -> @Sendable (Int) -> Int {
    switch language {
    case "ar":
      { n in
        switch (n, n % 100) {
        case (0...2, _): n
        case (_, 3...10): 3
        case (_, 11...99): 4
        default: 5
        }
      }
    case "fr": { $0 == 0 || $0 == 1 ? 0 : 1 }
    default: { $0 == 1 ? 0 : 1 }
    }
  }
}
