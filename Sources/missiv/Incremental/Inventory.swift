import AuditContent
import AuditModel
import Checksums
import SitePublishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files that a build reads, as they were when it began: each with a mark that another version of it would not have.
///
/// Two inventories that are equal are of the same bytes. It is taken before anything is read, so that a file which is saved
/// during the build differs from it.
struct Inventory: Sendable {
  /// Names, kinds and marks in order, folder by folder.
  private(set) var listing: [UInt8] = []
  /// The digests of files that were changed just before, by their places, in order: their marks alone prove nothing yet.
  private(set) var fresh: [Entry] = []
  /// The registers of the content, by their paths in it, in order. Builds write them, so they are known by what they hold.
  private(set) var registers: [Entry] = []

  struct Entry: Sendable, Equatable {
    var path: String
    var digest: SHA256.Digest
  }

  /// Looks at a content folder and the folders of a theme. Nil where something cannot be looked at, which a build will tell of.
  /// - Parameter work: something else that takes its time; it is done by one of the threads that look.
  init?(content: String, theme: [String], jobs: Int, besides work: @Sendable () -> Void = {}) {
    let now = Instant.now
    guard add(folder: content, Rules(isContent: true), now, jobs: jobs, besides: work) else { return nil }
    for folder in theme {
      let isThere = FileSystem.isFolder(folder)
      listing.append(isThere ? 1 : 0)
      if isThere, !add(folder: folder, Rules(isContent: false), now, jobs: 1, besides: {}) { return nil }
    }
    registers.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private init() {}

  /// What of a folder counts.
  private struct Rules: Sendable {
    /// Content has no links and may have registers; a theme may have links, and parts that no page is made of.
    let isContent: Bool

    func counts(_ name: [UInt8], in folder: String) -> Bool {
      guard name.first == UInt8(ascii: ".") else {
        return isContent || !folder.isEmpty || !["example", "schemas"].contains { name.elementsEqual($0.utf8) }
      }
      return isContent && !SourceTree.leavesOutSilently(name)
    }
  }

  private mutating func add(folder: String, _ rules: Rules, _ now: Instant, jobs: Int, besides work: @Sendable () -> Void) -> Bool
  {
    let look = Look(root: folder, rules: rules, now: now)
    var parts: [Inventory?] = []
    let isRead = Inventory.forAllMembers(of: folder, in: AT_FDCWD, path: "", look, followsLinks: true) { members, root in
      // The folders of municipalities are shared among the threads.
      parts = inParallel(members.count + 1, jobs: jobs) { piece in
        var part = Inventory()
        if piece > 0 { return part.add(members[piece - 1], in: root, path: "", look) ? part : nil }
        work()
        return part
      }
      return true
    }
    guard isRead else { return false }
    for part in parts {
      guard let part else { return false }
      listing += part.listing
      fresh += part.fresh
      registers += part.registers
    }
    listing.append(0)
    return true
  }

  /// What is looked at, and when.
  private struct Look: Sendable {
    /// The path of the folder that all is in.
    let root: String
    let rules: Rules
    let now: Instant
  }

  private struct Member {
    let name: [UInt8]
    let kind: EntryKind
  }

  /// Hands over what counts of a folder, in order, with the open folder.
  /// - Parameter path: of the folder, with `/` after it, or empty.
  private static func forAllMembers(
    of name: UnsafePointer<CChar>, in folder: Int32, path: String, _ look: Look, followsLinks: Bool,
    _ take: ([Member], Int32) -> Bool
  ) -> Bool {
    var members: [Member] = []
    return forEachEntry(of: name, in: folder, followsLinks: followsLinks) { _, name, kind in
      let name = [UInt8](UnsafeRawBufferPointer(start: name, count: strlen(name)))
      if look.rules.counts(name, in: path) { members.append(Member(name: name, kind: kind)) }
      return true
    } finally: { opened in
      members.sort { $0.name.lexicographicallyPrecedes($1.name) }
      return take(members, opened)
    }
  }

  /// Takes note of one thing in an open folder.
  /// - Parameter path: of that folder, with `/` after it, or empty.
  private mutating func add(_ member: Member, in folder: Int32, path: String, _ look: Look) -> Bool {
    let whole = { path + String(decoding: member.name, as: UTF8.self) }
    return (member.name + [0]).withUnsafeBytes { bytes in
      guard let name = bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return false }
      var kind = member.kind
      if kind == .other, !look.rules.isContent { kind = Inventory.isFolder(name, in: folder) ? .folder : .file }
      // Asked of few, since that takes as long as looking at the file.
      if kind == .file, look.rules.isContent, member.name.last == UInt8(ascii: "t"), SourceEntry.isRegister(whole()) {
        guard let digest = digest(ofFileAt: String(cString: name), in: folder) else { return false }
        registers.append(Entry(path: whole(), digest: digest))
        return true
      }
      listing += bytes
      listing.append(kind == .folder ? 1 : kind == .file ? 2 : 3)
      switch kind {
      case .other: return true
      case .folder:
        // What is hidden is mentioned, and nothing in it.
        let isDone =
          look.rules.isContent && member.name.first == UInt8(ascii: ".")
          || add(folder: name, in: folder, path: whole() + "/", look)
        listing.append(0)
        return isDone
      case .file:
        guard let mark = FileMark(name, in: folder, followsLinks: !look.rules.isContent) else { return false }
        withUnsafeBytes(of: mark.value) { listing += $0 }
        guard mark.isFresh(at: look.now) else { return true }
        guard let digest = digest(ofFileAt: String(cString: name), in: folder) else { return false }
        fresh.append(Entry(path: join(look.root, whole()), digest: digest))
        return true
      }
    }
  }

