import AuditModel
import Diagnostics
import Testing

@testable import AuditContent

/// How names become ids, and what is inherited, sorted and left out.
@Suite struct LinkingTests {
  static let folder = LinkingFolder(
    LinkingFolder.ground + """
      -- om.md --
      ---
      type: page
      title: Om
      ---
      Läs [granskningen](/exempelby/skolor/), [R1a](exempelby/skolor/r1A) och [svaret](exempelby/skolor/svar.md#slut).
      -- exempelby/skolor/audit.md --
      ---
      type: audit
      title: Skolor
      auditor: Revisorerna
      topics: Skola
      assessments: {of: [Exempelby, exempelby/skolnamnden], level: partly}
      reply: {from: [SKOLNÄMNDEN, skolnämden, sn], due: 2022-12-01}
      recommendations:
        items:
          - id: R1
            to: Skolnämnden
            with: kommunstyrelsen
            themes: [rutiner, ansvar]
            lead-in: "Nämnden bör:"
            due: 2023
            text: Helheten
            parts:
              - {id: R1a, text: Första}
              - {id: R1b, text: Andra, to: kommunstyrelsen, with: [], themes: ansvar, due: 2024}
          - {id: R2, to: ovningskoping/kommunstyrelsen, text: Grannen}
      sources: {title: Missiv, file: missiv.pdf, transcription: verbatim}
      ---
      Se [](R2), [](skolnamnden), [underlaget](missiv.pdf), [en sida](https://example.se) och [ovan](#ovan). [Igen](R2).
      -- exempelby/skolor/missiv.pdf --
      x
      -- exempelby/skolor/svar.md --
      ---
      type: reply
      by: Skolnämnden
      answers: {to: [R1, r1B, exempelby/skolor/R2], stance: accepts}
      measures: {id: M1, for: R1a, by: SN, text: Vi gör}
      ---
      -- exempelby/skolor/uppf.md --
      ---
      type: follow-up
      by: [skolnamnden]
      findings: {for: [R1a, m1], status: implemented, source: s. 1}
      deadlines: {for: M1, due: 2025}
      ---
      -- exempelby/skolor-b/audit.md --
      ---
      type: audit
      title: Skolor igen
      auditor: Revisorerna
      follows: skolor
      recommendations:
        items: {id: R1, text: Igen, repeats: {of: exempelby/skolor/R1b, strength: partial}}
      ---
      """)

  static let archive = folder.check().value

  private func recommendation(_ id: String) throws -> Recommendation {
    try #require(Self.archive.recommendations.first { $0.id == id })
  }

  private func names(_ ids: [ID<Board>]) -> [String] { ids.map { Self.archive[$0].id } }

  @Test func everythingIsInOrderExceptWhatTheCaseIsAbout() {
    #expect(Self.folder.check().diagnostics.filter { $0.severity > .note }.names == [])
  }

  @Test func findsBoardsByIdNameAliasAndFullIdWithoutRegardToCase() throws {
    let audit = try #require(Self.archive.audits.first)
    #expect(names(audit.replyRequest?.from ?? []) == ["exempelby/skolnamnden"])
    #expect(names(try recommendation("exempelby/skolor/R2").to) == ["ovningskoping/kommunstyrelsen"])
    #expect(audit.assessments.first?.of.count == 2)
    guard case .municipality? = audit.assessments.first?.of.first else {
      Issue.record("the municipality as a whole")
      return
    }
  }

  @Test func partsInheritWhatTheyDoNotSay() throws {
    let first = try recommendation("exempelby/skolor/R1a")
    #expect(names(first.to) == ["exempelby/skolnamnden"])
    #expect(names(first.with) == ["exempelby/kommunstyrelsen"])
    #expect(first.themes.map { Self.archive[$0].id } == ["rutiner", "ansvar"])
    #expect(first.leadIn == "Nämnden bör:")
    #expect(first.due?.description == "2023")
    let second = try recommendation("exempelby/skolor/R1b")
    #expect(names(second.to) == ["exempelby/kommunstyrelsen"])
    #expect(second.with == [])
    #expect(second.due?.description == "2024")
  }

