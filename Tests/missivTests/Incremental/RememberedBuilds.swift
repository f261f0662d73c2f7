import ArgumentParser
import Foundation
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
}
