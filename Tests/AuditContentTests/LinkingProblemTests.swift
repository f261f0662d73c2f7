import AuditModel
import Diagnostics
import Testing

@testable import AuditContent

/// What can be wrong between documents, each with the place that the writer is shown.
@Suite struct LinkingProblemTests {
  static let audit = """
    -- exempelby/skolor/audit.md --
    ---
    type: audit
    title: Skolor
    auditor: Revisorerna
    date: 2022-09-15
    recommendations:
      items:
        - {id: R1, to: skolnamnden, text: Gör}
        - {id: R2, to: kommunstyrelsen, text: Gör}
    ---

    """

  static func reply(_ lines: String, name: String = "svar") -> String {
    audit + "-- exempelby/skolor/\(name).md --\n---\ntype: reply\nby: skolnamnden\n\(lines)---\n"
  }

  static func followUp(_ lines: String) -> String {
    audit + "-- exempelby/skolor/uppf.md --\n---\ntype: follow-up\nby: auditors\nsources: {title: Uppföljning}\n\(lines)---\n"
  }

  static func audit(_ lines: String, body: String = "") -> String {
    "-- exempelby/skolor/audit.md --\n---\ntype: audit\ntitle: Skolor\nauditor: Revisorerna\n\(lines)---\n\(body)"
  }

  static func site(_ lines: String) -> String { "-- site.yaml --\ntitle: a\n\(lines)" }

  static func municipality(_ lines: String) -> String {
    "-- exempelby/index.md --\n---\ntype: municipality\nname: Exempelby kommun\n\(lines)---\n"
  }

  static let kinds = "base-url: https://example.se/\nboard-kinds: [{id: styrelse, name: a}, {id: skola, name: b}]\n"

  /// A site of somebody of whom there is more to say.
  static func publisher(_ more: String) -> String {
    site(kinds + "publisher: {name: a, \(more)}\naccessibility:\n  organisation: a\n" + statement(without: ""))
  }

  /// An accessibility statement of all facts but the first and one more.
  static func statement(without missing: String) -> String {
    [
      "service: a", "compliance: partly", "not-accessible: a", "assessed: 2026-01-01", "updated: 2026-01-01", "method: a",
      "contact: a",
      "enforcement: a", "disproportionate-burden: a", "out-of-scope: a",
    ].filter { missing.isEmpty || !$0.hasPrefix(missing) }.map { "  \($0)\n" }.joined()
  }

