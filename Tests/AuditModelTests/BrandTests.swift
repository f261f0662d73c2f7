import Testing

@testable import AuditModel

/// A municipality's colour, what it must have and what is made of it.
@Suite struct BrandTests {
  /// Every channel at five values: 125 colours over all of the space.
  static let colours: [Colour] = {
    let steps: [UInt8] = [0, 64, 128, 192, 255]
    return steps.flatMap { r in steps.flatMap { g in steps.map { Colour(red: r, green: g, blue: $0) } } }
  }()

  @Test func blackOnWhiteHasTheHighestContrast() {
    #expect(Colour.black.contrast(with: .white) == 21)
    #expect(Colour.white.contrast(with: .white) == 1)
  }

  @Test(arguments: [(0x767676, 4.54), (0x777777, 4.48), (0xFF0000, 4.00), (0x0000FF, 8.59)] as [(UInt32, Double)])
  func contrastIsAsPublishedForKnownColours(_ colour: UInt32, _ ratio: Double) {
    #expect(abs(Colour(colour).contrast(with: .white) - ratio) < 0.01)
  }

  @Test func aColourIsReadAsItIsWritten() {
    for colour in Self.colours { #expect(Colour(colour.description) == colour) }
    for text in ["005b8f", "#005b8", "#005b8g", "#+05b8f", "blå", "", "#005B8F0"] { #expect(Colour(text) == nil, "\(text)") }
  }

  @Test func theNearestColourThatCanBeReadCanBeRead() {
    for colour in Self.colours {
      let nearest = BrandPalette.nearestReadable(colour)
      #expect(BrandPalette(nearest).isReadable, "\(colour)")
      #expect(BrandPalette(colour).isReadable == (nearest == colour), "\(colour)")
    }
  }

  @Test func everyColourCanBeReadInTheDark() {
    for colour in Self.colours {
      let palette = BrandPalette(colour)
      #expect(BrandPalette.contrast(of: palette.darkInk, on: BrandPalette.darkPapers) >= BrandPalette.wantedOnDark, "\(colour)")
      #expect(BrandPalette.contrast(of: palette.darkInk, on: palette.darkTints) >= BrandPalette.required, "\(colour)")
    }
  }

  @Test func whiteTextCanBeReadOnEveryColourThatMayBeSet() {
    for colour in Self.colours where BrandPalette(colour).isReadable {
      #expect(Colour.white.contrast(with: colour) >= BrandPalette.required, "\(colour)")
    }
  }
}
