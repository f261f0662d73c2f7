import AuditModel
import Diagnostics
import Testing

@testable import AuditContent

/// What the gate stops or warns of, each with the place that the writer is shown.
@Suite struct GateTests {
  static let site = """
    -- site.yaml --
    title: Övning
    base-url: https://example.se/
    as-of: 2026-11-21
    topics: [{id: skola, name: Skola}]
    themes: [{id: ansvar, name: Ansvar}, {id: rutiner, name: Rutiner}]
    board-kinds: [{id: styrelse, name: Styrelser}, {id: skola, name: Skolnämnder}]

    """

  static func audit(_ lines: String, body: String = "", name: String = "skolor", date: String = "2026-09-15") -> String {
    "-- exempelby/\(name)/audit.md --\n---\ntype: audit\ntitle: Skolor\nauditor: Revisorerna\ndate: \(date)\n\(lines)---\n\(body)"
  }

  static func reply(_ lines: String, body: String = "") -> String {
    audit("recommendations: {items: [{id: R1, to: skolnamnden, text: Gör}, {id: R2, to: skolnamnden, text: Gör}]}\n")
      + "-- exempelby/skolor/svar.md --\n---\ntype: reply\nby: skolnamnden\n\(lines)---\n\(body)"
  }

  static func followUp(_ lines: String, by: String = "auditors", name: String = "uppf") -> String {
    "-- exempelby/skolor/\(name).md --\n---\ntype: follow-up\nby: \(by)\n\(lines)---\n"
  }

  static let recommendations =
    audit("recommendations: {items: [{id: R1, to: skolnamnden, text: Gör}, {id: R2, to: kommunstyrelsen, text: Gör}]}\n")

  static let long = "Skolnämnden bör säkerställa att underhållsplanen ses över varje år och redovisas"

  /// A text with enough words to be measured, all of them long and in one sentence.
  static let heavy = Array(repeating: "granskningsverksamhetens ändamålsenlighet", count: 60).joined(separator: " ") + "."

  static func page(_ body: String) -> String { "-- om.md --\n---\ntype: page\ntitle: Om\n---\n\(body)\n" }

