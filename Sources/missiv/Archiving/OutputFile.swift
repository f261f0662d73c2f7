import Checksums
import SitePublishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A large file that is written piece by piece under another name, and gets its own when it is whole.
final class OutputFile {
  private let path: String
  private let neighbour: String
  private let descriptor: CInt
  private var hash = SHA256()
  private var pending: [UInt8] = []
  private var isFinished = false
  /// In bytes.
  private(set) var size = 0

  /// The system's refusal, by its number.
  struct Refusal: Error { let number: CInt }

  init(_ path: String) throws(Refusal) {
    self.path = path
    neighbour = FileSystem.neighbour(of: path)
    unlink(neighbour)
    descriptor = open(neighbour, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Refusal(number: errno) }
  }

  /// What is not whole is removed.
  deinit {
    if descriptor >= 0, !isFinished {
      close(descriptor)
      unlink(neighbour)
    }
  }

  func write(_ bytes: some Sequence<UInt8>) throws(Refusal) {
    pending += bytes
    if pending.count >= 1 << 20 { try flush() }
  }

  private func flush() throws(Refusal) {
    guard pending.withUnsafeBytes({ writeAll($0, to: descriptor) }) else { throw Refusal(number: errno) }
    pending.withUnsafeBytes { hash.update($0) }
    size += pending.count
    pending.removeAll(keepingCapacity: true)
  }

  /// Puts the file in its place, unless one is there already; the digest of all that was written.
  func finish() throws(Refusal) -> SHA256.Digest {
    try flush()
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw Refusal(number: errno) }
    isFinished = true
    guard close(descriptor) == 0, link(neighbour, path) == 0 || (errno != EEXIST && rename(neighbour, path) == 0) else {
      let number = errno
      unlink(neighbour)
      throw Refusal(number: number)
    }
    unlink(neighbour)
    return hash.finish()
  }
}
