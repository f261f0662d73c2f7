/// Words and their numbers, counted from 0 in the order in which they came.
struct WordTable {
  private var letters: [UInt8] = []
  private var starts: [Int32] = [0]
  private var slots: [Int32] = Array(repeating: -1, count: 1 << 12)

  var count: Int { starts.count - 1 }

  subscript(word: Int) -> ArraySlice<UInt8> { letters[Int(starts[word])..<Int(starts[word + 1])] }

  /// The word's number; a new one where it has none.
  mutating func insert(_ word: ArraySlice<UInt8>) -> Int {
    var slot = place(of: word)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    if count * 2 > slots.count {
      grow()
      slot = place(of: word)
    }
    slots[slot] = Int32(count)
    letters += word
    starts.append(Int32(letters.count))
    return count - 1
  }

  func find(_ word: ArraySlice<UInt8>) -> Int? {
    let found = slots[place(of: word)]
    return found < 0 ? nil : Int(found)
  }

  private func place(of word: ArraySlice<UInt8>) -> Int {
    var slot = Int(truncatingIfNeeded: fnv(word)) & (slots.count - 1)
    while slots[slot] >= 0, !isEqual(Int(slots[slot]), word) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  @inline(__always)
  private func isEqual(_ index: Int, _ word: ArraySlice<UInt8>) -> Bool {
    let start = Int(starts[index])
    let length = Int(starts[index + 1]) - start
    guard length == word.count else { return false }
    return letters.withUnsafeBufferPointer { letters in
      word.withUnsafeBufferPointer { word in
        for i in 0..<length where letters[start + i] != word[i] { return false }
        return true
      }
    }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 4)
    for index in 0..<count { slots[place(of: self[index])] = Int32(index) }
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
