import AuditContent
import Diagnostics
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct LoadingTests {
  @Test func listsFilesByTheBytesOfTheirPathsAndKnowsTheirKind() throws {
    let folder = try TemporaryFolder()
    for path in [
      "site.yaml", "om.md", "boras/index.md", "boras/integration-2021/audit.md", "boras/integration-2021/missiv.pdf", "boras.md",
      "boras-2/index.md", "boras/site.yaml", "åmål/index.md", "Z.txt",
    ] {
      try folder.write(path, "abc")
    }
    let tree = SourceTree.load(folder.path)
    #expect(tree.diagnostics == [])
    #expect(
      tree.value.files.map(\.path) == [
        "Z.txt", "boras-2/index.md", "boras.md", "boras/index.md", "boras/integration-2021/audit.md",
        "boras/integration-2021/missiv.pdf", "boras/site.yaml", "om.md", "site.yaml", "åmål/index.md",
      ])
    #expect(tree.value.file(at: "boras/integration-2021/missiv.pdf")?.kind == .attachment)
    #expect(tree.value.file(at: "boras/integration-2021/missiv.pdf")?.size == 3)
    #expect(tree.value.file(at: "boras/site.yaml")?.kind == .attachment)
    #expect(tree.value.file(at: "site.yaml")?.kind == .site)
    #expect(tree.value.file(at: "åmål/index.md")?.kind == .document)
    #expect(tree.value.file(at: "boras") == nil)
  }

  @Test func readsFilesOnManyThreads() async throws {
    let folder = try TemporaryFolder()
    for number in 0..<40 { try folder.write("a\(number).md", String(repeating: "å\(number) ", count: number * 500)) }
    let tree = SourceTree.load(folder.path).value
    let read = await withTaskGroup(of: (String, Int?).self) { group in
      for file in tree.files { group.addTask { (file.path, tree.read(file.path).value?.bytes.count) } }
      var read: [String: Int] = [:]
      for await (path, count) in group { read[path] = count }
      return read
    }
    for number in 0..<40 { #expect(read["a\(number).md"] == "å\(number) ".utf8.count * number * 500) }
  }

  @Test func leavesOutWhatEditorsAndSystemsLeaveBehind() throws {
    let folder = try TemporaryFolder()
    for path in [
      ".DS_Store", ".git/config", ".audit.md.swp", "audit.md~", "._audit.md", "Thumbs.db", ".gitkeep", "#audit.md#",
      "~$svar.docx", "audit.md",
    ] {
      try folder.write(path, "x")
    }
    try folder.link(".#audit.md", to: "nowhere")
    let tree = SourceTree.load(folder.path)
    #expect(tree.value.files.map(\.path) == ["audit.md"])
    #expect(tree.diagnostics == [])
  }

  @Test func reportsWhatItCannotTake() throws {
    let folder = try TemporaryFolder()
    try folder.write("boras/audit.md", "x")
    try folder.write(".dold/audit.md", "x")
    try folder.write("boras/a\u{308}.md", "x")
    try folder.link("boras/missiv.pdf", to: "audit.md")
    try folder.link("kopia", to: "boras")
    try folder.pipe("boras/pipe")
    let tree = SourceTree.load(folder.path)
    #expect(tree.value.files.map(\.path) == ["boras/audit.md", "boras/a\u{308}.md"])
    #expect(
      tree.diagnostics.map { "\($0.location.path) \($0.code.name)" } == [
        ".dold hidden-file", "kopia symbolic-link", "boras/a\u{308}.md name-combining-accent", "boras/missiv.pdf symbolic-link",
        "boras/pipe special-file",
      ])
    #expect(tree.diagnostics.allSatisfy { $0.cure != nil })
  }

  #if os(Linux)
    @Test func reportsNamesThatNotEverySystemCanHold() throws {
      let folder = try TemporaryFolder()
      try folder.write("boras/Audit.md", "x")
      try folder.write("boras/audit.md", "x")
      try folder.write("boras/rad\nbrytning.md", "x")
      try folder.write(Array("boras/bor".utf8) + [0xE5] + Array("s.md".utf8), [])
      let tree = SourceTree.load(folder.path)
      #expect(tree.value.files.map(\.path) == ["boras/Audit.md"])
      #expect(tree.diagnostics.names == ["name-case", "name-encoding", "name-control-character"])
      #expect(tree.diagnostics.first?.location.path == "boras/audit.md")
      #expect(tree.diagnostics.first?.notes.first?.location.path == "boras/Audit.md")
    }
  #endif

  @Test func saysWhyAFileCannotBeRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("audit.md", "x")
    try folder.link("link.md", to: "audit.md")
    try folder.write("folder.md/a.md", "x")
    try folder.pipe("pipe.md")
    try folder.write("big.md", "x")
    #expect(truncate(folder.path + "/big.md", 16 << 20 + 1) == 0)
    let tree = SourceTree.load(folder.path).value
    for path in ["gone.md", "link.md", "folder.md", "pipe.md", String(repeating: "a", count: 5000)] {
      let read = tree.read(path)
      #expect(read.value == nil)
      #expect(read.diagnostics.names == ["unreadable-file"])
      #expect(read.diagnostics.first?.location.path == path)
    }
    #expect(tree.read("big.md").diagnostics.names == ["file-too-large"])
    #expect(tree.read("audit.md").value == SourceFile(path: "audit.md", text: "x"))
  }

  @Test(.enabled(if: geteuid() != 0, "the administrator may read everything"))
  func reportsFoldersThatMayNotBeRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("boras/audit.md", "x")
    #expect(chmod(folder.path + "/boras", 0) == 0)
    defer { chmod(folder.path + "/boras", 0o700) }
    #expect(SourceTree.load(folder.path).diagnostics.names == ["unreadable-folder"])
  }

  @Test func saysSoWhereThereIsNoFolder() throws {
    let folder = try TemporaryFolder()
    let tree = SourceTree.load(folder.path + "/nowhere")
    #expect(tree.value.files == [])
    #expect(tree.diagnostics.names == ["unreadable-folder"])
    #expect(tree.diagnostics.first?.location.path == folder.path + "/nowhere")
    #expect(tree.value.read("audit.md").diagnostics.names == ["unreadable-file"])
  }
}
