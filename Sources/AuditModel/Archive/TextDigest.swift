/// A number that tells whether a text has changed, without keeping the text: FNV-1a of 64 bits over its words.
///
/// How words are spaced and lines broken does not count, so that a paragraph may be wrapped anew without being another text.
public struct TextDigest: Sendable {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  /// The digest of one text.
  public static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var digest = TextDigest()
    digest.add(bytes)
    return digest.value
  }

  public var value: UInt64 { hash }

  /// Adds a text, apart from what came before it.
  public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    var hash = hash
    var isAfterWord = false
    for byte in bytes {
      if byte <= 0x20 {
        if isAfterWord { hash = (hash ^ 0x20) &* 0x100_0000_01B3 }
        isAfterWord = false
      } else {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        isAfterWord = true
      }
    }
    if isAfterWord { hash = (hash ^ 0x20) &* 0x100_0000_01B3 }
    self.hash = (hash ^ 0x1F) &* 0x100_0000_01B3
  }

  /// Adds a text, or that there is none.
  public mutating func add(_ text: String?) {
    var text = text ?? ""
    text.withUTF8 { add($0) }
  }

  /// Adds a digest that was made elsewhere.
  public mutating func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
}
