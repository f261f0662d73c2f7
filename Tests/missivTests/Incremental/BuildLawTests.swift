import ArgumentParser
import Checksums
import Diagnostics
import Foundation
import SitePublishing
import SiteRendering
import Testing

@testable import missiv

/// Whatever somebody does to a site, its options, its output or what is remembered of the last build: the next build makes and
/// says what a clean one does.
///
/// `MISSIV_EDITS=500` tries that many sequences of edits instead of a few: `make mutate`.
@Suite struct BuildLawTests {
  private static let asked = ProcessInfo.processInfo.environment["MISSIV_EDITS"].flatMap(Int.init)
  private static let steps = asked == nil ? 3 : 8
  static let sequences = 0..<(asked ?? 1)

  @Test(arguments: sequences) func afterAnyEditsABuildMakesWhatACleanOneMakes(_ sequence: Int) throws {
    let site = try RebuiltSite(seed: UInt64(sequence), inTwoLanguages: Self.asked != nil)
    try site.build("sequence \(sequence), first")
    for step in 1...Self.steps {
      let edits = try (0...site.edited.random.below(Self.asked == nil ? 4 : 2)).map { _ in try site.change() }
      try site.build("sequence \(sequence), edit \(step): \(edits)")
    }
  }

  /// The first edit of the day is news, which the site tells of; the second is not.
  @Test func anEditOfATextIsMadeFromAPartOfTheSite() throws {
    let site = try RebuiltSite(seed: 0, inTwoLanguages: true)
    try site.build("first", compares: false)
    for path in [
      "ovningskoping/hemtjanst-2020/audit.md", "exempelby/skolbyggnader-2022/audit.md", "ovningskoping/hemtjanst-2020/audit.md",
    ] {
      let ending = try site.build("the text of " + site.repeatWords(of: path))
      #expect(ending.isOfTexts, "\(path)")
      #expect(ending.rendered < 60, "\(path)")
      #expect(try site.edited.files.hasSpareInStep(), "\(path)")
    }
    try site.edited.files.replace("title: ", with: "title: Om ", in: "ovningskoping/hemtjanst-2020/audit.md")
    #expect(try !site.build("a title").isOfTexts)
    #expect(try site.edited.files.hasSpareInStep())
    try #expect(site.build("the text of " + site.repeatWords(of: "exempelby/skolbyggnader-2022/audit.md")).isOfTexts)
    #expect(try site.edited.files.hasSpareInStep())
  }

  @Test func onlyWhatCanShowAnEditIsRendered() throws {
    let site = try RebuiltSite(seed: 0, inTwoLanguages: false)
    let files = site.edited.files
    try site.build("first", compares: false)
    func append(_ text: String, to path: String) throws {
      try files.write(String(contentsOfFile: files.content + "/" + path, encoding: .utf8) + text, to: path)
    }
    try append("\n", to: "site.yaml")
    let everything = try site.keys()
    let rendered = try site.build("another site.yaml", compares: false).rendered
    #expect(rendered > 100)

    try append("\nMer text.\n", to: "om.md")
    #expect(try site.reach(since: everything) == ["om/index.html"])
    let always = try site.build("a free page", compares: false).rendered - 1
    #expect(always < 50, "style sheets, rules for servers and pages of what is gone")

    let audit = "exempelby/skolbyggnader-2022"
    var before = try site.keys()
    try append("\nMer text.\n", to: audit + "/audit.md")
    let text = try site.reach(since: before)
    #expect(text.contains(audit + "/index.html"))
    let others = Set(text.filter { !$0.hasPrefix(audit) })
    #expect(
      others == ["andringar.xml", "data/changes.csv", "data/changes.json", "data/data.zip"],
      "that the text is another is told on its pages, in the feed of changes and in the data")
    let ofText = try site.build("the text of an audit", compares: false)
    #expect(ofText.rendered == text.count + (ofText.isOfTexts ? 0 : always))

    before = try site.keys()
    try files.replace("title: ", with: "title: Om ", in: "ovningskoping/hemtjanst-2020/audit.md")
    let title = try site.reach(since: before)
    #expect(title.contains("ovningskoping/index.html") && title.contains("index.html"))
    #expect(title.filter { $0.hasPrefix("exempelby/") } == [], "another municipality shows nothing of it")
    #expect(try site.build("the title of an audit").rendered == title.count + always)
  }
}

/// A small site that is changed in all ways, and built twice after each: with the help of the last build, and elsewhere without.
private final class RebuiltSite {
  let edited: EditedSite
  private var hasErrors = false
  private var options = ["--as-of", "2026-11-21"]
  /// Whether the output is named, so that nothing is noted of what is published.
  private var isElsewhere = false
  private var number = 0
  private var oldRecord: Data?
  /// Whether a spare tree is kept, as of large sites.
  private var keepsSpare = true

