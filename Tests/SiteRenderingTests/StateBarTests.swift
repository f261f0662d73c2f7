import Diagnostics
import Mustache
import Testing

@testable import AuditModel
@testable import SiteRendering

@Suite struct StateBarTests {
  @Test func aShareIsRoundedToHundredthsOfAPerCent() {
    #expect(percent(6, of: 22) == "27.27%")
    #expect(percent(1, of: 3) == "33.33%")
    #expect(percent(2, of: 3) == "66.67%")
    #expect(percent(0, of: 5) == "0.00%")
    #expect(percent(5, of: 5) == "100.00%")
    #expect(percent(1, of: 0) == "0%")
  }

  @Test func whatHasComeFurthestStandsFirstAndTheBarSaysItsNumbers() {
    let bar = StateBar(
      context: TinySite("").context, anchor: "lage", title: "Efter läge",
      states: [.init(state: .unasked, count: 4), .init(state: .answered, count: 6), .init(state: .done, count: 1)]
    ).record
    let segments = bar.list("segments")
    #expect(segments.map { $0.text("symbol") } == ["done", "answered", "unasked"])
    #expect(
      bar.markup("picture").hasPrefix(
        "<svg class=\"bar\" role=\"img\" aria-labelledby=\"lage-t lage-d\"><title id=\"lage-t\">Efter läge</title>"
          + "<desc id=\"lage-d\">1 genomförd, 6 besvarade och 4 utan begäran om svar.</desc>"
          + "<rect x=\"0%\" width=\"9.09%\" height=\"100%\" fill=\"url(#p-done)\"/>"))
  }

  @Test func everyStateHasASymbolOfItsOwn() {
    let symbols = RecommendationState.allCases.map(\.symbol)
    #expect(Set(symbols).count == symbols.count)
    let drawn = String(decoding: TinySite.file("symbols.svg").bytes, as: UTF8.self)
    for symbol in symbols {
      #expect(drawn.contains("id=\"s-\(symbol)\""))
      #expect(drawn.contains("id=\"p-\(symbol)\""))
    }
  }

  /// In forced colours and for many readers the fills are alike.
  @Test func noTwoStatesHaveTheSamePatternWithoutTheirColours() throws {
    let drawn = String(decoding: TinySite.file("symbols.svg").bytes, as: UTF8.self)
    let patterns = try RecommendationState.allCases.map { state in
      let parts = drawn.split(separator: "<pattern id=\"p-\(state.symbol)\"")
      let pattern = try #require(parts.last?.split(separator: "</pattern>").first)
      let isLight = pattern.contains("pf-paper")
      // What is drawn on the fill, and whether it is dark on light or light on dark.
      return "\(isLight) " + pattern.drop { $0 != "/" }.replacing(/class="[^"]*"/, with: "")
    }
    #expect(Set(patterns).count == patterns.count)
  }
}