  static let cases: [(codes: [String], source: String)] = [
    // Privacy. The numbers are made up: birth numbers from 980 on are those of test persons.
    (["personal-number"], audit("", body: "Handläggare var ⬇18900101-9802.\n")),
    (["personal-number"], audit("summary: Ärendet gäller ⬇900101-9802\n")),
    (["personal-number"], page("| Namn | Nummer |\n| --- | --- |\n| A | ⬇890161-9802 |\n")),
    (["private-mail"], audit("", body: "Skriv till ⬇anna.andersson@Gmail.com.\n")),
    (["private-telephone"], reply("", body: "Ring ⬇070-174 06 05 eller växeln 0321-27 60 00.\n")),
    (["private-telephone"], page("Ring ⬇+46 (0)70 174 06 05.")),

    // Dates.
    (["date-in-future"], audit("", date: "⬇2026-11-22")),
    (["date-in-future"], reply("date: 2026-10-01\ndecision: {body: skolnamnden, date: ⬇2027}\n")),
    (["date-too-early"], audit("", date: "⬇1092-03-23")),
    (["due-before-document"], audit("reply: {due: ⬇2026-01-16}\n")),
    (
      ["deadline-passed", "due-before-document"],
      audit("reply: {due: 2026-12-16}\nrecommendations: {items: {id: ⬇R1, text: Gör, due: ⬇2026-01}}\n")
    ),
    (
      ["deadline-passed", "due-before-document"],
      reply("date: 2026-11-01\nmeasures: {id: ⬇M1, text: a, by: skolnamnden, due: ⬇2026-10-20}\n")
    ),
    (
      ["deadline-passed"],
      audit("recommendations: {items: {id: ⬇R1, to: skolnamnden, text: Gör, due: 2026-10-01}}\n")
    ),
    (
      ["deadline-passed"],
      reply("measures: {id: ⬇M1, text: a, by: skolnamnden, due: 2026-10}\n")
    ),
    (["untouched"], audit("recommendations: {items: {id: R1, text: Gör}}\n", date: "2020").replacing("type:", "⬇type:")),

    // What documents say of one another.
    (["unknown-board"], audit("assessments: {of: ⬇SN, level: not}\n").replacing("exempelby/skolor", "ovningskoping/skolor")),
    (
      ["conflicting-findings"],
      recommendations
        + followUp("findings:\n  - {for: R1, status: planned, source: s. 1}\n  - {for: ⬇R1, status: partly, source: s. 2}\n")
    ),
    (["conflicting-answers"], reply("answers:\n  - {to: R1, stance: accepts}\n  - {to: [⬇R1, R2], stance: rejects}\n")),
    (
      ["claim-contradicted"],
      recommendations
        + followUp("findings: {for: R1, status: implemented, source: s. 1}\n", by: "skolnamnden", name: "redovisning")
        + followUp("findings: {for: ⬇R1, status: remaining, source: s. 1}\n")
    ),
    (["finding-source"], recommendations + followUp("findings: {for: ⬇R1, status: planned}\n")),
    (["assessment-empty"], audit("assessments:\n  - {of: skolnamnden, level: not}\n  - {of: ⬇skolnamnden, aspect: lokaler}\n")),
    (["transcription-missing"], audit("sources: {title: ⬇Missiv}\n", body: "Text.\n")),
    (["umbrella-without-parts"], audit("recommendations: {items: {id: ⬇R1, text: Gör, parts: []}}\n")),
    (["umbrella-without-parts"], audit("recommendations: {items: {id: ⬇R1, text: \"Nämnden bör:\"}}\n")),
    (["empty-value"], audit("recommendations:\n  items:\n    - id: R1\n      text: Gör\n      parts:⬇\n")),
    (
      ["duplicate-recommendation"],
      audit(
        "recommendations:\n  items:\n    - {id: R1, to: skolnamnden, text: \(long).}\n    - {id: ⬇R2, to: SN, text: \(long)}\n")
    ),
    (
      ["repeats-missing"],
      audit("topics: skola\nrecommendations: {items: {id: R1, to: skolnamnden, text: \(long)}}\n", date: "2025-01-15")
        + audit("topics: skola\nrecommendations: {items: {id: ⬇R1, to: SN, text: \(long) till nämnden}}\n", name: "skolor-2026")
    ),
    (
      ["other-words"],
      audit(
        "recommendations: {items: {id: R1, to: skolnamnden, text: \(long)}}\n",
        body: "Vi fann brister.\n\n⬇Skolnämnden bör tillse att underhållsplanen ses över varje år och redovisas.\n")
    ),

    // Texts.
    (["empty-section"], page("## Ett\n\nText.\n\n⬇## Två\n\n## Tre\n\nText.")),
    (["empty-section"], page("## Ett\n\n### Två\n\nText.\n\n⬇## Tre")),
    (["heading-level"], page("## Ett\n\nText.\n\n⬇#### Två\n\nText.")),
    (["alternative-text"], page("![](⬇bild.svg)") + "-- bild.svg --\nx\n"),
    (["vague-link"], page("Läs mer [här](⬇exempelby).")),
    (["vague-link"], page("[Klicka **här**!](⬇https://example.se)")),
    (["readability"], page("⬇" + heavy)),
    (
      ["scanning-leftover"],
      audit("", body: "Nämnden, nämnden och ⬇namnden.\n").replacing("Nämnden, nämnden", "Nämnden och nämnden")
        .replacing("⬇namnden", "nämnden, säger ⬇namnden")
    ),
    (["scanning-leftover"], audit("", body: "Planen ⬇fér skolan.\n")),
    (["scanning-leftover"], audit("", body: "Det ⬇k0mmunala ansvaret.\n")),
    (["scanning-leftover"], audit("", body: "Skolans ⬇nÃ¤mnd beslutade.\n")),
    (["scanning-leftover"], audit("", body: "Den ⬇kommun-\nstyrelse som beslutade om för-\noch nackdelar.\n")),
    (["scanning-leftover"], audit("", body: "Nämnden beslutade.\n\n⬇Exempelby kommun 2021-11-12 3(3)\n\nNämnden ansåg.\n")),
    (["scanning-leftover"], audit("", body: "Nämnden beslutade.\n\n⬇Sida 2 av 5\n\nNämnden ansåg.\n")),
    (
      ["scanning-leftover"],
      audit(
        "",
        body: "⬇"
          + Array(repeating: "Det ar kommunen som har ansvar for skolan och det som hor till den.", count: 10).joined(
            separator: " ") + "\n")
    ),
    (
      ["municipality-name"],
      "-- ovningskoping/a/audit.md --\n---\ntype: audit\ntitle: a\nauditor: b\n---\nI ⬇Ovningskoping finns det.\n"
    ),

    // Attachments.
    (["attachment-type"], "-- exempelby/skolor/bilaga.html --\n⬇<script>\n"),
    (["attachment-type"], "-- exempelby/skolor/bilaga --\n⬇x\n"),
    (["attachment-type"], "-- .dold/a.php --\n⬇x\n"),
    (["attachment-size"], site + "rules: {attachment-size: {limit: 0}}\n-- exempelby/skolor/tabell.csv --\n⬇a,b\n"),
    (["attachment-unread"], "-- exempelby/skolor/Missiv.PDF --\n⬇x\n-- exempelby/skolor/z.docx --\nx\n"),

    // Addresses that are none, or that run programs.
    (["bad-address"], site + "licence: ⬇javascript:alert(1)\n"),
    (
      ["bad-address"],
      "-- exempelby/index.md --\n---\ntype: municipality\nname: a\ncode: \"9901\"\nwebsite: ⬇\"\\tjavascript:alert(1)\"\n---\n"
    ),
    (["bad-address"], audit("sources: {title: a, transcription: verbatim, url: ⬇\"data:text/html,x\"}\n")),
    (["bad-address"], audit("sources: {title: a, transcription: verbatim, url: ⬇https://example.se/\u{200B}a}\n")),
    (["bad-address"], audit("sources: {title: a, transcription: verbatim, url: ⬇//example.se/a}\n")),
    (
      ["bad-address"],
      "-- site.yaml --\ntitle: a\nbase-url: ⬇https://example.se/a;b/\nboard-kinds: [{id: styrelse, name: a}, {id: skola, name: b}]\n"
    ),
    (["bad-address"], LinkingProblemTests.publisher("email: ⬇a@b.se?bcc=<c@d.se>")),
    (["unknown-link"], page("![En bild](⬇https://example.se/a.png)")),
    (["unknown-link"], page("![En bild](⬇//example.se/a.png)")),
    (["unknown-link"], page("![En bild](⬇bild.txt)") + "-- bild.txt --\nx\n"),

    // Settings.
    (["unknown-rule"], site + "rules: {⬇vague-lnk: {severity: note}}\n"),
    (["rule-reason"], site + "rules: {vague-link: {severity: ⬇off}}\n"),
    (["rule-lowered"], site + "rules: {personal-number: {severity: ⬇off, reason: Det går nog bra}}\n"),
    (["rule-lowered"], site + "rules: {unknown-board: {severity: ⬇warning}}\n"),
    (["rule-limit"], site + "rules: {⬇vague-link: {limit: 3}}\n"),
    (["unknown-rule-file"], site + "rules: {vague-link: {severity: error, in: ⬇exempleby}}\n"),
  ]

