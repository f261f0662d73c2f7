import AuditModel
import Diagnostics

@testable import AuditContent

/// A whole content folder in one string, each file after a line `-- path --`, with ⬇ where a problem is expected.
struct LinkingFolder {
  var files: [MarkedFile] = []
  var attachments: [Attachment] = []
  /// Attachments whose text begins with ⬇.
  private var markedAttachments: [String] = []

  init(_ text: String) {
    var path: String?
    var lines: [Substring] = []
    func close(_ folder: inout LinkingFolder) {
      guard let path else { return }
      let text = lines.map { $0 + "\n" }.joined()
      if path.hasSuffix(".md") || path == "site.yaml" {
        // A later file takes the place of an earlier one with the same path.
        folder.files.removeAll { $0.file.path == path }
        folder.files.append(MarkedFile(text, path: path))
      } else {
        folder.attachments.append(Attachment(path: path, size: text.utf8.count))
        if text.hasPrefix("⬇") { folder.markedAttachments.append(path) }
      }
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        close(&self)
        path = String(line.dropFirst(3).dropLast(3))
        lines = []
      } else {
        lines.append(line)
      }
    }
    close(&self)
  }

  /// Parsed, linked and checked; all problems in the order of files and places.
  func check(drafts: Bool = false) -> Checked<Archive> {
    var diagnostics: [Diagnostic] = []
    var documents: [Document] = []
    for file in files {
      let parsed = parse(file.file)
      diagnostics += parsed.diagnostics
      if let document = parsed.value { documents.append(document) }
    }
    let linked = link(documents, attachments: attachments, drafts: drafts)
    diagnostics += linked.diagnostics + validate(linked.value, documents)
    return Checked(linked.value, Content.weigh(diagnostics, documents).sorted())
  }

  /// `path:offset` of every marker, as problems are sorted.
  var expected: [String] {
    (files.flatMap { file in file.markers.map { (file.file.path, $0) } } + markedAttachments.map { ($0, 0) })
      .sorted { $0.0 == $1.0 ? $0.1 < $1.1 : comesBefore($0.0, $1.0) }
      .map { "\($0.0):\($0.1)" }
  }

  /// The invented municipalities' shared ground: what every case needs.
  static let ground = """
    -- site.yaml --
    title: Övning
    base-url: https://example.se/
    topics: [{id: skola, name: Skola}]
    themes: [{id: ansvar, name: Ansvar}, {id: rutiner, name: Rutiner}]
    board-kinds: [{id: styrelse, name: Styrelser}, {id: skola, name: Skolnämnder}]
    -- exempelby/index.md --
    ---
    type: municipality
    name: Exempelby kommun
    short-name: Exempelby
    code: "9901"
    boards:
      - {id: kommunstyrelsen, name: Kommunstyrelsen, kind: styrelse, body: executive}
      - {id: skolnamnden, name: Skolnämnden, kind: skola, aliases: [Skolnämden, SN]}
    ---
    -- ovningskoping/index.md --
    ---
    type: municipality
    name: Övningsköpings kommun
    code: "9902"
    boards: {id: kommunstyrelsen, name: Kommunstyrelsen, kind: styrelse}
    ---

    """
}

extension Checked {
  var places: [String] { diagnostics.map { "\($0.location.path):\($0.location.lower)" } }
}
