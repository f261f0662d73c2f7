import Diagnostics
import Testing

@testable import AuditContent

/// `rules` in `site.yaml`: what weighs more or less on a site, and what never does.
@Suite struct RuleSettingTests {
  private func severities(_ rules: String, body: String = "Läs mer [här](exempelby) och [där](exempelby).") -> [String] {
    let text =
      LinkingFolder.ground + GateTests.site + "rules:\n\(rules)\n" + GateTests.page(body)
      + GateTests.audit("", body: "Läs mer [här](exempelby).\n")
    return LinkingFolder(text).check().diagnostics.map { "\($0.location.path): \($0.severity.rawValue) \($0.code.name)" }
  }

  @Test func aWarningCanBeRaisedToAnError() {
    #expect(Set(severities("  vague-link: {severity: error}").map { $0.suffix(16) }) == ["error vague-link"])
  }

  @Test func aWarningCanBeTurnedOffWithAReason() {
    #expect(severities("  vague-link: {severity: off, reason: Länkarna är dokumentens egna}") == [])
  }

  @Test func aWarningCanBeTurnedOffForOneFolderOnly() {
    #expect(
      severities("  vague-link: {severity: off, reason: Dokumentets länkar, in: exempelby/skolor}")
        == ["om.md: warning vague-link", "om.md: warning vague-link"])
    #expect(
      severities("  vague-link: {severity: off, reason: Sidans länkar, in: [om.md]}")
        == ["exempelby/skolor/audit.md: warning vague-link"])
  }

  @Test func aRuleThatIsTurnedOffWithoutAReasonStaysOn() {
    #expect(severities("  vague-link: {severity: off}").filter { $0.hasSuffix("vague-link") }.count == 3)
  }

  @Test func aPersonalNumberIsAnErrorWhateverIsSaid() {
    let found = severities("  personal-number: {severity: off, reason: a}", body: "18900101-9802")
    #expect(found.contains("om.md: error personal-number"))
  }

  @Test func limitsAreTheSitesOwn() {
    let body = Array(repeating: "Vi läser alla svar som nämnderna lämnar till revisorerna varje år.", count: 10).joined(
      separator: " ")
    #expect(!severities("  readability: {limit: 60}", body: body).contains("om.md: warning readability"))
    #expect(severities("  readability: {limit: 20}", body: body).contains("om.md: warning readability"))
  }

  @Test func rulesThatCanOnlyNoteAreLeftOutWhereNotesAreNotWanted() {
    let folder = LinkingFolder(
      LinkingFolder.ground + GateTests.site + GateTests.audit("recommendations: {items: {id: R1, text: Gör}}\n", date: "2020"))
    let documents = folder.files.compactMap { parse($0.file).value }
    let archive = link(documents, attachments: [], drafts: false).value
    #expect(validate(archive, documents).names == ["untouched"])
    #expect(validate(archive, documents, from: .warning).names == [])
  }

  @Test func anyNumberOfJobsFindsTheSameInTheSameOrder() {
    let folder = LinkingFolder(LinkingFolder.ground + GateTests.cases.map(\.source).joined())
    let documents = folder.files.compactMap { parse($0.file).value }
    let archive = link(documents, attachments: [], drafts: false).value
    #expect(validate(archive, documents, jobs: 4) == validate(archive, documents, jobs: 1))
  }
}
