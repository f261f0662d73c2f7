/// A word or a number at a place along a picture. Its size stays as the picture grows, so whether it has room depends on the
/// width.
struct AxisLabel: Equatable {
  var text: String
  var x: Permyriad
  var anchor = Anchor.middle
  /// Whether it is shown only where the picture is wide.
  var isMinor = false

  enum Anchor: String, Equatable {
    case start, middle, end
  }

  /// More than characters are wide on the whole, in CSS pixels: at .8125rem a figure is 7.3 and a small letter 6.5 wide.
  static let characterWidth = 8
  /// Between two labels, in CSS pixels.
  static let gap = 8

  /// More room than the label takes in a picture of a width, both in CSS pixels.
  func box(in width: Int) -> Range<Int> {
    let place = x.hundredths * width / 10_000
    // Scripts beyond Latin, Greek, Cyrillic, Hebrew and Arabic may be as wide as high.
    let length = text.unicodeScalars.reduce(0) { $0 + Self.characterWidth * ($1.value < 0x700 ? 1 : 2) }
    return switch anchor {
    case .start: place..<place + length
    case .middle: place - length / 2..<place + (length + 1) / 2
    case .end: place - length..<place
    }
  }

  /// Whether labels in a row neither touch each other nor stand out of a picture of a width.
  static func fit(_ labels: [AxisLabel], in width: Int) -> Bool {
    let boxes = labels.map { $0.box(in: width) }
    return zip(boxes, boxes.dropFirst()).allSatisfy { $0.upperBound + gap <= $1.lowerBound }
      && boxes.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= width }
  }
}

extension MarkupBytes {
  mutating func label(_ label: AxisLabel, y: StaticString) {
    markup(label.isMinor ? "<text class=\"axis-text chart-minor\"" : "<text class=\"axis-text\"")
    attribute("x", label.x)
    markup(" y=\"")
    markup(y)
    markup("\"")
    attribute("text-anchor", label.anchor.rawValue)
    markup(">")
    text(label.text)
    markup("</text>")
  }
}
