import Foundation
import Testing

@testable import missiv

/// A site that has just begun has one of everything, and is said to have one.
@Suite struct OneOfEachTests {
  private func site(reply: Bool) throws -> TestSite {
    let site = try TestSite(smallSite)
    try site.replace("language: sv", with: "languages: [sv, en]", in: "site.yaml")
    guard reply else { return site }
    try site.write(
      """
      ---
      type: reply
      by: fastighetsnamnden
      date: 2022-12-02
      answers: [{to: R1, stance: accepts}]
      measures: [{id: M1, for: R1, by: fastighetsnamnden, text: Ta fram en plan.}]
      ---
      """, to: "exempelby/skolor-2022/svar.md")
    try site.write(
      "---\ntype: follow-up\nby: auditors\ndate: 2024-05-02\nfindings: [{for: R1, status: partly}]\n---\n",
      to: "exempelby/skolor-2022/uppf.md")
    return site
  }

  private static let plurals = """
    rekommendationer granskningar nämnder kommuner åtgärder uppföljningar dagar månader bedömningar besvarade genomförda \
    recommendations audits boards municipalities measures follow-ups replies days months are have
    """.split(separator: " ")

  @Test(arguments: [false, true])
  func noPageCountsOneInThePlural(reply: Bool) throws {
    let site = try site(reply: reply)
    try site.build()
    let ones = Self.plurals.map { ">1 \($0)" } + Self.plurals.map { " 1 \($0)" }
    for (path, data) in try site.files() where path.hasSuffix(".html") {
      let text = String(decoding: data, as: UTF8.self)
      #expect(ones.filter(text.contains) == [], "\(path)")
    }
  }

  @Test func oneRecommendationIsAnsweredOrNot() throws {
    #expect(try answer(reply: false, "").contains("Revisorerna lämnade 1 rekommendation. Rekommendationen är inte besvarad."))
    #expect(try answer(reply: false, "en/").contains("The recommendation is not answered."))
    #expect(
      try answer(reply: true, "").contains(
        "1 av 1 är besvarad. 1 har följts upp eller redovisats, och revisorerna har inte funnit den genomförd."))
  }

  private func answer(reply: Bool, _ language: String) throws -> String {
    let site = try site(reply: reply)
    try site.build()
    return try site.page(language + "exempelby/skolor-2022/")
  }
}
