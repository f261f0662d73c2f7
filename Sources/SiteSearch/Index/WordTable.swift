/// Words and their numbers, counted from 0 in the order in which they came.
struct WordTable: Sendable {
  private var letters: [UInt8] = []
  private var starts: [Int32] = [0]
  /// The upper half of a word's hash, and under it its number and one; 0 where there is none.
  private var slots: [UInt64] = Array(repeating: 0, count: 1 << 12)

  var count: Int { starts.count - 1 }

  subscript(word: Int) -> ArraySlice<UInt8> { letters[Int(starts[word])..<Int(starts[word + 1])] }

  /// The word's number; a new one where it has none.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = WordTable.hash(word)
    let slot = place(of: word, hash)
    if slots[slot] != 0 { return Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1 }
    letters += word
    starts.append(Int32(letters.count))
    slots[slot] = (hash >> 32) << 32 | UInt64(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  mutating func insert(_ word: ArraySlice<UInt8>) -> Int { word.withUnsafeBufferPointer { insert($0) } }

  func find(_ word: ArraySlice<UInt8>) -> Int? {
    word.withUnsafeBufferPointer { word in
      let found = slots[place(of: word, WordTable.hash(word))]
      return found == 0 ? nil : Int(truncatingIfNeeded: found & 0xFFFF_FFFF) - 1
    }
  }

  @inline(__always)
  private func place(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0, slots[slot] >> 32 != hash >> 32 || !isEqual(Int(slots[slot] & 0xFFFF_FFFF) - 1, word) {
        slot = (slot + 1) & mask
      }
      return slot
    }
  }

  @inline(__always)
  private func isEqual(_ index: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[index])
    guard Int(starts[index + 1]) - start == word.count else { return false }
    return letters.withUnsafeBufferPointer { letters in
      for i in 0..<word.count where letters[start + i] != word[i] { return false }
      return true
    }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 4)
    for index in 0..<count {
      let slot = self[index].withUnsafeBufferPointer { word in
        let hash = WordTable.hash(word)
        return (place: place(of: word, hash), tag: (hash >> 32) << 32)
      }
      slots[slot.place] = slot.tag | UInt64(index + 1)
    }
  }

  /// A hash that no file depends on: eight letters at a time.
  @inline(__always)
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(word)
    var hash = UInt64(truncatingIfNeeded: bytes.count)
    var at = 0
    while at + 8 <= bytes.count {
      hash = (hash ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      at += 8
    }
    var rest: UInt64 = 0
    while at < bytes.count {
      rest = rest << 8 | UInt64(bytes[at])
      at += 1
    }
    hash = (hash ^ rest) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ hash >> 32
  }
}

/// Fowler, Noll and Vo's hash, version 1a, in 64 bits.
@inline(__always)
func fnv(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  bytes.withUnsafeBufferPointer { bytes in
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 29
  }
}

/// The hash of the script and of the index, in 32 bits, which JavaScript can count with.
@inline(__always)
func fnv32(_ bytes: some Sequence<UInt8>, from start: UInt32 = 0x811C_9DC5) -> UInt32 {
  var hash = start
  for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
  return hash
}
