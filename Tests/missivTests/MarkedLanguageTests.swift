import AuditContent
import AuditModel
import Diagnostics
import Foundation
import Testing

@testable import missiv

/// What the documents say stays in Swedish, and is marked as Swedish on pages in other languages.
@Suite struct MarkedLanguageTests {
  private func page(languages: String, _ address: String, strings: [String: String] = [:]) throws -> String {
    let site = try TestSite(smallSite)
    try site.replace("language: sv", with: "languages: [\(languages)]", in: "site.yaml")
    try site.write(
      """
      ---
      type: reply
      by: fastighetsnamnden
      answers: {to: R1, stance: accepts, quote: Nämnden tar fram en plan.}
      ---
      """, to: "exempelby/skolor-2022/svar.md")
    for (name, text) in strings { try site.write(text, to: "../templates/strings/" + name) }
    try site.build()
    return try site.page(address)
  }

  @Test func aQuotationIsMarkedWhereThePageSpeaksAnotherLanguage() throws {
    let english = try page(languages: "sv, en", "en/exempelby/skolor-2022/r1/")
    #expect(english.contains(#"<blockquote class="verbatim" lang="sv"><p>Nämnden tar fram en plan.</p>"#))
    #expect(english.contains(#"lang="sv">Ta fram en underhållsplan.</h1>"#))
    let swedish = try page(languages: "sv, en", "exempelby/skolor-2022/r1/")
    #expect(swedish.contains(#"<blockquote class="verbatim"><p>Nämnden tar fram en plan.</p>"#))
    #expect(!swedish.replacingOccurrences(of: #"<html lang="sv""#, with: "").contains(#" lang="sv""#))
  }

  @Test func aLanguageWrittenFromTheRightIsAddedByOneFile() throws {
    let page = try page(languages: "sv, ar", "ar/exempelby/skolor-2022/r1/", strings: ["ar.yaml": try rightToLeft()])
    #expect(page.contains(#"<html lang="ar" dir="rtl">"#))
    #expect(page.contains(#"<blockquote class="verbatim" lang="sv" dir="ltr"><p>Nämnden tar fram en plan.</p>"#))
    #expect(page.contains(#"lang="sv" dir="ltr">Ta fram en underhållsplan.</h1>"#))
    #expect(page.contains("عSök") || page.contains("عGranskningar"))
  }

  /// The Swedish words as an Arabic strings file: an Arabic letter before each.
  private func rightToLeft() throws -> String {
    let bytes = try #require(FileManager.default.contents(atPath: projectFolder + "/templates/strings/sv.yaml"))
    let root = try #require(readYAML(of: SourceFile(path: "sv.yaml", bytes: Array(bytes))).value)
    var text = "language: ar\ndirection: rtl\nmonths: [\((1...12).map { "ع\($0)" }.joined(separator: ", "))]\n"
    for group in root.entries ?? [] where !["language", "direction", "months"].contains(group.key.text) {
      text += group.key.text + ":\n"
      for entry in group.value.entries ?? [] {
        let words = (entry.value.text ?? "").replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(
          of: "\"", with: "\\\"")
        text += "  \(entry.key.text): \"ع\(words)\"\n"
      }
    }
    return text
  }

  @Test(arguments: LawTests.sites) func nothingButNamesIsSwedishOnAnEnglishPageWithoutSayingSo(_ content: String) throws {
    let site = try TestSite(contentOfProject: content)
    try site.build()
    let archive = try #require(try site.pipeline().archive)
    var names = archive.municipalities.flatMap { [$0.name, $0.shortName, $0.county ?? ""] }
    names += archive.boards.flatMap { [$0.name] + $0.aliases }
    names += archive.audits.flatMap { [$0.auditor, $0.commissionedBy ?? ""] } + [archive.site.publisher?.name ?? ""]
    // The law has no others for the steps of criticism.
    names += ["anmärkning", "avstyrkt ansvarsfrihet"]
    // In sentences of the site's own, what the owner calls things are names as well.
    names += archive.topics.map(\.name) + archive.themes.map(\.name) + archive.boardKinds.map(\.name)
    names = names.flatMap { [$0, $0.lowercased()] }.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    var pages = 0
    for (path, data) in try site.files() where path.hasPrefix("en/") && path.hasSuffix(".html") {
      pages += 1
      // Charts put the site's words and the document's into one sentence.
      let mixed = ["Source: ", "Break in the series "]
      for text in Markup(data).texts(in: "en") where !mixed.contains(where: text.contains) {
        let rest = names.reduce(text) { $0.replacingOccurrences(of: $1, with: "") }
        #expect(!rest.contains { "åäöÅÄÖ".contains($0) }, "\(path): \(text)")
      }
    }
    #expect(pages > 50)
  }
}

extension Markup {
  /// The texts that stand in a language by the nearest element that says so, without titles and scripts.
  func texts(in language: String) -> [String] {
    let empty: Set = ["meta", "link", "br", "img", "input", "hr"]
    var open: [(name: String, language: String?)] = []
    var texts: [String] = []
    for part in text.components(separatedBy: "<").dropFirst() {
      let pieces = part.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
      let tag = pieces[0]
      let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
      if tag.hasPrefix("/") {
        while let last = open.popLast(), last.name != name {}
      } else if !tag.hasSuffix("/"), !tag.hasPrefix("!"), !empty.contains(name) {
        let mark = tag.range(of: " lang=\"").map { String(tag[$0.upperBound...].prefix { $0 != "\"" }) }
        open.append((name, mark))
      }
      guard pieces.count == 2, !["title", "script"].contains(open.last?.name) else { continue }
      if open.last(where: { $0.language != nil })?.language == language { texts.append(String(pieces[1])) }
    }
    return texts
  }
}