  static let cases: [(codes: [String], source: String)] = [
    (["misplaced-document"], "-- exempelby/sida.md --\n---\n⬇type: page\ntitle: a\n---\n"),
    (["misplaced-document"], "-- annan.md --\n---\n⬇type: municipality\nname: a\ncode: \"9903\"\n---\n"),
    (["misplaced-document"], "-- exempelby/granskning.md --\n---\n⬇type: audit\ntitle: a\nauditor: b\n---\n"),
    (["misplaced-document"], "-- exempelby/svar.md --\n---\n⬇type: reply\nby: kommunstyrelsen\n---\n"),
    (["misplaced-document"], "-- exempelby/a/b/uppf.md --\n---\n⬇type: follow-up\nby: auditors\ncounts: {remaining: 1}\n---\n"),
    (["bad-name"], "-- exempelby/skola åtta/audit.md --\n---\n⬇type: audit\ntitle: a\nauditor: b\n---\n"),
    (["bad-name"], reply("", name: "svar från KS").replacing("type: reply", "⬇type: reply")),
    (["municipality-missing"], "-- ny/skolor/audit.md --\n---\n⬇type: audit\ntitle: a\nauditor: b\n---\n"),
    (
      ["audit-missing"],
      "-- exempelby/tom/svar.md --\n---\n⬇type: reply\nby: kommunstyrelsen\nanswers: {to: R1, stance: accepts}\n---\n"
    ),
    (["second-document"], audit + "-- exempelby/skolor/b.md --\n---\n⬇type: audit\ntitle: a\nauditor: b\n---\n"),
    (["second-document"], "-- a.md --\n---\ntype: glossary\nterms: []\n---\n-- b.md --\n---\n⬇type: glossary\nterms: []\n---\n"),
    (["duplicate-id"], audit("recommendations:\n  items:\n    - {id: R1, text: a}\n    - {id: ⬇r1, text: b}\n")),
    (["duplicate-id"], reply("measures: {id: ⬇R1, text: a, by: skolnamnden}\n")),
    (["duplicate-id"], reply("", name: "r2").replacing("type: reply", "⬇type: reply")),
    (["duplicate-id"], municipality("code: \"9901\"\nboards: {id: ⬇exempelby, name: a, kind: skola}\n")),
    (["duplicate-id"], site(kinds + "themes: [{id: a, name: a}, {id: ⬇A, name: b}]\n")),
    (["unknown-board"], audit("reply: {from: [⬇skolnämden]}\n").replacing("skolnämden", "skollnamden")),
    (["unknown-board"], audit("assessments: {of: ⬇vattennamnden, level: not}\n")),
    (["unknown-board"], audit("assessments: {of: ⬇ovningskoping/kommunstyrelse, level: not}\n")),
    (["unknown-board"], reply("cites: {body: ⬇xyz}\n")),
    (
      ["ambiguous-board"],
      municipality(
        "code: \"9901\"\nboards:\n  - {id: a, name: Nämnden, kind: skola}\n  - {id: b, name: Nämnden, kind: skola}\n")
        + audit("assessments: {of: ⬇Nämnden, level: not}\n")
    ),
    (["unknown-recommendation"], reply("answers: {to: ⬇R3, stance: accepts}\n")),
    (["unknown-recommendation"], reply("answers: {to: ⬇exempelby/skola/R1, stance: accepts}\n")),
    (["unknown-recommendation"], followUp("findings: {for: [R1, ⬇M9], status: implemented}\n")),
    (
      ["unknown-recommendation"],
      reply("answers: {to: ⬇M1, stance: accepts}\nmeasures: {id: M1, text: a, by: skolnamnden}\n")
    ),
    (["unknown-audit"], audit("follows: ⬇exempelby/skola-2020\n")),
    (["unknown-topic"], audit("topics: [skola, ⬇skolan]\n")),
    (["unknown-theme"], audit("observations: {text: a, themes: ⬇rutin}\n")),
    (["unknown-board-kind"], municipality("code: \"9901\"\nboards: {id: a, name: A, kind: ⬇skolor}\n")),
    (["not-filled-in"], audit("date: ⬇…\n")),
    (["not-filled-in"], audit("recommendations:\n  items: {id: R1, to: [⬇...], text: a}\n")),
    (["unknown-link"], audit("", body: "Se [svaret](⬇svar-ks).\n")),
    (["unknown-link"], audit("", body: "Se [skolnämnden](⬇skolnamden).\n")),
    (["unknown-link"], audit("", body: "![Bild](⬇bild.png)\n")),
    (["bad-address"], audit("", body: "Se [rapporten](⬇https://) och [en annan](https://www.exempelby.se).\n")),
    (["bad-address"], audit("", body: "Se [rapporten](⬇http:/www.exempelby.se/rapport).\n")),
    (["missing-file"], audit("sources: {title: a, file: ⬇misiv.txt}\n") + "-- exempelby/skolor/missiv.txt --\nx\n"),
    (["missing-file"], site(kinds + "brand: {logo: ⬇logo.svg}\n")),
    (["dated-before-audit"], reply("date: ⬇2022-01-10\n")),
    (["dated-before-audit"], reply("decision: {body: skolnamnden, date: ⬇2021}\n")),
    (["dated-before-audit"], followUp("date: ⬇2022-08\nfindings: {for: R1, status: planned}\n")),
    (["not-earlier"], audit("follows: ⬇exempelby/skolor\n")),
    (
      ["not-earlier"],
      audit("date: 2020\nfollows: ⬇ny\n")
        + "-- exempelby/ny/audit.md --\n---\ntype: audit\ntitle: a\nauditor: b\ndate: 2021\n---\n"
    ),
    (["not-earlier"], audit("recommendations:\n  items: {id: ⬇R1, text: a, repeats: {of: R1, strength: strong}}\n")),
    (
      ["circle"],
      audit("follows: ny\n") + "-- exempelby/ny/audit.md --\n---\ntype: audit\ntitle: a\nauditor: b\nfollows: ⬇skolor\n---\n"
    ),
    (
      ["circle"],
      municipality(
        "code: \"9901\"\nboards:\n  - {id: ⬇a, name: A, kind: skola, successor: b}\n  - {id: b, name: B, kind: skola, successor: a}\n"
      )
    ),
    (["circle"], municipality("code: \"9901\"\nboards: {id: ⬇a, name: A, kind: skola, successor: a}\n")),
    (["single-part"], audit("recommendations:\n  items: {id: ⬇R1, text: a, parts: {id: R1a, text: b}}\n")),
    (
      ["counts-disagree"],
      followUp("findings: {for: [R1, R2], status: implemented}\ncounts: {⬇implemented: 3}\n")
    ),
    (
      ["counts-disagree"],
      followUp("findings:\n  - {for: R1, status: planned}\n  - {for: R2, status: partly}\ncounts: {⬇partly: 1}\n")
    ),
    (["findings-missing"], followUp("").replacing("type: follow-up", "⬇type: follow-up")),
    (["reason-missing"], followUp("findings: {for: ⬇R1, status: will-not}\n")),
    (["transferred-without-board"], followUp("findings: {for: ⬇R1, status: transferred, reason: a}\n")),
    (["board-period"], municipality("code: \"9901\"\nboards: {id: a, name: A, kind: skola, from: 2020, to: ⬇2019}\n")),
    (["answer-from-other-board"], reply("answers: {to: ⬇R2, stance: accepts}\n")),
    (["companion-of-itself"], audit("recommendations:\n  items: {id: ⬇R1, text: a, companion-of: R1}\n")),
    (["municipality-code"], municipality("code: ⬇990\n")),
    (
      ["duplicate-code"],
      municipality("code: \"9902\"\n") + "-- ovningskoping/index.md --\n---\ntype: municipality\nname: a\ncode: ⬇\"9902\"\n---\n"
    ),
    (["inferred-field"], audit("inferred: {⬇datum: a}\n")),
    (["bad-address"], site("base-url: ⬇example.se\nboard-kinds: [{id: styrelse, name: a}, {id: skola, name: b}]\n")),
    (["bad-address"], audit("formerly: ⬇gammal/adress\n")),
    (["unknown-language"], site(kinds + "language: ⬇fi\n")),
    (["bad-colour"], site(kinds + "brand: {colour: ⬇blå}\n")),
    (["low-contrast"], site(kinds + "brand: {colour: ⬇\"#e0a030\"}\n")),
    (["statement-incomplete"], site(kinds + "accessibility:\n  ⬇organisation: a\n" + statement(without: "method"))),
    (["statement-incomplete"], site(kinds).replacing("base-url: ", "base-url: ⬇") + "publisher: {name: a}\n"),
    (
      ["unknown-value"],
      site(kinds + "accessibility:\n  organisation: a\n" + statement(without: "compliance") + "  compliance: ⬇partley\n")
    ),
    (["unknown-key"], site(kinds + "accessibility:\n  ⬇organisatoin: a\n" + statement(without: ""))),
    (["logo-format"], site(kinds + "brand: {logo: ⬇logo.csv}\n") + "-- logo.csv --\n"),
    (["missing-file"], site(kinds + "brand: {logo: ⬇logga.svg}\n") + "-- logo.svg --\n"),
  ]

