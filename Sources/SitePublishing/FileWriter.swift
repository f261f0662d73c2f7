public import Checksums
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes files of a site that is being published; for one task at a time, since it uses its memory again and again.
///
/// Paths are relative to the site's root, with `/` between their parts. Each may be written once.
/// Rights of files and folders are what the user's `umask` leaves of reading and writing for all.
public final class FileWriter {
  let publication: Publication
  let ledger: Ledger
  /// The path that is being written.
  let path = PathBuffer()
  /// Memory for comparing and copying piece by piece.
  let pieces = (0..<2).map { _ in UnsafeMutableRawPointer.allocate(byteCount: FileWriter.pieceSize, alignment: 64) }
  static let pieceSize = 128 * 1024
  private var hash = SHA256()

  init(_ publication: Publication, _ ledger: Ledger) {
    self.publication = publication
    self.ledger = ledger
  }

  deinit { for piece in pieces { piece.deallocate() } }

  /// Takes the bytes over into the site as the file `path`.
  /// - Parameter key: tells what the bytes were made of, for a later build that makes a file of the same (`takeOver`).
  public func write(path: String, bytes: [UInt8], madeOf key: SHA256.Digest? = nil) throws(PublishingError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(PublishingError) in try write(path: path, bytes: bytes, madeOf: key) }
  }

  /// Takes the bytes over into the site as the file `path`; they are read during the call only.
  public func write(
    path: String, bytes: UnsafeBufferPointer<UInt8>, madeOf key: SHA256.Digest? = nil
  ) throws(PublishingError) {
    try begin(path)
    let bytes = UnsafeRawBufferPointer(bytes)
    hash.update(bytes)
    let digest = hash.finish()
    let old = try openOldFile()
    if old.size == bytes.count, old.holds(bytes, reading: pieces[0]) { return keep(old.identity, digest, madeOf: key) }
    let new = try createFile()
    guard new.writeAll(bytes) else { throw failure() }
    try finish(new, digest, key, size: bytes.count, replacing: old.exists)
  }

  /// Copies an attachment into the site as the file `path`. It is never a link, even if it became one after it was listed.
  public func copy(from source: String, to path: String) throws(PublishingError) {
    try begin(path)
    let file = Descriptor.open(source, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    guard file.isOpen, let status = file.status else { throw .system(source, errno) }
    guard status.isFile else { throw .system(source, status.isFolder ? EISDIR : EINVAL) }
    let old = try openOldFile()
    if old.size == Int(status.st_size), old.holds(file, hashing: &hash, reading: pieces[0], pieces[1]) {
      return keep(old.identity, hash.finish())
    }
    guard lseek(file.number, 0, SEEK_SET) == 0 else { throw .system(source, errno) }
    _ = hash.finish()
    let new = try createFile()
    let (size, digest) = try copyAll(from: file, named: source, to: new)
    try finish(new, digest, nil, size: size, replacing: old.exists)
  }

  func begin(_ path: String) throws(PublishingError) {
    if publication.hasEnded { throw .publicationHasEnded }
    try self.path.load(path)
  }

  /// Ends a file of which all is written, and notes it.
  func finish(
    _ new: consuming Descriptor, _ digest: SHA256.Digest, _ key: SHA256.Digest?, size: Int, replacing: Bool
  ) throws(PublishingError) {
    let identity = new.status.map(FileIdentity.init) ?? FileIdentity()
    guard new.finishWriting() else { throw failure() }
    ledger.entries.withLock {
      $0.files.append(path.bytes, digest, identity, key, isKept: false)
      $0.written += 1
      $0.replaced += replacing ? 1 : 0
      $0.bytes += size
    }
  }

  /// The system's refusal of what was tried last with the current path.
  func failure() -> PublishingError { .system(path.text, errno) }

  /// Copies and hashes all of a file.
  func copyAll(
    from source: borrowing Descriptor, named name: String, to new: borrowing Descriptor
  ) throws(PublishingError) -> (size: Int, digest: SHA256.Digest) {
    var size = 0
    while true {
      let count = source.fill(pieces[0], Self.pieceSize)
      if count == 0 { return (size, hash.finish()) }
      guard count > 0 else { throw .system(name, errno) }
      let piece = UnsafeRawBufferPointer(start: pieces[0], count: count)
      hash.update(piece)
      guard new.writeAll(piece) else { throw failure() }
      size += count
    }
  }
}
