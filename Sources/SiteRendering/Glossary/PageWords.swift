import Mustache

/// The glossary words that a page uses, explained at its end: the template `page-words`.
struct PageWords: View {
  let entries: [Word]

  static let view = ViewType<PageWords>("page-words", [.list("used") { $0.entries }])

  init(_ entries: [GlossaryEntry], in context: SiteContext) {
    let glossary = context.plan.address(of: .glossary)
    self.entries = entries.map { Word(entry: $0, address: glossary.fragment($0.anchor)) }
  }

  struct Word: View {
    let entry: GlossaryEntry
    /// Of the word in the glossary.
    let address: String

    static let view = ViewType<Word>(
      "page-word",
      [
        .text("anchor") { $0.entry.anchor },
        .text("term") { $0.entry.term },
        .text("original") { $0.entry.original },
        .text("text") { firstSentence(of: $0.entry.text) },
        .link("address") { $0.address },
      ])
  }
}

/// What an explanation says first: up to the first full stop that a capital follows. The glossary has the rest.
func firstSentence(of text: String) -> String {
  var rest = text[...]
  while let stop = rest.firstIndex(where: { ".!?".contains($0) }) {
    rest = rest[text.index(after: stop)...]
    let next = rest.drop(while: \.isWhitespace)
    if next.startIndex > rest.startIndex, next.first?.isUppercase == true { return String(text[...stop]) }
  }
  return text
}

extension SiteRenderer {
  /// Links the words of a page to their explanations, which it puts at the end of its `main`. The glossary itself explains all.
  func explainWords(on page: SitePage, _ tree: Tree, into buffer: inout [UInt8], from start: Int) {
    let links = tree.context.glossaryLinks
    guard !links.isEmpty, page != .glossary, page != .notFound, let template = tree.templates.template(named: "page-words") else {
      return
    }
    let used = links.insert(into: &buffer, from: start)
    guard !used.isEmpty else { return }
    let end = Array("</main>".utf8)
    var at = buffer.count - end.count
    while at >= start, buffer[at] != end[0] || !buffer[at...].starts(with: end) { at -= 1 }
    guard at >= start else { return }
    var explanations: [UInt8] = []
    tree.templates.render(
      template, PageWords(used, in: tree.context).record, root: tree.context.root(of: page), into: &explanations)
    buffer.insert(contentsOf: explanations, at: at)
  }
}
