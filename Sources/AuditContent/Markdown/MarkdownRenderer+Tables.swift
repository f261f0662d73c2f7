import Charts

extension BodySource {
  /// The table that a paragraph is, or that a heading is whose underline a table's last line was taken for.
  mutating func table(in node: CommonMarkTree.Node, quoteDepth: Int) -> PipeTable? {
    guard mayHaveTables, node.lines.count > 1 else { return nil }
    var lines = contents(of: node, quoteDepth: quoteDepth)
    if node.kind == .heading, node.headingLevel == 2 { lines.removeLast() }
    return PipeTable(in: lines, of: self)
  }
}

extension MarkdownRenderer {
  mutating func renderTable(_ table: PipeTable, isTight: Bool) {
    if !table.leadingLines.isEmpty { renderFragment(table.leadingLines, isTight: isTight) }
    startLine()
    if isSite { startScroll(label: options.chartWords.table) }
    html.append(isSite ? "<table class=\"data\">\n" : "<table>\n")
    if let caption {
      self.caption = nil
      renderCaption(caption)
    }
    let tree = tree(of: cellText(of: table))
    let walk = tree.walk()
    html.append("<thead>\n<tr>\n")
    for column in table.header.indices { renderCell(table, table.header, column, isHeader: true, of: walk) }
    html.append("</tr>\n</thead>\n")
    if !table.rows.isEmpty {
      html.append("<tbody>\n")
      for row in table.rows {
        html.append("<tr>\n")
        for column in table.header.indices { renderCell(table, row, column, isHeader: false, of: walk) }
        html.append("</tr>\n")
      }
      html.append("</tbody>\n")
    }
    html.append(isSite ? "</table></div>\n" : "</table>\n")
  }

  /// A box of its own for a table wider than a phone, which the keyboard can scroll.
  mutating func startScroll(label: String) {
    html.append("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
    html.append(escaping: label)
    html.append("\">")
  }

  mutating func renderCaption(_ caption: [UInt8]) {
    guard !caption.isEmpty else { return }
    html.append("<caption>")
    html.append(contentsOf: caption)
    html.append("</caption>\n")
  }

  private mutating func renderCell(
    _ table: PipeTable, _ row: [Range<Int>], _ column: Int, isHeader: Bool, of walk: borrowing CommonMarkTree.Walk
  ) {
    let cell = row.indices.contains(column) ? row[column] : source.bytes.count..<source.bytes.count
    let attribute: StaticString? =
      switch table.alignments[column] {
      case .none: nil
      case .left: isSite ? nil : " align=\"left\""
      case .center: isSite ? " class=\"center\"" : " align=\"center\""
      case .right: isSite ? " class=\"num\"" : " align=\"right\""
      }
    let isHeading = startCell(column, of: table.header.count, isHeader: isHeader, isEmpty: cell.isEmpty, attribute: attribute)
    if source.needsParsing(cell) {
      renderNextCell(of: walk)
    } else {
      html.append(escaping: UnsafeBufferPointer(rebasing: source.bytes[cell]))
    }
    html.append(isHeading ? "</th>\n" : "</td>\n")
  }

  /// On our pages the first of several columns says what its row is about; nothing to say heads nothing.
  mutating func startCell(
    _ column: Int, of columns: Int, isHeader: Bool, isEmpty: Bool, attribute: StaticString?
  ) -> Bool {
    let isHeading = isSite ? !isEmpty && (isHeader || column == 0 && columns > 1) : isHeader
    html.append(isHeading ? "<th" : "<td")
    if isHeading, isSite { html.append(isHeader ? " scope=\"col\"" : " scope=\"row\"") }
    if let attribute { html.append(attribute) }
    html.append(">")
    return isHeading
  }

  /// The cells that are more than plain text as a document of headings, which hold inlines and nothing else.
  private func cellText(of table: PipeTable) -> [UInt8] {
    var text: [UInt8] = []
    for row in [table.header] + table.rows {
      for cell in row.prefix(table.header.count) where source.needsParsing(cell) {
        text.append("# ")
        for index in cell {
          let isEscapedPipe =
            source.bytes[index] == UInt8(ascii: "\\") && index + 1 < cell.upperBound
            && source.bytes[index + 1] == UInt8(ascii: "|")
          if !isEscapedPipe { text.append(source.bytes[index]) }
        }
        text.append(" #\n")
      }
    }
    return text
  }
}

extension BodySource {
  /// Whether a cell has anything that CommonMark may take for more than text.
  func needsParsing(_ cell: Range<Int>) -> Bool {
    bytes[cell].contains { byte in
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "!"),
        UInt8(ascii: "<"), UInt8(ascii: "&"), 0:
        true
      default: false
      }
    }
  }
}
