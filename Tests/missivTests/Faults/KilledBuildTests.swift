import Foundation
import Testing

@testable import missiv

/// Kills the real program while it builds: the old site or the new one, whole, and the next build makes all good.
///
/// `make kill` does it at every change of the disk and at hundreds of random instants.
@Suite(.enabled(if: RealProgram.canBeMadeToFail, "needs LD_PRELOAD")) struct KilledBuildTests {
  @Test(arguments: [true, false]) func killedAtAnyChangeOfTheDiskItLeavesTheOldSiteOrTheNew(canExchange: Bool) throws {
    let site = try FragileSite()
    let more = canExchange ? [:] : ["MISSIV_NO_EXCHANGE": "1"]
    let calls = site.before.changes
    var found: [FragileSite.State: Int] = [:]
    for call in Thoroughness.places(upTo: calls, few: canExchange ? 6 : 3) {
      try site.reset()
      let ending = try site.build(.kill(at: call), more)
      let state = try site.state()
      found[state, default: 0] += 1
      #expect(ending.isKilled || ending.code == 0 && state == .new, "\(call): \(ending)")
      // Without an exchange there is nothing between two renames, and the old site beside it.
      #expect(state == .old || state == .new || (state == .lost && !canExchange), "call \(call)")
      #expect(try site.registerFits(state), "call \(call)")
      #expect(try !Thoroughness.isFull && call % 3 != 0 || site.isRepairedByTheNextBuild(), "call \(call)")
    }
    Thoroughness.report("killed at each of \(calls) changes of the disk\(canExchange ? "" : ", without exchange"): \(found)")
  }

  @Test func killedAtRandomInstantsItNeverLeavesAMixture() throws {
    let site = try TestSite(smallSite)
    let text = "Ta fram en underhållsplan.\n"
    var versions: [(text: String, tree: FragileSite.Tree)] = []
    var now = text
    func write(_ version: String) throws {
      try site.replace(now, with: version, in: "exempelby/skolor-2022/audit.md")
      now = version
      // What changed before would stand on the pages.
      try? FileManager.default.removeItem(atPath: site.content + "/exempelby/changes.txt")
    }
    let clock = ContinuousClock()
    var longest = Duration.zero
    for number in 0..<(Thoroughness.isFull ? 5 : 2) {
      try write("Version \(number). " + text)
      let start = clock.now
      #expect(try RealProgram.run(["build", "--site", site.folder]).code == 0)
      longest = max(longest, start.duration(to: clock.now))
      versions.append((now, try FragileSite.tree(site.output)))
    }
    let microseconds = Int(longest.components.attoseconds / 1_000_000_000_000) + Int(longest.components.seconds) * 1_000_000
    var published = versions.count - 1
    var (kills, mixed, lost, exchanged) = (0, 0, 0, 0)
    while kills < Thoroughness.kills ?? 6 {
      let next = (published + Int.random(in: 1..<versions.count)) % versions.count
      try write(versions[next].text)
      let ending = try RealProgram.run(
        ["build", "--site", site.folder], .killAfter(microseconds: Int.random(in: 0...microseconds)))
      let tree = FileSystem.exists(site.output) ? try FragileSite.tree(site.output) : nil
      if ending.isKilled { kills += 1 }
      if tree == versions[next].tree {
        published = next
        if ending.isKilled { exchanged += 1 }
      } else if tree == nil {
        lost += 1
      } else if tree != versions[published].tree {
        mixed += 1
      }
      #expect(ending.isKilled || ending.code == 0 && published == next, "\(ending)")
      #expect(mixed == 0 && lost == 0)
      if mixed + lost > 0 { break }
    }
    #expect(try RealProgram.run(["build", "--site", site.folder]).code == 0)
    #expect(try FragileSite.tree(site.output) == versions.first { $0.text == now }?.tree)
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder).sorted() == ["content", "public"])
    Thoroughness.report("\(kills) kills at random: \(mixed) mixed sites, \(lost) lost sites, \(exchanged) after the exchange")
  }

  @Test func aFirstBuildThatIsKilledPublishesAllOrNothing() throws {
    let site = try FragileSite()
    for call in Thoroughness.places(upTo: site.before.changes, few: 2, stride: 10) {
      try site.reset()
      try FileManager.default.removeItem(atPath: site.site.output)
      _ = try site.build(.kill(at: call))
      #expect([.lost, .new].contains(try site.state()), "call \(call)")
      #expect(try site.isRepairedByTheNextBuild(), "call \(call)")
    }
  }
}
