import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files that could not be read again when they were needed, or had changed since they were checked: a page that they are on
/// is not to be published.
final class ReadingLosses: Sendable {
  private let paths = Mutex<Set<String>>([])
  /// What was read on each thread, where somebody asked for it.
  private let readings = Mutex<[UInt: Set<String>]>([:])
  private let looseTexts = Atomic(false)

  /// Whether a file showed a text that is not the one of its page.
  var hasLooseTexts: Bool { looseTexts.load(ordering: .relaxed) }

  func noteLooseText() { looseTexts.store(true, ordering: .relaxed) }

  /// Notes that a file is lost.
  func note(_ path: String) { paths.withLock { _ = $0.insert(path) } }

  /// Notes that a running text is read, on this thread.
  func noteReading(_ path: String) {
    let thread = ReadingLosses.thread
    readings.withLock { if $0[thread] != nil { $0[thread]?.insert(path) } }
  }

  /// The running texts that were read on this thread while something was done.
  func textsRead(during body: () -> Void) -> Set<String> {
    let thread = ReadingLosses.thread
    readings.withLock { $0[thread] = [] }
    body()
    return readings.withLock { $0.removeValue(forKey: thread) } ?? []
  }

  private static var thread: UInt {
    #if canImport(Glibc)
      UInt(pthread_self())
    #else
      UInt(bitPattern: pthread_self())
    #endif
  }

  /// The first of the lost files, in the order of paths.
  var first: String? { paths.withLock { $0.min { $0.utf8.lexicographicallyPrecedes($1.utf8) } } }
}
