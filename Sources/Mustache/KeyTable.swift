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
///
/// Rendering compares only the 64-bit hashes. That is safe: two fields of one shape never share a hash (they are refused), and a
/// template's keys were compared by name when the template was checked. Whoever makes a table frees it.
struct KeyTable: @unchecked Sendable {
  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int

  private struct Slot {
    var hash: UInt64
    var field: Int
  }

  init(_ names: [String]) {
    var capacity = 4
    while capacity < names.count * 2 { capacity *= 2 }
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(hash: 0, field: -1), count: capacity)
    mask = capacity - 1
    for (field, name) in names.enumerated() {
      let hash = Key.hash(of: name)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot].field >= 0 {
        precondition(slots[slot].hash != hash, "A shape has each field once.")
        slot = (slot + 1) & mask
      }
      slots[slot] = Slot(hash: hash, field: field)
    }
  }

  func free() { slots.deallocate() }

  /// The place of the field whose name has that hash, or nil where there is none.
  @inline(__always)
  func field(_ hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].field >= 0 {
      if slots[slot].hash == hash { return slots[slot].field }
      slot = (slot + 1) & mask
    }
    return nil
  }
}

extension Shape {
  /// The field of that name, for checking; rendering goes by the hash alone.
  func field(named key: Key) -> Field? {
    guard let index = table.field(key.hash), fields[index].name == key.name else { return nil }
    return fields[index]
  }
}
