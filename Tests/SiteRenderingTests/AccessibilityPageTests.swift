import AuditModel
import Testing

@testable import SiteRendering

/// The accessibility statement, as Digg asks for it.
@Suite struct AccessibilityPageTests {
  @Test(arguments: EveryPageTests.sites) func theStatementTellsAllElevenFacts(_ content: String) {
    let site = TinySite(contentOfProject: content)
    let facts = site.record(.accessibility).list("facts")
    #expect(facts.count == 11)
    for fact in facts {
      #expect(fact.text("fact") != nil || !fact.list("pieces").isEmpty, "\(fact.text("name") ?? "")")
    }
    #expect(site.html(.accessibility).contains(#"<a href="https://www.digg.se/tdosanmalan">"#))
  }

  @Test(arguments: EveryPageTests.sites) func everyPageLeadsToTheStatement(_ content: String) {
    let site = TinySite(contentOfProject: content)
    for page in site.renderer.plan.pages { #expect(site.html(page).contains("tillganglighet/index.html"), "\(page)") }
  }

  @Test func addressesInATextAreLinks() {
    #expect(
      TextPiece.pieces(of: "Skriv till fraga@example.se, eller läs https://example.se/hjalp.") == [
        TextPiece(text: "Skriv till "), TextPiece(text: "fraga@example.se", address: "mailto:fraga@example.se"),
        TextPiece(text: ", eller läs "), TextPiece(text: "https://example.se/hjalp", address: "https://example.se/hjalp"),
        TextPiece(text: "."),
      ])
    #expect(TextPiece.pieces(of: "Klockan 8 @ torget") == [TextPiece(text: "Klockan 8 @ torget")])
  }
}
