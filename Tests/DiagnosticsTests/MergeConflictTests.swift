import Diagnostics
import Testing

@Suite struct MergeConflictTests {
  @Test func eachLineOfMarksIsFound() {
    let file = SourceFile(path: "om.md", text: "Text\r\n<<<<<<< HEAD\r\nEtt\r\n=======\r\nTvå\r\n>>>>>>> gren\r\n")
    #expect(
      file.mergeConflicts().map { file.text(in: $0.location.lower..<$0.location.upper) } == ["<<<<<<< HEAD", ">>>>>>> gren"])
  }

  @Test(arguments: ["Rubrik\n=======\n", "> Citat\n>> i citat\n", "a <<<<<<< b\n", "<<<<<<<< HEAD\n", "<<<<<<<", ""])
  func whatOnlyLooksLikeMarksIsNone(text: String) {
    #expect(SourceFile(path: "om.md", text: text).mergeConflicts().isEmpty)
  }
}
