import Foundation
import SiteRendering
import Testing

@testable import missiv

/// A published site whose content has changed since: what a build that is disturbed must leave as it is or make new.
final class FragileSite {
  /// The files of a folder with their bytes, hidden ones too.
  typealias Tree = [String: Data]

  /// What every such site begins with: made once, by builds that nobody disturbs.
  struct Prepared {
    /// The content after the change, with the register of what is published.
    let content: Tree
    /// The published site, and the one that a build makes of the content.
    let old: Tree, new: Tree
    /// The register that goes with the new site.
    let register: Data
    /// How many calls a build makes that change the disk, need space there, open files, or read or change it.
    let changes: Int, spaces: Int, handles: Int, all: Int

    init() throws {
      let site = try TestSite(smallSite)
      func build(_ fault: RealProgram.Fault = .none) throws -> Int {
        let path = site.folder + "/anrop"
        #expect(try RealProgram.run(["build", "--site", site.folder], fault, ["MISSIV_CALLS": path]).code == 0)
        return try #require(Int(String(contentsOfFile: path, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
      }
      try site.write("---\ntype: page\ntitle: Om\n---\n\nOm.\n", to: "om.md")
      _ = try build()
      let old = try FragileSite.tree(site.output)
      try FragileSite.change(site)
      let content = try FragileSite.tree(site.content)
      changes = try build(.kill(at: 0))
      new = try FragileSite.tree(site.output)
      register = try #require(FragileSite.tree(site.content)[AddressRegister.path])
      func count(_ number: Int32) throws -> Int {
        try FragileSite.write(old, to: site.output)
        try FragileSite.write(content, to: site.content)
        return try build(.error(number, at: 0, stays: false))
      }
      spaces = try count(ENOSPC)
      handles = try count(EMFILE)
      all = try count(EIO)
      (self.old, self.content) = (old, content)
    }
  }

  private static let prepared = Result { try Prepared() }

  let site: TestSite
  let before: Prepared

  init() throws {
    before = try FragileSite.prepared.get()
    site = try TestSite("")
    try reset()
  }

  /// Another text on several pages, one page less and one audit more.
  private static func change(_ site: TestSite) throws {
    let audit = try String(contentsOfFile: site.content + "/exempelby/skolor-2022/audit.md", encoding: .utf8)
    try site.write(audit.replacingOccurrences(of: "skolbyggnader", with: "lekplatser"), to: "exempelby/lekplatser-2022/audit.md")
    try site.replace(
      "Ta fram en underhållsplan.\n", with: "Ta fram en ny underhållsplan.\n", in: "exempelby/skolor-2022/audit.md")
    try site.replace("text: Ta fram en", with: "text: Ta fram en ny", in: "exempelby/skolor-2022/audit.md")
    try site.replace("type: page", with: "type: page\ndraft: true", in: "om.md")
    try site.replace("/om/\n", with: "/om/ borttagen 2026-11-20 Skäl.\n", in: AddressRegister.path)
  }

  /// Puts the old site and its register back.
  func reset() throws {
    try? FileManager.default.removeItem(atPath: site.folder + "/.public.missiv")
    try FragileSite.write(before.old, to: site.output)
    try FragileSite.write(before.content, to: site.content)
  }

  func build(
    _ fault: RealProgram.Fault = .none, _ more: [String: String] = [:], _ options: [String] = []
  ) throws -> RealProgram.Ending {
    try RealProgram.run(["build", "--site", site.folder] + options, fault, more)
  }

  enum State: Equatable { case old, new, lost, mixed }

  /// What is published now.
  func state() throws -> State {
    guard FileSystem.exists(site.output) else { return .lost }
    let tree = try FragileSite.tree(site.output)
    return tree == before.old ? .old : tree == before.new ? .new : .mixed
  }

  /// Whether the register is one that goes with what is published: it may know more, never less.
  func registerFits(_ state: State) throws -> Bool {
    let register = try Data(contentsOf: URL(fileURLWithPath: site.content + "/" + AddressRegister.path))
    return register == before.register || (state != .new && register == before.content[AddressRegister.path])
  }

  /// Whether the next build makes all good: the new site, its register, and nothing besides.
  func isRepairedByTheNextBuild() throws -> Bool {
    let ending = try build()
    let besides = try [site.folder, site.content].flatMap { try FileManager.default.contentsOfDirectory(atPath: $0) }
    return try ending.code == 0 && state() == .new && registerFits(.new) && !besides.contains { $0.hasPrefix(".") }
  }

  static func tree(_ folder: String) throws -> Tree {
    var tree: Tree = [:]
    for path in try #require(FolderCopy(folder)).paths {
      tree[path] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path))
    }
    return tree
  }

  private static func write(_ tree: Tree, to folder: String) throws {
    try? FileManager.default.removeItem(atPath: folder)
    for (path, data) in tree {
      let whole = folder + "/" + path
      try FileManager.default.createDirectory(
        atPath: (whole as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try data.write(to: URL(fileURLWithPath: whole))
    }
  }
}
