import Diagnostics
import Testing

@testable import AuditContent

/// What is copied beside the pages is looked through as far as it can be read, and what nobody has read is said to be so.
@Suite struct AttachmentTests {
  private func found(_ name: String, _ text: String) throws -> [Diagnostic] {
    let folder = try TemporaryFolder()
    try folder.write("exempelby/skolor/" + name, text)
    return Content.parse(tree: SourceTree.load(folder.path).value, jobs: 1).diagnostics
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<svg:script xlink:href=\"#a\"/>", "<SCRIPT>", "<rect onload=\"alert(1)\"/>",
    "<rect\nOnClick = 'a()'/>",
    "<a href=\"javascript:alert(1)\">", "<a xlink:href=' java&#115;cript:alert(1)'>",
    "<image href=\"https://example.se/a.png\"/>",
    "<use href=\"//example.se/a.svg#b\"/>", "<foreignObject>", "<iframe>", "<!ENTITY a \"b\">", "<?xml-stylesheet href=\"a\"?>",
    "<style>@import 'https://example.se/a.css'</style>", "<image href=\"data:image/svg+xml,a\"/>",
    "<set attributeName=\"href\"/>", "a\u{0}b",
  ])
  func aPictureThatDoesMoreThanDrawIsStopped(part: String) throws {
    let diagnostics = try found("bild.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">\(part)</svg>")
    #expect(diagnostics.names == ["active-picture"])
  }

  @Test(arguments: [
    "<rect width=\"1\" class=\"on\"/>", "<use href=\"#a\" xlink:href='#b'/>", "<style>.onload { fill: red }</style>",
    "<image href=\"data:image/png;base64,AAAA\"/>", "<text>a = b, script och on = 1</text>", "<a href=\"\"/>",
  ])
  func aPictureThatDrawsIsNot(part: String) throws {
    #expect(try found("bild.svg", "<svg viewBox=\"0 0 1 1\">\(part)</svg>").names == [])
  }

  @Test(arguments: [
    "a,b\n1,=SUM(A1)\n", "a;b\n1;+1-cmd|x\n", "a,b\n1,\"@a\"\n", "=a,b\n", "a,b\r\n 1, -2+3\r\n", "\u{FEFF}-a,b\n",
    "a\tb\n1\t=2\n",
  ])
  func aTableWithAFormulaIsStopped(text: String) throws {
    let diagnostics = try found("tabell.csv", text)
    #expect(diagnostics.names == ["csv-formula"])
    #expect(diagnostics.allSatisfy { $0.location.upper > $0.location.lower })
  }

  @Test(arguments: ["a,b\n-1,-2\n", "a;b\n-5,2;+3 %\n", "a,b\n-,–\n", "a,b\n\"-5,2\",x=y\n", "a,b\n+46 33 35 70 00,a@b.se\n"])
  func aTableOfNumbersAndDashesIsNot(text: String) throws {
    #expect(try found("tabell.csv", text).names == [])
  }

  @Test(arguments: [
    ("audit.md.txt", "Rapport"), ("audit.MD", "x"), ("Audit (1).markdown", "x"), ("audit.md.docx", "x"),
    ("audit.txt", "---\r\ntype: audit\r\ntitle: Skolor\r\n---\r\n"),
    ("audit.txt", "\u{FEFF}---\ntitle: Skolor\ntype: audit\n---\n"),
  ])
  func aDocumentWithAnotherEndingIsNotCopiedInSilence(name: String, text: String) throws {
    let found = try found(name, text)
    #expect(found.names == ["document-ending"])
    let better = name.hasPrefix("A") ? "Audit (1).md" : "audit.md"
    #expect(found.first?.cure?.sv.hasPrefix("Döp om filen till \(better).") == true)
  }

  @Test func aCopyThatAProgramLeftIsNotToTakeTheDocumentsPlace() throws {
    #expect(try found("audit.md.bak", "---\ntype: audit\n---\n").first?.cure?.sv.contains("Finns audit.md redan") == true)
  }

  @Test(arguments: ["---\nEn rad\n---\ntype: audit\n", "type: audit\n", "Hej\n"])
  func aTextIsNoDocument(text: String) throws {
    #expect(try found("lasmig.txt", text).names == [])
  }

  @Test func whatCannotBeReadIsSaidToBeUnread() throws {
    let folder = try TemporaryFolder()
    try folder.write("stor.txt", "x")
    let entry = SourceEntry(path: "borta.txt", kind: .attachment, size: 1)
    #expect(checkAttachment(entry, of: SourceTree.load(folder.path).value).names == ["unreadable-file"])
  }
}
