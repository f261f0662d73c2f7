/// What a browser gets.
public struct HTTPResponse: Sendable {
  public enum Content: Sendable {
    case bytes([UInt8])
    /// A stream of events that stays open; it begins with these bytes, then come those that the server sends to all.
    case events([UInt8])
  }

  public var status: Int
  public var type: String
  public var content: Content
  /// Further headers, such as `Location`, or others in place of the usual. One that does not fit on its line is not sent.
  public var headers: [(name: String, value: String)]

  public init(status: Int = 200, type: String, _ content: Content, headers: [(name: String, value: String)] = []) {
    self.status = status
    self.type = type
    self.content = content
    self.headers = headers
  }

  public init(status: Int, text: String) {
    self.init(status: status, type: "text/plain; charset=utf-8", .bytes(Array((text + "\n").utf8)))
  }

  public static func redirect(to path: String) -> HTTPResponse {
    HTTPResponse(status: 302, type: "text/plain; charset=utf-8", .bytes([]), headers: [("Location", path)])
  }

  /// An event of a stream (the HTML standard, 9.2): every line of `data` on a line of its own.
  public static func event(_ name: String, data: String) -> [UInt8] {
    var text = "event: \(name)\n"
    for line in data.split(separator: "\n", omittingEmptySubsequences: false) { text += "data: \(line)\n" }
    return Array((text + "\n").utf8)
  }

  /// What is sent where nothing else is said: a preview is never kept, never guessed at, never shown inside another page, and
  /// what is no page loads nothing.
  private static let usual: KeyValuePairs = [
    "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin", "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  ]

  /// The bytes to send; those of a stream go on.
  func bytes(isHead: Bool, keepsConnection: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status) \(Self.reasons[status] ?? "")\r\nContent-Type: \(type)\r\n"
    let given = headers.filter { $0.value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
    let usual = Self.usual.filter { header in !given.contains { $0.name == header.key } }.map { (name: $0.key, value: $0.value) }
    for header in usual + given { head += "\(header.name): \(header.value)\r\n" }
    switch content {
    case .bytes(let bytes):
      head += "Content-Length: \(bytes.count)\r\nConnection: \(keepsConnection ? "keep-alive" : "close")\r\n\r\n"
      return Array(head.utf8) + (isHead ? [] : bytes)
    case .events(let bytes):
      return Array((head + "Connection: close\r\n\r\n").utf8) + (isHead ? [] : bytes)
    }
  }

  private static let reasons = [
    200: "OK", 204: "No Content", 302: "Found", 400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
    408: "Request Timeout", 413: "Content Too Large", 421: "Misdirected Request", 431: "Request Header Fields Too Large",
    500: "Internal Server Error", 501: "Not Implemented", 503: "Service Unavailable",
  ]
}
