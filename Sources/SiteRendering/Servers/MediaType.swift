/// What a browser is told that a file of the site is, by its path.
public func mediaType(of path: String) -> String {
  // The data portal asks for an address without an ending.
  if path == DataDescription.catalog.path { return "application/rdf+xml" }
  let name = path.split(separator: "/").last ?? ""
  guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
  return byEnding[String(name[name.index(after: dot)...]).lowercased()] ?? "application/octet-stream"
}

/// The endings of text files that servers often know no type of, or send without saying that they are UTF-8.
let textTypes: KeyValuePairs = [
  "css": "text/css", "csv": "text/csv", "html": "text/html", "ics": "text/calendar", "js": "text/javascript",
  "json": "application/json",
  "geojson": "application/geo+json", "tsv": "text/tab-separated-values", "txt": "text/plain", "vtt": "text/vtt",
  "xml": "application/xml",
]

private let byEnding: [String: String] = {
  let texts = textTypes.map { ($0.key, $0.value + "; charset=utf-8") }
  let others = [
    "srt": "text/plain; charset=utf-8", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/vnd.microsoft.icon", "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation", "rtf": "application/rtf", "zip": "application/zip",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4", "mp4": "video/mp4", "webm": "video/webm", "woff2": "font/woff2",
    "webmanifest": "application/manifest+json",
  ]
  return Dictionary(texts + others.map { ($0.key, $0.value) }) { first, _ in first }
}()
