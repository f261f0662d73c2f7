import ArgumentParser
import AuditModel
import Diagnostics
import Foundation
import SitePublishing
import SiteRendering
import Testing

@testable import missiv

/// The project's own folder, found from this file.
let projectFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
  .path

/// Keeps what builds remember of each other out of the user's own folder, apart from other tests that run at the same time, and
/// away when the tests are over.
let testsHaveTheirOwnCache: Bool = {
  atexit { try? FileManager.default.removeItem(atPath: testCache) }
  return setenv("XDG_CACHE_HOME", testCache, 1) == 0
}()

private let testCache = NSTemporaryDirectory() + "missiv-test-cache-\(ProcessInfo.processInfo.processIdentifier)"

/// A path that nothing has. It has no digits: eight and four of them can be a personal number, which messages do not repeat.
func newTestFolder() -> String {
  let letters = Array("ghijklmnop")
  return NSTemporaryDirectory() + "missiv-test-" + String(UUID().uuidString.map { $0.wholeNumberValue.map { letters[$0] } ?? $0 })
}

/// A site in a folder of its own, built in the test's process; the folder goes when the test is over.
final class TestSite {
  let folder: String
  private let ownsFolder: Bool
  var content: String
  var output: String { folder + "/public" }

  /// Files in one string, each after a line `-- path --`.
  init(_ files: String) throws {
    #expect(testsHaveTheirOwnCache)
    folder = newTestFolder()
    ownsFolder = true
    content = folder + "/content"
    var path: String?
    var lines: [Substring] = []
    func finish() throws {
      guard let path else { return }
      try write(lines.joined(separator: "\n") + "\n", to: path)
    }
    for line in files.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        try finish()
        path = String(line.dropFirst(3).dropLast(3))
        lines = []
      } else {
        lines.append(line)
      }
    }
    try finish()
  }

  /// A site whose content lies in the project: `content` or `templates/example/content`.
  init(contentOfProject path: String) throws {
    #expect(testsHaveTheirOwnCache)
    folder = newTestFolder()
    ownsFolder = true
    content = projectFolder + "/" + path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { if ownsFolder { try? FileManager.default.removeItem(atPath: folder) } }

  func write(_ text: String, to path: String) throws {
    let whole = content + "/" + path
    try FileManager.default.createDirectory(
      atPath: (whole as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: whole, atomically: false, encoding: .utf8)
  }

  func replace(_ old: String, with new: String, in path: String) throws {
    let text = try String(contentsOfFile: content + "/" + path, encoding: .utf8)
    try #require(text.contains(old), "\(path) holds \(old)")
    try write(text.replacingOccurrences(of: old, with: new), to: path)
  }

  func pipeline(_ arguments: [String] = []) throws -> Pipeline {
    try Pipeline(SiteOptions.parse(["--site", folder, "--content", content] + arguments))
  }

  /// Builds the site; what is wrong with the content makes the test fail.
  @discardableResult
  func build(_ arguments: [String] = []) throws -> PublicationReport {
    let pipeline = try pipeline(arguments)
    for diagnostic in pipeline.diagnostics where diagnostic.severity == .error {
      Issue.record("\(diagnostic.location.path): \(diagnostic.message.sv)")
    }
    let renderer = try #require(pipeline.renderer)
    let publication = try Publication.begin(output: output)
    try render(
      renderer, attachments: pipeline.archive?.attachments ?? [], from: content, into: publication, jobs: pipeline.jobs
    ) { _, _ in }
    try index(renderer, into: publication, jobs: pipeline.jobs)
    return try publication.publish()
  }

  /// The files of the site by path.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try #require(FileSystem.files(below: output)) {
      files[path] = try Data(contentsOf: URL(fileURLWithPath: output + "/" + path))
    }
    return files
  }

  func page(_ address: String) throws -> String {
    try String(contentsOfFile: output + "/" + address + "index.html", encoding: .utf8)
  }

  func json(_ name: String) throws -> [[String: Any]] {
    let data = try Data(contentsOf: URL(fileURLWithPath: output + "/data/" + name + ".json"))
    return try #require(JSONSerialization.jsonObject(with: data) as? [[String: Any]])
  }
}
