/// Finds what leads to somebody's home: mail addresses at providers that private persons have, and mobile telephones.
struct PrivateContactScan {
  let bytes: UnsafeBufferPointer<UInt8>

  enum Contact { case mail, telephone }

  func each(_ found: (Contact, Range<Int>) -> Void) {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "@"):
        if let range = mail(around: index) {
          found(.mail, range)
          index = range.upperBound
        } else {
          index += 1
        }
      case UInt8(ascii: "0"), UInt8(ascii: "+"):
        if let end = mobile(at: index) {
          found(.telephone, index..<end)
          index = end
        } else {
          repeat { index += 1 } while index < bytes.count && isDigit(bytes[index])
        }
      case UInt8(ascii: "1")...UInt8(ascii: "9"):
        repeat { index += 1 } while index < bytes.count && isDigit(bytes[index])
      default: index += 1
      }
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Providers of mail to private persons in Sweden. Work addresses are those of the municipality or the firm.
  private static let providers = [
    "gmail.com", "googlemail.com", "hotmail.com", "hotmail.se", "outlook.com", "outlook.se", "live.se", "live.com", "msn.com",
    "yahoo.com", "yahoo.se", "icloud.com", "me.com", "mac.com", "telia.com", "swipnet.se", "bredband.net", "bredband2.com",
    "comhem.se", "tele2.se", "spray.se", "passagen.se", "home.se", "glocalnet.net", "protonmail.com", "proton.me", "pm.me",
    "gmx.com",
  ].map { Array($0.utf8) }

  private func mail(around at: Int) -> Range<Int>? {
    func isLocal(_ byte: UInt8) -> Bool {
      isName(byte) || [0x2E, 0x5F, 0x2B, 0x25].contains(byte) || byte >= 0x80
    }
    func isName(_ byte: UInt8) -> Bool { isDigit(byte) || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x2D }
    var lower = at
    while lower > 0, isLocal(bytes[lower - 1]) { lower -= 1 }
    var upper = at + 1
    while upper < bytes.count, isName(bytes[upper]) || bytes[upper] == 0x2E { upper += 1 }
    while upper > at + 1, bytes[upper - 1] == 0x2E { upper -= 1 }
    guard lower < at else { return nil }
    let domain = bytes[(at + 1)..<upper].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return Self.providers.contains(domain) ? lower..<upper : nil
  }

  /// 070, 072, 073, 076 and 079 with seven digits more (Post- och telestyrelsen's plan), in any grouping; +46 and 0046 too.
  private func mobile(at start: Int) -> Int? {
    if start > 0, isDigit(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "-") || bytes[start - 1] == UInt8(ascii: "/") {
      return nil
    }
    var digits: [UInt8] = []
    var end = start
    var index = start
    var gaps = 0
    while index < bytes.count, digits.count < 14 {
      let byte = bytes[index]
      if isDigit(byte) {
        digits.append(byte - 0x30)
        end = index + 1
      } else if byte == UInt8(ascii: "+"), index == start {
        digits += [0, 0]
      } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") {
        // Groups are written with one space or hyphen between.
        gaps += 1
        if index > end + 1 || gaps > 6 { break }
      } else {
        break
      }
      index += 1
    }
    if digits.starts(with: [0, 0, 4, 6]) {
      digits.removeFirst(4)
      if digits.first == 0 { digits.removeFirst() }
      digits.insert(0, at: 0)
    }
    guard digits.count == 10, digits[0] == 0, digits[1] == 7, [0, 2, 3, 6, 9].contains(digits[2]) else { return nil }
    return end
  }
}
