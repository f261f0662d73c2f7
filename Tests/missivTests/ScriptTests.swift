import Testing

@testable import missiv

/// Scripts are sent without what only their source needs.
@Suite struct ScriptTests {
  @Test func commentsAndIndentationGo() {
    let source = "// What it is.\nif (a) {\n  // why\n\n  b(\"// not a comment\");\n}\n"
    #expect(sent(source) == "if (a) {\nb(\"// not a comment\");\n}\n")
  }

  @Test func aScriptWithATextOfSeveralLinesIsLeftAsItIs() {
    let source = "let text = `\n  // not a comment\n`;\n"
    #expect(sent(source) == source)
  }

  private func sent(_ source: String) -> String { String(decoding: Script.compact(Array(source.utf8)), as: UTF8.self) }
}
