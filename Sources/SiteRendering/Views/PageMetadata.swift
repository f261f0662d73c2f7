import AuditModel

/// What a page says of itself to search engines and to those who share it.
enum PageMetadata {
  /// As many characters as is shown of a description.
  private static let limit = 200

  /// A description as it is shown in a list of results: the first words, where it is long.
  static func brief(_ text: String) -> String {
    guard text.utf8.count > limit, text.count > limit else { return text }
    let start = text.prefix(limit - 1)
    let end = start.lastIndex(of: " ") ?? start.endIndex
    return start[..<end] + "…"
  }

  /// The trail as a `BreadcrumbList` of schema.org, as JSON-LD; nil on pages without a trail.
  static func breadcrumbs(of page: Chrome) -> [UInt8]? {
    guard !page.trail.isEmpty else { return nil }
    let steps = page.trail.enumerated().map { place, step in
      JSONText.object([
        ("@type", "ListItem"), ("position", .number(place + 1)), ("name", .string(step.name)),
        ("item", .string(page.context.absolute(step.address))),
      ])
    }
    let last = JSONText.object([
      ("@type", "ListItem"), ("position", .number(page.trail.count + 1)), ("name", .string(page.name)),
    ])
    let list = JSONText.object([
      ("@context", "https://schema.org"), ("@type", "BreadcrumbList"), ("itemListElement", .array(steps + [last])),
    ])
    return list.inScript
  }
}