  private mutating func add(folder name: UnsafePointer<CChar>, in folder: Int32, path: String, _ look: Look) -> Bool {
    Inventory.forAllMembers(of: name, in: folder, path: path, look, followsLinks: !look.rules.isContent) { members, opened in
      members.allSatisfy { add($0, in: opened, path: path, look) }
    }
  }

  private static func isFolder(_ name: UnsafePointer<CChar>, in folder: Int32) -> Bool {
    var status = stat()
    return fstatat(folder, name, &status, 0) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether the same bytes were there when this and an earlier inventory were taken.
  func holdsTheSame(as earlier: Inventory) -> Bool {
    guard listing == earlier.listing, registers == earlier.registers else { return false }
    // What was fresh then may have been changed in the same instant.
    return earlier.fresh.allSatisfy { digest(ofFileAt: $0.path) == $0.digest }
  }

  /// The paths of the content files that are others than in an earlier inventory, in order; nil where more than content files is.
  func changedFiles(since earlier: Inventory, in content: String) -> [String]? {
    guard listing.count == earlier.listing.count, registers == earlier.registers else { return nil }
    var changed: [String] = []
    for entry in earlier.fresh where digest(ofFileAt: entry.path) != entry.digest {
      guard entry.path.hasPrefix(join(content, "")) else { return nil }
      changed.append(String(entry.path.dropFirst(join(content, "").utf8.count)))
    }
    guard let others = changedMarks(since: earlier) else { return nil }
    return Set(changed + others).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The content files whose marks differ between two listings of the same length; nil where anything else does.
  private func changedMarks(since earlier: Inventory) -> [String]? {
    listing.withUnsafeBytes { new in
      earlier.listing.withUnsafeBytes { old in
        var changed: [String] = []
        var folders: [String] = [""]
        var place = 0
        while let folder = folders.last {
          let start = place
          while new[place] != 0 { place += 1 }
          let isEnd = place == start
          place += isEnd ? 1 : 2
          guard new[start..<place].elementsEqual(old[start..<place]) else { return nil }
          if isEnd {
            folders.removeLast()
            continue
          }
          let name = { folder + String(decoding: new[start..<place - 2], as: UTF8.self) }
          if new[place - 1] == 1 { folders.append(name() + "/") }
          if new[place - 1] == 2 {
            if !new[place..<place + 8].elementsEqual(old[place..<place + 8]) { changed.append(name()) }
            place += 8
          }
        }
        return new[place...].elementsEqual(old[place...]) ? changed : nil
      }
    }
  }

  /// Takes note that a register was written. False where it was another before than this inventory knows.
  mutating func note(_ path: String, was before: [UInt8]?, is after: SHA256.Digest) -> Bool {
    let place = registers.firstIndex { $0.path == path }
    guard place.map({ registers[$0].digest }) == before.map(SHA256.digest) else { return false }
    let entry = Entry(path: path, digest: after)
    if let place {
      registers[place] = entry
    } else {
      registers.append(entry)
      registers.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
    return true
  }

  // MARK: Kept

  func write(to record: inout RecordWriter) {
    record.add(listing)
    for entries in [fresh, registers] {
      record.add(entries.count)
      for entry in entries {
        record.add(entry.path)
        record.add([entry.digest])
      }
    }
  }

  /// Nil where the bytes are no inventory.
  init?(from record: inout RecordReader) {
    guard let listing = record.values(UInt8.self), let fresh = Inventory.entries(from: &record),
      let registers = Inventory.entries(from: &record)
    else { return nil }
    (self.listing, self.fresh, self.registers) = (listing, fresh, registers)
  }

  private static func entries(from record: inout RecordReader) -> [Entry]? {
    guard let count = record.count(of: 48) else { return nil }
    var entries: [Entry] = []
    for _ in 0..<count {
      guard let path = record.text(), let digest = record.values(SHA256.Digest.self)?.first else { return nil }
      entries.append(Entry(path: path, digest: digest))
    }
    return entries
  }
}
