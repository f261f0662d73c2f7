/// Tells when something below some folders changes: a file written, moved or removed, a folder made.
///
/// The system tells where it can (inotify on Linux); elsewhere, and where it will not watch so many folders, the folders are
/// looked through twice a second. Hidden files and folders are left alone. A folder need not exist yet.
public final class FolderWatcher: Sendable {
  /// What has changed since the last answer.
  public struct Change: Sendable, Equatable {
    /// Files and folders that are new, changed or gone, each as its watched folder was named with what follows in it.
    public var paths: Set<String> = []
    /// False where the system lost count: anything may have changed.
    public var isComplete = true

    var isEmpty: Bool { paths.isEmpty && isComplete }
  }

  public enum Method: Sendable {
    /// As the system tells, or else by looking.
    case automatic
    case polling(every: Duration)
  }

  private let bell: Bell
  private let source: any ChangeSource

  public init(_ folders: [String], method: Method = .automatic) {
    let bell = Bell()
    self.bell = bell
    switch method {
    case .polling(let interval): source = PollingSource(folders, every: interval, bell: bell)
    case .automatic:
      #if canImport(Glibc)
        source = NotifySource(folders, bell: bell) ?? PollingSource(folders, every: .milliseconds(500), bell: bell)
      #else
        source = PollingSource(folders, every: .milliseconds(500), bell: bell)
      #endif
    }
  }

  /// Waits until something has changed and a moment has passed without more, since editors save in several steps. Nil once
  /// `stop` was called. For one thread.
  public func next() -> Change? { source.next() }

  /// Ends `next`. May be called from any thread.
  public func stop() { bell.ring() }
}

/// A way of finding changes.
protocol ChangeSource: Sendable {
  func next() -> FolderWatcher.Change?
}

/// A name that systems and editors hide.
func isHidden(_ name: some StringProtocol) -> Bool { name.utf8.first == UInt8(ascii: ".") }
