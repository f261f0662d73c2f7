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
/// Two inventories that are equal are of the same bytes. It is taken before anything is read, so that a file which is saved during
/// the build differs from it.
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
  init?(content: String, theme: [String], jobs: Int) {
    let now = Instant.now
    guard add(folder: content, Rules(isContent: true), now, jobs: jobs) else { return nil }
    for folder in theme {
      let isThere = FileSystem.isFolder(folder)
      listing.append(isThere ? 1 : 0)
      if isThere, !add(folder: folder, Rules(isContent: false), now, jobs: 1) { return nil }
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

  private mutating func add(folder: String, _ rules: Rules, _ now: Instant, jobs: Int) -> Bool {
    let root = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard root >= 0 else { return false }
    defer { close(root) }
    guard let members = Inventory.members(of: ".", in: root, rules, path: "") else { return false }
    // The folders of municipalities are shared among the threads.
    let parts = inParallel(members.count, jobs: jobs) { member in
      var part = Inventory()
      return part.add(members[member], in: root, path: "", root: folder, rules, now) ? part : nil
    }
    for part in parts {
      guard let part else { return false }
      listing += part.listing
      fresh += part.fresh
      registers += part.registers
    }
    listing.append(0)
    return true
  }

  private struct Member {
    let name: [UInt8]
    let kind: EntryKind
  }

  /// What counts of the folder `name` in an open folder, in order.
  private static func members(of name: UnsafePointer<CChar>, in folder: Int32, _ rules: Rules, path: String) -> [Member]? {
    var members: [Member] = []
    let isRead = forEachEntry(of: name, in: folder) { _, name, kind in
      let name = [UInt8](UnsafeRawBufferPointer(start: name, count: strlen(name)))
      if rules.counts(name, in: path) { members.append(Member(name: name, kind: kind)) }
      return true
    }
    guard isRead else { return nil }
    return members.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// - Parameter path: of the folder, with `/` after it, or empty.
  private mutating func add(
    _ member: Member, in folder: Int32, path: String, root: String, _ rules: Rules, _ now: Instant
  ) -> Bool {
    let name = member.name + [0]
    let whole = path + String(decoding: member.name, as: UTF8.self)
    return name.withUnsafeBytes { bytes in
      guard let name = bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return false }
      var kind = member.kind
      if kind == .other, !rules.isContent { kind = Inventory.isFolder(name, in: folder) ? .folder : .file }
      if kind == .file, rules.isContent, SourceEntry.isRegister(whole) {
        guard let digest = digest(ofFileAt: String(cString: name), in: folder) else { return false }
        registers.append(Entry(path: whole, digest: digest))
        return true
      }
      listing += bytes
      listing.append(kind == .folder ? 1 : kind == .file ? 2 : 3)
      switch kind {
      case .other: return true
      case .folder:
        // What is hidden is mentioned, and nothing in it.
        let isDone = rules.isContent && member.name.first == UInt8(ascii: ".") || add(folder: name, in: folder, path: whole + "/", root: root, rules, now)
        listing.append(0)
        return isDone
      case .file:
        guard let mark = FileMark(name, in: folder, followsLinks: !rules.isContent) else { return false }
        withUnsafeBytes(of: mark.value) { listing += $0 }
        guard mark.isFresh(at: now) else { return true }
        guard let digest = digest(ofFileAt: String(cString: name), in: folder) else { return false }
        fresh.append(Entry(path: join(root, whole), digest: digest))
        return true
      }
    }
  }

  private mutating func add(
    folder name: UnsafePointer<CChar>, in folder: Int32, path: String, root: String, _ rules: Rules, _ now: Instant
  ) -> Bool {
    let opened = openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (rules.isContent ? O_NOFOLLOW : 0))
    guard opened >= 0 else { return false }
    defer { close(opened) }
    guard let members = Inventory.members(of: ".", in: opened, rules, path: path) else { return false }
    return members.allSatisfy { add($0, in: opened, path: path, root: root, rules, now) }
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
  mutating func note(_ path: String, was before: [UInt8]?, is after: [UInt8]) -> Bool {
    let place = registers.firstIndex { $0.path == path }
    guard place.map({ registers[$0].digest }) == before.map(SHA256.digest) else { return false }
    let entry = Entry(path: path, digest: SHA256.digest(of: after))
    if let place {
      registers[place] = entry
    } else {
      registers.append(entry)
      registers.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
    return true
  }

  // MARK: Kept

  /// About as many bytes as it takes in a record.
  var size: Int { listing.count + 128 * (fresh.count + registers.count) }

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
