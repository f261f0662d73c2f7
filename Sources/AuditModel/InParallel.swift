import Dispatch
import Synchronization

/// What some pieces of work make, in their order, whichever thread made which.
/// - Parameter jobs: how many threads may work; with one, everything is done on this one.
package func inParallel<Value: Sendable>(_ pieces: Int, jobs: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
  guard jobs > 1, pieces > 1 else { return (0..<pieces).map(work) }
  let shared = SharedWork<Value>(pieces)
  DispatchQueue.concurrentPerform(iterations: min(jobs, pieces)) { _ in shared.take(work) }
  return shared.made
}

/// Pieces of work that several threads do, each the next one that nobody has begun.
package final class SharedWork<Value: Sendable>: Sendable {
  private let values: Mutex<[Value?]>
  private let next = Atomic(0)
  private let count: Int

  package init(_ count: Int) {
    self.count = count
    values = Mutex([Value?](repeating: nil, count: count))
  }

  /// Does pieces until all have been begun. For each of the threads.
  package func take(_ work: @Sendable (Int) -> Value) {
    while true {
      let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if piece >= count { return }
      let value = work(piece)
      values.withLock { $0[piece] = value }
    }
  }

  /// What the pieces made, in their order, when all threads have ended.
  package var made: [Value] { values.withLock { $0 }.compactMap { $0 } }
}

/// Two values, made at the same time where two threads may work.
package func inParallel<A: Sendable, B: Sendable>(
  jobs: Int, _ first: @Sendable () -> A, _ second: @Sendable () -> B
) -> (A, B) {
  guard jobs > 1 else { return (first(), second()) }
  let a = Mutex<A?>(nil)
  let b = Mutex<B?>(nil)
  DispatchQueue.concurrentPerform(iterations: 2) { piece in
    if piece == 0 {
      let value = first()
      a.withLock { $0 = value }
    } else {
      let value = second()
      b.withLock { $0 = value }
    }
  }
  // Each was made, since the work of both has ended.
  return (a.withLock { $0 } ?? first(), b.withLock { $0 } ?? second())
}

extension RandomAccessCollection where Self: Sendable, Index == Int, Element: Sendable {
  /// The same as `map`, in parts of the same size.
  package func mapInParallel<Value: Sendable>(jobs: Int, _ transform: @Sendable (Element) -> Value) -> [Value] {
    // Less is done sooner than handed out.
    let parts = Swift.min(jobs, count / 1000)
    guard parts > 1 else { return map(transform) }
    return inParallel(parts, jobs: jobs) { part in
      self[startIndex + count * part / parts..<startIndex + count * (part + 1) / parts].map(transform)
    }.flatMap { $0 }
  }
}
