import Checksums

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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
      for place in all { append(place, of: lists) }
      return
    }
    let old = rest.last.files
    let places = all.map { place in
      lists[Int(place.list)].withPath(of: place.file(lists)) { old.file(at: UnsafeRawBufferPointer($0)) }
    }
    if rest.gone.isEmpty, places.allSatisfy({ $0 != nil }) {
      table = old
      identities = [FileIdentity](repeating: FileIdentity(), count: old.count)
      sources = old.indices.map { .recorded(UInt32($0)) }
      for (place, number) in zip(all, places) { if let number { set(number, place.file(lists)) } }
    } else {
      reserveCapacity(old.count + all.count, bytes: old.paths.count + lists.reduce(all.count) { $0 + $1.size })
      merge(all, of: lists, rest, without: rest.gone.union(places.compactMap { $0 }))
    }
    for number in rest.forgotten { forget(number, of: old) }
  }

  struct PathStandsTwice: Error { let path: String }

  /// Where a file stands in the lists.
  private struct Place {
    let list: Int32
    let number: Int32
    /// Where its path stands in the paths of its list.
    let start: UInt32
    let length: UInt32

    func file(_ lists: [FileList]) -> FileList.File { lists[Int(list)].files[Int(number)] }
  }

  /// The files of all lists in the order of their paths' bytes. Only these are compared, and only places are moved: the rest of a
  /// file is long.
  private static func sorted(_ lists: [FileList]) throws(PathStandsTwice) -> [Place] {
    var places: [Place] = []
    places.reserveCapacity(lists.reduce(0) { $0 + $1.files.count })
    for (number, list) in lists.enumerated() {
      for (place, file) in list.files.enumerated() {
        places.append(
          Place(
            list: Int32(number), number: Int32(place), start: UInt32(file.path.lowerBound), length: UInt32(file.path.count)))
      }
    }
    let twice: Place? = withPaths(of: lists[...]) { paths in
      func path(_ place: Place) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: paths[Int(place.list)][Int(place.start)..<Int(place.start) + Int(place.length)])
      }
      places.sort { path($0).comesBefore(path($1)) }
      return zip(places, places.dropFirst()).first { path($0).elementsEqual(path($1)) }?.0
    }
    if let twice {
      throw PathStandsTwice(path: String(decoding: lists[Int(twice.list)].path(of: twice.file(lists)), as: UTF8.self))
    }
    return places
  }

  /// The paths of each list, where they lie.
  private static func withPaths<Result>(
    of lists: ArraySlice<FileList>, after known: [UnsafeRawBufferPointer] = [], _ body: ([UnsafeRawBufferPointer]) -> Result
  ) -> Result {
    guard let list = lists.first else { return body(known) }
    return list.paths.withUnsafeBytes { withPaths(of: lists.dropFirst(), after: known + [$0], body) }
  }

  private mutating func merge(_ all: [Place], of lists: [FileList], _ rest: Rest, without gone: Set<Int>) {
    let old = rest.last.files
    var next = 0
    for number in old.indices where !gone.contains(number) {
      let path = old.path(number)
      while next < all.count, lists[Int(all[next].list)].path(of: all[next].file(lists)).lexicographicallyPrecedes(path) {
        append(all[next], of: lists)
        next += 1
      }
      path.withUnsafeBufferPointer { table.append($0, old.digests[number], old.keys[number]) }
      identities.append(FileIdentity())
      sources.append(.recorded(UInt32(number)))
    }
    for place in all[next...] { append(place, of: lists) }
  }

  private mutating func reserveCapacity(_ count: Int, bytes: Int) {
    table.reserveCapacity(count, bytes: bytes)
    identities.reserveCapacity(count)
    sources.reserveCapacity(count)
  }

  private mutating func append(_ place: Place, of lists: [FileList]) {
    let file = place.file(lists)
    lists[Int(place.list)].withPath(of: file) { table.append($0, file.digest, file.key) }
    identities.append(file.identity)
    sources.append(file.isKept ? .compared : .written)
  }

  private mutating func set(_ number: Int, _ file: FileList.File) {
    table.set(number, file.digest, file.key)
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
  mutating func set(_ found: [FileIdentity], from start: Int) {
    identities.replaceSubrange(start..<start + found.count, with: found)
  }

  /// The numbers of files that were written.
  var written: [Int] { sources.indices.filter { sources[$0] == .written } }
  /// How many files are the old site's.
  var keptCount: Int { sources.reduce(0) { $0 + ($1 == .written ? 0 : 1) } }
  /// How many of them have been taken over as they stood.
  var recordedCount: Int { sources.reduce(0) { if case .recorded = $1 { $0 + 1 } else { $0 } } }
}

extension UnsafeRawBufferPointer {
  /// Whether these bytes come before others, as `lexicographicallyPrecedes` has it.
  fileprivate func comesBefore(_ other: UnsafeRawBufferPointer) -> Bool {
    guard let start = baseAddress, let otherStart = other.baseAddress else { return count < other.count }
    let order = memcmp(start, otherStart, Swift.min(count, other.count))
    return order != 0 ? order < 0 : count < other.count
  }
}
