import Diagnostics
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The trees of front matter that was read before, so that libyaml need not read it again.
///
/// A tree follows from the bytes that its file begins with, and is known by their fingerprint. Only those are kept in which
/// nothing was wrong. Any number of threads may ask and add.
public final class KnownTrees: Sendable {
  /// Where the bytes of each tree are, by the fingerprint of its file up to the running text.
  private let places: [UInt64: Range<Int>]
  private let bytes: [UInt8]
  private let made = Mutex(Made())

  /// New trees, all in one piece of memory: thousands of small ones would leave as many holes when they go.
  private struct Made: Sendable {
    var places: [UInt64: Range<Int>] = [:]
    var bytes: [UInt8] = []
  }

  /// As `kept` gave them. What does not fit together is left out.
  public init(_ kept: Kept = Kept()) {
    bytes = kept.bytes
    var places: [UInt64: Range<Int>] = [:]
    places.reserveCapacity(kept.keys.count)
    var start = 0
    for (key, end) in zip(kept.keys, kept.ends) {
      guard Int(end) >= start, Int(end) <= kept.bytes.count else { break }
      places[key] = start..<Int(end)
      start = Int(end)
    }
    self.places = places
  }

  /// Trees one after the other.
  public struct Kept: Sendable {
    public var keys: [UInt64] = []
    /// Where the bytes of each tree end.
    public var ends: [UInt32] = []
    public var bytes: [UInt8] = []

    public init(keys: [UInt64] = [], ends: [UInt32] = [], bytes: [UInt8] = []) {
      (self.keys, self.ends, self.bytes) = (keys, ends, bytes)
    }
  }

  /// The trees of some content, for keeping; nil where so few are new that it is not worth while.
  public func kept(of content: ParsedContent) -> Kept? {
    let made = made.withLock { $0 }
    if made.places.count * 50 <= places.count { return nil }
    var kept = Kept()
    kept.bytes.reserveCapacity(bytes.count + made.bytes.count)
    for document in content.documents {
      let key = document.factsFingerprint
      if let place = made.places[key] {
        kept.bytes += made.bytes[place]
      } else if let place = places[key] {
        kept.bytes += bytes[place]
      } else {
        continue
      }
      guard kept.bytes.count <= UInt32.max else { return nil }
      kept.keys.append(key)
      kept.ends.append(UInt32(kept.bytes.count))
    }
    return kept
  }

  /// The tree of the front matter of a file that begins with some bytes; nil where it is not known.
  func tree(_ key: UInt64, of file: SourceFile) -> YAMLNode? {
    guard let place = places[key] else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      file.bytes.withUnsafeBufferPointer { file in
        var reader = TreeReader(UnsafeBufferPointer(rebasing: bytes[place]), of: file)
        return reader.tree()
      }
    }
  }

  /// Takes note of what libyaml gave.
  func note(_ tree: YAMLNode, _ key: UInt64, of file: SourceFile) {
    var writer = TreeWriter(file)
    guard writer.add(tree) else { return }
    made.withLock { [bytes = writer.bytes] made in
      let start = made.bytes.count
      made.bytes += bytes
      made.places[key] = start..<made.bytes.count
    }
  }
}

/// What a text is made of: the bytes where it stands, those within quotation marks, or others. A list and a mapping have no text.
private enum TreeTag: UInt8 {
  case written, quoted, other, sequence, mapping
}

/// Writes a tree in few bytes: places as steps from one to the next, and no text that stands in the file as it is.
private struct TreeWriter {
  private(set) var bytes: [UInt8] = []
  private let file: SourceFile
  private var place = 0

  init(_ file: SourceFile) {
    self.file = file
    // Most trees take less.
    bytes.reserveCapacity(512)
  }

  /// False where the tree has places out of order, as aliases have.
  mutating func add(_ node: YAMLNode) -> Bool {
    switch node.content {
    case .scalar(let text, let style): return add(text, style, node.range)
    case .sequence(let items):
      guard start(.sequence, .plain, node.range) else { return false }
      add(items.count)
      return items.allSatisfy { add($0) }
    case .mapping(let entries):
      guard start(.mapping, .plain, node.range) else { return false }
      add(entries.count)
      return entries.allSatisfy { add($0.key.text, .plain, $0.key.range) && add($0.value) }
    }
  }

  private mutating func add(_ text: String, _ style: YAMLStyle, _ range: Range<Int>) -> Bool {
    if stands(text, in: range) { return start(.written, style, range) }
    if range.count >= 2, stands(text, in: range.dropFirst().dropLast()) { return start(.quoted, style, range) }
    guard start(.other, style, range) else { return false }
    add(text.utf8.count)
    bytes += text.utf8
    return true
  }

