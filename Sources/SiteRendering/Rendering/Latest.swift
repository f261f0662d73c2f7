import Synchronization

/// What was made last for some of many things. Files that need the same are made one after the other, each by some thread.
final class Latest<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let slots = (0..<32).map { _ in Slot() }

  private final class Slot: Sendable {
    let last = Mutex<(key: Key, value: Value)?>(nil)
  }

  /// - Parameter place: tells things apart that are asked for at the same time.
  func value(of key: Key, at place: Int, make: () -> Value) -> Value {
    let slot = slots[place % slots.count]
    if let known = slot.last.withLock({ $0?.key == key ? $0?.value : nil }) { return known }
    let value = make()
    slot.last.withLock { $0 = (key, value) }
    return value
  }
}
