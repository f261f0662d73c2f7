import AuditModel
import Mustache

/// The accessibility statement: all that Digg asks for, from `site.yaml`, with what has not been told yet.
struct AccessibilityPage: PageView {
  let context: SiteContext

  private var statement: AccessibilityStatement { archive.site.accessibility }

  var sitePage: SitePage { .accessibility }

  var chrome: Chrome {
    Chrome(
      context: context, page: sitePage, title: strings.text(.menuAccessibility),
      description: strings.text(.accessibilityDescription), trail: [.start(in: context)])
  }

  static let view = page(
    "accessibility",
    [
      .flag("isStated") { !$0.statement.isEmpty },
      .list("facts") { page in
        AccessibilityStatement.Field.allCases.map {
          StatementFact(strings: page.strings, field: $0, text: page.statement[$0])
        }
      },
    ])
}

/// A fact of the accessibility statement under its heading.
struct StatementFact: View {
  let strings: Strings
  let field: AccessibilityStatement.Field
  let text: String?

  static let view = ViewType<StatementFact>(
    "statement-fact",
    [
      .text("name") { $0.strings.word("statement", $0.field.rawValue) },
      .text("meaning") { $0.strings.word("statement-meanings", $0.field.rawValue) },
      .text("fact") { $0.fact },
      .flag("isWritten") { $0.fact == nil && $0.text != nil },
      .list("pieces") { $0.pieces },
    ])

  /// What the site says in its own words: a day, or one of the law's three.
  private var fact: String? {
    guard let text else { return nil }
    return switch field {
    case .compliance: strings.word("compliance", text)
    case .assessed, .updated: EDTFDate(text).map { strings.date($0) }
    default: nil
    }
  }

  /// What the publisher has written, with its addresses as links.
  private var pieces: [TextPiece] { fact == nil ? text.map(TextPiece.pieces) ?? [] : [] }
}

/// A piece of running text: words, or an address that leads somewhere.
struct TextPiece: View, Equatable {
  let text: String
  var address: String?

  static let view = ViewType<TextPiece>("text-piece", [.text("text") { $0.text }, .link("address") { $0.address }])

  /// The pieces of a text, in order; web and e-mail addresses are pieces of their own, without the mark that ends a sentence.
  static func pieces(of text: String) -> [TextPiece] {
    var pieces: [TextPiece] = []
    var words = ""
    for (place, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if place > 0 { words += " " }
      let bare = word.reversed().drop { ".,;:!?)".contains($0) }.reversed()
      let name = String(bare)
      guard let address = address(name) else {
        words += word
        continue
      }
      if !words.isEmpty { pieces.append(TextPiece(text: words)) }
      pieces.append(TextPiece(text: name, address: address))
      words = String(word.dropFirst(name.count))
    }
    return words.isEmpty ? pieces : pieces + [TextPiece(text: words)]
  }

  private static func address(_ word: String) -> String? {
    if word.hasPrefix("https://") || word.hasPrefix("http://") { return word }
    let sides = word.split(separator: "@", omittingEmptySubsequences: false)
    return sides.count == 2 && !sides[0].isEmpty && sides[1].contains(".") ? "mailto:" + word : nil
  }
}
