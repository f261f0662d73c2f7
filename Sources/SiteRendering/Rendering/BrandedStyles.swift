import AuditModel
import Diagnostics

/// The theme's style sheet with the site's own colour and name in it.
///
/// What a site sets is written into the one style sheet, since a second would be one more request for every first visit, and
/// style in the pages is forbidden by their content security policy.
struct BrandedStyles {
  let site: Site

  /// Where the theme's style sheet takes the site's colours: after its own, so that they win.
  /// A comment that stays when the sheet is compacted.
  static let coloursMark = "/*! site colours */"
  /// What stands for the site's name in the style sheet, at the foot of printed pages.
  static let titleMark = "site-title"

  /// The asset for this site; anything but a style sheet as it is.
  func apply(to asset: SourceFile) -> SourceFile {
    guard asset.path.hasSuffix(".css") else { return asset }
    var text = String(decoding: asset.bytes, as: UTF8.self)
    text.replace(BrandedStyles.titleMark, with: BrandedStyles.quoted(site.title))
    text.replace(BrandedStyles.coloursMark, with: site.brand.colour.flatMap(Colour.init).map(declarations) ?? "")
    return SourceFile(path: asset.path, text: text)
  }

  private func declarations(_ colour: Colour) -> String {
    let palette = BrandPalette(colour)
    func tints(_ colours: [Colour]) -> String { "--brand-tint: \(colours[0]); --brand-tint-2: \(colours[1]);" }
    return """
      :root { --brand: \(colour); --brand-ink: \(colour); \(tints(palette.lightTints)) }
      @media screen and (prefers-color-scheme: dark) {
        :root { --brand: \(colour); --brand-ink: \(palette.darkInk); \(tints(palette.darkTints)) }
      }
      """
  }

  /// Text inside the quotation marks of a style sheet.
  private static func quoted(_ text: String) -> String {
    var quoted = ""
    for character in text {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character.isNewline ? " " : character)
    }
    return quoted
  }
}