  @Test func keepsTheArraysInTheirOrder() {
    #expect(Self.archive.audits.map(\.id) == ["exempelby/skolor", "exempelby/skolor-b"])
    #expect(
      Self.archive.recommendations.map(\.id).map { $0.dropFirst(10) } == [
        "skolor/R1", "skolor/R1a", "skolor/R1b", "skolor/R2", "skolor-b/R1",
      ])
    #expect(Self.archive.files == Self.archive.files.sorted { comesBefore($0, $1) })
    let umbrella = Self.archive.recommendations[0]
    #expect(umbrella.parts == [ID(1), ID(2)])
    #expect(Self.archive.recommendations[1].parent == ID(0))
  }

  @Test func linksAcrossDocumentsAndAudits() throws {
    #expect(Self.archive.answers[0].to.map { Self.archive[$0].shortID } == ["R1", "R1b", "R2"])
    #expect(Self.archive.findings[0].recommendations.count == 1)
    #expect(Self.archive.findings[0].measures == [ID(0)])
    #expect(Self.archive.movedDeadlines[0].measures == [ID(0)])
    #expect(Self.archive.audits[1].follows == [ID(0)])
    let repeats = try recommendation("exempelby/skolor-b/R1").repeats
    #expect(repeats.map { Self.archive[$0.of].shortID } == ["R1b"])
    #expect(repeats.map(\.strength) == [.partial])
    #expect(Self.archive.audits[0].sources.map(\.file) == ["exempelby/skolor/missiv.pdf"])
  }

  @Test func keepsEveryLinkInRunningTextOnce() {
    let audit: [Subject] = Self.archive.mentions.filter { $0.from == .audit(ID(0)) }.map(\.to)
    #expect(audit == [.recommendation(ID(3)), .board(ID(1))])
    let page: [Subject] = Self.archive.mentions.filter { $0.from == .page(ID(0)) }.map(\.to)
    #expect(page == [.audit(ID(0)), .recommendation(ID(1)), .reply(ID(0))])
  }

  @Test func resolvesNamesFromWhereTheyStand() {
    let subjects = SubjectIndex(Self.archive)
    let audit = "exempelby/skolor/audit.md"
    #expect(subjects.resolve("r1a", in: audit) == .subject(.recommendation(ID(1))))
    #expect(subjects.resolve("M1", in: audit) == .subject(.measure(ID(0))))
    #expect(subjects.resolve("svar", in: audit) == .subject(.reply(ID(0))))
    #expect(subjects.resolve("svar.md#a", in: audit) == .subject(.reply(ID(0))))
    #expect(subjects.resolve("missiv.pdf", in: audit) == .attachment("exempelby/skolor/missiv.pdf"))
    #expect(subjects.resolve("../skolor-b", in: audit) == .subject(.audit(ID(1))))
    #expect(subjects.resolve("../../../x", in: audit) == .unknown)
    #expect(subjects.resolve("skolor-b", in: "exempelby/index.md") == .subject(.audit(ID(1))))
    #expect(subjects.resolve("skolnamnden", in: "exempelby/index.md") == .subject(.board(ID(1))))
    #expect(subjects.resolve("kommunstyrelsen", in: "ovningskoping/index.md") == .subject(.board(ID(2))))
    #expect(subjects.resolve("skolnamnden", in: "om.md") == .unknown)
    #expect(subjects.resolve("om", in: audit) == .subject(.page(ID(0))))
    #expect(subjects.resolve("teman/ansvar", in: "om.md") == .subject(.theme(ID(0))))
    #expect(subjects.resolve("#rubrik", in: audit) == .fragment("rubrik"))
    #expect(subjects.resolve("https://example.se/", in: audit) == .external("https://example.se/"))
    #expect(subjects.resolve("mailto:a@example.se", in: audit) == .external("mailto:a@example.se"))
    #expect(subjects.resolve("", in: audit) == .unknown)
    #expect(subjects.find("Exempelby/Skolor/R1B") == .recommendation(ID(2)))
    #expect(subjects.find("exempelby/skolor/R9") == nil)
  }

  @Test func everyIdIsFoundAgain() {
    let subjects = SubjectIndex(Self.archive)
    for (index, recommendation) in Self.archive.recommendations.enumerated() {
      #expect(subjects.find(recommendation.id) == .recommendation(ID(index)))
    }
    for (index, board) in Self.archive.boards.enumerated() { #expect(subjects.find(board.id) == .board(ID(index))) }
  }
}

/// Drafts, and what is not reported since something else was.
@Suite struct LinkingLeavesOutTests {
  static let drafts = LinkingFolder(
    LinkingFolder.ground + """
      -- exempelby/ny/audit.md --
      ---
      type: audit
      title: Utkast
      auditor: Revisorerna
      draft: true
      recommendations: {items: {id: R1, text: a}}
      ---
      -- exempelby/ny/svar.md --
      ---
      type: reply
      by: skolnamnden
      ---
      -- exempelby/skolor/audit.md --
      ---
      type: audit
      title: Skolor
      auditor: Revisorerna
      follows: exempelby/ny
      recommendations:
        items: {id: R1, text: a, repeats: {of: exempelby/ny/R1, strength: strong}}
      ---
      Se [utkastet](exempelby/ny), [svaret](svar) och [R1](exempelby/ny/R1).
      -- exempelby/skolor/svar.md --
      ---
      type: reply
      by: skolnamnden
      draft: true
      measures: {id: M1, for: R1, by: skolnamnden, text: a}
      ---
      -- exempelby/skolor/uppf.md --
      ---
      type: follow-up
      by: auditors
      findings: {for: M1, status: planned, source: s. 1}
      ---
      """)

