import AuditContent
import AuditModel
import Diagnostics
import Foundation
import Mustache

@testable import SiteRendering

/// The project's own folder, found from this file.
private let projectFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// A site made in memory: a few documents told as text, or a content folder of the project, with the built-in theme.
struct TinySite {
  let renderer: SiteRenderer
  let diagnostics: [Diagnostic]

  var context: SiteContext { renderer.context }
  var archive: Archive { context.archive }
  var insight: Insight { context.insight }

  /// Documents in one string, each after a line `-- path --`. The lists that every case needs stand in it already.
  init(
    _ documents: String, replies: String = "complete", asOf: String = "2026-11-21", base: String = "https://prov.example.se/",
    drafts: Bool = false
  ) {
    var files: [SourceFile] = []
    for part in (TinySite.ground(replies, base) + documents).components(separatedBy: "\n-- ").dropFirst() {
      guard let end = part.range(of: " --\n") else { continue }
      files.append(SourceFile(path: String(part[..<end.lowerBound]), text: String(part[end.upperBound...])))
    }
    self.init(files.map { parse($0) }, attachments: [], asOf: asOf, drafts: drafts)
  }

  /// A folder of content in the project: `content` or `templates/example/content`.
  init(contentOfProject path: String, asOf: String = "2026-11-21") {
    let tree = SourceTree.load(projectFolder + "/" + path).value
    let documents = Content.parse(tree: tree, jobs: 1)
    self.init(
      [Checked(nil, documents.diagnostics)] + documents.value.map { Checked($0) }, attachments: Content.attachments(of: tree),
      keyFigures: Content.keyFigures(of: tree).value, asOf: asOf)
  }

  private init(
    _ parsed: [Checked<Document?>], attachments: [Attachment], keyFigures: [KeyFigureFile] = [], asOf: String,
    drafts: Bool = false
  ) {
    let linked = Content.link(
      parsed.compactMap(\.value), attachments: attachments, keyFigures: keyFigures, drafts: drafts)
    let day = EDTFDate(asOf)?.lastDay ?? Day(number: 0)
    let made = SiteRenderer.make(
      insight: compare(linked.value, asOf: day), templates: TinySite.templates,
      symbols: TinySite.file("symbols.svg"), assets: [], languages: [SiteLanguage(strings: TinySite.swedish, bodies: NoBodies())])
    renderer = made.value
    diagnostics = parsed.flatMap(\.diagnostics) + linked.diagnostics + made.diagnostics
  }

  /// The page as it is written, as text.
  func html(_ page: SitePage) -> String {
    var bytes: [UInt8] = []
    renderer.render(.page(page), into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What the page's template sees.
  func record(_ page: SitePage) -> Record { PageViews.view(of: page, in: context).record }

  func recommendation(_ id: String) -> ID<Recommendation> {
    ID(archive.recommendations.firstIndex { $0.shortID == id || $0.id == id } ?? -1)
  }

  func audit(_ id: String) -> ID<Audit> { ID(archive.audits.firstIndex { $0.id == id } ?? -1) }

  // MARK: The theme

  static func file(_ path: String) -> SourceFile {
    SourceFile(
      path: path, bytes: FileManager.default.contents(atPath: projectFolder + "/templates/" + path).map(Array.init) ?? [])
  }

  static let templates: [SourceFile] = ["", "partials/"].flatMap { folder in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: projectFolder + "/templates/" + folder)) ?? []
    return names.sorted().filter { $0.hasSuffix(".mustache") }.map { file(folder + $0) }
  }

  /// The site's own words, read as the program reads them.
  static let swedish: Strings = {
    let settings: Set = ["language", "direction", "months", "phrases"]
    let root = readYAML(of: file("strings/sv.yaml")).value
    var phrases: [String: String] = [:]
    for entry in root?["phrases"]?.entries ?? [] { phrases[entry.key.text] = entry.value.text }
    let groups = (root?.entries ?? []).filter { !settings.contains($0.key.text) }.map { group in
      Strings.Group(
        name: group.key.text, entries: (group.value.entries ?? []).map { (name: $0.key.text, text: $0.value.text ?? "") })
    }
    return Strings(
      language: "sv", months: root?["months"]?.items?.compactMap(\.text) ?? [], words: groups, phrases: phrases)
  }()

  private static func ground(_ replies: String, _ base: String) -> String {
    """

    -- site.yaml --
    title: Provsidan
    base-url: \(base)
    language: sv
    replies: \(replies)
    themes: [{id: roller, name: Roller}, {id: rutiner, name: Rutiner}]
    topics: [{id: lokaler, name: Lokaler}]
    board-kinds: [{id: fastighet, name: Fastighetsnämnder}]

    -- exempelby/index.md --
    ---
    type: municipality
    name: Exempelby kommun
    short-name: Exempelby
    code: "9901"
    boards:
      - {id: fn, name: Fastighetsnämnden, kind: fastighet}
      - {id: ks, name: Kommunstyrelsen, kind: fastighet}
    ---

    """
  }
}

/// Leaves running texts out.
private struct NoBodies: BodyRenderer {
  func render(_ body: Body, headingLevel: Int, links: BodyLinks) -> RenderedBody { RenderedBody(html: [], headings: []) }
}

extension Record {
  /// A field's text, number or address as text; nil where it is absent.
  func text(_ name: String) -> String? {
    switch self[name] {
    case .text(let text), .link(let text): text
    case .number(let number): String(number)
    default: nil
    }
  }

  func flag(_ name: String) -> Bool { if case .flag(true) = self[name] { true } else { false } }

  func markup(_ name: String) -> String {
    if case .html(let bytes) = self[name] { String(decoding: bytes, as: UTF8.self) } else { "" }
  }

  func list(_ name: String) -> [Record] {
    switch self[name] {
    case .list(let records): records
    case .object(let record): [record]
    default: []
    }
  }

  private subscript(name: String) -> Value {
    shape.fields.firstIndex { $0.name == name }.map { value($0) } ?? .absent
  }
}
