import AuditModel
import Diagnostics

extension SitePlan {
  /// Attachments that would lie where the site has a file of its own (a page, a feed, a table), and pages that would lie in a
  /// folder where it has a file: `datasets/dcat` has no extension, as folders have none.
  /// - Parameter path: where a file stands.
  func collisions(
    with files: [SiteRenderer.Output], in archive: Archive, path: (SiteRenderer.Output) -> String
  ) -> [Diagnostic] {
    let catalog = DataDescription.catalog.path + "/"
    let inFile = pages.filter { address(of: $0).path.utf8.starts(with: catalog.utf8) }
    let pageDiagnostics = inFile.compactMap { page in
      origin(of: page, in: archive).map { origin in
        collision(
          at: DataDescription.catalog.path,
          SourceRange(path: archive.path(of: origin), lower: Int(origin.lower), upper: Int(origin.upper)))
      }
    }
    guard !archive.attachments.isEmpty else { return pageDiagnostics }
    let attachments = archive.attachments.map { SitePlan.attachmentPath($0.path) }
    // Nearly all files are pages, and hardly an attachment is named as they are.
    let mayBePage = attachments.contains { $0.hasSuffix(".html") }
    let known = Set(attachments)
    let taken = Set(
      files.compactMap { file -> String? in
        if !mayBePage, case .page = file { return nil }
        let path = path(file)
        return known.contains(path) ? path : nil
      })
    return pageDiagnostics
      + zip(archive.attachments, attachments).filter { taken.contains($0.1) }.map { attachment, path in
        collision(at: path, SourceRange(path: attachment.path, lower: 0, upper: 0))
      }
  }

  private func collision(at path: String, _ place: SourceRange) -> Diagnostic {
    Diagnostic(
      SitePlan.duplicateAddress,
      Wording(
        sv: "/\(path) är redan adressen till en av webbplatsens egna filer",
        en: "/\(path) is already the address of one of the site's own files"),
      at: place, cure: Wording(sv: "Byt namn på filen eller mappen.", en: "Rename the file or the folder."))
  }
}