  @Test(arguments: cases.indices)
  func reportsTheMistakeOnceAtItsPlaceWithACure(index: Int) {
    let (codes, source) = Self.cases[index]
    let folder = LinkingFolder(LinkingFolder.ground + Self.site + source)
    let found = folder.check()
    #expect(found.diagnostics.names == codes)
    #expect(found.places == folder.expected)
    #expect(found.diagnostics.allSatisfy { $0.cure != nil })
  }

  @Test(arguments: cases.indices)
  func everyFixItRemovesItsOwnDiagnostic(index: Int) throws {
    var folder = LinkingFolder(LinkingFolder.ground + Self.site + Self.cases[index].source)
    let diagnostic = try #require(folder.check().diagnostics.first)
    guard let place = folder.files.firstIndex(where: { $0.file.path == diagnostic.location.path }),
      let fixed = diagnostic.fixed(folder.files[place].file)
    else { return }
    folder.files[place] = MarkedFile(fixed.text(in: fixed.bytes.indices), path: fixed.path)
    #expect(folder.check().diagnostics.names == [])
  }

  @Test func aBoardOfAnotherMunicipalityIsSuggestedAndNotPutIn() throws {
    let source = Self.audit("assessments: {of: SN, level: not}\n").replacing("exempelby/skolor", "ovningskoping/skolor")
    let found = try #require(LinkingFolder(LinkingFolder.ground + Self.site + source).check().diagnostics.first)
    #expect(found.cure?.sv == "Menade du exempelby/skolnamnden?")
    #expect(found.fixIts == [])
  }

