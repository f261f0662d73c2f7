import ArgumentParser
import Foundation
import SitePublishing
import Testing

@testable import missiv

extension TestSite {
  /// Builds the site as the command does, with the help of what the last build left.
  func buildWithRecord(_ arguments: [String] = []) throws -> Build.Ending {
    let command = try Missiv.parseAsRoot(["build", "--site", folder, "--content", content] + arguments)
    return try #require(command as? Build).build()
  }

  /// What the build after the last one finds in the user's cache folder.
  var record: String? { BuildRecord.path(ofOutput: output) }

  /// Has builds keep a spare tree of the site, as they do of large ones: one that has any keeps one.
  func keepsSpare() throws {
    // There is an output, or others that tidy up would take it away.
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    let spare = try #require(BuildRecord.placeForSpare(ofOutput: output))
    if !spare.exists { try FileManager.default.createDirectory(atPath: spare.path, withIntermediateDirectories: true) }
  }

  /// Whether the spare tree that is kept has the very files of the output.
  func hasSpareInStep() throws -> Bool {
    let spare = try #require(BuildRecord.spareFolder(ofOutput: output))
    func inodes(_ folder: String) throws -> [String: UInt64] {
      var inodes: [String: UInt64] = [:]
      for path in FolderCopy(folder)?.paths ?? [] {
        var status = stat()
        #expect(lstat(folder + "/" + path, &status) == 0)
        inodes[path] = UInt64(status.st_ino)
      }
      return inodes
    }
    return try spare.exists && inodes(spare.path) == inodes(output)
  }
}
