public import AuditModel

/// What a link in running text leads to.
public enum LinkTarget: Sendable, Hashable {
  case subject(Subject)
  /// A file of the content folder, by its path.
  case attachment(String)
  /// An address that begins with a scheme, or that leads to another server.
  case external(String)
  /// A place on the same page: `#rubrik`.
  case fragment(String)
  case unknown
}

/// Finds what a name in running text leads to. It never changes, so any number of threads may ask it.
///
/// A name is looked for in the audit that the document belongs to, then in its folder, then in its municipality, then everywhere:
/// `R1a`, `svar-ks`, `nyckeltal.csv`, `arbetslivsnamnden`, `boras/integration-2021/R1a`.
public struct SubjectIndex: Sendable {
  private var subjects: [String: Subject] = [:]
  private var attachments: Set<String>
  private let recommendations: [Recommendation]
  private let measures: [Measure]
  /// Where an audit's recommendations and measures begin; one more than there are audits.
  private var recommendationStarts: [Int]
  private var measureStarts: [Int]

  public init(_ archive: Archive) {
    self.init(
      files: archive.files, topics: archive.topics, themes: archive.themes, boardKinds: archive.boardKinds,
      municipalities: archive.municipalities, boards: archive.boards, audits: archive.audits,
      recommendations: archive.recommendations, replies: archive.replies, measures: archive.measures,
      followUps: archive.followUps, pages: archive.pages, glossary: archive.glossary, attachments: archive.attachments)
  }

  init(
    files: [String], topics: [Topic], themes: [Theme], boardKinds: [BoardKind], municipalities: [Municipality], boards: [Board],
    audits: [Audit], recommendations: [Recommendation], replies: [Reply], measures: [Measure], followUps: [FollowUp],
    pages: [Page], glossary: Glossary?, attachments: [Attachment]
  ) {
    self.recommendations = recommendations
    self.measures = measures
    self.attachments = Set(attachments.map(\.path))
    // By their places: a copy of an entity counts every text and list in it.
    recommendationStarts = Self.starts(of: recommendations.indices, count: audits.count) { recommendations[$0].audit }
    measureStarts = Self.starts(of: measures.indices, count: audits.count) { measures[$0].audit }
    subjects.reserveCapacity(municipalities.count + boards.count + 2 * audits.count + replies.count + followUps.count + 100)
    func add(_ id: String, _ subject: Subject) {
      let key = folded(id)
      if subjects[key] == nil { subjects[key] = subject }
    }
    func file(_ index: Int32) -> String { String(files[Int(index)].dropLast(3)) }
    for (index, municipality) in municipalities.enumerated() {
      add(municipality.id, .municipality(ID(index)))
      add(municipality.id + "/index", .municipality(ID(index)))
    }
    for (index, board) in boards.enumerated() { add(board.id, .board(ID(index))) }
    for index in audits.indices {
      add(audits[index].id, .audit(ID(index)))
      add(file(audits[index].body.file), .audit(ID(index)))
    }
    for index in replies.indices { add(replies[index].id, .reply(ID(index))) }
    for index in followUps.indices { add(followUps[index].id, .followUp(ID(index))) }
    for (index, page) in pages.enumerated() { add(page.id, .page(ID(index))) }
    if let body = glossary?.body { add(file(body.file), .glossary) }
    // By the addresses of their pages, and by their bare ids where nothing else has them.
    for (index, topic) in topics.enumerated() { add("amnen/" + topic.id, .topic(ID(index))) }
    for (index, theme) in themes.enumerated() { add("teman/" + theme.id, .theme(ID(index))) }
    for (index, kind) in boardKinds.enumerated() { add("namnder/" + kind.id, .boardKind(ID(index))) }
    for (index, topic) in topics.enumerated() { add(topic.id, .topic(ID(index))) }
    for (index, theme) in themes.enumerated() { add(theme.id, .theme(ID(index))) }
    for (index, kind) in boardKinds.enumerated() { add(kind.id, .boardKind(ID(index))) }
  }

  private static func starts(of elements: Range<Int>, count: Int, _ audit: (Int) -> ID<Audit>) -> [Int] {
    var starts = [Int](repeating: 0, count: count + 1)
    for element in elements { starts[Int(audit(element).index) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    return starts
  }

  /// What a full id names: `boras/integration-2021/R1a`.
  public func find(_ id: String) -> Subject? {
    let key = folded(id)
    if let subject = subjects[key] { return subject }
    guard let (folder, name) = splitPath(key), case .audit(let audit)? = subjects[String(folder)] else { return nil }
    return find(String(name), in: audit)
  }

  /// The recommendation or measure of an audit with a short id, given in lower case.
  private func find(_ key: String, in audit: ID<Audit>) -> Subject? {
    let index = Int(audit.index)
    for place in recommendationStarts[index]..<recommendationStarts[index + 1]
    where folded(recommendations[place].shortID) == key {
      return .recommendation(ID(place))
    }
    for place in measureStarts[index]..<measureStarts[index + 1] where folded(measures[place].shortID) == key {
      return .measure(ID(place))
    }
    return nil
  }

  /// What a link leads to that stands in the document with a path. A fragment after a name is the caller's to keep.
  public func resolve(_ destination: String, in documentPath: String) -> LinkTarget {
    if destination.utf8.first == UInt8(ascii: "#") { return .fragment(String(destination.dropFirst())) }
    if isExternal(destination) { return .external(destination) }
    var name = destination.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    var isFromTop = false
    while name.first == UInt8(ascii: "/") {
      name.removeFirst()
      isFromTop = true
    }
    while name.last == UInt8(ascii: "/") { name.removeLast() }
    guard !name.isEmpty else { return .unknown }
    let text = percentDecoded(name)
    let folder = splitPath(documentPath).map { String($0.folder) } ?? ""
    if text.hasPrefix("./") || text.hasPrefix("../") {
      return joined(folder, text).map(lookUp) ?? .unknown
    }
    if !isFromTop, !folder.isEmpty {
      if case .audit(let audit)? = subjects[folded(folder)], let subject = find(folded(text), in: audit) {
        return .subject(subject)
      }
      if case let target = lookUp(folder + "/" + text), target != .unknown { return target }
      if let (municipality, _) = splitPath(folder), case let target = lookUp(municipality + "/" + text), target != .unknown {
        return target
      }
    }
    return lookUp(text)
  }

  /// A subject or an attachment by its whole path, with or without the ending of its file.
  private func lookUp(_ path: String) -> LinkTarget {
    if attachments.contains(path) { return .attachment(path) }
    if let subject = find(path) { return .subject(subject) }
    if path.hasSuffix(".md"), let subject = find(String(path.dropLast(3))) { return .subject(subject) }
    return .unknown
  }

  private func isExternal(_ destination: String) -> Bool {
    let bytes = destination.utf8
    if bytes.starts(with: "//".utf8) { return true }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: ":"): return byte != bytes.first
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        continue
      default: return false
      }
    }
    return false
  }

  /// The path that `../` and `./` lead to; nil where it would leave the content folder.
  private func joined(_ folder: String, _ relative: String) -> String? {
    var parts = folder.split(separator: "/")
    for part in relative.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }

  private func percentDecoded(_ bytes: Substring.UTF8View) -> String {
    guard bytes.contains(UInt8(ascii: "%")) else { return String(Substring(bytes)) }
    func digit(_ byte: UInt8) -> UInt8? {
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x41...0x46: byte - 0x37
      case 0x61...0x66: byte - 0x57
      default: nil
      }
    }
    let bytes = Array(bytes)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
