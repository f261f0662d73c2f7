/// Gives each heading of a page an id that is readable, stable and used only once.
struct HeadingIDs {
  private let prefix: String
  private var used: Set<String>
  private var counts: [String: Int] = [:]

  init(_ options: MarkdownOptions) {
    prefix = options.idPrefix
    used = options.reservedIDs
  }

  mutating func id(for text: [UInt8]) -> String {
    let base = prefix + slug(text)
    var id = base
    var count = counts[base] ?? 1
    while !used.insert(id).inserted {
      count += 1
      id = "\(base)-\(count)"
    }
    counts[base] = count
    return id
  }

  /// Lower-case letters a to z, digits and hyphens: `Åtgärder & svar` becomes `atgarder-svar`.
  private func slug(_ text: [UInt8]) -> String {
    var slug: [UInt8] = []
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": slug.append(UInt8(scalar.value))
      case "A"..."Z": slug.append(UInt8(scalar.value) | 0x20)
      case "å", "ä", "Å", "Ä", "á", "à", "â", "Á", "À", "Â": slug.append(UInt8(ascii: "a"))
      case "ö", "ø", "ó", "ò", "ô", "Ö", "Ø", "Ó", "Ò", "Ô": slug.append(UInt8(ascii: "o"))
      case "é", "è", "ê", "ë", "É", "È", "Ê", "Ë": slug.append(UInt8(ascii: "e"))
      case "ü", "ú", "ù", "û", "Ü", "Ú", "Ù", "Û": slug.append(UInt8(ascii: "u"))
      case "í", "ì", "î", "ï", "Í", "Ì", "Î", "Ï": slug.append(UInt8(ascii: "i"))
      case "æ", "Æ": slug.append(contentsOf: "ae".utf8)
      case "ç", "Ç": slug.append(UInt8(ascii: "c"))
      case "ñ", "Ñ": slug.append(UInt8(ascii: "n"))
      // Accents written as characters of their own, and soft hyphens.
      case "\u{300}"..."\u{36F}", "\u{AD}": continue
      default: if slug.last != UInt8(ascii: "-"), !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
      }
    }
    while slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return slug.isEmpty ? "avsnitt" : String(decoding: slug, as: UTF8.self)
  }
}
