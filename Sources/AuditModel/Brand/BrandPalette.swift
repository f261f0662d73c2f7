/// The colours that the pages make of a municipality's one, in light and in dark.
///
/// The municipality's colour is text on light paper as it is, so it must have the contrast that WCAG 2.2 asks of text. On dark
/// paper no colour can do for both: there it is lightened towards white, one hundredth at a time, until it has more than enough.
public struct BrandPalette: Sendable, Hashable {
  public let colour: Colour
  /// Shades of light paper, a stronger and a weaker one.
  public let lightTints: [Colour]
  /// The colour as text and marks on dark paper.
  public let darkInk: Colour
  public let darkTints: [Colour]

  /// What text needs (WCAG 2.2, success criterion 1.4.3).
  public static let required = 4.5
  /// What the colour has on dark paper: more than is required, since thin light strokes look thinner.
  public static let wantedOnDark = 7.0

  // The papers of the theme: `--paper`, `--surface` and `--sunken` of missiv.css.
  static let lightPapers = [Colour(0xFCFBF8), Colour(0xFFFFFF), Colour(0xF3F1EA)]
  static let darkPapers = [Colour(0x13181A), Colour(0x191F22), Colour(0x1F2629)]

  public init(_ colour: Colour) {
    self.colour = colour
    lightTints = BrandPalette.lightTints(of: colour)
    let ink = (0...100).lazy.map { colour.mixed(with: .white, percent: $0) }.first { ink in
      BrandPalette.contrast(of: ink, on: BrandPalette.darkPapers) >= BrandPalette.wantedOnDark
        && BrandPalette.contrast(of: ink, on: BrandPalette.darkTints(of: ink)) >= BrandPalette.required
    }
    darkInk = ink ?? .white
    darkTints = BrandPalette.darkTints(of: darkInk)
  }

  /// The lowest contrast that the colour has as text on light paper.
  public var contrast: Double { BrandPalette.contrast(of: colour, on: BrandPalette.lightPapers + lightTints) }

  public var isReadable: Bool { contrast >= BrandPalette.required }

  /// The nearest darker colour of the same hue that can be read on light paper: the colour itself where it can.
  public static func nearestReadable(_ colour: Colour) -> Colour {
    (0...100).lazy.map { colour.mixed(with: .black, percent: $0) }.first { BrandPalette($0).isReadable } ?? .black
  }

  static func contrast(of ink: Colour, on papers: [Colour]) -> Double { papers.map(ink.contrast).min() ?? 1 }

  private static func lightTints(of colour: Colour) -> [Colour] {
    [Colour.white.mixed(with: colour, percent: 11), Colour.white.mixed(with: colour, percent: 6)]
  }

  private static func darkTints(of ink: Colour) -> [Colour] {
    [darkPapers[0].mixed(with: ink, percent: 18), darkPapers[0].mixed(with: ink, percent: 9)]
  }
}
