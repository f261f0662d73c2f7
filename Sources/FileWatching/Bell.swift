#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ends a thread's waiting for good.
final class Bell: Sendable {
  let ear: Int32
  private let hammer: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    (ear, hammer) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    close(ear)
    close(hammer)
  }

  func ring() {
    var byte: UInt8 = 1
    _ = write(hammer, &byte, 1)
  }

  /// Waits for the bell or for a file to have something to read; at most so many milliseconds, -1 for ever.
  func wait(orFor descriptor: Int32 = -1, milliseconds: Int32) -> Wait {
    while true {
      var polled = [
        pollfd(fd: ear, events: Int16(POLLIN), revents: 0), pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&polled, 2, milliseconds)
      if count < 0, errno == EINTR { continue }
      if polled[0].revents != 0 { return .rung }
      return count > 0 ? .readable : .nothing
    }
  }

  enum Wait { case rung, readable, nothing }
}
