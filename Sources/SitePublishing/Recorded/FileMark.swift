package import Checksums

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What tells whether a file or a folder is as it was when it was looked at, without reading it.
///
/// Whoever writes to a file changes its times, and nobody can set back the time at which the system noted the change. Only a
/// change within the same instant, as coarse as the file system counts, leaves the mark as it was: see `isFresh`.
package struct FileMark: Sendable {
  /// Made of all that the system knows that a change would change: device, inode, rights, size, and both times.
  package let value: UInt64
  /// Of the last change, in nanoseconds since 1970.
  private let changed: Int64
  private let isCoarse: Bool

  init(_ status: stat) {
    var mix = StatusMix()
    let (content, entry) = (status.modification, status.entryChange)
    mix.add(Int(truncatingIfNeeded: status.st_dev))
    mix.add(Int(truncatingIfNeeded: status.st_ino))
    mix.add(Int(status.st_mode))
    mix.add(Int(status.st_size))
    for time in [content.tv_sec, content.tv_nsec, entry.tv_sec, entry.tv_nsec] { mix.add(Int(time)) }
    value = mix.value
    changed = max(Instant(content).nanoseconds, Instant(entry).nanoseconds)
    isCoarse = content.tv_nsec == 0 || entry.tv_nsec == 0
  }

  /// The mark of what is at a path, or nil with `errno`.
  package init?(_ path: UnsafePointer<CChar>, in folder: Int32 = AT_FDCWD, followsLinks: Bool = false) {
    var status = stat()
    guard fstatat(folder, path, &status, followsLinks ? 0 : AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    self.init(status)
  }

  /// Whether it was changed so shortly before an instant that another change could bear the same time. Its contents have to be
  /// compared then, as git does with files that are "racily clean".
  package func isFresh(at instant: Instant) -> Bool {
    changed >= instant.nanoseconds - (isCoarse ? 3_000_000_000 : 50_000_000)
  }
}

/// What the system knows of a file, mixed into one number.
struct StatusMix {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func add(_ word: Int) {
    value = (value ^ UInt64(bitPattern: Int64(word))) &* 0xBF58_476D_1CE4_E5B9
    value ^= value >> 29
  }
}

/// A point in time of the system's clock.
package struct Instant: Sendable {
  /// Since 1970.
  let nanoseconds: Int64

  fileprivate init(_ time: timespec) {
    let (whole, overflows) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    nanoseconds = overflows ? .max : whole &+ Int64(time.tv_nsec)
  }

  package static var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(time)
  }
}

extension stat {
  /// When anything about the file changed last, its contents, name or rights.
  fileprivate var entryChange: timespec {
    #if canImport(Darwin)
      st_ctimespec
    #else
      st_ctim
    #endif
  }
}

/// The digest of the file at a path, or nil where it cannot be read to its end.
package func digest(ofFileAt path: String, in folder: Int32 = AT_FDCWD) -> SHA256.Digest? {
  digest(of: Descriptor.open(path, in: folder, O_RDONLY | O_NONBLOCK))
}
