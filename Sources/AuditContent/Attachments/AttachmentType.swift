import AuditModel

/// The kinds of files that are published beside the pages: documents, pictures and data that a browser shows or saves and never
/// runs.
enum AttachmentType {
  /// Read here, and looked through for what may not be published.
  case text
  case picture
  /// Copied unread: nobody has looked for personal numbers in it.
  case opaque

  /// By the end of a file's name; nil where files of that kind are not published.
  init?(path: String) {
    if path == "CNAME" {
      self = .text
      return
    }
    guard let type = AttachmentType.byEnding[AttachmentType.ending(of: path)] else { return nil }
    self = type
  }

  /// `pdf` of `boras/Missiv.PDF`; empty where the name has none.
  static func ending(of path: String) -> String {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  private static let byEnding: [String: AttachmentType] = {
    let kinds: [(AttachmentType, [String])] = [
      (.text, ["csv", "tsv", "txt", "json", "geojson", "ics", "vtt", "srt", "svg"]),
      (.picture, ["png", "jpg", "jpeg", "gif", "webp", "avif", "ico"]),
      (.opaque, ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "rtf", "zip", "mp3", "m4a", "mp4", "webm"]),
    ]
    return Dictionary(kinds.flatMap { kind, endings in endings.map { ($0, kind) } }) { first, _ in first }
  }()

  /// In words, for messages.
  static let names = "pdf, docx, xlsx, pptx, odt, ods, odp, rtf, txt, csv, json, png, jpg, gif, webp, avif, svg, mp3, mp4, zip"
}

extension Attachment {
  /// Whether a file can be shown as a picture, by the end of its name.
  static func isPicture(_ path: String) -> Bool {
    ["svg", "png", "jpg", "jpeg", "gif", "webp", "avif"].contains(AttachmentType.ending(of: path))
  }
}
