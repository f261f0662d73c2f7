extension ServedSite {
  /// For Apache, in the folder's section or as the site's `.htaccess`.
  func apache(into buffer: inout [UInt8]) {
    func line(_ text: String) { buffer += (text + "\n").utf8 }
    line("# include in the <Directory> of the site, or save as .htaccess in it")
    for (ending, type) in textTypes {
      line("AddType \(type) .\(ending)")
      line("AddCharset utf-8 .\(ending)")
    }
    line("ErrorDocument 404 \(base)404.html")
    line("<Files \"dcat\">\n  ForceType \(mediaType(of: DataDescription.catalog.path))\n</Files>")
    line("<IfModule mod_headers.c>")
    line("  Header always set Content-Security-Policy \"\(ResponseHeaders.policy)\"")
    for (name, value) in ResponseHeaders.common { line("  Header always set \(name) \"\(value)\"") }
    line("  Header set Cache-Control \"\(ResponseHeaders.caching)\"")
    func header(_ name: String, _ value: String, where pattern: String) {
      line("  Header set \(name) \"\(value)\" \"expr=%{REQUEST_URI} =~ m#^\(pattern)#\"")
    }
    header("Cache-Control", ResponseHeaders.assetCaching, where: basePattern + "assets/")
    header("Access-Control-Allow-Origin", "*", where: basePattern + "(data/|\(DataDescription.catalog.path)$)")
    line("  <FilesMatch \"(?i)\\.svg$\">")
    line("    Header always set Content-Security-Policy \"\(ResponseHeaders.picturePolicy)\"")
    line("  </FilesMatch>\n</IfModule>")
    for (from, to) in moved { line("RedirectMatch 301 \"^\(from)$\" \"\(to)\"") }
    for address in gone { line("RedirectMatch 410 \"^\(address)$\"") }
    line("RedirectMatch 302 \"^\(basePattern)k/([a-z0-9-]+)-([A-Z][A-Za-z0-9-]*)/?$\" \"\(base)k/$1/#$2\"")
  }
}
