import AuditModel
public import Diagnostics

/// A file of the content as it was written: typed values, and names that nobody has looked up yet.
///
/// It is a class since lists of all documents are copied when one of them changes.
public final class Document: Sendable {
  /// The path in the content folder: `boras/integration-2021/audit.md`.
  public let path: String
  /// The byte at which the running text begins.
  let bodyStart: Int
  let hasBody: Bool
  /// The links and pictures of the running text.
  let links: [BodyLink]
  let content: DocumentContent
  /// Where `type:` stands, for what is wrong with the document as a whole.
  let place: Place
  /// False where something was left out that others may refer to, so that their reference is no error of theirs.
  let isWhole: Bool
  /// How heavy the text is, where it is the site's own.
  let readability: Readability?
  /// The same of where the running text leads (`hasSameLinks`).
  let linksFingerprint: UInt64
  /// Tells whether the running text is another than it was.
  let bodyDigest: UInt64
  /// Where the text has its municipality's name in the letters of its folder.
  let plainTownName: Place?
  /// What the file held when it was parsed, in short.
  let fingerprint: UInt64
  /// The same of the facts alone.
  let factsFingerprint: UInt64

  init(
    path: String, bodyStart: Int, hasBody: Bool, links: [BodyLink], content: DocumentContent, place: Place, isWhole: Bool,
    readability: Readability? = nil, plainTownName: Place? = nil, fingerprint: UInt64 = 0, factsFingerprint: UInt64 = 0,
    linksFingerprint: UInt64? = nil, bodyDigest: UInt64 = 0
  ) {
    self.path = path
    self.bodyStart = bodyStart
    self.hasBody = hasBody
    self.links = links
    self.content = content
    self.place = place
    self.isWhole = isWhole
    self.readability = readability
    self.plainTownName = plainTownName
    self.fingerprint = fingerprint
    self.factsFingerprint = factsFingerprint
    self.linksFingerprint = linksFingerprint ?? Document.fingerprint(of: links)
    self.bodyDigest = bodyDigest
  }

  private static func fingerprint(of links: [BodyLink]) -> UInt64 {
    var print = NumberPrint(UInt64(links.count))
    for link in links {
      print.mix(link.isImage ? 3 : 2)
      for byte in link.destination.utf8 { print.mix(UInt64(byte)) }
      print.mix(0x100)
    }
    return print.value
  }

  /// A file whose bytes could not be read at all, or of which nobody can tell what it says; that is reported.
  static func unreadable(_ path: String, fingerprint: UInt64 = 0) -> Document {
    let site: DocumentContent = path == "site.yaml" ? .site(SiteDocument()) : .unknown
    return Document(
      path: path, bodyStart: 0, hasBody: false, links: [], content: site, place: .start, isWhole: false,
      fingerprint: fingerprint, factsFingerprint: fingerprint)
  }

  /// The same without its facts and what its text leads to, for when an archive has been made of them. Drafts keep them, since
  /// they are left out by them, and `site.yaml`, which says how much problems weigh.
  func withoutFacts() -> Document {
    if case .site = content { return self }
    if content.isDraft { return self }
    return Document(
      path: path, bodyStart: bodyStart, hasBody: hasBody, links: [], content: .unknown, place: place, isWhole: isWhole,
      readability: readability, plainTownName: plainTownName, fingerprint: fingerprint, factsFingerprint: factsFingerprint,
      linksFingerprint: linksFingerprint, bodyDigest: bodyDigest)
  }

  /// Whether what rules look at in the running text is the same.
  func hasSameFindings(as other: Document) -> Bool {
    readability == other.readability && plainTownName == other.plainTownName
  }

  /// Whether an archive made with either would be the same, so that only the running text can differ.
  func saysTheSame(as other: Document) -> Bool {
    path == other.path && bodyStart == other.bodyStart && hasBody == other.hasBody && place == other.place
      && isWhole == other.isWhole && content == other.content && hasSameLinks(as: other)
  }

  /// Whether the running text leads to the same places.
  func hasSameLinks(as other: Document) -> Bool {
    links.elementsEqual(other.links) { $0.destination == $1.destination && $0.isImage == $1.isImage }
  }
}