  init(seed: UInt64, inTwoLanguages: Bool) throws {
    edited = try EditedSite(
      seed: seed,
      without: [
        "arsrevision-2024", "grundlaggande-2023", "hemtjanst-2026", "intern-kontroll-2025", "arsrevision-2023", "energi-2021",
        "it-sakerhet-2026", "skollokaler-2023",
      ])
    if !inTwoLanguages { try edited.files.replace("languages: [sv, en]", with: "languages: [sv]", in: "site.yaml") }
  }

  private var content: String { edited.files.content }
  private var output: String { edited.files.output }

  /// Puts what a document says already at its end once more; its path.
  func repeatWords(of path: String) throws -> String {
    let text = try String(contentsOfFile: content + "/" + path, encoding: .utf8)
    let paragraph = text.components(separatedBy: "\n\n").dropFirst().last {
      !$0.isEmpty && $0.allSatisfy { !"#[]|!-<*".contains($0) }
    }
    try edited.files.write(text + "\n" + (paragraph ?? "") + "\n", to: path)
    return path
  }

  /// One change of any kind; what it was.
  func change() throws -> String {
    number += 1
    switch edited.random.below(14) {
    case 0: return try disturbOutput()
    case 1: return try disturbRecord()
    case 2: return try disturbRegister()
    case 7: return try disturbSpare()
    case 3:
      options = edited.random.pick([
        ["--as-of", "2026-11-21"], ["--as-of", "2026-12-24"], ["--as-of", "2026-11-21", "--drafts"],
        ["--as-of", "2026-11-21", "--strict"],
      ])
      isElsewhere = edited.random.below(3) == 0
      return options.joined(separator: " ") + (isElsewhere ? " elsewhere" : "")
    case 4: return try saveWithTheSameTime()
    case 5, 6:
      let documents = (FileSystem.files(below: content) ?? []).filter { $0.hasSuffix(".md") }
      return documents.isEmpty ? "nothing" : try "words of " + repeatWords(of: edited.random.pick(documents))
    default:
      return try edited.edit(mends: hasErrors).map { String($0.dropFirst(edited.files.folder.count)) }.sorted().joined(
        separator: ", ")
    }
  }

  /// Builds, and compares with a clean build of the same.
  @discardableResult
  func build(_ place: String, compares: Bool = true) throws -> Build.Ending {
    if !compares {
      let ending = ending(of: edited.files)
      return Build.Ending(code: .success, rendered: ending.rendered, isOfTexts: ending.isOfTexts)
    }
    let clone = try TestSite("")
    try FileManager.default.createDirectory(atPath: clone.folder, withIntermediateDirectories: true)
    for folder in ["content", "templates"] where FileSystem.exists(edited.files.folder + "/" + folder) {
      try FileManager.default.copyItem(atPath: edited.files.folder + "/" + folder, toPath: clone.folder + "/" + folder)
    }
    let before = try files(in: output)
    if keepsSpare { try edited.files.keepsSpare() }
    let (ending, clean) = (ending(of: edited.files), ending(of: clone))
    #expect(ending.code == clean.code, "\(place)")
    #expect(ending.messages == clean.messages, "\(place)")
    try expectSame(output, clean.code == 0 ? files(in: clone.output) : before, place)
    try expectSame(content, files(in: clone.content), place)
    hasErrors = clean.code != 0
    return Build.Ending(code: .init(clean.code), rendered: ending.rendered, isOfTexts: ending.isOfTexts)
  }

  private func ending(of site: TestSite) -> (code: Int32, messages: String, rendered: Int, isOfTexts: Bool) {
    do {
      let ending = try site.buildWithRecord(options + (isElsewhere ? ["--output", site.output] : []))
      return (
        ending.code.rawValue, ending.messages.replacingOccurrences(of: site.folder, with: ""), ending.rendered, ending.isOfTexts
      )
    } catch let failure as Failure {
      return (2, failure.message.sv.replacingOccurrences(of: site.folder, with: ""), 0, false)
    } catch {
      return (3, "\(error)", 0, false)
    }
  }

