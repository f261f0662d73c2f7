import Checksums

/// All files of a new site, and where each comes from.
struct NewSite: Sendable {
  private(set) var table = FileTable()
  /// What each file was when it was written or compared; as it is in the new site when that is complete.
  private(set) var identities: [FileIdentity] = []
  private(set) var sources: [Source] = []
  /// The last build's site, whose files are kept without having been compared.
  let last: SiteSnapshot?

  enum Source: Sendable, Equatable {
    case written
    /// The old site's file, which was compared with what is to be there.
    case compared
    /// A file of the last build's site, by its number there.
    case recorded(UInt32)
  }

  /// What is taken over from the last build as it stands.
  struct Rest: Sendable {
    let last: SiteSnapshot
    /// The numbers of the files that the new site does not have.
    var gone: Set<Int>
    /// The numbers of files of which nobody knows any longer what they would be made of.
    var forgotten: Range<Int>
  }

  /// All files of some lists, and of the last build those besides. Fails where a path stands in the lists twice.
  init(_ lists: [FileList], over rest: Rest?) throws(PathStandsTwice) {
    last = rest?.last
    let all = try NewSite.sorted(lists)
    guard let rest else {
      reserveCapacity(all.count, bytes: lists.reduce(all.count) { $0 + $1.size })
      for (list, file) in all { append(file, of: lists[list]) }
      return
    }
    let old = rest.last.files
    let places = all.map { list, file in lists[list].withPath(of: file) { old.file(at: UnsafeRawBufferPointer($0)) } }
    if rest.gone.isEmpty, places.allSatisfy({ $0 != nil }) {
      table = old
      identities = [FileIdentity](repeating: FileIdentity(), count: old.count)
      sources = old.indices.map { .recorded(UInt32($0)) }
      for ((_, file), place) in zip(all, places) { if let place { set(place, file) } }
    } else {
      reserveCapacity(old.count + all.count, bytes: old.paths.count + lists.reduce(all.count) { $0 + $1.size })
      merge(all, of: lists, rest, without: rest.gone.union(places.compactMap { $0 }))
    }
    for number in rest.forgotten { forget(number, of: old) }
  }

  struct PathStandsTwice: Error { let path: String }

  private static func sorted(_ lists: [FileList]) throws(PathStandsTwice) -> [(list: Int, file: FileList.File)] {
    var all: [(list: Int, file: FileList.File)] = []
    all.reserveCapacity(lists.reduce(0) { $0 + $1.files.count })
    for (index, list) in lists.enumerated() {
      for file in list.files { all.append((index, file)) }
    }
    func path(_ place: Int) -> ArraySlice<UInt8> { lists[all[place].list].path(of: all[place].file) }
    all.sort { lists[$0.list].path(of: $0.file).lexicographicallyPrecedes(lists[$1.list].path(of: $1.file)) }
    for place in all.indices.dropFirst() where path(place) == path(place - 1) {
      throw PathStandsTwice(path: String(decoding: path(place), as: UTF8.self))
    }
    return all
  }

  private mutating func merge(_ all: [(list: Int, file: FileList.File)], of lists: [FileList], _ rest: Rest, without gone: Set<Int>) {
    let old = rest.last.files
    var next = 0
    for number in old.indices where !gone.contains(number) {
      let path = old.path(number)
      while next < all.count, lists[all[next].list].path(of: all[next].file).lexicographicallyPrecedes(path) {
        append(all[next].file, of: lists[all[next].list])
        next += 1
      }
      path.withUnsafeBufferPointer { table.append($0, old.digests[number], old.keys[number]) }
      identities.append(FileIdentity())
      sources.append(.recorded(UInt32(number)))
    }
    for (list, file) in all[next...] { append(file, of: lists[list]) }
  }

  private mutating func reserveCapacity(_ count: Int, bytes: Int) {
    table.reserveCapacity(count, bytes: bytes)
    identities.reserveCapacity(count)
    sources.reserveCapacity(count)
  }

  private mutating func append(_ file: FileList.File, of list: FileList) {
    list.withPath(of: file) { table.append($0, file.digest, file.key ?? .none) }
    identities.append(file.identity)
    sources.append(file.isKept ? .compared : .written)
  }

  private mutating func set(_ number: Int, _ file: FileList.File) {
    table.set(number, file.digest, file.key ?? .none)
    identities[number] = file.identity
    sources[number] = file.isKept ? .compared : .written
  }

  private mutating func forget(_ number: Int, of old: FileTable) {
    guard let place = old.path(number).withUnsafeBytes({ table.file(at: $0) }) else { return }
    if sources[place] == .recorded(UInt32(number)) { table.forgetKey(of: place) }
  }

  /// Takes note of what files are that were written after all others.
  mutating func set(_ list: FileList) {
    for file in list.files {
      if let number = list.withPath(of: file, { table.file(at: UnsafeRawBufferPointer($0)) }) { set(number, file) }
    }
  }

  /// Takes note of what kept files were found to be.
  mutating func set(_ found: [FileIdentity], from start: Int) { identities.replaceSubrange(start..<start + found.count, with: found) }

  /// The numbers of files that were written.
  var written: [Int] { sources.indices.filter { sources[$0] == .written } }
  /// How many files are the old site's.
  var keptCount: Int { sources.reduce(0) { $0 + ($1 == .written ? 0 : 1) } }
  /// How many of them have been taken over as they stood.
  var recordedCount: Int { sources.reduce(0) { if case .recorded = $1 { $0 + 1 } else { $0 } } }
}