  /// Whether the file has just that text there.
  private func stands(_ text: String, in range: Range<Int>) -> Bool {
    var text = text
    return text.withUTF8 { text in
      guard text.count == range.count, let start = text.baseAddress else { return text.count == range.count }
      return file.bytes.withUnsafeBytes { bytes in
        let here = UnsafeRawBufferPointer(rebasing: bytes[range])
        return here.baseAddress.map { memcmp($0, start, here.count) == 0 } ?? true
      }
    }
  }

  private mutating func start(_ tag: TreeTag, _ style: YAMLStyle, _ range: Range<Int>) -> Bool {
    guard range.lowerBound >= place else { return false }
    bytes.append(tag.rawValue | style.number << 4)
    add(range.lowerBound - place)
    add(range.count)
    place = range.lowerBound
    return true
  }

  /// Seven bits a byte.
  private mutating func add(_ number: Int) {
    var rest = UInt(number)
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// Reads what a `TreeWriter` has written. Whatever else the bytes hold, it ends with nil.
private struct TreeReader: ~Copyable {
  private struct Damaged: Error {}

  private let bytes: UnsafeBufferPointer<UInt8>
  private let file: UnsafeBufferPointer<UInt8>
  private var next = 0
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, of file: UnsafeBufferPointer<UInt8>) { (self.bytes, self.file) = (bytes, file) }

  mutating func tree() -> YAMLNode? {
    guard let root = try? node(depth: 0), next == bytes.count else { return nil }
    return root
  }

  private mutating func node(depth: Int) throws(Damaged) -> YAMLNode {
    guard depth <= YAMLLimits.depth else { throw Damaged() }
    let (tag, style, range) = try start()
    switch tag {
    case .written, .quoted, .other: return YAMLNode(.scalar(text: try text(tag, range), style: style), range: range)
    case .sequence:
      let count = try count()
      var items: [YAMLNode] = []
      items.reserveCapacity(count)
      for _ in 0..<count { items.append(try node(depth: depth + 1)) }
      return YAMLNode(.sequence(items), range: range)
    case .mapping:
      let count = try count()
      var entries: [YAMLEntry] = []
      entries.reserveCapacity(count)
      for _ in 0..<count {
        let (tag, _, range) = try start()
        let key = YAMLKey(text: try text(tag, range), range: range)
        entries.append(YAMLEntry(key: key, value: try node(depth: depth + 1)))
      }
      return YAMLNode(.mapping(entries), range: range)
    }
  }

  private mutating func start() throws(Damaged) -> (TreeTag, YAMLStyle, Range<Int>) {
    guard next < bytes.count, let tag = TreeTag(rawValue: bytes[next] & 0x0F), let style = YAMLStyle(number: bytes[next] >> 4)
    else {
      throw Damaged()
    }
    next += 1
    let lower = try number()
    let count = try number()
    guard lower <= file.count - place, count <= file.count - place - lower else { throw Damaged() }
    place += lower
    return (tag, style, place..<place + count)
  }

  private mutating func text(_ tag: TreeTag, _ range: Range<Int>) throws(Damaged) -> String {
    switch tag {
    case .written: return String(decoding: UnsafeBufferPointer(rebasing: file[range]), as: UTF8.self)
    case .quoted where range.count >= 2:
      return String(decoding: UnsafeBufferPointer(rebasing: file[range.lowerBound + 1..<range.upperBound - 1]), as: UTF8.self)
    case .other:
      let count = try count()
      defer { next += count }
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[next..<next + count]), as: UTF8.self)
    default: throw Damaged()
    }
  }

  /// Of things that each take a byte at least.
  private mutating func count() throws(Damaged) -> Int {
    let count = try number()
    guard count <= bytes.count - next else { throw Damaged() }
    return count
  }

  private mutating func number() throws(Damaged) -> Int {
    var value = 0
    for shift in stride(from: 0, to: 35, by: 7) {
      guard next < bytes.count else { throw Damaged() }
      let byte = bytes[next]
      next += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    throw Damaged()
  }
}

extension YAMLStyle {
  fileprivate var number: UInt8 {
    switch self {
    case .plain: 0
    case .singleQuoted: 1
    case .doubleQuoted: 2
    case .literal: 3
    case .folded: 4
    }
  }

  fileprivate init?(number: UInt8) {
    switch number {
    case 0: self = .plain
    case 1: self = .singleQuoted
    case 2: self = .doubleQuoted
    case 3: self = .literal
    case 4: self = .folded
    default: return nil
    }
  }
}
