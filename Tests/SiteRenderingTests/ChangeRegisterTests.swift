import AuditModel
import Diagnostics
import Testing

@testable import SiteRendering

@Suite struct ChangeRegisterTests {
  private func read(_ text: String) -> Checked<ChangeRegister> {
    ChangeRegister.read(SourceFile(path: "exempelby/changes.txt", text: text))
  }

  private static let lines = [
    "a-2021 = 2026-01-01 date=2021-01-01 text=0123456789ab",
    "a-2021/R1 = 2026-01-01 state=done criticism/ks=avstyrkt%20ansvarsfrihet text=ab0123456789",
    "a-2021/R1 2026-02-01 event state=answered>done by=a-2021/uppf%20a",
    "a-2021/R1 2026-02-01.2 correction due=>2026-12",
    "a-2021/R1 2026-03-01 correction text",
    "a-2021/R1 2026-03-02 event state=awaiting-reply>reply-overdue passed=2026-03-01",
  ]

  @Test func whatIsReadIsPrintedAsItWas() {
    let register = read(ChangeRegisterTests.lines.joined(separator: "\r\n")).value
    #expect(register.changes.map(\.cause).first == .document("a-2021/uppf a"))
    let printed = ChangeRegister.print(register.published.map { ($0.key, $0.value[0]) }, register.changes)
    #expect(
      String(decoding: printed, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
        == ChangeRegisterTests.lines)
  }

  @Test func theOrderOfTheLinesSaysNothing() {
    let reversed = read(ChangeRegisterTests.lines.reversed().joined(separator: "\n"))
    let twice = read((ChangeRegisterTests.lines + ChangeRegisterTests.lines).joined(separator: "\n"))
    let once = read(ChangeRegisterTests.lines.joined(separator: "\n"))
    #expect(reversed.diagnostics.isEmpty)
    #expect(reversed.value.changes == once.value.changes && twice.value.changes == once.value.changes)
    #expect(reversed.value.published == once.value.published && twice.value.published == once.value.published)
  }

  @Test(arguments: [
    "a-2021", "a-2021 = state=done", "a-2021 = 2026-01 state=done", "a-2021 = 2026-01-01 done", "a-2021 2026-01-01 event",
    "a-2021 2026-01-01 rumour state=a>b", "a-2021 2026-13-01 event state=a>b", "a-2021 2026-01-01.1 event state=a>b",
    "a-2021 2026-01-01 event state", "a-2021 2026-01-01 event colour=a>b", "a-2021 2026-01-01 correction text=hemligt>öppet",
    "a-2021 2026-01-01 event state=a>b because=x", "=======",
  ])
  func aDamagedLineIsAnErrorAtItsPlace(_ line: String) {
    let register = read("# kommentar\n" + line + "\n" + ChangeRegisterTests.lines[0] + "\n")
    #expect(register.diagnostics.map(\.code) == [ChangeCodes.line])
    #expect(register.diagnostics.first?.location.lower == 12)
    #expect(register.value.published.count == 1)
  }

  @Test func afterAMergeAFactThatIsAsEitherSideSaysHasNotChanged() {
    let changed = RegisterUpdate.differences(
      ["state=done text=a", "state=answered text=b due=2026"], "state=done text=b due=2027")
    #expect(changed.map(\.name.text) == ["due"])
    #expect(changed.first?.was == "" && changed.first?.now == "2027")
  }

  @Test func onlyWordsCountInADigestOfAText() {
    func digest(_ text: String) -> UInt64 { Array(text.utf8).withUnsafeBufferPointer(TextDigest.of) }
    #expect(digest("Ta fram\n  en plan.") == digest("Ta fram en plan.\n"))
    #expect(digest("Ta fram en plan.") != digest("Ta fram enplan."))
    var one = TextDigest()
    one.add("a")
    one.add("")
    var other = TextDigest()
    other.add("")
    other.add("a")
    #expect(one.value != other.value)
  }
}
