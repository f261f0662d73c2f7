public import Diagnostics

/// What a body has in it that others need to know before it is rendered.
public struct BodyOutline: Sendable, Equatable {
  /// Links and pictures, in reading order.
  public var links: [BodyLink] = []
  public var headings: [BodyHeading] = []
  /// Everything that the body consists of, in reading order: what has text in it, and what has none.
  public var blocks: [BodyBlock] = []

  public init() {}
}

/// A link or a picture in a body.
public struct BodyLink: Sendable, Equatable {
  /// Where it leads, as it was written.
  public var destination: String
  public var isImage: Bool
  /// False for `[](arbetslivsnamnden)`, which takes the title of what it leads to.
  public var hasText: Bool
  /// What it says, or a picture's alternative text; as it was written but for emphasis and code.
  public var text = ""
  /// Whether it is all there is in its paragraph, as a picture that stands for a data table must be.
  public var standsAlone: Bool
  /// The bytes in the file: the destination where it stands in the text, else the paragraph's line.
  public var range: Range<Int>
}

/// A heading in a body, with its level as it was written.
public struct BodyHeading: Sendable, Equatable {
  public var level: Int
  public var text: String
  public var range: Range<Int>
}

/// A piece of a body: the bytes of a heading, a paragraph (in a list or a quotation or not), a table, or of something else.
public struct BodyBlock: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case heading(level: Int)
    case paragraph, table
    /// Code, HTML, a line across.
    case other
  }

  public var kind: Kind
  public var range: Range<Int>
}

/// Finds the links, pictures and headings of a body, and reports what would be left out or shown wrongly.
public func scanMarkdown(_ file: SourceFile, bodyStart: Int) -> Checked<BodyOutline> {
  file.bytes.withUnsafeBufferPointer { bytes in
    var scanner = BodyScanner(file: file, source: BodySource(bytes, bodyStart: bodyStart))
    scanner.scan()
    return Checked(scanner.outline, scanner.diagnostics)
  }
}

private struct BodyScanner {
  let file: SourceFile
  var source: BodySource
  var outline = BodyOutline()
  var diagnostics: [Diagnostic] = []

  private var quoteDepth = 0
  /// The bytes of the block that is being read, and how far its links were found.
  private var block = 0..<0
  private var firstLine = 0..<0
  private var cursor = 0
  /// Searches that found nothing in this block; after too many no more are made, so that time stays in proportion.
  private var misses = 0
  private var heading: BodyHeading?
  private var isAlone = false
  private var pictureDepth = 0
  /// The links that are being read, innermost last.
  private var openNodes: [CommonMarkTree.Node] = []
  private var openLinks: [Int] = []

  init(file: SourceFile, source: BodySource) {
    self.file = file
    self.source = source
  }

  mutating func scan() {
    let tree = CommonMarkTree(source.body)
    let walk = tree.walk()
    while let (event, node) = walk.next() {
      let isEntering = event == .enter
      switch node.kind {
      case .document, .list, .item, .customBlock: continue
      case .codeBlock, .thematicBreak: outline.blocks.append(BodyBlock(kind: .other, range: bytes(of: node)))
      case .blockQuote: quoteDepth += isEntering ? 1 : -1
      case .htmlBlock:
        outline.blocks.append(BodyBlock(kind: .other, range: bytes(of: node)))
        report(htmlBlock: node)
      case .paragraph, .heading:
        guard isEntering else {
          endBlock()
          continue
        }
        startBlock(bytes(of: node))
        isAlone = node.firstChild?.next == nil
        if source.mayHaveTables, node.lines.count > 1 {
          if let table = source.table(in: node, quoteDepth: quoteDepth) {
            outline.blocks.append(BodyBlock(kind: .table, range: block))
            scan(table)
            walk.skip(node)
            continue
          }
          reportBrokenTable(in: node)
        }
        outline.blocks.append(
          BodyBlock(kind: node.kind == .heading ? .heading(level: node.headingLevel) : .paragraph, range: block))
        if node.kind == .heading { heading = BodyHeading(level: node.headingLevel, text: "", range: block) }
      default: scanInline(node, isEntering: isEntering)
      }
    }
  }

  private mutating func startBlock(_ range: Range<Int>) {
    block = range
    let lineEnd = source.bytes[range].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    firstLine = range.lowerBound..<(lineEnd ?? range.upperBound)
    cursor = range.lowerBound
    misses = 0
  }

  private mutating func endBlock() {
    guard let heading else { return }
    outline.headings.append(heading)
    self.heading = nil
  }

  private mutating func bytes(of node: CommonMarkTree.Node) -> Range<Int> {
    let first = source.line(node.lines.lowerBound)
    let last = source.line(node.lines.upperBound - 1)
    let lower = min(first.upperBound, first.lowerBound + max(0, node.column - 1))
    return source.trimmed(lower..<max(lower, last.upperBound))
  }

