import Diagnostics
import Testing

@testable import SiteRendering

@Suite struct CodeRegisterTests {
  private func read(_ text: String) -> Checked<CodeRegister> {
    CodeRegister.read(SourceFile(path: CodeRegister.path, text: text))
  }

  @Test func theOrderOfTheLinesSaysNothing() {
    let one = read("# kommentar\n9999-b /b/b/\r\n9999-a /a/a/\n9999-a /a/a/\n")
    let other = read("9999-a /a/a/\n9999-b /b/b/\n")
    #expect(one.diagnostics.isEmpty && other.diagnostics.isEmpty)
    #expect(one.value.entries.map(\.code) == ["9999-a", "9999-b"])
    #expect(CodeRegister.print(one.value.entries) == CodeRegister.print(other.value.entries))
  }

  @Test(arguments: [
    "9999-a", "9999-a a/a/", "9999-A /a/a/", "9999-a /a/a", "9999-a /a/a/ b", "9999-a /", "<<<<<<<HEAD", "9999/a /a/a/",
  ])
  func whatIsNoCodeWithItsAddressIsAnErrorAtItsLine(_ line: String) {
    let register = read("1-a /b/\n" + line + "\n")
    #expect(register.diagnostics.map(\.code) == [CitationCodeCodes.line])
    #expect(register.diagnostics.first?.location.lower == 8)
    #expect(register.value.entries.count == 1)
  }

  /// Whether they are of one audit is seen when it is known where each leads.
  @Test func aCodeMayStandWithTwoAddresses() {
    let register = read("9999-a /b/b/\n9999-a /a/a/\n")
    #expect(register.diagnostics.isEmpty)
    #expect(register.value.entries.map(\.address) == ["a/a/", "b/b/"])
  }
}
