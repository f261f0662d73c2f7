import AuditModel
import Mustache

/// A remark under a table, with the way back to where it is referred to.
struct ComparisonNote: View {
  let anchor: String
  let number: Int
  let text: String
  /// What follows in the words of the site's owner.
  let remark: String?
  let back: String?

  static let view = ViewType<ComparisonNote>(
    "comparison-note",
    [
      .text("anchor") { $0.anchor }, .number("number") { $0.number }, .text("text") { $0.text }, .text("remark") { $0.remark },
      .text("back") { $0.back },
    ])
}

/// The raised number that leads to a note.
struct NoteReference: View {
  let anchor: String
  let note: String
  let number: Int

  static let view = ViewType<NoteReference>(
    "note-reference",
    [.text("anchor") { $0.anchor }, .text("note") { $0.note }, .number("number") { $0.number }])
}

/// Hands out the ids of a table's notes and of the places that refer to them, each once on its page.
struct NoteReferences {
  let anchor: String
  private var used: [Int]

  init(anchor: String, count: Int) {
    self.anchor = anchor
    used = [Int](repeating: 0, count: count)
  }

  mutating func to(_ notes: [Int]) -> [NoteReference] {
    notes.map { index in
      used[index] += 1
      return NoteReference(anchor: place(index, used[index]), note: note(index), number: index + 1)
    }
  }

  func note(_ index: Int) -> String { "not-\(anchor)-\(index + 1)" }

  /// The first place that refers to a note; nil where none does.
  func first(_ index: Int) -> String? { used[index] > 0 ? place(index, 1) : nil }

  private func place(_ index: Int, _ time: Int) -> String { "ref-\(anchor)-\(index + 1)" + (time > 1 ? "-\(time)" : "") }
}

extension SiteContext {
  /// What a note on a comparison says in the site's words.
  func text(of note: ComparisonTable.Note) -> String {
    switch note {
    case .umbrella(let id):
      strings.text(
        .noteUmbrella,
        [
          "id": .text(archive[id].shortID), "audit": .text(shortName(archive[id].audit)),
          "n": .number(archive[id].parts.count),
        ])
    case .oneSentence(let id): strings.text(.noteOneSentence, ["audit": .text(shortName(id))])
    case .fullyYetRecommended(let audit, let board):
      strings.text(.noteFullyYetRecommended, ["board": .text(archive[board].name), "audit": .text(shortName(audit))])
    case .source(let audit, _): shortName(audit) + ": " + strings.text(.chartSource)
    case .seriesBreak(let audit, let period, _): shortName(audit) + ": " + strings.text(.chartBreak) + " " + period + ":"
    case .inference(let audit, _): shortName(audit) + ":"
    }
  }

  /// What it goes on to say in the words of the site's owner.
  func remark(of note: ComparisonTable.Note) -> String? {
    switch note {
    case .umbrella, .oneSentence, .fullyYetRecommended: nil
    case .source(_, let source): source
    case .seriesBreak(_, _, let note): note
    case .inference(_, let inference): inference.reason
    }
  }
}
