import Diagnostics
import Testing

@testable import AuditModel
@testable import SiteRendering

/// The site's own colour, name and logo in the theme.
@Suite struct BrandingTests {
  private func styles(_ brand: Brand, title: String = "Provsidan") -> String {
    let styles = BrandedStyles(site: Site(title: title, baseURL: "https://prov.example.se/", brand: brand))
    return String(decoding: styles.apply(to: TinySite.file("assets/missiv.css")).bytes, as: UTF8.self)
  }

  @Test func theSitesColourComesAfterTheThemesOwn() throws {
    let text = styles(Brand(colour: "#1d5a6c"))
    let own = try #require(text.firstRange(of: "--brand: #1d5a6c"))
    let dark = try #require(text.firstRange(of: "--brand-ink: \(BrandPalette(Colour(0x1D5A6C)).darkInk)"))
    #expect(text.components("--brand-ink: #0b5361")[0].utf8.count < text[..<own.lowerBound].utf8.count)
    #expect(own.lowerBound < dark.lowerBound)
    // Forced colours come later and win.
    #expect(text[dark.upperBound...].contains("--brand-ink: CanvasText"))
  }

  @Test func withoutAColourTheThemeIsAsItWas() {
    let text = styles(Brand())
    #expect(text.components("--brand: #").count == 3)
    #expect(!text.contains(BrandedStyles.coloursMark))
  }

  @Test func printedPagesBearTheSitesName() {
    #expect(styles(Brand(), title: #"Svar på "allvar" \ lek"#).contains(#"content: "Svar på \"allvar\" \\ lek""#))
  }

  @Test(arguments: [("light", ["paper", "surface", "sunken"]), ("dark", ["paper", "surface", "sunken"])])
  func contrastIsReckonedWithThePapersOfTheTheme(_ mode: String, _ names: [String]) {
    let parts = styles(Brand()).components("@media screen and (prefers-color-scheme: dark)")
    let text = parts[mode == "light" ? 0 : 1]
    let papers = names.compactMap { name in
      text.components("--\(name): ").dropFirst().first.flatMap { Colour(String($0.prefix(7))) }
    }
    #expect(papers == (mode == "light" ? BrandPalette.lightPapers : BrandPalette.darkPapers))
  }

  @Test(arguments: [
    (#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32"></svg>"#, 80),
    (#"<?xml version="1.0"?><svg width='30mm' height='30mm'/>"#, 40),
    ("<svg viewBox=\"0 0 4000 10\">", 200),
    ("något annat", 40),
  ])
  func theLogoHasItsRoomBeforeItArrives(_ file: String, _ width: Int) {
    #expect(Logo(SourceFile(path: "logo.svg", text: file)).width == width)
  }

  @Test func theSizesOfPicturesAreRead() {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 44, 0, 0, 0, 100]
    let gif: [UInt8] = Array("GIF89a".utf8) + [44, 1, 100, 0]
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0, 100, 1, 44, 3, 0]
    let webP: [UInt8] =
      Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 43, 1, 0, 99, 0, 0, 0]
    for bytes in [png, gif, jpeg, webP] { #expect(ImageSize(bytes) == ImageSize(width: 300, height: 100)) }
    #expect(ImageSize([0xFF, 0xD8, 0xFF]) == nil)
  }
}
