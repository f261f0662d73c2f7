import AuditModel

/// What a page says of itself to search engines and to those who share it.
enum PageMetadata {
  /// Bytes of UTF-8: about as many letters as is shown of a description.
  private static let limit = 200

  /// A description as it is shown in a list of results: the first words, where it is long.
  static func brief(_ text: String) -> String {
    guard text.utf8.count > limit else { return text }
    let start = text.utf8.prefix(limit - 1)
    // Only between words, so that no character is cut.
    guard let end = start.lastIndex(of: UInt8(ascii: " ")) else { return text }
    return text[..<end] + "…"
  }

  /// The trail as a `BreadcrumbList` of schema.org, as JSON-LD; nil on pages without a trail.
  static func breadcrumbs(of page: Chrome) -> [UInt8]? {
    guard !page.trail.isEmpty else { return nil }
    var json = JSONBytes(isInScript: true)
    json.bytes.reserveCapacity(page.trail.count * 200 + 300)
    func step(_ place: Int, _ name: String) {
      json.bytes += "{\"@type\":\"ListItem\",\"position\":".utf8
      json.bytes += String(place).utf8
      json.bytes += ",\"name\":".utf8
      json.string(name)
    }
    json.bytes += "{\"@context\":\"https://schema.org\",\"@type\":\"BreadcrumbList\",\"itemListElement\":[".utf8
    for (place, part) in page.trail.enumerated() {
      step(place + 1, part.name)
      json.bytes += ",\"item\":".utf8
      json.address(part.address, below: page.context.baseURL)
      json.bytes += "},".utf8
    }
    step(page.trail.count + 1, page.name)
    json.bytes += "}]}".utf8
    return json.bytes
  }
}
