#if canImport(CommonCrypto)
  import CommonCrypto
#else
  import CLibCrypto
#endif

/// SHA-256 (FIPS 180-4, 6.2) of bytes that come piece by piece.
///
/// The system's library computes it (libcrypto, CommonCrypto on macOS), since that uses what the processor has for it: the whole
/// output of a country is hashed at every build.
public struct SHA256: ~Copyable {
  #if canImport(CommonCrypto)
    private var context = CC_SHA256_CTX()

    public init() { CC_SHA256_Init(&context) }
  #else
    private let context: OpaquePointer

    /// Looked for once: libcrypto would go through its providers for each digest, which costs more than hashing a short text.
    nonisolated(unsafe) private static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

    public init() {
      guard let context = EVP_MD_CTX_new() else { fatalError("no memory for SHA-256") }
      self.context = context
      let isBegun = EVP_DigestInit_ex(context, SHA256.algorithm, nil) == 1
      precondition(isBegun, "libcrypto has no SHA-256")
    }

    deinit { EVP_MD_CTX_free(context) }

    /// The same anew.
    private func begin() {
      let isBegun = EVP_DigestInit_ex(context, nil, nil) == 1
      precondition(isBegun, "libcrypto has lost SHA-256")
    }
  #endif

  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    #if canImport(CommonCrypto)
      CC_SHA256_Update(&context, bytes.baseAddress, CC_LONG(bytes.count))
    #else
      EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    #endif
  }

  /// The digest of all bytes since the beginning or the last call; what comes then is hashed anew.
  public mutating func finish() -> Digest {
    var digest = Digest()
    withUnsafeMutableBytes(of: &digest.words) { memory in
      let bytes = memory.bindMemory(to: UInt8.self).baseAddress
      #if canImport(CommonCrypto)
        CC_SHA256_Final(bytes, &context)
        CC_SHA256_Init(&context)
      #else
        EVP_DigestFinal_ex(context, bytes, nil)
        begin()
      #endif
    }
    return digest
  }

  /// 32 bytes.
  public struct Digest: Hashable, Sendable, BitwiseCopyable {
    /// As they lie in memory; never counted with.
    fileprivate var words: SIMD4<UInt64> = .zero

    /// No bytes' digest, for where none is known.
    package static let none = Digest()

    fileprivate init() {}
  }

  public static func digest(of bytes: [UInt8]) -> Digest {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.finish()
  }
}

extension SHA256.Digest {
  /// Reads 64 hexadecimal digits, in small or capital letters; nil where it is anything else.
  public init?(hex: some Sequence<UInt8>) {
    var count = 0
    var isHex = true
    withUnsafeMutableBytes(of: &words) { bytes in
      for digit in hex {
        let value: UInt8
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): value = digit - UInt8(ascii: "A") + 10
        default:
          isHex = false
          return
        }
        guard count < 64 else {
          isHex = false
          return
        }
        bytes[count / 2] = bytes[count / 2] << 4 | value
        count += 1
      }
    }
    guard isHex, count == 64 else { return nil }
  }

  /// 64 hexadecimal digits in small letters.
  public func appendHex(to text: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 8) { digits in
      withUnsafeBytes(of: words) { bytes in
        for place in 0..<8 {
          digits[place] =
            SHA256.Digest.digits(of: UInt32(bigEndian: bytes.load(fromByteOffset: 4 * place, as: UInt32.self))).bigEndian
        }
      }
      text += UnsafeRawBufferPointer(digits)
    }
  }

  /// Eight digits at once, each in a byte.
  private static func digits(of value: UInt32) -> UInt64 {
    var digits = UInt64(value)
    digits = (digits | digits << 16) & 0x0000_FFFF_0000_FFFF
    digits = (digits | digits << 8) & 0x00FF_00FF_00FF_00FF
    digits = (digits | digits << 4) & 0x0F0F_0F0F_0F0F_0F0F
    let letters = (digits + 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
    return digits + 0x3030_3030_3030_3030 + letters * UInt64(UInt8(ascii: "a") - 10 - UInt8(ascii: "0"))
  }

  public var hex: String {
    var text: [UInt8] = []
    appendHex(to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}
