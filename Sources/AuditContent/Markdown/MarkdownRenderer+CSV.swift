import AuditModel
import Charts

/// What stands in a text for a CSV file: a table, or a figure with a chart and the same numbers as a table.
struct DataFigure {
  let table: CSVTable
  let href: String?
  /// As the picture's title asks for: `"bar"`, `"line"`.
  let kind: Chart.Kind?
}

extension MarkdownRenderer {
  /// Writes a CSV file as the picture that stands for it asks; the caption is markup.
  mutating func renderData(_ data: DataFigure, caption: [UInt8]) {
    guard let kind = data.kind, let chart = Chart(kind, data.table.keyFigures()) else {
      renderTable(data.table, caption: caption)
      renderLink(to: data)
      return
    }
    charts += 1
    html.append("<figure class=\"chart\">\n")
    if !caption.isEmpty {
      html.append("<figcaption>")
      html.append(contentsOf: caption)
      html.append("</figcaption>\n")
    }
    ChartHTML(options.chartWords).panels(of: chart, id: "\(options.idPrefix)diagram-\(charts)", into: &html)
    html.append("<details><summary>")
    html.append(escaping: options.chartWords.asTable)
    html.append("</summary>\n")
    renderTable(data.table, caption: [])
    html.append("</details>\n")
    renderLink(to: data)
    html.append("</figure>\n")
  }

  private mutating func renderLink(to data: DataFigure) {
    guard let href = data.href else { return }
    html.append("<p class=\"links\"><a href=\"")
    html.append(address: href)
    html.append("\">")
    html.append(escaping: options.chartWords.asCSV)
    html.append("</a></p>\n")
  }

  private mutating func renderTable(_ table: CSVTable, caption: [UInt8]) {
    startScroll(label: options.chartWords.asTable)
    html.append("<table class=\"data\">\n")
    renderCaption(caption)
    html.append("<thead>\n<tr>\n")
    let numeric = table.header.indices.map { table.isNumeric(column: $0) }
    for (column, text) in table.header.enumerated() {
      renderCell(text, column, of: table, isHeader: true, isNumeric: numeric[column])
    }
    html.append("</tr>\n</thead>\n")
    if !table.rows.isEmpty {
      html.append("<tbody>\n")
      for row in table.rows {
        html.append("<tr>\n")
        for (column, text) in row.enumerated().prefix(table.header.count) {
          renderCell(text, column, of: table, isHeader: false, isNumeric: numeric[column])
        }
        html.append("</tr>\n")
      }
      html.append("</tbody>\n")
    }
    html.append("</table></div>\n")
  }

  private mutating func renderCell(_ text: String, _ column: Int, of table: CSVTable, isHeader: Bool, isNumeric: Bool) {
    let isHeading = startCell(
      column, of: table.header.count, isHeader: isHeader, isEmpty: text.isEmpty, attribute: isNumeric ? " class=\"num\"" : nil)
    // The first column names its rows: a year is no amount.
    let isAmount = isNumeric && !isHeader && column > 0
    html.append(escaping: isAmount ? written(text) : text)
    html.append(isHeading ? "</th>\n" : "</td>\n")
  }

  /// A number as the page's language writes it.
  private func written(_ text: String) -> String {
    guard let number = DecimalNumber(text) else { return text }
    return options.chartWords.numbers.text(number) + (text.hasSuffix("%") ? "\u{A0}%" : "")
  }
}