  @Test(arguments: cases.indices)
  func reportsTheMistakeOnceAtItsPlaceWithACure(index: Int) {
    let (codes, source) = Self.cases[index]
    let folder = LinkingFolder(LinkingFolder.ground + source)
    let found = folder.check()
    #expect(found.diagnostics.names == codes)
    #expect(found.places == folder.expected)
    #expect(found.diagnostics.allSatisfy { $0.cure != nil })
  }

  @Test(arguments: cases.indices)
  func everyFixItRemovesItsOwnDiagnostic(index: Int) throws {
    var folder = LinkingFolder(LinkingFolder.ground + Self.cases[index].source)
    let diagnostic = try #require(folder.check().diagnostics.first)
    guard let place = folder.files.firstIndex(where: { $0.file.path == diagnostic.location.path }),
      let fixed = diagnostic.fixed(folder.files[place].file)
    else { return }
    folder.files[place] = MarkedFile(fixed.text(in: fixed.bytes.indices), path: fixed.path)
    #expect(folder.check().diagnostics.names == [])
  }

  /// The cures that a writer follows to the letter.
  @Test(arguments: [
    (
      audit("assessments: {of: \"skolnamnden, Kommunstyrelsen\"}\n"),
      "Skriv flera namn som en lista: [skolnamnden, Kommunstyrelsen]."
    ),
    (reply("answers: {to: \"R1, R2\", stance: accepts}\n"), "Skriv flera namn som en lista: [R1, R2]."),
    (
      municipality("code: \"9901\"\nboards: {id: a, name: A, kind: Vård och omsorg}\n"),
      "Är det ett nytt: lägg till raden - {id: vard-och-omsorg, name: …} under board-kinds: i site.yaml, med namnet i stället för …."
    ),
    (
      site("base-url: https://revision.example.se/\n") + audit("topics: vatten\n"),
      "Lägg till raden - {id: vatten, name: …} under topics: i site.yaml, med namnet i stället för …."
    ),
  ])
  func theCureSaysWhatToWrite(source: String, cure: String) {
    let cures = LinkingFolder(LinkingFolder.ground + source).check().diagnostics.compactMap(\.cure?.sv)
    #expect(cures.contains { $0.hasSuffix(cure) }, "\(cures)")
  }

