import Foundation
import Testing

@testable import FileWatching

/// A folder that goes when the test is over, watched in both ways.
private final class WatchedFolder {
  let path = NSTemporaryDirectory() + "missiv-watch-" + UUID().uuidString
  let watcher: FolderWatcher

  init(_ method: FolderWatcher.Method, files: [String] = [], watched: [String] = [""]) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for file in files { try Self.write("förr", to: path + "/" + file) }
    let path = path
    watcher = FolderWatcher(watched.map { $0.isEmpty ? path : path + "/" + $0 }, method: method)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private static func write(_ text: String, to path: String) throws {
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  func write(_ text: String, to file: String) throws { try Self.write(text, to: path + "/" + file) }

  /// Changes up to the one that has all of some files, relative to the folder.
  func changes(with files: String...) -> Set<String> {
    var all: Set<String> = []
    while !all.isSuperset(of: files), let change = watcher.next() {
      all.formUnion(change.paths.map { String($0.dropFirst(path.count + 1)) })
    }
    return all
  }
}

private let methods: [FolderWatcher.Method] = [.automatic, .polling(every: .milliseconds(5))]

@Suite(.timeLimit(.minutes(1))) struct FolderWatcherTests {
  @Test(arguments: methods) func aSavedFileIsTold(method: FolderWatcher.Method) throws {
    let folder = try WatchedFolder(method, files: ["a/ett.md", "två.md"])
    try folder.write("nu, och längre", to: "a/ett.md")
    #expect(folder.changes(with: "a/ett.md") == ["a/ett.md"])
  }

  @Test(arguments: methods) func aFileInANewFolderIsTold(method: FolderWatcher.Method) throws {
    let folder = try WatchedFolder(method)
    try folder.write("nu", to: "ny/djup/fil.md")
    #expect(folder.changes(with: "ny/djup/fil.md").isSuperset(of: ["ny/djup/fil.md"]))
    try folder.write("nu igen", to: "ny/djup/fil.md")
    #expect(folder.changes(with: "ny/djup/fil.md").contains("ny/djup/fil.md"))
  }

  @Test(arguments: methods) func aRemovedFileAndAMovedFolderAreTold(method: FolderWatcher.Method) throws {
    let folder = try WatchedFolder(method, files: ["a/ett.md", "b/två.md"])
    try FileManager.default.removeItem(atPath: folder.path + "/a/ett.md")
    #expect(folder.changes(with: "a/ett.md").contains("a/ett.md"))
    try FileManager.default.moveItem(atPath: folder.path + "/b", toPath: folder.path + "/c")
    #expect(folder.changes(with: "b", "c/två.md").contains("c/två.md"))
    try folder.write("nu, och längre", to: "c/två.md")
    #expect(folder.changes(with: "c/två.md") == ["c/två.md"])
  }

  @Test(arguments: methods) func anEditorsFileMovedIntoPlaceIsTold(method: FolderWatcher.Method) throws {
    let folder = try WatchedFolder(method, files: ["ett.md"])
    try folder.write("nu, och längre", to: "ett.md.ny")
    #expect(rename(folder.path + "/ett.md.ny", folder.path + "/ett.md") == 0)
    #expect(folder.changes(with: "ett.md").contains("ett.md"))
  }

  @Test(arguments: methods) func aFolderThatComesLaterIsWatched(method: FolderWatcher.Method) throws {
    let folder = try WatchedFolder(method, files: ["content/ett.md"], watched: ["content", "templates"])
    try folder.write("nu", to: "templates/start.mustache")
    try folder.write("nu", to: "annat/fil.md")
    #expect(folder.changes(with: "templates/start.mustache").isSubset(of: ["templates", "templates/start.mustache"]))
  }

  @Test(arguments: methods) func hiddenFilesAreLeftAlone(method: FolderWatcher.Method) throws {
    let folder = try WatchedFolder(method, files: ["ett.md", ".git/index"])
    try folder.write("nu, och längre", to: ".git/index")
    try folder.write("nu, och längre", to: ".ett.md.swp")
    try folder.write("nu, och längre", to: "ett.md")
    #expect(folder.changes(with: "ett.md") == ["ett.md"])
  }

  @Test(arguments: methods) func stoppingEndsTheWait(method: FolderWatcher.Method) throws {
    let folder = try WatchedFolder(method)
    folder.watcher.stop()
    #expect(folder.watcher.next() == nil)
  }
}
