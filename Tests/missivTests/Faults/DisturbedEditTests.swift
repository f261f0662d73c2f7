import Foundation
import Testing

@testable import missiv

/// A site of which one text is edited again and again, each time before a build that is disturbed.
private struct EditedText {
  let site: TestSite
  /// How many calls a build makes after an edit that can fail as a fault wants it.
  private let hasSpare: Bool

  /// - Parameter hasSpare: whether a spare tree is kept, which such builds exchange with the output.
  init(hasSpare: Bool) throws {
    site = try TestSite(smallSite)
    self.hasSpare = hasSpare
    #expect(try build().code == 0)
    try makeReady()
  }

  func build(_ fault: RealProgram.Fault = .none, _ options: [String] = ["--timings"]) throws -> RealProgram.Ending {
    try RealProgram.run(["build", "--site", site.folder] + options, fault, ["MISSIV_CALLS": site.folder + "/anrop"])
  }

  func edit() throws {
    let audit = site.content + "/exempelby/skolor-2022/audit.md"
    try (String(contentsOfFile: audit, encoding: .utf8) + "\nTa fram en underhållsplan.\n").write(
      toFile: audit, atomically: true, encoding: .utf8)
  }

  var tree: FragileSite.Tree { get throws { try FragileSite.tree(site.output) } }

  /// Builds all anew; whether that changed nothing, and what is kept of the site is as it should be.
  func isAsACleanBuildMakesIt() throws -> Bool {
    let before = try tree
    try makeReady()
    return try tree == before
  }

  private func makeReady() throws {
    if hasSpare { try site.keepsSpare() }
    #expect(try build(.none, ["--clean"]).code == 0)
    if hasSpare { #expect(try site.hasSpareInStep()) }
  }

  /// How many calls a build makes after an edit that can fail as a fault wants it.
  func calls(_ fault: RealProgram.Fault) throws -> Int {
    try edit()
    #expect(try !build(fault).messages.contains("\nindex "), "built from a part of the site")
    if hasSpare { #expect(try site.hasSpareInStep()) }
    return try #require(
      Int(String(contentsOfFile: site.folder + "/anrop", encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
  }
}

extension KilledBuildTests {
  @Test(arguments: [true, false]) func killedAfterAnEditOfATextItLeavesTheOldSiteOrTheNew(hasSpare: Bool) throws {
    let edited = try EditedText(hasSpare: hasSpare)
    let calls = try edited.calls(.kill(at: 0))
    var kept = 0
    for call in Thoroughness.places(upTo: calls, few: 3) {
      let before = try edited.tree
      try edited.edit()
      let ending = try edited.build(.kill(at: call))
      let found = try edited.tree
      #expect(ending.isKilled || ending.code == 0, "call \(call)")
      #expect(try edited.build().code == 0, "call \(call)")
      let after = try edited.tree
      if found == after { kept += 1 }
      #expect(found == before || found == after, "call \(call) of \(calls)")
      #expect(try edited.isAsACleanBuildMakesIt(), "call \(call) of \(calls)")
    }
    Thoroughness.report(
      "killed after an edit\(hasSpare ? " with a spare tree" : "") at each of \(calls) changes: \(kept) after the exchange")
  }
}

extension FailingMachineTests {
  private static let faults: [(name: String, number: Int32, stays: Bool)] = [
    ("the disk is full", ENOSPC, true), ("the disk is full for an instant", ENOSPC, false),
    ("the disk is read-only", EROFS, true),
    ("rights are missing", EACCES, true), ("the disk fails once", EIO, false), ("the disk fails", EIO, true),
    ("too many files are open", EMFILE, true),
  ]

  @Test func afterAnEditOfATextTheOldSiteStaysOrTheNewOneIsThereAndASpareTreeIsInStepOrGone() throws {
    let edited = try EditedText(hasSpare: true)
    for (name, number, stays) in Thoroughness.isFull
      ? FailingMachineTests.faults : [FailingMachineTests.faults.randomElement()].compactMap({ $0 })
    {
      let calls = try edited.calls(.error(number, at: 0, stays: stays))
      for call in Thoroughness.places(upTo: calls, few: 3, stride: 3) {
        let before = try edited.tree
        try edited.edit()
        let ending = try edited.build(.error(number, at: call, stays: stays))
        let found = try edited.tree
        if ending.code != 0 {
          #expect(found == before && ending.code == 2 && ending.messages.contains("\n"), "\(name) at \(call): \(ending)")
        }
        #expect(try edited.build().code == 0, "\(name) at \(call)")
        #expect(try found == edited.tree || ending.code != 0, "\(name) at \(call)")
        #expect(try edited.isAsACleanBuildMakesIt(), "\(name) at \(call)")
      }
    }
  }

  @Test func aDiskThatIsFullAfterAnEditOfATextStopsTheBuildAtOnce() throws {
    let edited = try EditedText(hasSpare: true)
    let calls = try edited.calls(.error(ENOSPC, at: 0, stays: true))
    try edited.edit()
    // While pages are written. Later, when the spare tree is filled, the last build's files lose the marks that they are known by.
    let ending = try edited.build(.error(ENOSPC, at: calls / 4, stays: true))
    #expect(ending.code == 2 && ending.messages.contains("disken är full"))
    #expect(try !edited.build().messages.contains("\nindex "), "what was known of the last build still is")
    #expect(try edited.site.hasSpareInStep())
  }
}
