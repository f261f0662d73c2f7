import Diagnostics

extension DiagnosticCode {
  static let headingLevel = DiagnosticCode(
    "heading-level", .warning,
    explanation: Wording(
      sv:
        "Den som lyssnar på sidan hittar genom rubrikernas nivåer. Under en rubrik med ## kommer ###, inte ####. Den första "
        + "rubriken kan ha "
        + "vilken nivå som helst.",
      en:
        "Those who listen to a page find their way by the levels of its headings. Below a heading with ## comes ###, not "
        + "####. The first "
        + "heading may have any level."))
}

extension DocumentRule {
  /// No heading goes down more than one level.
  static let headingLevel = DocumentRule(code: .headingLevel) { text, diagnostics in
    var previous: Int?
    for block in text.outline.blocks {
      guard case .heading(let level) = block.kind else { continue }
      defer { previous = level }
      guard let above = previous, level > above + 1 else { continue }
      let place = text.place(block.range)
      let marks = String(repeating: "#", count: above + 1)
      let isMarked = text.file.bytes[block.range].prefix(level).allSatisfy { $0 == UInt8(ascii: "#") }
      diagnostics.append(
        Diagnostic(
          .headingLevel,
          Wording(
            sv: "Rubrik på nivå \(level) under en på nivå \(above)", en: "Heading of level \(level) below one of level \(above)"),
          at: place,
          cure: Wording(sv: "Börja rubriken med \(marks).", en: "Begin the heading with \(marks)."),
          fixIts: isMarked
            ? [Diagnostic.FixIt(replace: text.place(block.range.lowerBound..<block.range.lowerBound + level), with: marks)] : []))
    }
  }
}
