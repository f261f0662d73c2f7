import Diagnostics

/// The file as text that every later stage can take: UTF-8 without control characters.
///
/// What is neither is reported once with the number of places and, in the copy that is returned, replaced byte for byte, so that
/// the rest of the file is still read and every position stays right. Nil where it makes no sense to read on.
func readableText(of file: SourceFile, into diagnostics: inout [Diagnostic]) -> SourceFile? {
  if file.bytes.count > YAMLLimits.fileBytes {
    diagnostics.append(.fileTooLarge(path: file.path, size: file.bytes.count))
    return nil
  }
  let firstOddity = file.bytes.withUnsafeBufferPointer { firstOddByte(in: $0, from: 0) }
  guard let firstOddity else { return file }
  if let encoding = utf16(file.bytes) {
    diagnostics.append(.wrongEncoding(in: file, at: 0..<min(2, file.bytes.count), looksLike: encoding, count: 1))
    return nil
  }
  var bytes = file.bytes
  var invalid: (first: Range<Int>, count: Int)?
  var control: (first: Range<Int>, count: Int)?
  var next: Int? = firstOddity
  while let offset = next {
    let oddity = oddity(at: offset, in: file.bytes)
    let range = offset..<offset + oddity.length
    if oddity.isUTF8 {
      control = (control?.first ?? range, (control?.count ?? 0) + 1)
      for index in range { bytes[index] = UInt8(ascii: " ") }
    } else {
      invalid = (invalid?.first ?? range, (invalid?.count ?? 0) + 1)
      for index in range { bytes[index] = UInt8(ascii: "?") }
    }
    next = file.bytes.withUnsafeBufferPointer { firstOddByte(in: $0, from: range.upperBound) }
  }
  if let invalid {
    let guess = likelyEncoding(of: file.bytes, from: invalid.first.lowerBound)
    diagnostics.append(.wrongEncoding(in: file, at: invalid.first, looksLike: guess, count: invalid.count))
  }
  if let control { diagnostics.append(.controlCharacter(in: file, at: control.first, count: control.count)) }
  return SourceFile(path: file.path, bytes: bytes)
}

/// The first byte that begins neither a valid UTF-8 sequence nor anything that may stand in a text.
private func firstOddByte(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  var index = start
  if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  while index < bytes.count {
    // Eight bytes at a time, up to the first that is not printable ASCII.
    if bytes.count - index >= 8, let base = bytes.baseAddress {
      let word = UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      let marked = unprintableBytes(of: word)
      if marked == 0 {
        index += 8
        continue
      }
      index += marked.trailingZeroBitCount / 8
    }
    let byte = bytes[index]
    if byte == 0xC3, index + 1 < bytes.count, bytes[index + 1] & 0xC0 == 0x80 {
      // å, ä, ö and é, by far the most common.
      index += 2
    } else if byte >= 0x20 && byte < 0x7F || byte == 0x0A {
      index += 1
    } else {
      let oddity = oddity(at: index, in: bytes)
      guard oddity.isText else { return index }
      index += oddity.length
    }
  }
  return nil
}

/// The high bit of every byte in a word that is below 0x20 or above 0x7E; what stands above the lowest marked byte may be wrong.
private func unprintableBytes(of word: UInt64) -> UInt64 {
  let high: UInt64 = 0x8080_8080_8080_8080
  let delete = word ^ 0x7F7F_7F7F_7F7F_7F7F
  return (word | (word &- 0x2020_2020_2020_2020) & ~word | (delete &- 0x0101_0101_0101_0101) & ~delete) & high
}

/// What stands at a byte: how long it is, whether it is UTF-8, and whether it may stand in a text.
private func oddity(at index: Int, in bytes: some RandomAccessCollection<UInt8>) -> (length: Int, isUTF8: Bool, isText: Bool) {
  func byte(_ offset: Int) -> UInt8 {
    let position = bytes.index(bytes.startIndex, offsetBy: index + offset)
    return position < bytes.endIndex ? bytes[position] : 0
  }
  let first = byte(0)
  switch first {
  case 0..<0x80:
    return (1, true, first >= 0x20 && first != 0x7F || first == 0x0A || first == 0x09 || first == 0x0D)
  case 0xC2...0xDF:
    guard byte(1) & 0xC0 == 0x80 else { return (1, false, false) }
    // U+0080 to U+009F are control characters, all but U+0085, a line break.
    return (2, true, first != 0xC2 || byte(1) >= 0xA0 || byte(1) == 0x85)
  case 0xE0...0xEF:
    let second = byte(1)
    let lowest: UInt8 = first == 0xE0 ? 0xA0 : 0x80
    let highest: UInt8 = first == 0xED ? 0x9F : 0xBF
    guard second >= lowest, second <= highest, byte(2) & 0xC0 == 0x80 else { return (1, false, false) }
    let isMark = first == 0xEF && (second == 0xBB && byte(2) == 0xBF || second == 0xBF && byte(2) >= 0xBE)
    return (3, true, !isMark && !isDirectionOrBreak(first, second, byte(2)))
  case 0xF0...0xF4:
    let second = byte(1)
    let lowest: UInt8 = first == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = first == 0xF4 ? 0x8F : 0xBF
    guard second >= lowest, second <= highest, byte(2) & 0xC0 == 0x80, byte(3) & 0xC0 == 0x80 else { return (1, false, false) }
    return (4, true, true)
  default:
    return (1, false, false)
  }
}

/// Whether three bytes are a line or paragraph separator or turn the direction of writing around (U+2028 to U+202E): nobody sees
/// them, and a text with them can look like another.
private func isDirectionOrBreak(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
  first == 0xE2 && second == 0x80 && 0xA8...0xAE ~= third
}

/// Whether something in a text may not stand in one, as it can where escapes wrote it.
func hasControlCharacters(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in firstOddByte(in: bytes, from: 0) != nil }
}

/// The name of the encoding, where the file begins as UTF-16 or UTF-32 text does.
private func utf16(_ bytes: [UInt8]) -> String? {
  guard bytes.count >= 2 else { return nil }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
  let head = bytes.prefix(32)
  let zeros = head.count { $0 == 0 }
  return head.count >= 4 && zeros * 3 >= head.count ? "UTF-16" : nil
}

/// The encoding in which the bytes that are not UTF-8 would be Swedish letters, or nil where none stands out.
private func likelyEncoding(of bytes: [UInt8], from start: Int) -> String? {
  // å ä ö Å Ä Ö é in each.
  let candidates: [(name: String, letters: [UInt8])] = [
    ("Windows-1252", [0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6, 0xE9, 0x94, 0x96, 0x93]),
    ("Mac Roman", [0x8C, 0x8A, 0x9A, 0x81, 0x80, 0x85, 0x8E]),
    ("DOS (850)", [0x86, 0x84, 0x94, 0x8F, 0x8E, 0x99, 0x82]),
  ]
  var scores = [0, 0, 0]
  for byte in bytes[start...].prefix(4096) where byte >= 0x80 {
    for index in candidates.indices where candidates[index].letters.contains(byte) { scores[index] += 1 }
  }
  guard let best = scores.max(), best > 0, let index = scores.firstIndex(of: best) else { return nil }
  return candidates[index].name
}
