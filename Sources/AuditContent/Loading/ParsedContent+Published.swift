public import AuditModel

extension ParsedContent {
  /// The files that a site without drafts is made of, in the order of their paths.
  /// - Parameter attachments: those of the archive without drafts.
  public func publishedFiles(attachments: [Attachment]) -> [String] {
    let drafts = documents.compactMap { document in
      if case .audit(let audit) = document.content, audit.isDraft { splitPath(document.path)?.folder } else { nil }
    }
    let published = documents.filter { document in
      !document.content.isDraft && !drafts.contains { document.path.hasPrefix($0 + "/") }
    }
    var paths = Set(published.map(\.path)).union(attachments.map(\.path))
    for file in tree.files where file.kind == .register || file.kind == .site { paths.insert(file.path) }
    return tree.files.map(\.path).filter { paths.contains($0) }
  }
}
