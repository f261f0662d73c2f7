import Diagnostics
import SiteRendering
import TextDifference

/// The words of the review, and the pages made of them.
struct ReviewWords {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ sv: String, _ en: String) -> String { Wording(sv: sv, en: en).text(in: language) }

  var labels: PageDifference.Labels { .init(added: say("Tillagt:", "Added:"), removed: say("Borttaget:", "Removed:")) }
  var isNew: String { say("Sidan är ny.", "The page is new.") }
  var isGone: String { say("Sidan försvinner. Så här ser den ut nu.", "The page disappears. This is how it looks now.") }

  func counts(_ added: Int, _ removed: Int) -> String {
    if added == 0, removed == 0 { return say("Texten är som den publicerade.", "The text is as it is published.") }
    return say(
      "Jämfört med det publicerade: \(added) ord till, \(removed) bort.",
      "Compared with what is published: \(added) words in, \(removed) out.")
  }

  /// What stands first on a page under review.
  func banner(_ file: String, _ text: String) -> String {
    let page = percentEncoded(file)
    return """
      <p class="missiv-review">\(MessagePage.escaped(text)) <a href="/\(Reviewer.prefix)">\(say("Alla ändringar", "All changes"))</a> \
      <a href="/\(page)">\(say("Visa utan märken", "Show without marks"))</a></p>
      """
  }

  func comparing(_ published: String) -> [UInt8] {
    let text = say("Jämför med \(published) …", "Comparing with \(published) …")
    return MessagePage.page(title, language, "<p>\(MessagePage.escaped(text))</p>")
  }

  private var title: Wording { Wording(sv: "Ändringar mot det publicerade", en: "Changes against what is published") }

  /// How much of a list is shown. `missiv diff` tells all.
  private static let most = 500

  func overview(_ difference: SiteDifference, _ published: String) -> [UInt8] {
    var html = ""
    if difference.isEmpty { html += "<p>\(MessagePage.escaped(SiteDifference.nothing(published).text(in: language)))</p>" }
    func list(_ items: [String]) -> String {
      let rest = items.count - ReviewWords.most
      let more =
        rest > 0 ? "<p>\(say("Och \(rest) till. missiv diff visar alla.", "And \(rest) more. missiv diff shows all."))</p>" : ""
      return "<ul>\(items.prefix(ReviewWords.most).joined())</ul>\(more)"
    }
    if !difference.facts.isEmpty {
      html += "<h2>\(SiteDifference.factsTitle.text(in: language)): \(difference.facts.count)</h2>"
      html += list(difference.facts.map { "<li>\(MessagePage.escaped($0.text(in: language)))</li>" })
    }
    for section in difference.sections(in: language) {
      let items = list(section.files.map(entry))
      html +=
        section.isRepeated
        ? "<details><summary>\(section.title): \(section.files.count)</summary>\(items)</details>"
        : "<h2>\(section.title): \(section.files.count)</h2>\(items)"
    }
    html += "<p><a href=\"/\">\(say("Till webbplatsen", "To the site"))</a></p>"
    return MessagePage.page(title, language, html)
  }

  /// A page's title, and below it its address and what is told of it.
  private func entry(_ file: SiteDifference.File) -> String {
    let address = MessagePage.escaped(SiteDifference.address(file.path))
    let told = [file.title == nil ? nil : address, file.extent(in: language), file.links(in: language).map(MessagePage.escaped)]
    return "<li><a href=\"/\(Reviewer.prefix)\(percentEncoded(file.path))\">\(file.title ?? address)</a>"
      + "<span class=\"missiv-note\">\(told.compactMap { $0 }.joined(separator: " – "))</span></li>"
  }
}
