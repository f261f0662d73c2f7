import Checksums
import Testing

/// Examples of the standards, and messages around the lengths at which blocks fill up.
@Suite struct ChecksumTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func theExamplesOfFIPS180HoldForSHA256(message: String, digest: String) {
    #expect(SHA256.digest(of: Array(message.utf8)).hex == digest)
    #expect(SHA256.Digest(hex: digest.uppercased().utf8)?.hex == digest)
  }

  @Test func aMillionLettersInPiecesHaveTheDigestOfFIPS180() {
    var hash = SHA256()
    let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1000)
    for _ in 0..<1000 { piece.withUnsafeBytes { hash.update($0) } }
    #expect(hash.finish().hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    #expect(hash.finish() == SHA256.digest(of: []), "a hash that has ended begins anew")
  }

  @Test(arguments: [
    "", "abc", String(repeating: "0", count: 63), String(repeating: "0", count: 65), String(repeating: "g", count: 64),
  ])
  func whatIsNoDigestIsNotRead(text: String) {
    #expect(SHA256.Digest(hex: text.utf8) == nil)
  }

  @Test func theExamplesOfFIPS180HoldForSHA1() {
    let digits = SHA1.digest(of: Array("abc".utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
    #expect(digits.joined() == "a9993e364706816aba3e25717850c26c9cd0d89d")
  }

  @Test func theCheckValueOfCRC32Holds() {
    #expect(CRC32.checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.checksum(of: []) == 0)
  }

  @Test func theChecksumDoesNotDependOnHowBytesAreCutUp() {
    let bytes = (0..<100).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let whole = CRC32.checksum(of: bytes)
    for cut in 0...bytes.count {
      var crc = CRC32()
      for part in [bytes[..<cut], bytes[cut...]] { part.withUnsafeBytes { crc.update($0) } }
      #expect(crc.checksum == whole)
    }
  }

  @Test func everyChangedOrMissingByteShowsInTheCheckForDamage() {
    func checksum(_ bytes: [UInt8]) -> UInt64 {
      var check = DamageCheck()
      bytes.withUnsafeBytes { check.add($0) }
      return check.checksum
    }
    for length in [0, 1, 31, 32, 33, 100] {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37) }
      var all: Set = [checksum(bytes), checksum(bytes + [0]), checksum(bytes + [0, 0])]
      for place in bytes.indices {
        for bit in 0..<8 {
          var changed = bytes
          changed[place] ^= 1 << bit
          all.insert(checksum(changed))
        }
        all.insert(checksum(Array(bytes[..<place])))
      }
      #expect(all.count == 3 + 9 * length)
    }
  }
}