  /// What another number names is another thing, so that it may be asked after and never be put there unasked.
  @Test(arguments: [
    audit("follows: exempelby/skolor-2021\n")
      + "-- exempelby/skolor-2020/audit.md --\n---\ntype: audit\ntitle: a\nauditor: b\n---\n",
    audit("sources: {title: a, file: rapport-1.txt}\n") + "-- exempelby/skolor/rapport-2.txt --\nx\n",
    audit("", body: "Se [rapporten](rapport-1.txt).\n") + "-- exempelby/skolor/rapport-2.txt --\nx\n",
    audit("sources: {title: a, file: bilaga-c.txt}\n") + "-- exempelby/skolor/bilaga-b.txt --\nx\n",
    reply("answers: {to: R1b, stance: accepts}\n"),
  ])
  func anotherNumberIsNotMendedUnasked(source: String) throws {
    let found = try #require(LinkingFolder(LinkingFolder.ground + source).check().diagnostics.first)
    #expect(found.cure?.sv.hasPrefix("Menade du") == true)
    #expect(found.fixIts.isEmpty)
  }

  /// Who looks at the page or at the folder writes what stands there, and not an id.
  @Test(arguments: [
    ("/exempelby/skolor-2020/", "Menade du exempelby/skolor-2020?"),
    ("exempelby/skolor-2020/", "Menade du exempelby/skolor-2020?"),
    ("exempelby/skolor-2020/audit.md", "Menade du exempelby/skolor-2020?"),
    ("../skolor-2020", "Menade du exempelby/skolor-2020?"),
    ("https://exempelby.se/revision/exempelby/skolor-2020/index.html", "Menade du exempelby/skolor-2020?"),
    ("Granskning av skolor", "Skriv något av: exempelby/skolor-2020."),
  ])
  func anAuditIsFoundByItsAddressOrItsPath(written: String, cure: String) throws {
    let found = try #require(diagnostics(of: Self.audit("follows: [\"\(written)\"]\n")).first)
    #expect(found.cure?.sv == cure)
  }

