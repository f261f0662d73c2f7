import AuditModel
import Foundation
import Testing

@testable import SiteRendering

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Every server is told to send the headers that `missiv serve` sends, and nothing that somebody wrote means anything to it.
@Suite struct ServerRulesTests {
  private let hostile = [
    "exempelby/a\"b.svg", "exempelby/x' y;}.svg", "exempelby/<\n*.svg", "exempelby/å & $(a) {b}.svg", "exempelby/]]>--#.SVG",
  ]

  private func text(_ rules: ServerRules, base: String = "/") -> String {
    var bytes: [UInt8] = []
    let outputs: [SiteRenderer.Output] = [
      .redirect(from: "a/b/index.html", to: "a/c/index.html"),
      .gone(address: "a/d/", AddressRegister.Removal(day: "2026-11-21", reason: "\"; } location / { <script>")),
    ]
    let site = ServedSite(outputs, base: base, attachments: hostile.map { Attachment(path: $0, size: 1) })
    rules.render(site, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: ServerRules.allCases)
  func everyServerSendsThePolicyOfThePages(rules: ServerRules) {
    let text = text(rules).replacingOccurrences(of: "&#39;", with: "'")
    #expect(text.contains(ResponseHeaders.policy))
    for (name, value) in ResponseHeaders.common { #expect(text.contains(name) && text.contains(value), "\(name)") }
    #expect(text.contains("sandbox"))
  }

  @Test(arguments: [ServerRules.nginx, .apache])
  func whatPeopleWroteIsNotInTheRulesOfServersThatWouldReadIt(rules: ServerRules) {
    let text = text(rules, base: "/revision/")
    for word in hostile + ["<script", "$("] { #expect(!text.contains(word)) }
    #expect(text.contains("/revision/a/b/") && text.contains("/revision/a/d/"))
    #expect(text.count { $0 == "{" } == text.count { $0 == "}" } || rules == .apache)
  }

  @Test func namesOfFilesAreTextInIISRules() throws {
    let parser = XMLParser(data: Data(text(.iis).utf8))
    let paths = Paths()
    parser.delegate = paths
    #expect(parser.parse())
    #expect(paths.found.filter { $0.lowercased().hasSuffix(".svg") }.count == hostile.count)
  }

  private final class Paths: NSObject, XMLParserDelegate {
    var found: [String] = []
    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      if name == "location" { found.append(attributes["path"] ?? "") }
    }
  }

  @Test func namesOfFilesAreEncodedInTheHeadersFile() {
    let lines = text(.headers).split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("/") || $0.hasPrefix("  ") })
    #expect(lines.count { $0.hasPrefix("/exempelby/") } == hostile.count)
    #expect(
      lines.filter { $0.hasPrefix("/exempelby/") }.allSatisfy { line in
        line.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x2A }
      })
  }

  @Test func everyPageCarriesThePolicy() {
    let site = TinySite(contentOfProject: "content")
    let meta =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"\(ResponseHeaders.pagePolicy.replacingOccurrences(of: "'", with: "&#39;"))\">"
    let earlier: [SiteRenderer.Output] = [
      .redirect(from: "a/index.html", to: "b/index.html"),
      .gone(address: "a/", AddressRegister.Removal(day: "2026-11-21", reason: "<b>\"'&</b>")),
    ]
    for output in site.renderer.outputs + earlier where site.renderer.path(of: output).hasSuffix(".html") {
      var bytes: [UInt8] = []
      site.renderer.render(output, into: &bytes)
      let page = String(decoding: bytes, as: UTF8.self)
      #expect(page.contains(meta), "\(site.renderer.path(of: output))")
      #expect(!page.contains("<b>\"'"))
    }
  }
}
