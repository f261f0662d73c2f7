import AuditModel
import Testing

@Suite struct DecimalNumberTests {
  @Test(arguments: [
    ("1 234,5", "1\u{A0}234,5"), ("1234.5", "1\u{A0}234,5"), ("1.234.567", "1\u{A0}234\u{A0}567"), ("1.234,50", "1\u{A0}234,50"),
    ("−3,2 %", "−3,2"), ("-0.05", "−0,05"), ("+7", "7"), ("0", "0"), ("12\u{202F}345", "12\u{A0}345"),
    ("100 000 000 000 000", "100\u{A0}000\u{A0}000\u{A0}000\u{A0}000"),
  ])
  func readsAsPeopleWriteAndWritesInSwedish(_ written: String, _ shown: String) throws {
    #expect(NumberStyle.swedish.text(try #require(DecimalNumber(written))) == shown)
  }

  @Test(arguments: [
    "", "-", "%", "1,2,3.4.5", "1e5", "tre", "1-2", "2021.03.01", "2021 03", ",5", "1 2", "1,0000000001", "100000000000001",
    "99999999999999999999999",
  ])
  func takesNothingElse(_ written: String) {
    #expect(DecimalNumber(written) == nil)
  }
}
