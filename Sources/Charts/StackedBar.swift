/// Parts of a whole as a bar: each has its pattern, so that colour is never all that tells them apart.
public struct StackedBar: Sendable, Equatable {
  let segments: [Segment]

  struct Segment: Equatable {
    let pattern: String
    let start: Permyriad
    let width: Permyriad
  }

  /// Parts with the name of their pattern among the page's symbols, in order. Parts of nothing are left out.
  public init(_ parts: [(pattern: String, count: Int)]) {
    let total = parts.reduce(0) { $0 + $1.count }
    var (from, segments) = (0, [Segment]())
    // Places are rounded, not widths, so that the parts lie end to end and fill the bar.
    func place(_ count: Int) -> Int { (count * 20_000 + total) / (total * 2) }
    for part in parts where part.count > 0 {
      let (start, end) = (place(from), place(from + part.count))
      segments.append(Segment(pattern: part.pattern, start: Permyriad(start), width: Permyriad(end - start)))
      from += part.count
    }
    self.segments = segments
  }

  /// `id` begins the ids of its title and must be unique on the page.
  public func print(title: String, description: String, id: String, into bytes: inout [UInt8]) {
    var html = MarkupBytes(bytes: bytes)
    bytes = []
    html.startPicture("bar", title: title, description: description, id: id)
    for segment in segments {
      html.markup("<rect")
      html.attribute("x", segment.start)
      html.attribute("width", segment.width)
      html.attribute("height", Permyriad.all)
      html.attribute("fill", "url(#p-\(segment.pattern))")
      html.markup("/>")
    }
    html.markup("</svg>")
    bytes = html.bytes
  }
}