  @Test(arguments: [
    ("/exempelby/skolor-2020/r1/", "Menade du exempelby/skolor-2020/R1?"),
    ("exempelby/skolor-2020#R1", "Menade du exempelby/skolor-2020/R1?"),
    ("skolor-2020#R1", "Menade du exempelby/skolor-2020/R1?"),
    ("https://exempelby.se/revision/exempelby/skolor-2020/#r1", "Menade du exempelby/skolor-2020/R1?"),
    ("exempelby/skolor-2020", "Skriv något av: exempelby/skolor-2020/R1."),
    ("exempelby/skolor-2020/M7", "Skriv något av: exempelby/skolor-2020/R1."),
    ("annanby/skolor/R1", "Skriv id:t, eller för en annan granskning kommun/granskning/id."),
  ])
  func aRecommendationIsFoundByItsAddress(written: String, cure: String) throws {
    let items = "recommendations:\n  items: {id: R1, text: a, repeats: [{of: \"\(written)\", strength: strong}]}\n"
    let found = try #require(diagnostics(of: Self.audit(items)).first { $0.code.name == "unknown-recommendation" })
    #expect(found.cure?.sv == cure)
  }

  @Test func anAddressOnTheWebIsNotTakenForAnotherUnasked() throws {
    let found = try #require(diagnostics(of: Self.audit("follows: [\"https://annanby.se/exempelby/skolor-2020/\"]\n")).first)
    #expect(found.fixIts.isEmpty)
  }

  private func diagnostics(of source: String) -> [Diagnostic] {
    let earlier = """
      -- exempelby/skolor-2020/audit.md --
      ---
      type: audit
      title: a
      auditor: b
      recommendations: {items: [{id: R1, text: a}]}
      ---

      """
    return LinkingFolder(LinkingFolder.ground + source + earlier).check().diagnostics
  }

  @Test func oneOfTwoThatAreEquallyNearIsNotChosenUnasked() throws {
    let boards = "{id: bun, name: Barnnämnden, kind: skola}, {id: kun, name: Kulturnämnden, kind: skola}"
    let source = Self.municipality("code: \"9901\"\nboards: [\(boards)]\n") + Self.audit("assessments: {of: gun}\n")
    let found = try #require(
      LinkingFolder(LinkingFolder.ground + source).check().diagnostics.first { $0.code.name == "unknown-board" })
    #expect(found.cure?.sv == "Menade du bun?")
    #expect(found.fixIts.isEmpty)
  }

  @Test func saysThatTheSiteIsMissing() {
    let found = link([], attachments: [], drafts: false)
    #expect(found.diagnostics.names == ["site-missing"])
    #expect(found.places == ["site.yaml:0"])
  }

  @Test func everyCodeOfContentIsEmittedByATestAndExplained() {
    let emitted = Set(
      Self.cases.flatMap(\.codes) + DocumentsTests.cases.map(\.code) + GateTests.cases.flatMap(\.codes) + ["site-missing"])
    let own = DiagnosticCode.documentCodes + DiagnosticCode.linkCodes + DocumentRule.all.map(\.code) + Rule.all.map(\.code)
    #expect(own.map(\.name).filter { !emitted.contains($0) } == [])
    #expect(own.allSatisfy { !$0.explanation.sv.isEmpty && !$0.explanation.en.isEmpty })
    #expect(Set(ContentCodes.all.map(\.name)).count == ContentCodes.all.count)
  }
}

extension String {
  func replacing(_ old: String, _ new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }

  private func firstRange(of other: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
      start = index(after: start)
    }
    return nil
  }
}
