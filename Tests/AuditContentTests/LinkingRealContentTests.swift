import AuditModel
import Diagnostics
import Testing

@testable import AuditContent

/// The content in the repository, all the way from its folder to an archive.
@Suite struct LinkingRealContentTests {
  static func folder(_ path: String) -> String {
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/" + path
  }

  static func load(_ path: String, jobs: Int = 2) -> (archive: Archive, diagnostics: [Diagnostic]) {
    let tree = SourceTree.load(folder(path))
    let parsed = Content.parse(tree: tree.value, jobs: jobs)
    let linked = Content.link(parsed.value, attachments: Content.attachments(of: tree.value))
    let rules = Content.validate(linked.value, parsed.value)
    return (linked.value, tree.diagnostics + parsed.diagnostics + linked.diagnostics + rules)
  }

  @Test(arguments: ["content", "templates/example/content"])
  func loadsWithoutAnyComplaint(path: String) {
    let (_, diagnostics) = Self.load(path)
    let complaints = diagnostics.filter { $0.severity > .note }
    #expect(complaints.map { "\($0.location.path):\($0.location.lower) \($0.message.sv)" } == [])
  }

  @Test func countsTwentyTwoRecommendationsInTheFiveDocuments() {
    let (archive, _) = Self.load("content")
    let counts = archive.audits.map { audit in
      (audit.id, audit.recommendations.count { archive[$0].isCounted })
    }
    #expect(
      counts.map(\.0) == [
        "boras/integration-2021", "trollhattan/integration", "vanersborg/integration-2019", "vanersborg/integration-2022",
      ])
    #expect(counts.map(\.1) == [6, 4, 5, 7])
    #expect(archive.replies.map(\.id) == ["boras/integration-2021/svar-ks"])
    #expect(archive.answers.count == 7)
    #expect(archive.measures.map(\.id) == ["M1", "M2", "M3"].map { "boras/integration-2021/" + $0 })
  }

  @Test func anyNumberOfJobsGivesTheSameArchive() {
    let one = Self.load("templates/example/content", jobs: 1)
    let many = Self.load("templates/example/content", jobs: 7)
    #expect(one.diagnostics == many.diagnostics)
    #expect(one.archive.recommendations.map(\.id) == many.archive.recommendations.map(\.id))
    #expect(one.archive.mentions == many.archive.mentions)
  }

  @Test(arguments: ["content", "templates/example/content"])
  func textsOfTheirOwnShareNoMemoryWithTheDocuments(path: String) {
    let tree = SourceTree.load(Self.folder(path)).value
    let documents = Content.parse(tree: tree, jobs: 2).value
    func shared(ownsTexts: Bool) -> [String] {
      let attachments = Content.attachments(of: tree)
      let archive = Content.linkKeeping(documents, attachments: attachments, ownsTexts: ownsTexts).value.archive
      let entities: [Any] = [
        archive.municipalities, archive.boards, archive.audits, archive.recommendations, archive.replies, archive.answers,
        archive.measures, archive.followUps, archive.findings, archive.movedDeadlines,
      ]
      let kept = Self.texts(in: documents.map(\.content))
      return Self.texts(in: entities).filter { kept[$0.key] != nil }.map(\.value)
    }
    #expect(!shared(ownsTexts: false).isEmpty)
    #expect(shared(ownsTexts: true) == [])
  }

  /// All texts in some values that are too long to lie in the value itself, by where they lie.
  private static func texts(in value: Any) -> [UnsafeRawPointer: String] {
    var texts: [UnsafeRawPointer: String] = [:]
    func add(_ value: Any) {
      if let text = value as? String {
        if text.utf8.count > 15,
          let place = text.utf8.withContiguousStorageIfAvailable({ UnsafeRawPointer($0.baseAddress) }) ?? nil
        {
          texts[place] = text
        }
      } else {
        for child in Mirror(reflecting: value).children { add(child.value) }
      }
    }
    add(value)
    return texts
  }
}
