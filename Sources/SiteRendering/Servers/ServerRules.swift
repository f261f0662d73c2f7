import AuditModel

/// What a web server is told of the site: which headers to send, and to answer earlier addresses as it should, 301 where a page
/// moved, 410 where it was taken away; and to lead a recommendation's code, `/k/1490-integration-2021-R1a`, to its line on the
/// signpost of its audit's code. Audits' codes have no capitals, and numbers of recommendations begin with one, so that one rule
/// tells all apart.
///
/// Without them the site works too: pages carry their policy themselves, and those at earlier addresses lead on, but answer 200.
public enum ServerRules: String, Sendable, Hashable, CaseIterable {
  case nginx, apache, iis
  /// The file that Netlify, Cloudflare Pages and others read.
  case headers

  var path: String {
    switch self {
    case .nginx: "server/nginx.conf"
    case .apache: "server/apache.conf"
    case .iis: "server/web.config"
    case .headers: "_headers"
    }
  }

  func render(_ site: ServedSite, into buffer: inout [UInt8]) {
    switch self {
    case .nginx: site.nginx(into: &buffer)
    case .apache: site.apache(into: &buffer)
    case .iis: site.iis(into: &buffer)
    case .headers: site.headers(into: &buffer)
    }
  }
}

/// What servers need to know of a site. All addresses begin with `base` and are made of letters, digits, hyphens and slashes
/// after it, so that nothing in them means anything to a server.
struct ServedSite {
  /// The path that the site lies below; it begins and ends with `/`.
  let base: String
  private(set) var moved: [(from: String, to: String)] = []
  private(set) var gone: [String] = []
  /// The pictures that are documents too, as paths in the site; they may hold any character.
  let pictures: [String]

  init(_ outputs: [SiteRenderer.Output], base: String, attachments: [Attachment]) {
    self.base = base
    for output in outputs {
      switch output {
      case .redirect(let from, let to): moved.append((base + Address(path: from).canonical, base + Address(path: to).canonical))
      case .gone(let address, _): gone.append(base + address)
      default: continue
      }
    }
    pictures = attachments.map { SitePlan.attachmentPath($0.path) }.filter { mediaType(of: $0).hasPrefix("image/svg") }
  }

  /// The path that the site lies below, in a pattern.
  var basePattern: String {
    base.unicodeScalars.reduce(into: "") { pattern, scalar in
      if scalar == "." || scalar == "+" { pattern += "\\" }
      pattern.unicodeScalars.append(scalar)
    }
  }

  /// The site's data, which programs on other sites may read.
  var openData: [String] { [base + "data/", base + DataDescription.catalog.path] }
}