/// What a document is, by its `type`.
indirect enum DocumentContent: Sendable, Equatable {
  case site(SiteDocument)
  case municipality(MunicipalityDocument)
  case audit(AuditDocument)
  case reply(ReplyDocument)
  case followUp(FollowUpDocument)
  case page(PageDocument)
  case glossary(GlossaryDocument)
  /// It could not be made out what it is, which is reported; or its facts were given up.
  case unknown

  var isDraft: Bool {
    switch self {
    case .audit(let audit): audit.isDraft
    case .reply(let reply): reply.isDraft
    case .followUp(let followUp): followUp.isDraft
    case .page(let page): page.isDraft
    case .site, .municipality, .glossary, .unknown: false
    }
  }
}

/// The words that `type` may have.
enum DocumentType: String, CaseIterable {
  case municipality, audit, reply
  case followUp = "follow-up"
  case page, glossary

  /// What a file without a known type probably is.
  init?(guessing path: String, _ entries: [YAMLEntry]) {
    let keys = entries.map(\.key.text)
    if keys.contains("boards") || keys.contains("code") {
      self = .municipality
    } else if keys.contains("auditor") || keys.contains("recommendations") || path.hasSuffix("/audit.md") {
      self = .audit
    } else if keys.contains("answers") || keys.contains("measures") {
      self = .reply
    } else if keys.contains("findings") || keys.contains("counts") || keys.contains("deadlines") {
      self = .followUp
    } else if keys.contains("terms") {
      self = .glossary
    } else if path.hasSuffix("/index.md") {
      self = .municipality
    } else if !path.utf8.contains(UInt8(ascii: "/")), keys.contains("title") {
      self = .page
    } else {
      return nil
    }
  }
}

/// How much of a document is read.
public enum DocumentPart: Sendable {
  /// Its facts, from which the archive is made but for what running texts mention.
  case facts
  case whole
}

/// Reads one file: `site.yaml` or a Markdown file. Nil for any other file, which is an attachment.
///
/// A pure function, so that files can be read in parallel in any order.
/// - Parameter part: with `.facts` the running text is left unread, its links and what is wrong in it.
/// - Parameter trees: those of front matter that are known, and to which what is read is added.
public func parse(_ file: SourceFile, part: DocumentPart = .whole, knowing trees: KnownTrees? = nil) -> Checked<Document?> {
  let isSite = file.path == "site.yaml"
  guard isSite || file.path.hasSuffix(".md") else { return Checked(nil) }
  let conflicts = file.mergeConflicts()
  if !conflicts.isEmpty { return Checked(.unreadable(file.path, fingerprint: file.fingerprint), conflicts) }
  if isSite { return parseSite(file) }
  let read = readFrontMatter(of: file, knowing: trees)
  let front = read.value
  let hasBody = file.bytes[min(front.bodyStart, file.bytes.count)...].contains { $0 > 0x20 }
  let outline = hasBody && part == .whole ? scanMarkdown(file, bodyStart: front.bodyStart) : nil
  let others = read.diagnostics + (outline?.diagnostics ?? [])
  var reader = FieldReader(path: file.path, reportsMissingKeys: front.isWhole)
  guard let entries = front.root?.entries else {
    if front.isWhole { reader.report(.factsMissing(at: reader.place(front.root?.range ?? 0..<min(3, file.bytes.count)))) }
    let text = DocumentText(file, .unknown, bodyStart: front.bodyStart, outline?.value ?? BodyOutline())
    let document = Document(
      path: file.path, bodyStart: front.bodyStart, hasBody: hasBody, links: outline?.value.links ?? [], content: .unknown,
      place: .start, isWhole: false, fingerprint: file.fingerprint, factsFingerprint: file.fingerprint)
    return Checked(document, others + reader.diagnostics + DocumentRule.check(text))
  }
  func value<Value: Shaped>(_ type: Value.Type, _ reader: inout FieldReader) -> Value {
    var value = Value()
    Value.shape.read(entries, at: 0..<0, into: &value, &reader)
    return value
  }
  let (type, place) = findType(of: file.path, entries, &reader)
  let content: DocumentContent =
    switch type {
    case .municipality: .municipality(value(MunicipalityDocument.self, &reader))
    case .audit: .audit(value(AuditDocument.self, &reader))
    case .reply: .reply(value(ReplyDocument.self, &reader))
    case .followUp: .followUp(value(FollowUpDocument.self, &reader))
    case .page: .page(value(PageDocument.self, &reader))
    case .glossary: .glossary(value(GlossaryDocument.self, &reader))
    case nil: .unknown
    }
  // Only what is published notes changes of texts, and all of that is read.
  let digest = hasBody && part == .whole ? file.bytes[front.bodyStart...].withUnsafeBufferPointer(TextDigest.of) : 0
  let text = part == .facts ? nil : DocumentText(file, content, bodyStart: front.bodyStart, outline?.value ?? BodyOutline())
  let document = Document(
    path: file.path, bodyStart: front.bodyStart, hasBody: hasBody, links: outline?.value.links ?? [], content: content,
    place: place, isWhole: front.isWhole && !front.hasLosses && !reader.hasLosses, readability: text.flatMap { Readability($0) },
    plainTownName: text.flatMap { plainTownName(in: $0) }, fingerprint: file.fingerprint,
    factsFingerprint: file.fingerprint(upTo: front.bodyStart), bodyDigest: digest)
  return Checked(document, others + reader.diagnostics + (text.map(DocumentRule.check) ?? []))
}

