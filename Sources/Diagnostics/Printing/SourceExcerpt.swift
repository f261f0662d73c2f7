/// A line of a file as it is shown, and the line below it that marks a range: `^~~~`.
///
/// Long lines are cut to the neighbourhood of the marker, tabs become spaces, and wide characters count as two columns,
/// so that the marker stands under what it marks.
struct SourceExcerpt: Equatable {
  private(set) var line = ""
  private(set) var marker = ""

  private static let tabWidth = 4
  /// How many characters are shown before and after the start of the marker.
  private static let before = 50, after = 70

  /// Nil where the line is empty. Columns count Unicode scalars from 1.
  init?(line text: String, _ place: PrintedFiles.Place) {
    let scalars = Array(text.unicodeScalars)
    guard !scalars.isEmpty else { return nil }
    let start = min(max(place.column - 1, 0), scalars.count)
    let end = place.endLine > place.line ? scalars.count : min(max(place.endColumn - 1, start), scalars.count)
    let shown = max(0, start - Self.before)..<min(scalars.count, start + Self.after)

    let lead = shown.lowerBound > 0 ? "…" : ""
    line = lead
    marker = lead.isEmpty ? "" : " "
    var marked = 0
    for index in shown {
      let scalar = scalars[index]
      let width: Int
      if scalar == "\t" {
        width = Self.tabWidth
        line += String(repeating: " ", count: width)
      } else {
        width = Self.width(of: scalar)
        line.unicodeScalars.append(Self.visible(scalar))
      }
      if index < start { marker += String(repeating: " ", count: width) } else if index < end { marked += width }
    }
    if shown.upperBound < scalars.count { line += "…" }
    marker += "^" + String(repeating: "~", count: max(marked - 1, 0))
  }

  /// The character itself, or a stand-in for what would move the cursor or turn the direction of writing.
  static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }

  /// The columns that a terminal gives to a character.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case .format: return visible(scalar) == scalar ? 0 : 1
    default: return 1
    }
  }
}
