import AuditModel
import Checksums
import ZIPFiles

/// The files that tell of the changes on all pages, made from what they were by a renderer that has only a part of the site.
///
/// The part has all changes of its audits; what was told of other audits stays. So nothing is made of facts that are not at hand.
public struct AllChanges {
  private let renderer: SiteRenderer
  private var context: SiteContext { renderer.context }

  public init(_ renderer: SiteRenderer) { self.renderer = renderer }

  /// In the order in which they are to be made.
  private var outputs: [SiteRenderer.Output] {
    renderer.outputs.filter { output in
      switch output {
      case .data(let file): file.table == .changes
      case .feed(let feed, _): feed == .changes
      case .description(let description): description == .archive
      default: false
      }
    }
  }

  /// The files that are others than they were, with their bytes.
  /// - Parameter published: gives what a file was, by its path.
  /// - Returns: nil where a file was not what this version of the program makes, or tells too little.
  public func files(published: (String) -> [UInt8]?) -> [(output: SiteRenderer.Output, bytes: [UInt8])]? {
    var files: [(output: SiteRenderer.Output, bytes: [UInt8])] = []
    let table = DataFile(table: .changes, format: .csv)
    let tablePath = table.path(in: context.plan)
    for output in outputs {
      let path = renderer.path(of: output)
      if case .description = output {
        // The largest file of a site: it has the table, and nothing else that is told here.
        guard let table = files.first(where: { renderer.path(of: $0.output) == tablePath }) else { continue }
        guard let old = published(path),
          let new = archive(old, with: table.bytes, as: String(tablePath.dropFirst("data/".utf8.count)))
        else { return nil }
        files.append((output, new))
      } else {
        guard let old = published(path), let new = bytes(of: output, old: old) else { return nil }
        if new != old { files.append((output, new)) }
      }
    }
    return files
  }

  private func bytes(of output: SiteRenderer.Output, old: [UInt8]) -> [UInt8]? {
    var part: [UInt8] = []
    renderer.render(output, into: &part)
    switch output {
    case .data(let file): return rows(file.format, old: old, part: part)
    case .feed(_, let tree): return feed(old: old, part: part, renderer.trees[tree].context)
    default: return nil
    }
  }

  // MARK: Tables

  /// The rows of the part's audits in the place of those that they had, sorted by the audits' ids.
  private func rows(_ format: DataFile.Format, old: [UInt8], part: [UInt8]) -> [UInt8]? {
    guard let old = ChangeRows(old, format), let part = ChangeRows(part, format) else { return nil }
    let own = Set(context.archive.audits.map { Array($0.id.utf8) })
    let rows = old.rows.filter { !own.contains(Array($0.audit)) }
    let all = merged(rows, part.rows) { $1.audit.lexicographicallyPrecedes($0.audit) }
    return ChangeRows(head: part.head, rows: all, end: part.end).bytes(format)
  }

  /// Two sorted rows of things in one.
  private func merged<Element>(_ a: [Element], _ b: [Element], isLater: (Element, Element) -> Bool) -> [Element] {
    var all: [Element] = []
    all.reserveCapacity(a.count + b.count)
    var rest = b[...]
    for element in a {
      while let next = rest.first, isLater(element, next) {
        all.append(next)
        rest.removeFirst()
      }
      all.append(element)
    }
    return all + rest
  }

  // MARK: Feeds

  /// The newest entries first, those of one day in the order of the archive, which is that of the audits' ids.
  private func feed(old: [UInt8], part: [UInt8], _ context: SiteContext) -> [UInt8]? {
    guard let old = ChangeEntries(old), let part = ChangeEntries(part) else { return nil }
    let own = Set(Archive.ids(context.archive.audits).map { escaped(context.absolute(context.address($0))) })
    let entries = old.entries.filter { !own.contains($0.address) }
    func isLater(_ a: ChangeEntries.Entry, _ b: ChangeEntries.Entry) -> Bool {
      a.day != b.day
        ? a.day.lexicographicallyPrecedes(b.day) : b.address.dropLast().lexicographicallyPrecedes(a.address.dropLast())
    }
    let all = merged(entries, part.entries, isLater: isLater)
    // Nobody knows what comes after the last entry of a full feed.
    if let last = old.entries.last, old.entries.count == Feed.limit, all.prefix(while: { !isLater($0, last) }).count < Feed.limit
    {
      return nil
    }
    return ChangeEntries(head: part.head, entries: Array(all.prefix(Feed.limit)), end: part.end).bytes
  }

  private func escaped(_ text: String) -> [UInt8] {
    var xml = XMLBytes()
    xml.text(text)
    return xml.bytes
  }

  // MARK: The archive

  /// The same archive with another file of a name in it.
  private func archive(_ old: [UInt8], with file: [UInt8], as name: String) -> [UInt8]? {
    let (year, month, day) = context.insight.asOf.components
    var directory = ZIPDirectory(year: year, month: month, day: day)
    var new: [UInt8] = []
    // With room for the list at its end: a copy of the largest file takes long.
    new.reserveCapacity(old.count + file.count + 4096)
    var place = 0
    var isFound = false
    func number(_ at: Int, _ count: Int) -> Int { (0..<count).reduce(0) { $0 | Int(old[place + at + $1]) << (8 * $1) } }
    // A file's header has a fixed length, then come the name and the bytes.
    while place + 30 <= old.count, number(0, 4) == 0x0403_4B50 {
      let (checksum, size, length) = (number(14, 4), number(18, 4), number(26, 2))
      let start = place + 30 + length
      guard number(28, 2) == 0, start + size <= old.count else { return nil }
      let ownName = String(decoding: old[place + 30..<start], as: UTF8.self)
      if ownName == name {
        isFound = true
        new += directory.header(of: name, size: file.count, checksum: CRC32.checksum(of: file))
        new += file
      } else {
        new += directory.header(of: ownName, size: size, checksum: UInt32(checksum))
        new += old[start..<start + size]
      }
      place = start + size
    }
    guard isFound else { return nil }
    new += directory.end()
    return new
  }
}