  private func files(in folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in FolderCopy(folder)?.paths ?? [] { files[path] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path)) }
    return files
  }

  private func expectSame(_ folder: String, _ expected: [String: Data], _ place: String) throws {
    let found = try files(in: folder)
    let differing = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }.sorted()
    #expect(differing.isEmpty, "\(place)")
  }

  /// The keys of the files as they would be made now, by their paths; without those that have none.
  func keys() throws -> [String: SHA256.Digest] {
    let pipeline = try Pipeline(SiteOptions.parse(["--site", edited.files.folder] + options))
    let renderer = try #require(pipeline.renderer)
    let keys = try #require(OutputKeys(pipeline))
    return Dictionary(
      uniqueKeysWithValues: renderer.outputs.compactMap { output in
        renderer.key(of: output, by: keys).map { (renderer.path(of: output), $0) }
      })
  }

  /// The files that would be made of something else than before.
  func reach(since before: [String: SHA256.Digest]) throws -> Set<String> {
    Set(try keys().filter { before[$0.key] != $0.value }.keys)
  }

  // MARK: Changes

  private func disturbOutput() throws -> String {
    let path = output + "/" + edited.random.pick((FileSystem.files(below: output) ?? []) + ["index.html"])
    switch edited.random.below(5) {
    case 0: try? FileManager.default.removeItem(atPath: path)
    case 1: try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    case 2: try? "x".write(toFile: path + "-frammande", atomically: false, encoding: .utf8)
    case 3:
      if let handle = FileHandle(forUpdatingAtPath: path) {
        try handle.write(contentsOf: Data("y".utf8))
        try handle.close()
      }
    default: try? "z".write(toFile: path, atomically: true, encoding: .utf8)
    }
    return "output " + path.dropFirst(output.count)
  }

  private func disturbSpare() throws -> String {
    keepsSpare = edited.random.below(4) > 0
    guard let folder = BuildRecord.spareFolder(ofOutput: output)?.path, let paths = FolderCopy(folder)?.paths, !paths.isEmpty
    else { return "no spare" }
    let path = folder + "/" + edited.random.pick(paths)
    switch edited.random.below(6) {
    case 0: try FileManager.default.removeItem(atPath: path)
    case 1: try FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    case 2: try "x".write(toFile: path + "-frammande", atomically: false, encoding: .utf8)
    case 3: try "y".write(toFile: path, atomically: false, encoding: .utf8)
    case 4: try FileManager.default.removeItem(atPath: folder)
    default: try "z".write(toFile: path, atomically: true, encoding: .utf8)
    }
    return "spare " + path.dropFirst(folder.count)
  }

  private func disturbRecord() throws -> String {
    guard let path = edited.files.record, let record = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      return "no record"
    }
    let url = URL(fileURLWithPath: path)
    switch edited.random.below(4) {
    case 0: try FileManager.default.removeItem(at: url)
    case 1: try record.prefix(edited.random.below(record.count)).write(to: url)
    case 2: try (oldRecord ?? record).write(to: url)
    default:
      var damaged = record
      damaged[edited.random.below(record.count)] ^= 1
      try damaged.write(to: url)
    }
    oldRecord = record
    return "record"
  }

  private func disturbRegister() throws -> String {
    let path = edited.random.pick(["addresses.txt", "codes.txt", "exempelby/changes.txt", "ovningskoping/changes.txt"])
    guard let text = try? String(contentsOfFile: content + "/" + path, encoding: .utf8) else { return "no \(path)" }
    var lines = text.components(separatedBy: "\n")
    switch edited.random.below(4) {
    case 0 where path.hasSuffix("/changes.txt"): try FileManager.default.removeItem(atPath: content + "/" + path)
    // Without the file itself nothing would be built.
    case 0: try edited.files.write("", to: path)
    case 1:
      lines.remove(at: edited.random.below(lines.count))
      try edited.files.write(lines.joined(separator: "\n"), to: path)
    case 2: try edited.files.write(lines.reversed().joined(separator: "\n") + "\n", to: path)
    default:
      let more = path == "addresses.txt" ? "/borta-\(number)/ borttagen 2026-11-20 Skäl.\n" : ""
      try edited.files.write(text + more, to: path)
    }
    return path
  }

  /// Another text of the same size under the same time, as nobody does but a clock that stands still.
  private func saveWithTheSameTime() throws -> String {
    let path = edited.random.pick((FileSystem.files(below: content) ?? []).filter { $0.hasSuffix(".md") } + ["om.md"])
    let whole = content + "/" + path
    var times = stat()
    guard stat(whole, &times) == 0, var text = try? Data(contentsOf: URL(fileURLWithPath: whole)),
      let last = text.lastIndex(of: 0x65)
    else { return "nothing" }
    text[last] = UInt8(ascii: "a")
    try text.write(to: URL(fileURLWithPath: whole))
    #expect(utimensat(AT_FDCWD, whole, [times.st_atim, times.st_mtim], 0) == 0)
    return "\(path) under the same time"
  }
}
