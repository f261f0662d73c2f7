import AuditModel
import Diagnostics
import Testing

@testable import AuditContent

/// Forty different mistakes in one folder give forty diagnostics, each at the right place and with a cure, in one run.
@Suite struct FortyMistakesTests {
  static let folder = """
    -- site.yaml --
    title: Övningsrevisionen
    base-url: ⬇revision.example.se
    as-of: ⬇21 november
    ⬇tema: blått
    brand:
      colour: ⬇blå
      logo: ⬇loga.svg
    topics:
      - {id: skola, name: Skola}
      - {id: ⬇Skola, name: Skolan}
    themes:
      - {id: ansvar, name: Ansvar}
      - {id: ⬇mål och mått, name: Mål}
    board-kinds:
      - {id: styrelse, name: Styrelser}
      - {id: skola, name: Skolnämnder}
    -- logo.svg --
    <svg/>
    -- exempelby/index.md --
    ---
    type: municipality
    name: Exempelby kommun
    code: ⬇99
    boards:
      - {id: kommunstyrelsen, name: Kommunstyrelsen, kind: styrelse, body: ⬇styrelse}
      - {id: skolnamnden, name: Skolnämnden, kind: ⬇skolor}
      - {id: ⬇exempelby, name: Kommunen, kind: styrelse}
      - {id: gamla, name: Gamla nämnden, kind: skola, from: 2015, to: ⬇2011}
      - {⬇name: Namnlösa nämnden, kind: skola}
    ---
    Se [skolnämnden](skolnamnden) och [granskningen](⬇exempelby/skola).
    -- exempelby/skolor/audit.md --
    ---
    type: audit
    ⬇titel: Skolornas lokaler
    auditor:⬇
    date: ⬇2022-02-30
    kind: ⬇indepth
    topics: [⬇sjukvård]
    draft: ⬇nej
    inferred: {⬇datum: Året följer av svarstiden}
    reply: ⬇2022-12-01
    observations:
      - {text: Taket läcker, themes: ⬇ansvaret, tone: negative}
    recommendations:
      items:
        - {id: R1, to: skolnamnden, text: Laga taket}
        - {id: ⬇r1, to: skolnamnden, text: Laga golvet}
        - {id: R3, to: skolnamnden, text: ⬇[Laga, dörren]}
        - {id: ⬇R4, to: skolnamnden, text: Laga väggen, companion-of: R4}
    formerly: ⬇gammal/adress
    sources: {title: Missiv, file: ⬇misiv.txt, transcription: verbatim}
    ---
    Text med ⬇<b>rå HTML</b>.
    -- exempelby/skolor/missiv.txt --
    x
    -- exempelby/skolor/svar.md --
    ---
    type: reply
    by: skolnamnden
    date: 2022-11-30
    ⬇date: 2022-12-01
    answers:
      - {to: ⬇R9, stance: accepts}
      - {⬇to: R1}
    measures:
      - {id: ⬇R3, by: skolnamnden, text: Vi lagar}
      - {id: M1, for: R1, by: skolnamnden, due: ⬇16 april 2023, text: Vi lagar}
    ---
    -- exempelby/skolor/uppf.md --
    ---
    type: follow-up
    by: auditors
    findings:
      - {for: ⬇R1, status: obsolete, source: s. 1}
      - {for: [R3, ⬇M7], status: planned, source: s. 1}
    counts: {planned: ⬇ett}
    ---
    -- exempelby/losa/svar.md --
    ---
    ⬇type: reply
    by: kommunstyrelsen
    ---
    -- exempelby/sida.md --
    ---
    ⬇type: page
    title: Om oss
    ---
    -- om.md --
    ---
    ⬇title: Om webbplatsen
    ---
    """

  @Test func fortyMistakesGiveFortyDiagnosticsEachAtItsPlaceWithACure() {
    let folder = LinkingFolder(Self.folder)
    let found = folder.check()
    #expect(folder.expected.count == 40)
    #expect(found.places == folder.expected)
    #expect(found.diagnostics.filter { $0.cure == nil }.names == [])
    // Not forty times the same.
    #expect(Set(found.diagnostics.names).count >= 25)
    for diagnostic in found.diagnostics {
      #expect(!diagnostic.message.sv.hasSuffix(".") && !diagnostic.message.en.hasSuffix("."))
    }
  }

  @Test func applyingEveryFixItMakesNoNewProblem() {
    var folder = LinkingFolder(Self.folder)
    let before = folder.check().diagnostics
    let fixes = before.flatMap(\.fixIts)
    for (index, file) in folder.files.enumerated() {
      var bytes = file.file.bytes
      for fix in fixes.filter({ $0.location.path == file.file.path }).sorted(by: { $0.location.lower > $1.location.lower }) {
        bytes.replaceSubrange(fix.location.range, with: Array(fix.replacement.utf8))
      }
      folder.files[index] = MarkedFile(String(decoding: bytes, as: UTF8.self), path: file.file.path)
    }
    let after = folder.check().diagnostics
    #expect(after.count == before.count - fixes.count)
  }
}
