import AuditModel
import Diagnostics

extension Linker {
  /// The site and its lists of topics, themes and kinds of boards.
  mutating func linkSite() -> Site {
    guard let file = placement.site, case .site(let document) = documents[file].content else {
      diagnostics.append(.siteMissing)
      return Site(title: "", baseURL: "")
    }
    siteDocument = document
    siteIsWhole = documents[file].isWhole
    topics = listed(document.topics, file).map { Topic(id: $0, name: $1.name, description: $1.description) }
    themes = listed(document.themes, file).map { Theme(id: $0, name: $1.name, description: $1.description) }
    boardKinds = listed(document.boardKinds, file).map { BoardKind(id: $0, name: $1.name, description: $1.description) }
    for (index, topic) in topics.enumerated() { topicIndex[folded(topic.id)] = index }
    for (index, theme) in themes.enumerated() { themeIndex[folded(theme.id)] = index }
    for (index, kind) in boardKinds.enumerated() { kindIndex[folded(kind.id)] = index }
    if let logo = document.brand.logo, !attachmentPaths.contains(logo.value) {
      diagnostics.append(.missingFile(logo.value, near: fileNear(logo.value, in: ""), at: place(logo.place, in: file)))
    }
    let languages = document.languages.map(\.value)
    let base = document.baseURL?.value ?? ""
    return Site(
      title: document.title, baseURL: base.hasSuffix("/") ? base : base + "/", languages: languages.isEmpty ? ["sv"] : languages,
      asOf: document.asOf, replies: document.replies, publisher: document.publisher?.publisher, licence: document.licence,
      description: document.description, accessibility: document.accessibility?.value.statement ?? AccessibilityStatement(),
      brand: Brand(colour: document.brand.colour?.value, logo: document.brand.logo?.value))
  }

  /// The entries of a list in its order, each id once.
  private mutating func listed(_ entries: [ListedEntry], _ file: Int) -> [(id: String, entry: ListedEntry)] {
    var first: [String: Place] = [:]
    var unique: [(id: String, entry: ListedEntry)] = []
    for entry in entries {
      guard let id = entry.id else { continue }
      if let place = first[folded(id.value)] {
        diagnostics.append(.duplicateID(id.value, at: self.place(id.place, in: file), first: self.place(place, in: file)))
      } else {
        first[folded(id.value)] = id.place
        unique.append((id.value, entry))
      }
    }
    return unique
  }

  func makePages() -> [Page] {
    placement.pages.compactMap { file in
      guard case .page(let page) = documents[file].content else { return nil }
      return Page(
        id: id(of: file), title: page.title, summary: page.summary, formerly: page.formerly.map(\.value), isDraft: page.isDraft,
        body: body(of: file), origin: origin(nil, in: file))
    }
    .sorted { comesBefore($0.id, $1.id) }
  }

  func makeGlossary() -> Glossary? {
    guard let file = placement.glossary, case .glossary(let glossary) = documents[file].content else { return nil }
    return Glossary(
      title: glossary.title,
      terms: glossary.terms.map { Term(term: $0.term, forms: $0.forms, text: $0.text, translations: $0.translations) },
      body: body(of: file))
  }
}
