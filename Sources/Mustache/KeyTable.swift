/// A key of a template with its hash, made once when the template is compiled.
struct Key: Sendable, Hashable {
  let name: String
  let hash: UInt64

  init(_ name: String) {
    self.name = name
    self.hash = Key.hash(of: name)
  }

  /// FNV-1a over the bytes: the same in every run, unlike `Hasher`.
  static func hash(of name: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}

/// From a key to the place of its field, by open addressing: a look-up is a few nanoseconds and allocates nothing.
struct KeyTable: Sendable {
  private let slots: [(hash: UInt64, field: Int32)]
  private let mask: Int
  private let names: [String]

  init(_ names: [String]) {
    var capacity = 4
    while capacity < names.count * 2 { capacity *= 2 }
    var slots = [(hash: UInt64, field: Int32)](repeating: (0, -1), count: capacity)
    for (field, name) in names.enumerated() {
      let hash = Key.hash(of: name)
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while slots[slot].field >= 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = (hash, Int32(field))
    }
    self.slots = slots
    self.mask = capacity - 1
    self.names = names
  }

  func field(_ key: Key) -> Int? {
    var slot = Int(truncatingIfNeeded: key.hash) & mask
    while slots[slot].field >= 0 {
      let field = Int(slots[slot].field)
      if slots[slot].hash == key.hash, names[field] == key.name { return field }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
