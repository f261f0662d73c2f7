public import AuditModel
public import Diagnostics
import Dispatch
import Synchronization

/// The way from a content folder to an archive, one step a function. Only the program knows all of them.
public enum Content {
  /// Reads and parses all documents of a tree, in parallel. Any number of jobs gives the same result.
  public static func parse(tree: SourceTree, jobs: Int) -> Checked<[Document]> {
    let files = tree.files.filter { $0.kind != .attachment }
    let chunkSize = max(1, min(64, files.count / max(1, jobs * 4)))
    let chunks = (files.count + chunkSize - 1) / chunkSize
    let results = Mutex([Checked<[Document]>?](repeating: nil, count: chunks))
    @Sendable func work(_ chunk: Int) {
      var documents: [Document] = []
      var diagnostics: [Diagnostic] = []
      for file in files[chunk * chunkSize..<min(files.count, (chunk + 1) * chunkSize)] {
        let source = tree.read(file.path)
        diagnostics += source.diagnostics
        guard let source = source.value else {
          documents.append(.unreadable(file.path))
          continue
        }
        let parsed = AuditContent.parse(source)
        diagnostics += parsed.diagnostics
        if let document = parsed.value { documents.append(document) }
      }
      let checked = Checked(documents, diagnostics)
      results.withLock { $0[chunk] = checked }
    }
    if jobs <= 1 || chunks <= 1 {
      for chunk in 0..<chunks { work(chunk) }
    } else {
      let next = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: min(jobs, chunks)) { _ in
        while true {
          let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
          if chunk >= chunks { return }
          work(chunk)
        }
      }
    }
    var documents: [Document] = []
    var diagnostics: [Diagnostic] = []
    documents.reserveCapacity(files.count)
    for result in results.withLock({ $0 }) {
      documents += result?.value ?? []
      diagnostics += result?.diagnostics ?? []
    }
    return Checked(documents, diagnostics)
  }

  /// Makes one cross-linked archive of the documents. Drafts are left out unless they are asked for.
  public static func link(_ documents: [Document], attachments: [Attachment], drafts: Bool = false) -> Checked<Archive> {
    AuditContent.link(documents, attachments: attachments, drafts: drafts)
  }

  /// The files of a tree that are copied as they are.
  public static func attachments(of tree: SourceTree) -> [Attachment] {
    tree.files.filter { $0.kind == .attachment }.map { Attachment(path: $0.path, size: $0.size ?? 0) }
  }

  /// What is wrong in what the documents say together, rule by rule.
  public static func validate(_ archive: Archive, _ documents: [Document]) -> [Diagnostic] {
    AuditContent.validate(archive, documents)
  }
}

/// Every kind of problem that reading, parsing, linking and checking content can report.
public enum ContentCodes {
  public static let all: [DiagnosticCode] =
    ReadingCodes.all + DiagnosticCode.documentCodes + DiagnosticCode.linkCodes + Rule.all.map(\.code)
}
