extension ServedSite {
  /// For Netlify, Cloudflare Pages and others. Where several patterns fit, they send all values, and a browser obeys all
  /// policies; how long a file may be kept is their own to say, which by default is not at all.
  func headers(into buffer: inout [UInt8]) {
    func line(_ text: String) { buffer += (text + "\n").utf8 }
    line("\(base)*")
    line("  Content-Security-Policy: \(ResponseHeaders.policy)")
    for (name, value) in ResponseHeaders.common { line("  \(name): \(value)") }
    line("\(base)assets/*\n  Cache-Control: \(ResponseHeaders.assetCaching)")
    for address in openData {
      line(address.hasSuffix("/") ? address + "*" : address + "\n  Content-Type: \(mediaType(of: DataDescription.catalog.path))")
      line("  Access-Control-Allow-Origin: *")
    }
    for picture in pictures { line("\(base)\(percentEncoded(picture))\n  Content-Security-Policy: sandbox") }
  }
}

/// A path as it stands in an address, every byte that is not plain in its `%` form.
public func percentEncoded(_ path: String) -> String {
  var encoded = ""
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"):
      encoded.unicodeScalars.append(Unicode.Scalar(byte))
    default: encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
  return encoded
}
