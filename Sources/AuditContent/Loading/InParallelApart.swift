import AuditModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What `inParallel` makes, on new threads that end with it.
///
/// On Linux what such threads leave lies in memory apart from that of all others. When it is given up, nothing that was made
/// since lies between, and the system gets it back.
func inParallelApart<Value: Sendable>(_ pieces: Int, jobs: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
  let shared = SharedWork<Value>(pieces)
  onNewThreads(min(jobs, pieces)) { shared.take(work) }
  return shared.made
}

/// Does some work on several new threads at the same time, or on this one where there are none to be had. Returns when all have
/// ended.
private func onNewThreads(_ count: Int, _ work: @Sendable () -> Void) {
  withoutActuallyEscaping(work) { work in
    let work = Work(work)
    let threads = (0..<count).compactMap { _ in work.start() }
    if threads.isEmpty { work.run() }
    for thread in threads { pthread_join(thread, nil) }
  }
}

private final class Work: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }

  /// The thread that does it, which is to be waited for; nil where the system has none.
  func start() -> pthread_t? {
    var thread: pthread_t? = nil
    let this = Unmanaged.passRetained(self).toOpaque()
    #if canImport(Glibc)
      var made = pthread_t()
      let failed = pthread_create(&made, nil, { Work.take($0) }, this)
      thread = made
    #else
      let failed = pthread_create(&thread, nil, { Work.take($0) }, this)
    #endif
    if failed == 0 { return thread }
    Unmanaged<Work>.fromOpaque(this).release()
    return nil
  }

  private static func take(_ this: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let this { Unmanaged<Work>.fromOpaque(this).takeRetainedValue().run() }
    return nil
  }
}
