import Checksums

/// A name as a UUID: version 5 of RFC 9562 (4.3), the SHA-1 of a namespace and the name.
///
/// The ids of feeds and their entries are such, as `urn:uuid:…`. They are made from what stays (a municipality's code and the
/// ids of documents) and so neither change with the site's address nor with a title, and need no domain that somebody would
/// have to keep, as `tag:` addresses (RFC 4151) do. Anyone can make them again from the names.
enum NameUUID {
  /// Missiv's own namespace, chosen at random once.
  private static let namespace: [UInt8] = [
    0x7D, 0x2B, 0x85, 0x6A, 0x72, 0xFF, 0x46, 0x0C, 0xB3, 0x3B, 0x61, 0x55, 0x1F, 0xED, 0xA3, 0x2B,
  ]

  /// `3f0c1e9a-….`: 36 characters.
  static func text(of name: String) -> String { text(of: name, in: namespace) }

  static func text(of name: String, in namespace: [UInt8]) -> String {
    var bytes = Array(SHA1.digest(of: namespace + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    return String(unsafeUninitializedCapacity: 36) { text in
      var count = 0
      func append(_ byte: UInt8) {
        text[count] = byte
        count += 1
      }
      func append(digit: UInt8) { append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10) }
      for place in 0..<16 {
        if place == 4 || place == 6 || place == 8 || place == 10 { append(UInt8(ascii: "-")) }
        append(digit: bytes[place] >> 4)
        append(digit: bytes[place] & 15)
      }
      return count
    }
  }
}
