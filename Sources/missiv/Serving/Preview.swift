import Diagnostics
import LocalServer
import SiteRendering

/// Answers a browser's requests with the pages of a live site.
///
/// A path is only ever looked up among the addresses that the site has; no file is opened by what a request says.
final class Preview: Sendable {
  let site: LiveSite
  let editor: EditorLauncher
  /// What only the pages that were sent from here know, so that no other page can have a file opened.
  let token = Preview.randomText()
  /// Tells this run from an earlier one.
  private let session = Preview.randomText()
  private let script: [UInt8]
  private let style: [UInt8]
  /// The folders whose files may be opened.
  private let openable: [String]
  private let reviewer: Reviewer

  init(
    _ site: LiveSite, reviewer: Reviewer, openable: [String], editor: EditorLauncher = EditorLauncher()
  ) throws(Failure) {
    self.site = site
    self.reviewer = reviewer
    self.editor = editor
    self.openable = openable.compactMap { FileSystem.realPath($0) }
    let folder = Theme.builtInFolder() ?? ""
    guard let script = FileSystem.read(folder + "/serve/live.js"), let style = FileSystem.read(folder + "/serve/live.css") else {
      throw Failure(
        Wording(
          sv: "Förhandsvisningens filer saknas i \(folder)/serve. Installera om med make install.",
          en: "The preview's files are missing from \(folder)/serve. Install again with make install."))
    }
    self.script = script
    self.style = style
  }

  private static func randomText() -> String {
    (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
  }

  func answer(_ request: HTTPRequest) -> HTTPResponse {
    switch (request.method, request.path) {
    case ("GET", "/_missiv/events"): HTTPResponse(type: "text/event-stream", .events(state()))
    case ("POST", "/_missiv/open"): open(request)
    case ("GET", "/_missiv/live.js"), ("HEAD", "/_missiv/live.js"): HTTPResponse(type: mediaType(of: "live.js"), .bytes(script))
    case ("GET", "/_missiv/live.css"), ("HEAD", "/_missiv/live.css"): HTTPResponse(type: mediaType(of: "live.css"), .bytes(style))
    case ("GET", _), ("HEAD", _): page(String(request.path.dropFirst()))
    default: HTTPResponse(status: 405, type: "text/plain", .bytes([]), headers: [("Allow", "GET, HEAD")])
    }
  }

  /// The state of the site as an event: which version it is, and what is wrong.
  func state() -> [UInt8] {
    let edition = site.edition
    let swedish = edition.language == .swedish
    var data = "{\"session\": \"\(session)\", \"version\": \(edition.version), \"styles\": \(edition.styles), "
    data +=
      "\"scripts\": \(edition.scripts), \"reviews\": \(reviewer.count), \"errors\": \(edition.errors), \"warnings\": \(edition.warnings), \"words\": "
    data += swedish ? LiveWords.swedish : LiveWords.english
    return HTTPResponse.event("site", data: data + ", \"problems\": " + edition.problems + "}")
  }

  private func page(_ path: String) -> HTTPResponse {
    let edition = site.edition
    if path.hasPrefix(Reviewer.prefix) {
      // Counted before, so that a comparison that becomes ready meanwhile is not missed.
      let reviews = reviewer.count
      guard let (bytes, type) = reviewer.page(String(path.dropFirst(Reviewer.prefix.count)), edition) else {
        return html(MessagePage.notFound(path, near: [Reviewer.prefix], edition.language), status: 404, edition)
      }
      return type.hasPrefix("text/html")
        ? html(bytes, edition, reviews: reviews)
        : HTTPResponse(type: type, .bytes(bytes), headers: ResponseHeaders.all(for: path))
    }
    guard let addresses = edition.addresses else {
      return html(MessagePage.unreadable(edition.language), status: 503, edition)
    }
    let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    switch addresses[file] {
    case .output(let output):
      var bytes: [UInt8] = []
      addresses.renderer.render(output, into: &bytes)
      guard file.hasSuffix(".html") else { return response(file, bytes) }
      return html(bytes.isEmpty ? MessagePage.unreadable(edition.language) : bytes, edition)
    case .attachment(let path):
      guard let bytes = FileSystem.read(join(site.content, path), followsLinks: false) else {
        return notFound(file, addresses, edition)
      }
      return response(file, bytes)
    case .index(let bytes): return response(file, bytes)
    case nil where path == "favicon.ico":
      return HTTPResponse(status: 204, text: "")
    case nil:
      if !path.hasSuffix("/"), addresses[path + "/index.html"] != nil {
        return .redirect(to: "/" + percentEncoded(path) + "/")
      }
      return notFound(file, addresses, edition)
    }
  }

  private func notFound(_ file: String, _ addresses: AddressBook, _ edition: LiveSite.Edition) -> HTTPResponse {
    html(MessagePage.notFound(file, near: addresses.near(file), edition.language), status: 404, edition)
  }

  /// A page with the script that keeps it fresh, first in its head so that it sees the page as it was sent.
  private func html(_ page: [UInt8], status: Int = 200, _ edition: LiveSite.Edition, reviews: Int? = nil) -> HTTPResponse {
    let reviews = reviews ?? reviewer.count
    let mark = Array("<meta name=\"viewport\"".utf8)
    let head = """
      <link rel="stylesheet" href="/_missiv/live.css">
      <script src="/_missiv/live.js" defer data-session="\(session)" data-version="\(edition.version)" data-styles="\(edition.styles)" \
      data-scripts="\(edition.scripts)" data-reviews="\(reviews)" data-token="\(token)"></script>

      """
    guard let place = page.firstRange(of: mark)?.lowerBound else {
      return response("index.html", page, status: status)
    }
    let whole = page[..<place] + Array(head.utf8) + page[place...]
    return response("index.html", Array(whole), status: status)
  }

  /// A file with the headers that it is to have on any server.
  private func response(_ file: String, _ bytes: [UInt8], status: Int = 200) -> HTTPResponse {
    HTTPResponse(status: status, type: mediaType(of: file), .bytes(bytes), headers: ResponseHeaders.all(for: file))
  }

  /// Opens a file that something is wrong in: only when a page from here asks, and only below the site's folder.
  private func open(_ request: HTTPRequest) -> HTTPResponse {
    guard request.field("token") == token, let path = request.field("path"),
      let line = request.field("line").flatMap({ Int($0) }),
      site.edition.files.contains(path), let file = FileSystem.realPath(path), FileSystem.isFile(file),
      openable.contains(where: { file.hasPrefix($0 + "/") })
    else { return HTTPResponse(status: 403, text: "403") }
    return editor.open(file, line: max(1, line)) ? HTTPResponse(status: 204, text: "") : HTTPResponse(status: 501, text: "501")
  }
}