  private mutating func scanInline(_ node: CommonMarkTree.Node, isEntering: Bool) {
    switch node.kind {
    case .text, .code:
      if heading == nil && openLinks.isEmpty { return }
      let text = String(decoding: node.literal, as: UTF8.self)
      heading?.text += text
      for index in openLinks { outline.links[index].text += text }
    case .softBreak, .lineBreak:
      heading?.text += " "
      for index in openLinks { outline.links[index].text += " " }
    case .htmlInline: report(htmlInline: node)
    case .link, .image:
      if node.kind == .image { pictureDepth += isEntering ? 1 : -1 }
      guard isEntering else {
        if openNodes.last == node {
          openNodes.removeLast()
          openLinks.removeLast()
        }
        return
      }
      let isImage = node.kind == .image
      // A picture's text is written as plain text, links in it included.
      if pictureDepth > (isImage ? 1 : 0) { return }
      let range = locate(node.url)
      if AddressScheme(of: node.url).isRefused(in: .site) {
        diagnostics.append(.dangerousAddress(String(decoding: node.url, as: UTF8.self), in: file, at: range))
        return
      }
      outline.links.append(
        BodyLink(
          destination: String(decoding: node.url, as: UTF8.self), isImage: isImage, hasText: node.firstChild != nil,
          standsAlone: isAlone && node.parent?.kind == .paragraph, range: range))
      openNodes.append(node)
      openLinks.append(outline.links.count - 1)
    default: break
    }
  }

  // MARK: Tables

  private mutating func scan(_ table: PipeTable) {
    isAlone = false
    if let first = table.leadingLines.first, let last = table.leadingLines.last {
      scanPiece([first.lowerBound..<last.upperBound])
    }
    for row in [table.header] + table.rows {
      if row.count > table.header.count, let extra = row.dropFirst(table.header.count).first, let last = row.last {
        diagnostics.append(
          .tableExtraCells(in: file, at: extra.lowerBound..<last.upperBound, found: row.count, expected: table.header.count))
      }
      scanPiece(Array(row.prefix(table.header.count)))
    }
  }

  /// Scans pieces of text, each parsed for itself as inlines.
  private mutating func scanPiece(_ pieces: [Range<Int>]) {
    for piece in pieces where source.needsParsing(piece) {
      var text: [UInt8] = Array("# ".utf8)
      for index in piece {
        let byte = source.bytes[index]
        if byte == UInt8(ascii: "\\"), index + 1 < piece.upperBound, source.bytes[index + 1] == UInt8(ascii: "|") { continue }
        text.append(byte < 0x20 ? UInt8(ascii: " ") : byte)
      }
      text += Array(" #\n".utf8)
      text += source.linkDefinitions(for: text)
      startBlock(piece)
      let tree = CommonMarkTree(text)
      let walk = tree.walk()
      while let (event, node) = walk.next() {
        if node.kind != .document, node.kind != .heading { scanInline(node, isEntering: event == .enter) }
      }
    }
  }

  private mutating func reportBrokenTable(in node: CommonMarkTree.Node) {
    let lines = source.contents(of: node, quoteDepth: quoteDepth)
    for index in lines.indices.dropFirst() {
      let header = lines[index - 1]
      guard let columns = PipeTable.alignments(lines[index], in: source), columns.count > 1 || source.hasPipe(lines[index]),
        source.hasPipe(header)
      else { continue }
      let found = PipeTable.cells(of: header, in: source).count
      diagnostics.append(.tableColumns(in: file, at: lines[index], found: columns.count, expected: found))
      return
    }
  }

  // MARK: Raw HTML

  private mutating func report(htmlBlock node: CommonMarkTree.Node) {
    guard !node.literal.drop(while: { $0 <= UInt8(ascii: " ") }).starts(with: "<!--".utf8) else { return }
    let range = bytes(of: node)
    let lineEnd = source.bytes[range].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? range.upperBound
    diagnostics.append(.rawHTML(in: file, at: range.lowerBound..<lineEnd))
  }

  private mutating func report(htmlInline node: CommonMarkTree.Node) {
    let literal = node.literal
    guard !literal.starts(with: "<!--".utf8) else { return }
    let range = find(literal) ?? firstLine
    // Only the opening tag of a pair.
    if !literal.starts(with: "</".utf8) { diagnostics.append(.rawHTML(in: file, at: range)) }
  }

  // MARK: Places

  /// Where a link's destination stands in the block; the block's first line where it is written elsewhere or with escapes.
  private mutating func locate(_ destination: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    if !destination.isEmpty, let found = find(destination, afterOpening: true) ?? find(destination) { return found }
    return firstLine
  }

  private mutating func find(_ needle: UnsafeBufferPointer<UInt8>, afterOpening: Bool = false) -> Range<Int>? {
    guard misses < 32 else { return nil }
    var start = cursor
    while let found = source.find(needle, in: start..<block.upperBound) {
      let before = found > block.lowerBound ? source.bytes[found - 1] : 0
      if !afterOpening || before == UInt8(ascii: "(") || before == UInt8(ascii: "<") {
        cursor = found + needle.count
        return found..<cursor
      }
      start = found + 1
    }
    misses += 1
    return nil
  }
}

extension BodySource {
  func hasPipe(_ range: Range<Int>) -> Bool { bytes[range].contains(UInt8(ascii: "|")) }
}
