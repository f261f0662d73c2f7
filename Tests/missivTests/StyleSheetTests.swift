import Foundation
import Testing

@testable import missiv

/// Style sheets lose what only their source needs, and nothing else.
@Suite struct StyleSheetTests {
  private func compact(_ source: String) -> String { String(decoding: StyleSheet.compact(Array(source.utf8)), as: UTF8.self) }

  @Test(arguments: [
    ("/* why */ a {\n  color: red;\n  margin: 0 auto;\n}\n", "a{color:red;margin:0 auto}"),
    ("a /* of */ b { }", "a b{}"),
    ("a :hover, b:focus { }", "a :hover,b:focus{}"),
    (
      "@media (min-width: 44rem) and (max-width: 60rem) { a { color: red } }",
      "@media (min-width:44rem) and (max-width:60rem){a{color:red}}"
    ),
    ("a { width: calc(1px + 2em - var(--x)); }", "a{width:calc(1px + 2em - var(--x))}"),
    ("/*! licence; { } */ a { }", "/*! licence; { } */ a{}"),
  ]) func commentsAndWhiteSpaceGo(_ source: String, _ expected: String) {
    #expect(compact(source) == expected)
  }

  @Test(arguments: [
    #"a::before{content:" /* ; } "}"#, #"a::before{content:"\" ;  ; "}"#, "a{background:url(data:image/svg+xml;a,  b;/*c*/)}",
    #"a{background:url( "x  y" )}"#, #".\31 2{}"#, #".a\ \;b{}"#, #".a\{ b{}"#, "a/**/.b{}",
  ]) func stringsAddressesAndEscapesStay(_ source: String) {
    #expect(compact(source) == source)
  }

  @Test(arguments: [#"a{content:"never  ended"#, "a{b:url(never  ended", "a{b:c\\", "a{} /* never  ended"])
  func whatIsNeverClosedDoesNotTrap(_ source: String) {
    #expect(source.hasPrefix(compact(source).prefix(3)))
  }

  @Test func compactingTwiceIsCompactingOnce() throws {
    let sheet = try #require(FileManager.default.contents(atPath: projectFolder + "/templates/assets/missiv.css"))
    let once = StyleSheet.compact(Array(sheet))
    #expect(once.count < sheet.count)
    #expect(StyleSheet.compact(once) == once)
  }

  @Test func aSheetThatIsNamedStandsInPlaceOfItsName() {
    let sheets = ["a.css": "@import \"b.css\";\na{}", "b.css": "b{}\n@import \"a.css\";"].mapValues { Array($0.utf8) }
    let whole = StyleSheet.whole(Array("@import \"a.css\";\n@import \"other.css\";\nc{}".utf8)) { sheets[$0] }
    #expect(compact(String(decoding: whole, as: UTF8.self)) == "b{}a{}@import \"other.css\";c{}")
  }

  @Test func theSitesColourIsInEverySheetThatIsSent() throws {
    let site = try TestSite(contentOfProject: "templates/example/content")
    try site.build()
    let sheets = try site.files().filter { $0.key.hasSuffix(".css") }
    let settings = try String(contentsOfFile: projectFolder + "/templates/example/content/site.yaml", encoding: .utf8)
    let colour = try #require(settings.firstMatch(of: /"(#[0-9a-fA-F]{6})"/)).1
    #expect(sheets.count == 4)
    for sheet in sheets.values {
      #expect(String(decoding: sheet, as: UTF8.self).lowercased().contains("--brand: \(colour.lowercased())"))
    }
  }
}
