extension ServedSite {
  /// For nginx, which forgets the headers of a server in a location that has headers of its own.
  func nginx(into buffer: inout [UInt8]) {
    func line(_ text: String) { buffer += (text + "\n").utf8 }
    func headers(_ policy: String, caching: String = ResponseHeaders.caching, _ indent: String) {
      line("\(indent)add_header Content-Security-Policy \"\(policy)\" always;")
      for (name, value) in ResponseHeaders.common { line("\(indent)add_header \(name) \"\(value)\" always;") }
      line("\(indent)add_header Cache-Control \"\(caching)\";")
    }
    line("# include in the server block")
    line("charset utf-8;")
    line(
      "charset_types \(textTypes.filter { $0.key != "html" }.map(\.value).joined(separator: " ")) application/javascript text/xml;"
    )
    line("error_page 404 \(base)404.html;")
    headers(ResponseHeaders.policy, "")
    line("location ~* \\.svg$ {")
    headers(ResponseHeaders.picturePolicy, "  ")
    line("}")
    line("location ~* \\.(csv|tsv)$ {\n  types { text/csv csv; text/tab-separated-values tsv; }")
    headers(ResponseHeaders.policy, "  ")
    line("}")
    line("location ^~ \(base)assets/ {")
    headers(ResponseHeaders.policy, caching: ResponseHeaders.assetCaching, "  ")
    line("}")
    for address in openData {
      let isFile = !address.hasSuffix("/")
      line("location \(isFile ? "=" : "^~") \(address) {")
      line(
        isFile
          ? "  types { }\n  default_type \(mediaType(of: DataDescription.catalog.path));"
          : "  types { text/html html; text/csv csv; application/json json; application/zip zip; }")
      headers(ResponseHeaders.policy, "  ")
      line("  add_header Access-Control-Allow-Origin \"*\";\n}")
    }
    for (from, to) in moved { line("location = \(from) { return 301 \(to); }") }
    for address in gone { line("location = \(address) { error_page 410 \(address)index.html; return 410; }") }
    line("location ~ ^\(basePattern)k/([a-z0-9-]+)-([A-Z][A-Za-z0-9-]*)/?$ { return 302 \(base)k/$1/#$2; }")
  }
}
