import AuditModel

/// A line of a register of changes that says what changed, and when.
struct ChangeEntry: Sendable, Hashable {
  /// What it is about: `integration-2021/R1a`.
  var key: String
  let day: Day
  /// Which change of the same thing on the same day, from 1.
  var number: Int
  let isCorrection: Bool
  let name: FactName
  /// Empty where there was, or is, none; and always for texts.
  let was: String
  let now: String
  var cause: Cause?

  /// What brought about an event.
  enum Cause: Sendable, Hashable {
    /// A new reply or follow-up, by its key.
    case document(String)
    /// A day that passed, in the notation of EDTF.
    case passed(String)
  }

  /// `integration-2021/R1a 2026-12-01 event state=answered>done by=integration-2021/uppfoljning-2026`
  var line: String {
    var text = RegisterKey.encode(key) + " " + EDTFDate(day).description
    if number > 1 { text += ".\(number)" }
    text += (isCorrection ? " correction " : " event ") + name.text
    if !was.isEmpty || !now.isEmpty { text += "=" + RegisterKey.encode(was) + ">" + RegisterKey.encode(now) }
    switch cause {
    case .document(let key): text += " by=" + RegisterKey.encode(key)
    case .passed(let date): text += " passed=" + date
    case nil: break
    }
    return text
  }

  /// Reads a line after its key.
  init?(_ key: String, _ parts: [Substring]) {
    guard (3...4).contains(parts.count) else { return nil }
    let stamp = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(stamp.count), let date = EDTFDate(stamp[0]), date.isExact else { return nil }
    if stamp.count == 2 {
      guard let number = Int(stamp[1]), number > 1 else { return nil }
      self.number = number
    } else {
      number = 1
    }
    switch parts[1] {
    case "event", "händelse": isCorrection = false
    case "correction", "rättelse": isCorrection = true
    default: return nil
    }
    let change = parts[2].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = FactName(change[0]) else { return nil }
    if change.count == 2 {
      let values = change[1].split(separator: ">", omittingEmptySubsequences: false)
      guard values.count == 2, !name.fact.isText else { return nil }
      (was, now) = (RegisterKey.decode(values[0]), RegisterKey.decode(values[1]))
    } else {
      guard name.fact.isText || name.fact == .added || name.fact == .removed else { return nil }
      (was, now) = ("", "")
    }
    if parts.count == 4 {
      let cause = parts[3].split(separator: "=", maxSplits: 1)
      guard cause.count == 2 else { return nil }
      switch cause[0] {
      case "by": self.cause = .document(RegisterKey.decode(cause[1]))
      case "passed":
        guard EDTFDate(cause[1]) != nil else { return nil }
        self.cause = .passed(String(cause[1]))
      default: return nil
      }
    }
    (self.key, day, self.name) = (key, date.lastDay, name)
  }

  init(_ key: String, _ day: Day, isCorrection: Bool, _ name: FactName, was: String = "", now: String = "", cause: Cause? = nil) {
    (self.key, self.day, self.isCorrection, self.name, self.was, self.now, self.cause) = (
      key, day, isCorrection, name, was, now, cause
    )
    number = 1
  }
}

/// How names of files and other values are written in registers, whose words are told apart by spaces.
enum RegisterKey {
  static func encode(_ key: String) -> String {
    if key.utf8.allSatisfy({ !isSpecial($0) }) { return key }
    var bytes: [UInt8] = []
    for byte in key.utf8 {
      if isSpecial(byte) {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func decode(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "#")
  }
}
