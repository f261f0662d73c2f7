import AuditModel
import Diagnostics

/// Lists a folder and the folders in it, in the order of their paths' bytes.
struct FolderListing: Sendable {
  let root: FolderHandle
  /// The folder as the user named it.
  let name: String
  private(set) var files: [SourceEntry] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(root: FolderHandle, name: String) {
    self.root = root
    self.name = name
  }

  /// What is still to be looked at, the next one last.
  private struct Pending: Sendable {
    var path: String
    var isFolder: Bool
  }

  /// Lists all.
  /// - Parameter isWanted: which of the files and folders at the top are listed.
  /// - Parameter jobs: how many of those may be looked into at a time.
  mutating func list(jobs: Int, isWanted: (String) -> Bool) {
    let top = members(of: "").filter { isWanted($0.path) }
    let listings = inParallel(top.count, jobs: jobs) { [root, name] number in
      var listing = FolderListing(root: root, name: name)
      listing.list(top[number])
      return listing
    }
    for listing in listings {
      files += listing.files
      diagnostics += listing.diagnostics
    }
  }

  /// Lists a file, or a folder with all in it.
  private mutating func list(_ first: Pending) {
    var pending = [first]
    while let next = pending.popLast() {
      if next.isFolder {
        pending.append(contentsOf: members(of: next.path).reversed())
      } else {
        addFile(next.path)
      }
    }
  }

  private mutating func addFile(_ path: String) {
    if path.utf8.hasSuffix(".md") {
      files.append(SourceEntry(path: path, kind: .document))
    } else if path == "site.yaml" {
      files.append(SourceEntry(path: path, kind: .site))
    } else if SourceEntry.isRegister(path) {
      files.append(SourceEntry(path: path, kind: .register))
    } else {
      switch root.size(of: path) {
      case .success(let size): files.append(SourceEntry(path: path, kind: .attachment, size: size))
      case .failure(let problem): diagnostics.append(.unreadableFile(path, problem))
      }
    }
  }

  /// What a folder holds and content may be, in order. A folder's name counts with the `/` that follows it in a path.
  private mutating func members(of folder: String) -> [Pending] {
    switch root.members(of: folder) {
    case .failure(let problem):
      diagnostics.append(.unreadableFolder(folder.isEmpty ? name : folder, problem))
      return []
    case .success(let members):
      let prefix = folder.isEmpty ? "" : folder + "/"
      let sorted =
        members
        .map { (member: $0, key: $0.kind == .folder ? $0.name + [UInt8(ascii: "/")] : $0.name) }
        .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      var seen: [String: String] = [:]
      return sorted.compactMap { accept($0.member, prefix: prefix, seen: &seen) }
    }
  }

  /// The member with its path, or nil and a diagnostic where content cannot be that.
  private mutating func accept(_ member: FolderHandle.Member, prefix: String, seen: inout [String: String]) -> Pending? {
    let name = String(decoding: member.name, as: UTF8.self)
    let path = prefix + name
    switch LeftOut(member.name) {
    case .silently: return nil
    case .withWarning:
      diagnostics.append(.hiddenFile(path))
      return nil
    case .not: break
    }
    switch member.kind {
    case .link:
      diagnostics.append(.symbolicLink(path))
      return nil
    case .other:
      diagnostics.append(.specialFile(path))
      return nil
    case .file, .folder: break
    }
    guard Array(name.utf8) == member.name else {
      diagnostics.append(.nameEncoding(path))
      return nil
    }
    var isCombining = false
    for scalar in name.unicodeScalars {
      if scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value || 0x2028...0x202E ~= scalar.value {
        diagnostics.append(.nameControlCharacter(path))
        return nil
      }
      if 0x300...0x36F ~= scalar.value { isCombining = true }
    }
    if isCombining { diagnostics.append(.nameCombining(path)) }
    // Compared as Swift compares: without regard to how an accent is put together.
    if let other = seen.updateValue(name, forKey: name.lowercased()) {
      diagnostics.append(.nameCase(path, other: prefix + other))
      return nil
    }
    return Pending(path: path, isFolder: member.kind == .folder)
  }
}

extension SourceTree {
  /// Whether a file or folder of this name is no content and needs no mention, as what systems and editors leave behind.
  package static func leavesOutSilently(_ name: [UInt8]) -> Bool { LeftOut(name) == .silently }
}

/// Whether a name is one that systems and editors leave behind and nobody meant as content.
private enum LeftOut {
  case not, silently, withWarning

  init(_ name: [UInt8]) {
    guard name.first == UInt8(ascii: ".") else {
      // What Word and Excel keep beside an open file, with the name of whoever has it open.
      let isLock = name.starts(with: "~$".utf8)
      let isBackup = isLock || name.last == UInt8(ascii: "~") || name.first == UInt8(ascii: "#") && name.last == UInt8(ascii: "#")
      self = isBackup || Self.systemNames.contains(where: { name.elementsEqual($0.utf8) }) ? .silently : .not
      return
    }
    let isKnown =
      Self.hiddenNames.contains { name.elementsEqual($0.utf8) } || Self.hiddenPrefixes.contains { name.starts(with: $0.utf8) }
      || Self.hiddenSuffixes.contains { name.reversed().starts(with: $0.utf8.reversed()) } || name.last == UInt8(ascii: "~")
    self = isKnown ? .silently : .withWarning
  }

  private static let systemNames = ["Thumbs.db", "desktop.ini", "Icon\r"]
  private static let hiddenNames = [
    ".DS_Store", ".git", ".gitignore", ".gitattributes", ".gitkeep", ".gitmodules", ".github", ".keep", ".svn", ".hg", ".vscode",
    ".idea", ".obsidian", ".editorconfig", ".directory", ".Spotlight-V100", ".fseventsd", ".localized",
  ]
  private static let hiddenPrefixes = ["._", ".#", ".~", ".nfs", ".Trash", ".fuse_hidden"]
  private static let hiddenSuffixes = [".swp", ".swo", ".swx", ".tmp"]
}

extension String.UTF8View {
  fileprivate func hasSuffix(_ suffix: StaticString) -> Bool {
    guard count > suffix.utf8CodeUnitCount else { return false }
    return self.suffix(suffix.utf8CodeUnitCount)
      .elementsEqual(UnsafeBufferPointer(start: suffix.utf8Start, count: suffix.utf8CodeUnitCount))
  }
}
