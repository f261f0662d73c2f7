#if canImport(CommonCrypto)
  import CommonCrypto
#else
  import CLibCrypto
#endif

/// SHA-1 (FIPS 180-4, 6.1): for names made from names, not for secrets.
public enum SHA1 {
  #if !canImport(CommonCrypto)
    nonisolated(unsafe) private static let algorithm = EVP_MD_fetch(nil, "SHA1", nil)
  #endif

  /// 20 bytes.
  public static func digest(of message: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 20)
    #if canImport(CommonCrypto)
      CC_SHA1(message, CC_LONG(message.count), &digest)
    #else
      let isDone = EVP_Digest(message, message.count, &digest, nil, algorithm, nil) == 1
      precondition(isDone, "libcrypto has no SHA-1")
    #endif
    return digest
  }
}
