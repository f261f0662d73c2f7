/// A key that sorts names as Swedish does: without regard to case, å, ä and ö last in that order.
func swedishOrder(_ name: String) -> [UInt8] {
  var key: [UInt8] = []
  for scalar in name.unicodeScalars {
    switch scalar {
    case "å", "Å": key.append(UInt8(ascii: "{"))
    case "ä", "Ä": key.append(UInt8(ascii: "|"))
    case "ö", "Ö": key.append(UInt8(ascii: "}"))
    case "é", "É": key.append(UInt8(ascii: "e"))
    default: key.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }
  return key
}
