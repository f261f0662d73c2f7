import Diagnostics
import Testing

@testable import SiteRendering

@Suite struct AddressRegisterTests {
  private func read(_ text: String) -> Checked<AddressRegister> {
    AddressRegister.read(SourceFile(path: AddressRegister.path, text: text))
  }

  @Test func aLineIsAnAddressAndPerhapsWhatBecameOfIt() {
    let register = read("# kommentar\n/\n/boras/\r\n/boras/gammal-2019/ borttagen 2026-11-21 Hör till en annan kommun.\n")
    #expect(register.diagnostics.isEmpty)
    #expect(register.value.entries.map(\.address) == ["", "boras/", "boras/gammal-2019/"])
    #expect(
      register.value.entries.map(\.removal) == [
        nil, nil, AddressRegister.Removal(day: "2026-11-21", reason: "Hör till en annan kommun."),
      ])
  }

  @Test(arguments: [
    "boras/", "/boras", "/boras/ bort", "/boras/ borttagen 2026-13-01 skäl", "/boras/ borttagen 2026-02-30 skäl",
    "/boras/ borttagen i dag skäl",
    "/boras/ borttagen 2026-11-21",
    "/boras/;return/", "/Borås/", "/a\"b/",
  ])
  func whatIsNoAddressIsAnErrorAtItsLine(_ line: String) {
    let register = read("/\n" + line + "\n")
    #expect(register.diagnostics.map(\.code) == [AddressCodes.line])
    #expect(register.diagnostics.first?.location.lower == 2)
    #expect(register.value.entries.count == 1)
  }

  @Test func newAddressesComeInTheirPlaceAndWhatStandsThereStays() throws {
    let register = read("# kommentar\n/\n/b/ borttagen 2026-11-21 Skäl.\n").value
    let bytes = try #require(register.adding(["", "c/", "a/"]))
    #expect(String(decoding: bytes, as: UTF8.self) == "# kommentar\n/\n/a/\n/b/ borttagen 2026-11-21 Skäl.\n/c/\n")
    #expect(register.adding(["", "b/"]) == nil)
  }

  @Test func anAddressBelowAMovedOneMovesWithTheNearest() {
    let moves = Moves([
      .redirect(from: "boras/gammal/index.html", to: "boras/ny/index.html"),
      .redirect(from: "boras/index.html", to: "b/index.html"),
    ])
    #expect(moves.target(of: "boras/gammal/r1/") == "boras/ny/r1/")
    #expect(moves.target(of: "boras/annan/") == "b/annan/")
    #expect(moves.target(of: "kil/") == nil)
  }
}
