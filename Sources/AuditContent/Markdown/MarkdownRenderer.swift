import Charts
public import Diagnostics

/// Writes the body of a Markdown file, from `bodyStart` on, as HTML.
public func renderMarkdown(
  _ file: SourceFile, bodyStart: Int, options: MarkdownOptions = MarkdownOptions(),
  resolver: some LinkResolver = AddressesAsWritten()
) -> MarkdownBody {
  var html: [UInt8] = []
  let headings = renderMarkdown(file, bodyStart: bodyStart, options: options, resolver: resolver, into: &html)
  return MarkdownBody(html: html, headings: headings)
}

/// Appends the body as HTML to a buffer that is used again and again, and tells its headings.
public func renderMarkdown(
  _ file: SourceFile, bodyStart: Int, options: MarkdownOptions, resolver: some LinkResolver, into html: inout [UInt8]
) -> [MarkdownHeading] {
  file.bytes.withUnsafeBufferPointer { bytes in
    let source = BodySource(bytes, bodyStart: bodyStart)
    let tree = CommonMarkTree(source.body)
    var buffer: [UInt8] = []
    swap(&buffer, &html)
    var renderer = MarkdownRenderer(source: source, options: options, resolver: resolver, html: buffer)
    buffer = []
    renderer.renderBlocks(of: tree, isFragment: false)
    swap(&renderer.html, &html)
    return renderer.headings
  }
}

/// Walks a syntax tree and writes HTML, node by node and without recursion, however deep the tree.
struct MarkdownRenderer<Resolver: LinkResolver> {
  typealias Node = CommonMarkTree.Node

  var source: BodySource
  let options: MarkdownOptions
  let resolver: Resolver
  var html: [UInt8]
  var headings: [MarkdownHeading] = []
  private let start: Int

  private var ids: HeadingIDs
  /// Where the heading began that is being written, and its text so far.
  var heading: (start: Int, text: [UInt8])?
  /// The picture whose text is being written as plain text.
  var picture: (node: Node, isWritten: Bool)?
  /// Whether the links that are open were written as links.
  var openLinks: [Bool] = []
  private var quoteDepth = 0
  /// The paragraph that is being written as a caption, and where that began.
  private var captionParagraph: (node: Node, start: Int)?
  /// Whether the next text begins with `Tabell:`, which a caption does without.
  var dropsCaptionWord = false
  /// The caption for the table that follows.
  var caption: [UInt8]?
  /// The paragraph that is written as a table from a CSV file.
  var dataTable: (paragraph: Node, picture: Node, data: DataFigure, start: Int)?
  /// How many charts have been written, for their ids.
  var charts = 0
  /// Whether what is parsed is a piece of a paragraph, and whether that stands in a tight list.
  private var isFragment = false
  private var isFragmentTight = false

  init(source: BodySource, options: MarkdownOptions, resolver: Resolver, html: [UInt8]) {
    self.source = source
    self.options = options
    self.resolver = resolver
    self.html = html
    start = html.count
    ids = HeadingIDs(options)
  }

  var isSite: Bool { options.dialect == .site }

  mutating func renderBlocks(of tree: borrowing CommonMarkTree, isFragment: Bool) {
    let outer = self.isFragment
    self.isFragment = isFragment
    let walk = tree.walk()
    while let (event, node) = walk.next() { render(event, node, in: walk) }
    self.isFragment = outer
  }

  /// Writes the inlines of the next heading of a tree, without the heading: a table's cells are parsed as headings.
  mutating func renderNextCell(of walk: borrowing CommonMarkTree.Walk) {
    while let (event, node) = walk.next() {
      switch node.kind {
      case .document: continue
      case .heading: if event == .exit { return }
      default: renderInline(event, node)
      }
    }
  }

  private mutating func render(_ event: CommonMarkTree.Event, _ node: Node, in walk: borrowing CommonMarkTree.Walk) {
    let isEntering = event == .enter
    switch node.kind {
    case .document: break
    case .blockQuote:
      quoteDepth += isEntering ? 1 : -1
      startLine()
      html.append(isEntering ? "<blockquote>\n" : "</blockquote>\n")
    case .list: renderList(node, isEntering: isEntering)
    case .item:
      if isEntering { startLine() }
      html.append(isEntering ? "<li>" : "</li>\n")
    case .codeBlock: renderCodeBlock(node)
    case .htmlBlock:
      guard !isSite else { break }
      startLine()
      html.append("<!-- raw HTML omitted -->")
      startLine()
    case .thematicBreak:
      startLine()
      html.append("<hr />\n")
    case .heading:
      if isEntering, let table = table(in: node) {
        renderTable(table, isTight: false)
        if node.headingLevel == 2 { html.append("<hr />\n") }
        walk.skip(node)
      } else {
        renderHeading(node, isEntering: isEntering)
      }
    case .paragraph: renderParagraph(node, isEntering: isEntering, in: walk)
    case .customBlock: break
    default: renderInline(event, node)
    }
  }

  // MARK: Blocks

  /// Begins a line, where none has begun.
  mutating func startLine() {
    if html.count > start, html.last != UInt8(ascii: "\n") { html.append(UInt8(ascii: "\n")) }
  }

