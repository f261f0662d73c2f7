import Foundation
import Testing

@testable import missiv

/// Lets the system refuse what the real program asks of it: it says so, the old site stays, and the next build makes all good.
@Suite(.enabled(if: RealProgram.canBeMadeToFail, "needs LD_PRELOAD")) struct FailingMachineTests {
  private static let faults: [(name: String, number: Int32, stays: Bool)] = [
    ("the disk is full", ENOSPC, true), ("the quota is used up", EDQUOT, true), ("the disk is read-only", EROFS, true),
    ("rights are missing", EACCES, true), ("the disk fails once", EIO, false), ("the disk fails", EIO, true),
    ("too many files are open, for an instant", EMFILE, false), ("too many files are open", EMFILE, true),
  ]

  @Test func theOldSiteStaysOrTheNewOneIsThere() throws {
    let site = try FragileSite()
    for (name, number, stays) in FailingMachineTests.faults {
      let calls =
        switch number {
        case ENOSPC, EDQUOT: site.before.spaces
        case EMFILE: site.before.handles
        case EIO: site.before.all
        default: site.before.changes
        }
      var found: [FragileSite.State: Int] = [:]
      for call in Thoroughness.places(upTo: calls, few: 1, stride: 5) {
        try site.reset()
        let ending = try site.build(.error(number, at: call, stays: stays))
        let state = try site.state()
        found[state, default: 0] += 1
        #expect(ending.code == 0 ? state == .new : state == .old, "\(name) at \(call): \(ending)")
        #expect(ending.signal == nil && ending.messages.contains("\n"), "\(name) at \(call): \(ending)")
        #expect(try site.registerFits(state), "\(name) at \(call)")
        if Thoroughness.isFull || stays { #expect(try site.isRepairedByTheNextBuild(), "\(name) at \(call)") }
      }
      Thoroughness.report("\(name), at \(calls) calls: \(found)")
    }
  }

  /// A file system that cannot exchange two names, and then fails between the two renames and at putting back.
  @Test func anOldSiteThatCannotBePutBackWaitsForTheNextBuild() throws {
    let site = try FragileSite()
    let noExchange = ["MISSIV_NO_EXCHANGE": "1", "MISSIV_FAULT_CALL": "renameat"]
    #expect(try site.build(.error(EIO, at: 2, stays: true), noExchange).code == 2)
    #expect(try site.state() == .lost)
    #expect(try site.build(.error(EIO, at: 1, stays: true), noExchange).code == 2)
    #expect(try FragileSite.tree(site.site.folder + "/.public.missiv/old") == site.before.old)
    // Content that has errors publishes nothing, and so the old site is what is to be there.
    try site.site.write("fel", to: "fel.md")
    #expect(try site.build().code == 1)
    #expect(try site.state() == .old)
    try FileManager.default.removeItem(atPath: site.site.content + "/fel.md")
    #expect(try site.isRepairedByTheNextBuild())
  }

  @Test func aResultThatIsCutShortIsNoSuccess() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let ending = try RealProgram.run(["explain", "codes"], output: full)
    #expect(ending.code == 2)
    #expect(ending.messages.contains("disken är full"), "\(ending.messages)")
  }

  /// As shares on the network, sticks and other people's files are.
  @Test func whatCannotBeLinkedIsCopied() throws {
    let site = try FragileSite()
    let noLinks = ["MISSIV_FAULT_CALL": "linkat"]
    for options in [[], ["--clean"]] {
      try site.reset()
      let ending = try site.build(.error(EPERM, at: 1, stays: true), noLinks, options)
      #expect(ending.code == 0, "\(ending)")
      #expect(try site.state() == .new)
      #expect(try site.build(.error(EPERM, at: 1, stays: true), noLinks, options).messages.contains(": 0 skrivna"))
    }
  }

  @Test func withFewFileHandlesOrSmallFilesTheOldSiteStaysOrTheNewOneIsThere() throws {
    let site = try FragileSite()
    for limit in (Thoroughness.isFull ? Array(stride(from: 4, through: 40, by: 1)) : [8]).map({ "-n \($0)" }) + ["-f 8"] {
      try site.reset()
      try Shell.run("ulimit \(limit); exec \"$0\" build --site \"$1\"", RealProgram.path, site.site.folder)
      #expect([.old, .new].contains(try site.state()), "ulimit \(limit)")
      #expect(try site.isRepairedByTheNextBuild(), "ulimit \(limit)")
    }
  }

  @Test func ofBuildsAtOnceEachPublishesWholeOrSaysWhyNot() throws {
    let site = try FragileSite()
    let other = try TestSite(smallSite)
    try other.build()
    let trees = [site.before.new, try FragileSite.tree(other.output)]
    for _ in 0..<(Thoroughness.isFull ? 50 : 1) {
      try site.reset()
      let builds = try [[], ["--content", other.content, "--output", site.site.output], []].map {
        try RealProgram.start(["build", "--site", site.site.folder] + $0)
      }
      let endings = builds.map { $0.ending() }
      #expect(endings.contains { $0.code == 0 })
      for ending in endings where ending.code != 0 {
        // Another build holds the output, or has changed a register since this one read it.
        let isTold = ["byggs redan", "har ändrats medan bygget pågick"].contains { ending.messages.contains($0) }
        #expect(ending.code == 2 && isTold, "\(ending)")
      }
      #expect(trees.contains(try FragileSite.tree(site.site.output)))
      #expect(try site.registerFits(site.state()))
    }
    #expect(try site.isRepairedByTheNextBuild())
  }
}

private enum Shell {
  static func run(_ script: String, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script] + arguments
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }
}
