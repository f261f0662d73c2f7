#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file or folder that is closed when it is no longer used.
struct Descriptor: ~Copyable, Sendable {
  /// The number the system gave it; below zero where opening failed.
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { if number >= 0 { close(number) } }

  var isOpen: Bool { number >= 0 }

  /// Opens `path`, taken relative to `folder`; look at `isOpen` and `errno`.
  static func open(_ path: String, in folder: Int32 = AT_FDCWD, _ flags: Int32, mode: mode_t = 0) -> Descriptor {
    Descriptor(openat(folder, path, flags | O_CLOEXEC, mode))
  }

  /// Opens a folder itself, not what a symbolic link leads to.
  static func openFolder(_ path: String, in folder: Int32 = AT_FDCWD) -> Descriptor {
    open(path, in: folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
  }

  /// Reads up to `count` bytes: fewer only at the end of the file, below zero with `errno` on failure.
  func fill(_ memory: UnsafeMutableRawPointer, _ count: Int) -> Int { readAll(memory, count, from: number) }

  /// Writes all bytes, or returns false with `errno`.
  func writeAll(_ bytes: UnsafeRawBufferPointer) -> Bool { SitePublishing.writeAll(bytes, to: number) }

  /// Closes a written file: false with `errno` where the system tells only now that it failed, as some do on full disks.
  consuming func finishWriting() -> Bool {
    let number = number
    discard self
    return close(number) == 0 || errno == EINTR
  }

  /// What the system knows about it, or nil with `errno`.
  var status: stat? {
    var status = stat()
    return fstat(number, &status) == 0 ? status : nil
  }
}

/// Reads up to `count` bytes of an open file: fewer only at its end, below zero with `errno` on failure.
package func readAll(_ memory: UnsafeMutableRawPointer, _ count: Int, from file: Int32) -> Int {
  var filled = 0
  while filled < count {
    let more = read(file, memory + filled, count - filled)
    if more == 0 { break }
    if more > 0 { filled += more } else if errno != EINTR { return -1 }
  }
  return filled
}

/// Writes all bytes to an open file, or returns false with `errno`.
package func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
  var rest = bytes
  while let base = rest.baseAddress, !rest.isEmpty {
    let count = write(file, base, rest.count)
    if count >= 0 { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) } else if errno != EINTR { return false }
  }
  return true
}

/// What the system knows about a path, or nil with `errno`; a symbolic link at its end is not followed.
func status(of path: UnsafePointer<CChar>, in folder: Int32 = AT_FDCWD) -> stat? {
  var status = stat()
  return fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
}

extension stat {
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  var isFile: Bool { st_mode & S_IFMT == S_IFREG }
  var isSymbolicLink: Bool { st_mode & S_IFMT == S_IFLNK }

  var modification: timespec {
    #if canImport(Darwin)
      st_mtimespec
    #else
      st_mtim
    #endif
  }

  /// Whether both are the same thing on disk, whatever path led to it.
  func isSame(as other: stat) -> Bool { st_dev == other.st_dev && st_ino == other.st_ino }
}