  @Test func draftsAreLeftOutWithAllThatHangsOnThemAndNobodyIsBlamed() {
    let found = Self.drafts.check()
    #expect(found.diagnostics.names == [])
    #expect(found.value.audits.map(\.id) == ["exempelby/skolor"])
    #expect(found.value.replies.isEmpty)
    #expect(found.value.measures.isEmpty)
    #expect(found.value.findings.map(\.measures.count) == [0])
    #expect(found.value.recommendations.map(\.repeats.count) == [0])
  }

  @Test func draftsAreThereWhereTheyAreAskedFor() {
    let found = Self.drafts.check(drafts: true)
    #expect(found.diagnostics.names == [])
    #expect(found.value.audits.map(\.isDraft) == [true, false])
    #expect(found.value.replies.map(\.isDraft) == [false, true])
    #expect(found.value.findings.map(\.measures.count) == [1])
    #expect(found.value.mentions.count == 3)
  }

  @Test func aFileThatCannotBeReadIsTheOnlyThingReported() {
    let broken = """
      -- exempelby/skolor/audit.md --
      ---
      type: audit
      title: "Skolor
      auditor: b
      recommendations: {items: {id: R1, text: a}}
      ---
      -- exempelby/skolor/svar.md --
      ---
      type: reply
      by: skolnamnden
      answers: {to: R1, stance: accepts}
      ---
      -- exempelby/hus/audit.md --
      Ingenting
      -- exempelby/hus/svar.md --
      ---
      type: reply
      by: skolnamnden
      answers: {to: [R1, exempelby/hus/R2], stance: accepts}
      ---
      Se [granskningen](exempelby/hus).
      """
    #expect(LinkingFolder(LinkingFolder.ground + broken).check().diagnostics.names == ["front-matter-missing", "unclosed-quote"])
  }

  @Test func aBoardWithoutIdIsReportedOnceAndNotByAllWhoNameIt() {
    let text = """
      -- exempelby/index.md --
      ---
      type: municipality
      name: Exempelby
      code: "9901"
      boards: [{name: Nya nämnden, kind: skola}]
      ---
      -- exempelby/skolor/audit.md --
      ---
      type: audit
      title: a
      auditor: b
      assessments: {of: nya-namnden, level: not}
      ---
      """
    #expect(LinkingFolder(LinkingFolder.ground + text).check().diagnostics.names == ["missing-key"])
  }

  @Test func aMissingSiteIsReportedOnceAndNotByAllWhoNameItsThemes() {
    var folder = LinkingFolder(LinkingFolder.ground)
    folder.files.removeAll { $0.file.path == "site.yaml" }
    #expect(folder.check().diagnostics.names == ["site-missing"])
  }

  @Test func proposesWhatWasMeantInAnotherMunicipality() throws {
    let text = """
      -- exempelby/skolor/audit.md --
      ---
      type: audit
      title: a
      auditor: b
      assessments: {of: ovningskopin/kommunstyrelsen, level: not}
      recommendations:
        items: {id: R1, text: a, repeats: {of: ovningskoping/huss-2020/R1, strength: strong}}
      ---
      -- ovningskoping/hus-2020/audit.md --
      ---
      type: audit
      title: a
      auditor: b
      recommendations: {items: {id: R1, text: a}}
      ---
      """
    let found = LinkingFolder(LinkingFolder.ground + text).check().diagnostics
    #expect(found.names == ["unknown-board", "unknown-recommendation"])
    #expect(found.flatMap(\.fixIts).map(\.replacement) == ["ovningskoping/kommunstyrelsen", "ovningskoping/hus-2020/R1"])
  }

  /// Which boards are meant nobody knows then, and every name of one would be called unknown.
  @Test(arguments: [
    ("boards:\n", "boards:\nboards:\n"),
    ("kind: styrelse, body: executive}\n  - {id: skolnamnden, ", "kind: styrelse, body: executive, "),
  ])
  func boardsThatStandTwiceOrHaveRunTogetherAreTheOnlyProblem(right: String, wrong: String) {
    let audit = """
      -- exempelby/skolor/audit.md --
      ---
      type: audit
      title: a
      auditor: b
      assessments: {of: skolnamnden, level: not}
      ---

      """
    let folder = LinkingFolder.ground.replacing(right, with: wrong)
    #expect(folder != LinkingFolder.ground)
    #expect(Set(LinkingFolder(folder + audit).check().diagnostics.names) == ["duplicate-key"])
  }
}
