import Diagnostics
import Foundation
import Testing

@testable import missiv

@Suite struct StringsFileTests {
  /// A strings file that cannot be read says where, and nothing of all that stands after that place.
  @Test(arguments: [("menu.start: Start", "menu.start: [Start"), ("menu.start: Start", "menu.start: \"Start")])
  func oneBrokenLineIsNotToldAsHundredsOfMissingSentences(line: String, broken: String) throws {
    let bytes = try #require(FileManager.default.contents(atPath: projectFolder + "/templates/strings/sv.yaml"))
    let text = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: line, with: broken)
    let read = StringsFile.read(SourceFile(path: "sv.yaml", text: text), reference: nil)
    #expect(read.value == nil)
    #expect((1...3).contains(read.diagnostics.count), "\(read.diagnostics.count)")
    #expect(!read.diagnostics.contains { $0.code.name == StringsFile.unusable.name })
  }

  @Test func aCopyThatAnEditorLeftBesideIsNoPartOfTheTheme() throws {
    let site = try TestSite(smallSite)
    try site.write("phrases: [", to: "../templates/strings/sv.yaml~")
    try site.write("body {", to: "../templates/assets/missiv.css~")
    try site.build()
    #expect(!FileManager.default.fileExists(atPath: site.output + "/assets/missiv.css~"))
    #expect(try site.page("").contains("Exempelby"))
  }
}
