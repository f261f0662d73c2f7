/// A request as a browser sent it, already checked: nothing in it is longer, or other, than a browser needs it to be.
public struct HTTPRequest: Sendable, Equatable {
  public let method: String
  /// The path with its escapes resolved, beginning with `/`; never with `.`, `..` or empty parts in the middle.
  public let path: String
  /// What follows `?`, as it was sent.
  public let query: String
  /// Names in lower case, in the order sent.
  public let headers: [Header]
  public var body: [UInt8] = []

  public struct Header: Sendable, Equatable {
    public let name: String
    public let value: String
  }

  /// What a header says; nil where it was not sent.
  public func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// Why a request cannot be answered, as the status to answer with.
  public enum Refusal: Int, Error {
    case malformed = 400
    case timeout = 408
    case bodyTooLarge = 413
    case misdirected = 421
    case headTooLarge = 431
    case notImplemented = 501
  }

  /// How many bytes of body follow the head.
  var bodyLength: Int { header("content-length").flatMap { Int($0) } ?? 0 }

  /// Whether the connection stays open for another request (RFC 9112, 9.3).
  let keepsConnection: Bool

  /// Reads a head: the request line and the headers, without the empty line that ends them (RFC 9112, 3 and 5).
  init(head: some Collection<UInt8>) throws(Refusal) {
    guard let text = String(validating: head, as: UTF8.self) else { throw .malformed }
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)[...]
    for index in lines.indices.dropLast() {
      guard lines[index].last == "\r" else { throw .malformed }
      lines[index].removeLast()
    }
    guard lines.allSatisfy({ line in line.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\t" } }) else {
      throw .malformed
    }
    let request = lines.removeFirst().split(separator: " ", omittingEmptySubsequences: false)
    guard request.count == 3, !request[0].isEmpty, request[0].allSatisfy({ "A"..."Z" ~= $0 }) else { throw .malformed }
    let version = String(request[2])
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else { throw .malformed }
    method = String(request[0])
    let target = String(request[1]).split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = Self.path(String(target[0])) else { throw .malformed }
    self.path = path
    query = target.count > 1 ? String(target[1]) : ""

    var headers: [Header] = []
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { throw .malformed }
      let name = line[..<colon]
      guard name.allSatisfy({ $0.isASCII && $0 != " " && $0 != "\t" }) else { throw .malformed }
      headers.append(Header(name: String(name).lowercased(), value: Self.trimmed(line[line.index(after: colon)...])))
    }
    self.headers = headers
    // Two of one of these are how requests are smuggled past a check.
    for name in ["host", "content-length"] where headers.count(where: { $0.name == name }) > 1 { throw .malformed }
    let connection = headers.first { $0.name == "connection" }?.value.lowercased()
    keepsConnection = version == "HTTP/1.1" && connection != "close"
    if headers.contains(where: { $0.name == "transfer-encoding" }) { throw .notImplemented }
    if let length = headers.first(where: { $0.name == "content-length" })?.value {
      guard !length.isEmpty, length.utf8.count < 10, length.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { throw .malformed }
    }
  }

  private static func trimmed(_ text: Substring.UnicodeScalarView) -> String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
    var text = text.drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return String(text)
  }

  /// A path with its `%` escapes resolved; nil for one that no link of a page leads to.
  static func path(_ target: String) -> String? {
    guard target.utf8.first == UInt8(ascii: "/") else { return nil }
    guard let bytes = percentDecoded(target), let path = String(validating: bytes, as: UTF8.self) else { return nil }
    guard path.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\" }) else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (offset, part) in parts.enumerated() {
      if part == "." || part == ".." || part.isEmpty && offset < parts.count - 1 { return nil }
    }
    return path
  }

  /// The bytes of a text with `%C3%A5` for what is not ASCII; nil where an escape is broken or hides a `/`.
  static func percentDecoded(_ text: String, plusIsSpace: Bool = false, slashes: Bool = false) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+"), plusIsSpace {
        bytes.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: "%") {
        guard let high = rest.popFirst().flatMap(hexDigit), let low = rest.popFirst().flatMap(hexDigit) else { return nil }
        let value = high << 4 | low
        guard slashes || value != UInt8(ascii: "/") else { return nil }
        bytes.append(value)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// A field of a form that was sent as the body (`application/x-www-form-urlencoded`).
  public func field(_ name: String) -> String? {
    guard let text = String(validating: body, as: UTF8.self) else { return nil }
    for pair in text.split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, sides[0] == name else { continue }
      return Self.percentDecoded(String(sides[1]), plusIsSpace: true, slashes: true)
        .flatMap { String(validating: $0, as: UTF8.self) }
    }
    return nil
  }
}
