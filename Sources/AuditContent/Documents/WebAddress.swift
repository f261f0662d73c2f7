import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let badAddress = DiagnosticCode(
    "bad-address", .error,
    explanation: Wording(
      sv: """
        Hela adresser börjar med https:// (eller http://) och namnet på en webbplats, och har varken blanksteg, citattecken eller \
        vinkelparenteser i sig. Webbplatsens egen adress (base-url) har inte heller ? eller #. Sidans tidigare adresser i formerly \
        börjar med snedstreck.
        """,
      en: """
        Whole addresses begin with https:// (or http://) and the name of a website, and have neither spaces nor quotation marks nor \
        angle brackets in them. The site's own address (base-url) has no ? or # either. Earlier addresses of a page in formerly begin \
        with a slash.
        """))
}

extension Kind where Value == String {
  /// A whole address that pages may link to. What is none is left out, since it may run programs where somebody clicks.
  static var webAddress: Kind {
    let text = Kind<String>.text
    return Kind(schema: { .text(pattern: "^https?://[^\\s\"'<>\\\\]+$") }) { node, reader in
      guard let address = text.read(node, &reader) else { return nil }
      if isWebAddress(address) { return address }
      reader.report(.badAddress(address, in: .web, at: reader.place(node.range)))
      return nil
    }
  }
}

extension Kind where Value == String {
  /// An address that mail can be sent to.
  static var mailAddress: Kind {
    let text = Kind<String>.text
    return Kind(schema: { .text(pattern: "^[^\\s\"'<>@]+@[^\\s\"'<>@]+\\.[^\\s\"'<>@]+$") }) { node, reader in
      guard let address = text.read(node, &reader) else { return nil }
      let sides = address.split(separator: "@", omittingEmptySubsequences: false)
      if sides.count == 2, !sides[0].isEmpty, sides[1].contains("."),
        sides.allSatisfy({ $0.unicodeScalars.allSatisfy(isInAddress) })
      {
        return address
      }
      reader.report(.badAddress(address, in: .mail, at: reader.place(node.range)))
      return nil
    }
  }
}

extension Diagnostic {
  /// What an address is to be.
  enum AddressUse {
    case web, site, formerly, mail
  }

  static func badAddress(_ address: String, in use: AddressUse, at place: SourceRange) -> Diagnostic {
    let cure =
      switch use {
      case .web:
        Wording(
          sv: "Skriv hela adressen från https://, som den står i webbläsaren.",
          en: "Write the whole address from https://, as it stands in the browser.")
      case .site:
        Wording(
          sv: "Skriv hela adressen, till exempel https://revision.example.se/.",
          en: "Write the whole address, such as https://revision.example.se/.")
      case .mail:
        Wording(
          sv: "Skriv en e-postadress, till exempel revision@example.se.", en: "Write a mail address, such as audit@example.se.")
      case .formerly:
        Wording(
          sv: "Skriv adressen från /, till exempel /gammal/adress/.", en: "Write the address from /, such as /old/address/.")
      }
    return Diagnostic(
      .badAddress, Wording(sv: "\(short(address)) är ingen adress", en: "\(short(address)) is no address"), at: place, cure: cure)
  }
}

/// Whether a text is a whole web address with nothing in it that could end what it stands in (RFC 3986, letters beyond ASCII
/// allowed).
func isWebAddress(_ text: String) -> Bool {
  guard let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }) else { return false }
  let rest = text.unicodeScalars.dropFirst(scheme.unicodeScalars.count)
  guard let first = rest.first, "a"..."z" ~= first || first.properties.isAlphabetic || "0"..."9" ~= first else { return false }
  return rest.allSatisfy(isInAddress)
}

/// Whether a link that begins as a web address goes on with a website's name, without which it leads nowhere.
func namesWebsite(_ address: String) -> Bool {
  guard let colon = address.firstIndex(of: ":"), ["http", "https"].contains(address[..<colon].lowercased()) else { return true }
  let rest = address[address.index(after: colon)...]
  guard rest.hasPrefix("//"), let first = rest.dropFirst(2).first else { return false }
  return first.isLetter || first.isNumber || first == "["
}

/// Whether a character is seen, and ends nothing that an address may stand in.
private func isInAddress(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "\"", "'", "<", ">", "\\", "^", "`", "{", "|", "}": false
  case "!"..."~": true
  default:
    scalar.value > 0x20 && !(0x7F...0x9F ~= scalar.value) && !scalar.properties.isWhitespace && !scalar.properties.isBidiControl
      && !scalar.properties.isDefaultIgnorableCodePoint
  }
}

/// Whether a text can be the address of a site, which everything on it is told from: it ends up in what servers are told, too.
func isSiteAddress(_ text: String) -> Bool {
  isWebAddress(text)
    && text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: ";"), UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"),
        UInt8(ascii: "*"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "&"):
        false
      default: true
      }
    }
}
