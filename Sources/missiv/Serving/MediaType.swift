/// What a browser is told that a file is, by the end of its name.
func mediaType(of path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
  return mediaTypes[String(name[name.index(after: dot)...]).lowercased()] ?? "application/octet-stream"
}

private let mediaTypes = [
  "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
  "json": "application/json; charset=utf-8", "geojson": "application/geo+json", "csv": "text/csv; charset=utf-8",
  "xml": "application/xml; charset=utf-8", "atom": "application/atom+xml; charset=utf-8", "txt": "text/plain; charset=utf-8",
  "md": "text/plain; charset=utf-8", "rdf": "application/rdf+xml", "ttl": "text/turtle; charset=utf-8",
  "jsonld": "application/ld+json", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
  "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/vnd.microsoft.icon", "pdf": "application/pdf",
  "woff2": "font/woff2", "zip": "application/zip", "webmanifest": "application/manifest+json",
]
