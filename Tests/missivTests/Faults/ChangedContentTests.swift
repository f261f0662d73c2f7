import Diagnostics
import Foundation
import SiteRendering
import Testing

@testable import missiv

/// Texts are read again when their pages are made. What is published is what was checked, or nothing.
@Suite struct ChangedContentTests {
  private static let audit = "exempelby/skolor-2022/audit.md"

  /// What the program says when a file becomes another after the content was checked.
  private func complaint(_ change: (TestSite) throws -> Void) throws -> String? {
    let site = try TestSite(smallSite)
    let pipeline = try site.pipeline()
    let renderer = try #require(pipeline.renderer)
    try change(site)
    for output in renderer.outputs {
      var bytes: [UInt8] = []
      renderer.render(output, into: &bytes)
    }
    do throws(Failure) {
      try pipeline.requireNoLosses()
      return nil
    } catch {
      return error.message.sv
    }
  }

  @Test func contentThatStaysIsPublished() throws {
    #expect(try complaint { _ in } == nil)
  }

  @Test func aTextThatWasSavedAfterTheCheckIsNotPublished() throws {
    let complaint = try complaint { site in
      try site.replace("Ta fram en underhållsplan.\n", with: "Ring 0701-740605.\n", in: ChangedContentTests.audit)
    }
    #expect(complaint?.contains("\(ChangedContentTests.audit) ändrades eller kunde inte läsas") == true)
  }

  @Test func aTextThatIsGoneAfterTheCheckIsMissed() throws {
    let complaint = try complaint { try FileManager.default.removeItem(atPath: $0.content + "/" + ChangedContentTests.audit) }
    #expect(complaint?.contains(ChangedContentTests.audit) == true)
  }
}
