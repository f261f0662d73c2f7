import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let badColour = DiagnosticCode(
    "bad-colour", .error,
    explanation: Wording(
      sv: "En färg skrivs som # och sex siffror eller bokstäver a–f, inom citattecken: \"#005b8f\".",
      en: "A colour is written as # and six digits or letters a to f, in quotation marks: \"#005b8f\"."))
  static let lowContrast = DiagnosticCode(
    "low-contrast", .error,
    explanation: Wording(
      sv: """
        Kommunens färg blir länkar och knappar, och text måste ha kontrasten 4,5:1 mot bakgrunden (WCAG 2.2, kriterium 1.4.3). \
        Färgen jämförs med sidans ljusa papper och med de toner som görs av den. För mörkt läge görs en ljusare färg av samma \
        kulör, som alltid räcker.
        """,
      en: """
        The municipality's colour becomes links and buttons, and text must have a contrast of 4.5:1 with its background (WCAG 2.2, \
        criterion 1.4.3). The colour is compared with the page's light papers and with the tints made of it. In dark mode a lighter \
        colour of the same hue is used, which always has enough.
        """))
  static let logoFormat = DiagnosticCode(
    "logo-format", .error,
    explanation: Wording(
      sv: "Logotypen är en bild som webbläsare kan visa: svg, png, jpg, webp eller gif.",
      en: "The logo is a picture that browsers can show: svg, png, jpg, webp or gif."))
}

extension Rule {
  /// The brand's colour is one.
  static let badColour = Rule(code: .badColour) { content, diagnostics in
    guard let (colour, path) = content.brand(\.colour), Colour(colour.value) == nil else { return }
    diagnostics.append(
      Diagnostic(
        .badColour, Wording(sv: "\(short(colour.value)) är ingen färg", en: "\(short(colour.value)) is no colour"),
        at: colour.place.range(in: path), cure: Wording(sv: "Skriv den som \"#005b8f\".", en: "Write it like \"#005b8f\".")))
  }

  /// The brand's colour can be read as text on the pages' paper.
  static let lowContrast = Rule(code: .lowContrast) { content, diagnostics in
    guard let (written, path) = content.brand(\.colour), let colour = Colour(written.value) else { return }
    let palette = BrandPalette(colour)
    if palette.isReadable { return }
    let (whole, tenth) = ratio(palette.contrast)
    let nearest = BrandPalette.nearestReadable(colour)
    let place = written.place.range(in: path)
    diagnostics.append(
      Diagnostic(
        .lowContrast,
        Wording(
          sv: "\(written.value) har kontrasten \(whole),\(tenth):1, minst 4,5:1 behövs",
          en: "\(written.value) has a contrast of \(whole).\(tenth):1, at least 4.5:1 is needed"),
        at: place,
        cure: Wording(
          sv: "Den närmaste färgen som går att läsa är \"\(nearest)\".",
          en: "The nearest colour that can be read is \"\(nearest)\"."),
        fixIts: [Diagnostic.FixIt(replace: place, with: "\"\(nearest)\"")]))
  }

  /// The logo is a picture.
  static let logoFormat = Rule(code: .logoFormat) { content, diagnostics in
    guard let (logo, path) = content.brand(\.logo) else { return }
    let ending = logo.value.split(separator: ".").last?.lowercased() ?? ""
    if ["svg", "png", "jpg", "jpeg", "webp", "gif"].contains(ending) { return }
    diagnostics.append(
      Diagnostic(
        .logoFormat, Wording(sv: "\(short(logo.value)) är ingen bild", en: "\(short(logo.value)) is no picture"),
        at: logo.place.range(in: path),
        cure: Wording(
          sv: "Spara logotypen som svg eller png, och skriv den filens namn.",
          en: "Save the logo as svg or png, and write the name of that file.")))
  }

  /// In whole tenths, rounded down: what is too little is never written as enough.
  private static func ratio(_ contrast: Double) -> (Int, Int) {
    let tenths = Int(contrast * 10)
    return (tenths / 10, tenths % 10)
  }
}

extension CheckedContent {
  /// What `site.yaml` says of the brand, and that file's path.
  fileprivate func brand(_ value: (BrandEntry) -> Reference?) -> (value: Reference, path: String)? {
    for document in documents {
      guard case .site(let site) = document.content, let found = value(site.brand) else { continue }
      return (found, document.path)
    }
    return nil
  }
}
