import AuditContent
import AuditModel
import Charts
import Diagnostics
import SiteRendering

/// Renders running texts with the reader of Markdown, reading each again when its page is made.
struct ContentBodies: BodyRenderer {
  let content: ParsedContent
  let archive: Archive
  let links: SubjectIndex
  let chartWords: ChartWords
  /// The CSV files as they were when they were read first.
  let tables: [String: UInt64]
  let losses: ReadingLosses

  func render(_ body: Body, headingLevel: Int, links pageLinks: BodyLinks) -> RenderedBody {
    let path = archive.path(of: body)
    losses.noteReading(path)
    guard let file = content.tree.read(path).value else {
      losses.note(path)
      return RenderedBody(html: [], headings: [])
    }
    if !content.isAsParsed(file) { losses.note(path) }
    let resolver = PageLinkResolver(
      tree: content.tree, tables: tables, losses: losses, table: links, path: path, links: pageLinks)
    // Texts begin their headings at the second level, under the title of their page.
    let markdown = renderMarkdown(
      file, bodyStart: Content.bodyStart(of: file) ?? Int(body.start),
      options: MarkdownOptions(headingShift: headingLevel - 2, idPrefix: "text-", chartWords: chartWords), resolver: resolver)
    return RenderedBody(
      html: markdown.html,
      headings: markdown.headings.map { RenderedBody.Heading(level: $0.level, id: $0.id, text: $0.text) })
  }
}

/// Where the links of one text lead from the page it stands on.
private struct PageLinkResolver: LinkResolver {
  let tree: SourceTree
  let tables: [String: UInt64]
  let losses: ReadingLosses
  let table: SubjectIndex
  let path: String
  let links: BodyLinks

  func resolve(_ destination: String, isImage: Bool) -> LinkResolution {
    switch table.resolve(destination, in: path) {
    case .subject(let subject):
      guard let (address, title) = links.subject(subject) else { return .broken }
      return .address(href: links.root + address, title: title)
    case .attachment(let attachment):
      if isImage, attachment.hasSuffix(".csv") {
        if let file = tree.read(attachment).value {
          if tables[attachment] != file.fingerprint { losses.note(attachment) }
          return .dataTable(readCSV(of: file).value, href: links.attachment(attachment).map { links.root + $0 })
        }
        losses.note(attachment)
      }
      guard let address = links.attachment(attachment) else { return .broken }
      return .address(href: links.root + address)
    case .external, .fragment: return .external
    case .unknown: return .broken
    }
  }
}
