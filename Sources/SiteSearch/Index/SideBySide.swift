import Dispatch
import Synchronization

/// Does pieces of work side by side, and writes the files that each makes with the writer of its task; stops at the first error.
///
/// - Parameters:
///   - state: what every task begins with and keeps from one piece to its next.
///   - version: what the weights of the files are added to.
///   - work: makes a piece.
/// - Returns: what the pieces came to, in their order, each with its task, and what the tasks kept.
func sideBySide<Value: Sendable, State: Sendable, Failure: Error>(
  _ pieces: Int, _ jobs: Int, _ writer: @Sendable () -> (_ file: IndexFile) throws(Failure) -> Void, _ state: State,
  _ version: inout UInt64,
  work: @Sendable (_ piece: Int, _ state: inout State) -> (Value, [IndexFile])
) throws(Failure) -> (results: [(value: Value, task: Int)], states: [State]) {
  let outcome = Mutex<(results: [(value: Value, task: Int)?], states: [State], version: UInt64, failure: Failure?)>(
    (Array(repeating: nil, count: pieces), Array(repeating: state, count: jobs), 0, nil))
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: jobs) { task in
    var state = state
    var version: UInt64 = 0
    do throws(Failure) {
      let write = writer()
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if number >= pieces || outcome.withLock({ $0.failure != nil }) { break }
        let (value, files) = work(number, &state)
        for file in files {
          version &+= file.weight
          try write(file)
        }
        outcome.withLock { $0.results[number] = (value, task) }
      }
    } catch {
      outcome.withLock { if $0.failure == nil { $0.failure = error } }
    }
    outcome.withLock { [state] in
      $0.states[task] = state
      $0.version &+= version
    }
  }
  let (results, states, sum, failure) = outcome.withLock { $0 }
  if let failure { throw failure }
  version &+= sum
  return (results.compactMap { $0 }, states)
}