private func parseSite(_ file: SourceFile) -> Checked<Document?> {
  let read = readYAML(of: file)
  var reader = FieldReader(path: file.path, reportsMissingKeys: !read.hasErrors)
  var site = SiteDocument()
  if let root = read.value, let entries = root.entries {
    SiteDocument.shape.read(entries, at: root.range, into: &site, &reader)
  } else if !read.hasErrors {
    reader.report(.factsMissing(at: reader.place(read.value?.range ?? 0..<0)))
  }
  let document = Document(
    path: file.path, bodyStart: file.bytes.count, hasBody: false, links: [], content: .site(site), place: .start,
    isWhole: !read.hasErrors && !reader.hasLosses, fingerprint: file.fingerprint, factsFingerprint: file.fingerprint)
  let text = DocumentText(file, .site(site), bodyStart: file.bytes.count, BodyOutline())
  return Checked(document, read.diagnostics + reader.diagnostics + DocumentRule.check(text))
}

/// The type that a document says it has, or seems to have.
private func findType(of path: String, _ entries: [YAMLEntry], _ reader: inout FieldReader) -> (DocumentType?, Place) {
  let words = DocumentType.allCases.map(\.rawValue)
  guard let entry = entries.first(where: { $0.key.text == "type" }) else {
    let guess = DocumentType(guessing: path, entries)
    let first = entries.first?.key.range ?? 0..<0
    // A misspelt `type` is reported as an unknown key when the rest is read.
    let misspelt = entries.first { nearMiss(of: $0.key.text, among: ["type"]) != nil }
    if let type = misspelt?.value.text.flatMap(DocumentType.init(rawValue:)) { return (type, Place(first)) }
    if reader.reportsMissingKeys {
      reader.diagnostics.append(
        .missingType(guess: guess?.rawValue, insertAt: first.lowerBound, among: words, at: reader.place(first)))
    }
    return (guess, Place(first))
  }
  let place = Place(entry.key.range.lowerBound..<max(entry.key.range.upperBound, entry.value.range.upperBound))
  guard let text = entry.value.text else {
    reader.report(.wrongType("type", .text, found: entry.value, at: reader.place(entry.value.range)))
    return (DocumentType(guessing: path, entries), place)
  }
  if let type = DocumentType(rawValue: text) { return (type, place) }
  let near = nearMiss(of: text, among: words)
  if entry.value.isAbsent {
    let guess = DocumentType(guessing: path, entries)
    if guess == nil { reader.diagnostics.append(.emptyValue("type", about: "", at: reader.place(entry.value.range))) }
    return (guess, place)
  }
  reader.diagnostics.append(.unknownValue(text, of: "type", near: near, among: words, at: reader.place(entry.value.range)))
  return (near.flatMap(DocumentType.init(rawValue:)) ?? DocumentType(guessing: path, entries), place)
}
