/// Rules that make a web server answer earlier addresses as it should: 301 where a page moved, 410 where it was taken away.
///
/// Without them the pages at those addresses do the same, but answer 200.
public enum ServerRules: String, Sendable, Hashable, CaseIterable {
  case nginx, apache, iis

  var path: String {
    switch self {
    case .nginx: "server/nginx.conf"
    case .apache: "server/apache.conf"
    case .iis: "server/web.config"
    }
  }

  /// Appends the rules for a site; addresses hold nothing that means something in a pattern. The site lies below `base`, a path that begins
  /// and ends with `/`.
  func render(_ outputs: [SiteRenderer.Output], base: String, into buffer: inout [UInt8]) {
    var moved: [(from: String, to: String)] = []
    var gone: [String] = []
    for output in outputs {
      switch output {
      case .redirect(let from, let to): moved.append((base + Address(path: from).canonical, base + Address(path: to).canonical))
      case .gone(let address, _): gone.append(base + address)
      default: continue
      }
    }
    switch self {
    case .nginx:
      buffer += "# include in the server block\n".utf8
      for (from, to) in moved { buffer += "location = \(from) { return 301 \(to); }\n".utf8 }
      for address in gone {
        buffer += "location = \(address) { error_page 410 \(address)index.html; return 410; }\n".utf8
      }
    case .apache:
      for (from, to) in moved { buffer += "RedirectMatch 301 \"^\(from)$\" \"\(to)\"\n".utf8 }
      for address in gone { buffer += "RedirectMatch 410 \"^\(address)$\"\n".utf8 }
    case .iis:
      buffer += "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration><system.webServer><rewrite><rules>\n".utf8
      func rule(_ name: String, _ address: String, _ action: String) {
        buffer += """
          <rule name="\(name) \(address)" stopProcessing="true"><match url="^\(address.dropFirst())$"/>\(action)</rule>

          """.utf8
      }
      for (from, to) in moved { rule("moved", from, "<action type=\"Redirect\" url=\"\(to)\" redirectType=\"Permanent\"/>") }
      for address in gone {
        rule("gone", address, "<action type=\"CustomResponse\" statusCode=\"410\" statusReason=\"Gone\" statusDescription=\"Gone\"/>")
      }
      buffer += "</rules></rewrite></system.webServer></configuration>\n".utf8
    }
  }
}