  private mutating func renderList(_ node: Node, isEntering: Bool) {
    guard isEntering else {
      html.append(node.isOrdered ? "</ol>\n" : "</ul>\n")
      return
    }
    startLine()
    if !node.isOrdered {
      html.append("<ul>\n")
    } else if node.listStart == 1 {
      html.append("<ol>\n")
    } else {
      html.append("<ol start=\"")
      html.append(contentsOf: String(node.listStart).utf8)
      html.append("\">\n")
    }
  }

  private mutating func renderCodeBlock(_ node: Node) {
    startLine()
    let info = node.fenceInfo
    if info.isEmpty {
      html.append("<pre><code>")
    } else {
      let end = info.firstIndex { $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) } ?? info.count
      html.append("<pre><code class=\"language-")
      html.append(escaping: UnsafeBufferPointer(rebasing: info[..<end]))
      html.append("\">")
    }
    html.append(escaping: node.literal)
    html.append("</code></pre>\n")
  }

  private mutating func renderHeading(_ node: Node, isEntering: Bool) {
    let level = isSite ? min(6, max(1, node.headingLevel + options.headingShift)) : node.headingLevel
    if isEntering {
      startLine()
      heading = (html.count, [])
      return
    }
    guard let written = heading else { return }
    heading = nil
    var tag: [UInt8] = []
    tag.append("<h")
    tag.append(UInt8(ascii: "0") + UInt8(level))
    if isSite {
      let id = ids.id(for: written.text)
      headings.append(MarkdownHeading(level: level, id: id, text: String(decoding: written.text, as: UTF8.self)))
      tag.append(" id=\"")
      tag.append(escaping: id)
      tag.append("\"")
    }
    tag.append(">")
    html.insert(contentsOf: tag, at: written.start)
    html.append("</h")
    html.append(UInt8(ascii: "0") + UInt8(level))
    html.append(">\n")
  }

  private mutating func renderParagraph(_ node: Node, isEntering: Bool, in walk: borrowing CommonMarkTree.Walk) {
    let isTight = isFragment ? isFragmentTight : node.parent?.parent?.isTight ?? false
    if isEntering {
      if let table = table(in: node) {
        renderTable(table, isTight: isTight)
        walk.skip(node)
        return
      }
      if let picture = node.lonePicture, case .dataTable(let table, let href) = resolution(of: picture, isImage: true) {
        startLine()
        let kind = Chart.Kind(rawValue: String(decoding: picture.title, as: UTF8.self))
        dataTable = (node, picture, DataFigure(table: table, href: href, kind: kind), html.count)
        return
      }
      if isCaption(node) {
        captionParagraph = (node, html.count)
        dropsCaptionWord = true
        return
      }
      if !isTight {
        startLine()
        html.append("<p>")
      }
    } else if let data = dataTable, data.paragraph == node {
      dataTable = nil
      let caption = Array(html[data.start...])
      html.removeSubrange(data.start...)
      renderData(data.data, caption: caption)
    } else if let paragraph = captionParagraph, paragraph.node == node {
      captionParagraph = nil
      caption = Array(html[paragraph.start...])
      html.removeSubrange(paragraph.start...)
    } else if !isTight {
      html.append("</p>\n")
    }
  }

  // MARK: Tables' surroundings

  private mutating func table(in node: Node) -> PipeTable? {
    guard !isFragment, source.mayHaveTables else { return nil }
    return source.table(in: node, quoteDepth: quoteDepth)
  }

  /// A paragraph that begins with `Tabell:` or `Table:` right before a table is its caption.
  private mutating func isCaption(_ node: Node) -> Bool {
    guard isSite, let first = node.firstChild, first.kind == .text, captionWord(first.literal) != nil else { return false }
    if isFragment { return node.next == nil }
    guard let next = node.next, next.kind == .paragraph, let table = table(in: next) else { return false }
    return table.leadingLines.isEmpty
  }

  /// Writes lines of a paragraph that stand before a table.
  mutating func renderFragment(_ lines: ArraySlice<Range<Int>>, isTight: Bool) {
    var text: [UInt8] = []
    for line in lines {
      // So far in, nothing begins a block of its own; in a paragraph the spaces do not count.
      if !text.isEmpty { text.append("    ") }
      var end = line.upperBound
      while end < source.bytes.count, isBlank(source.bytes[end]) { end += 1 }
      text.append(contentsOf: source.bytes[line.lowerBound..<end])
      text.append(UInt8(ascii: "\n"))
    }
    let tree = tree(of: text)
    isFragmentTight = isTight
    renderBlocks(of: tree, isFragment: true)
  }

  /// The syntax tree of a piece of the body, with the addresses that are defined elsewhere in it.
  mutating func tree(of text: [UInt8]) -> CommonMarkTree {
    CommonMarkTree(text + source.linkDefinitions(for: text))
  }
}

extension CommonMarkTree.Node {
  /// The picture that is all there is in a paragraph.
  var lonePicture: CommonMarkTree.Node? {
    guard let first = firstChild, first.kind == .image, first.next == nil else { return nil }
    return first
  }
}

/// How many bytes of a text are `Tabell:` or `Table:` and the space after it.
func captionWord(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
  for word in ["Tabell:", "Table:"] where text.starts(with: word.utf8) {
    let count = word.utf8.count
    return text[count...].firstIndex { !isBlank($0) } ?? text.count
  }
  return nil
}
