import AuditModel

extension Strip {
  /// Prints the strip; `id` begins the ids of its title and must be unique on the page.
  public func print(_ words: Words, id: String, into bytes: inout [UInt8]) {
    var html = MarkupBytes(bytes: bytes)
    bytes = []
    html.startPicture("strip", title: words.title, description: words.description, id: id, height: lanes.height)
    for year in years {
      html.markup("<line class=\"strip-tick\"")
      html.attribute("x1", year.x)
      html.markup(" y1=\"0\"")
      html.attribute("x2", year.x)
      html.attribute("y2", String(lanes.tickEnd))
      html.markup("/>")
      html.markup(year.isMinor ? "<text class=\"axis-text axis-minor\"" : "<text class=\"axis-text\"")
      html.attribute("x", year.x)
      html.attribute("y", String(lanes.tickEnd + 18))
      html.attribute("text-anchor", year.anchor.rawValue)
      html.markup(">")
      html.text(year.text)
      html.markup("</text>")
    }
    lane(words.auditors, y: lanes.y(lane: 0, row: 0), &html)
    lane(words.boards, y: lanes.boardsY, &html)
    for mark in marks { print(mark, &html) }
    html.markup("</svg>")
    bytes = html.bytes
  }

  private func lane(_ name: String, y: Int, _ html: inout MarkupBytes) {
    html.markup("\n<text class=\"strip-lane-name\" x=\"0.8%\"")
    html.attribute("y", String(y - 20))
    html.markup(">")
    html.text(name)
    html.markup("</text><line class=\"strip-lane\" x1=\"0\"")
    html.attribute("y1", String(y))
    html.markup(" x2=\"100%\"")
    html.attribute("y2", String(y))
    html.markup("/>")
  }

  private func print(_ mark: Mark, _ html: inout MarkupBytes) {
    html.markup("\n")
    if let span = mark.span {
      html.markup("<rect class=\"strip-span\"")
      html.attribute("x", span.x)
      html.attribute("y", String(mark.y - 11))
      html.attribute("width", span.width)
      html.markup(" height=\"22\"/>")
    }
    // A picture of its own for each mark: its number stands beside its place by pixels, and not by per cent.
    html.markup("<svg")
    html.attribute("x", mark.x)
    html.attribute("y", String(mark.y))
    html.markup(">")
    let isAuditors = if case .auditors = mark.voice { true } else { false }
    if mark.span == nil {
      switch mark.voice {
      case .auditors: html.markup("<circle class=\"mark-auditor")
      case .claim: html.markup("<circle class=\"mark-claim")
      case .boards: html.markup("<circle class=\"mark-board")
      }
      html.markup(mark.isUncertain ? " dash\" r=\"11\"/>" : "\" r=\"11\"/>")
    }
    html.markup(mark.span == nil && isAuditors ? "<text class=\"strip-num\"" : "<text class=\"strip-num strip-num-dark\"")
    html.markup(" y=\"4.5\">")
    html.text(String(mark.number))
    html.markup("</text></svg>")
  }
}

extension MarkupBytes {
  /// Begins a picture that says what it shows to those who do not see it.
  mutating func startPicture(_ name: StaticString, title: String, description: String, id: String, height: Int? = nil) {
    markup("<svg class=\"")
    markup(name)
    markup("\" role=\"img\"")
    if let height { attribute("height", String(height)) }
    attribute("aria-labelledby", "\(id)-t \(id)-d")
    markup("><title")
    attribute("id", id + "-t")
    markup(">")
    text(title)
    markup("</title><desc")
    attribute("id", id + "-d")
    markup(">")
    text(description)
    markup("</desc>")
  }
}