  @Test func whatIsSaidToBeWordForWordIsNotCorrectedByAProgram() throws {
    for (transcription, count) in [("verbatim", 0), ("ocr-corrected", 1)] {
      let source = Self.audit("sources: {title: Missiv, transcription: \(transcription)}\n", body: "Planen fér skolan.\n")
      let found = try #require(LinkingFolder(LinkingFolder.ground + Self.site + source).check().diagnostics.first)
      #expect(found.code == .scanningLeftover)
      #expect(found.fixIts.count == count)
    }
  }

  /// Texts made to take long.
  private static let strange = [
    String(repeating: "<", count: 40_000), String(repeating: "a0", count: 20_000), String(repeating: "a@", count: 20_000),
    String(repeating: "12 ", count: 20_000), String(repeating: "a- ", count: 20_000), String(repeating: "](", count: 20_000),
    String(repeating: "18900101-9802 ", count: 3000), "a-" + String(repeating: " ", count: 40_000) + "b",
  ]

  @Test(arguments: strange.indices)
  func strangeTextsAreReadToTheEnd(index: Int) {
    let recommendations = (0..<50).map { "{id: R\($0), text: \(Array(repeating: "a", count: 30).joined(separator: " "))}" }
    let source = Self.audit(
      "recommendations: {items: [\(recommendations.joined(separator: ", "))]}\n", body: Self.strange[index] + "\n")
    let found = LinkingFolder(LinkingFolder.ground + Self.site + source).check()
    #expect(found.value.audits.count == 1)
  }

  /// What looks like a mistake and is none.
  @Test(arguments: [
    audit("", body: "Barn- och utbildningsnämnden, in- och utflyttning, mål- samt resursplan, skol-, vård- och omsorg.\n"),
    audit("", body: "Enligt artikel 6(1) och 3 kap. 2 § beslutade idékommittén om entréer 2021-03-23, § 32.\n"),
    audit("", body: "De svåra frågorna. Det är svårt att svara. Svåra svar, svåra val och svåra frågor att svara på.\n"),
    audit("", body: "Se [bilaga R1a](https://example.se/har-1b2c) och ks2020.\n"),
    audit("recommendations: {items: [{id: R1, to: skolnamnden, text: \(long)}, {id: R2, to: kommunstyrelsen, text: \(long)}]}\n"),
    audit("recommendations: {items: {id: R1, text: \(long)}}\n", body: "- \(long.lowercased()).\n"),
    page("# Ett\n\n## Två\n\n### Tre\n\nText.\n\n# Fyra\n\nText."),
    page("[Så läser du sidan](exempelby) och [](exempelby)."),
    page("Ring 0321-27 60 00 eller 08-123 456 78. Skriv till revisionen@example.se."),
    reply("measures: {id: M1, text: a, by: skolnamnden, due: 2026?}\n"),
  ])
  func saysNothingOf(source: String) {
    #expect(LinkingFolder(LinkingFolder.ground + Self.site + source).check().diagnostics.names == [])
  }
}
