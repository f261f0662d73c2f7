public import Checksums

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file of the site that is written piece by piece, since it may be larger than there is memory for.
///
/// As long as the pieces are what the old site's file has, nothing is written. The writer can write no other file meanwhile.
public final class FileInPieces {
  private let writer: FileWriter
  private let old: OldFile
  private var new = Descriptor(-1)
  private var size = 0
  private var hash = SHA256()
  /// What went wrong, for `finish` to tell.
  private var error: PublishingError?

  fileprivate init(_ path: String, _ writer: FileWriter) {
    self.writer = writer
    do throws(PublishingError) {
      try writer.begin(path)
      old = try writer.openOldFile()
    } catch {
      old = OldFile()
      self.error = error
    }
  }

  /// Appends some bytes; what goes wrong is told at the end.
  public func append(_ bytes: [UInt8]) {
    guard error == nil else { return }
    do throws(PublishingError) {
      try bytes.withUnsafeBufferPointer { (bytes) throws(PublishingError) in try append(UnsafeRawBufferPointer(bytes)) }
    } catch {
      self.error = error
    }
  }

  private func append(_ bytes: UnsafeRawBufferPointer) throws(PublishingError) {
    hash.update(bytes)
    let isKnown = !new.isOpen && bytes.count <= old.size - size && old.holds(bytes, reading: writer.pieces[0])
    if !isKnown {
      try makeNew()
      guard new.writeAll(bytes) else { throw writer.failure() }
    }
    size += bytes.count
  }

  /// Makes the new file, with what has been the same until here.
  private func makeNew() throws(PublishingError) {
    if new.isOpen { return }
    new = try writer.createFile()
    guard size > 0 else { return }
    guard lseek(old.file.number, 0, SEEK_SET) == 0 else { throw writer.failure() }
    var rest = size
    while rest > 0 {
      let count = min(rest, FileWriter.pieceSize)
      guard old.file.fill(writer.pieces[0], count) == count else { throw .outputWasChanged(writer.publication.output.path) }
      guard new.writeAll(UnsafeRawBufferPointer(start: writer.pieces[0], count: count)) else { throw writer.failure() }
      rest -= count
    }
    // What was compared is what was copied.
    guard old.file.status.map(FileIdentity.init) == old.identity else { throw .outputWasChanged(writer.publication.output.path) }
  }

  /// Takes the file over into the site.
  /// - Parameter key: tells what the bytes were made of, for a later build that makes a file of the same (`takeOver`).
  public func finish(madeOf key: SHA256.Digest?) throws(PublishingError) {
    if let error { throw error }
    let digest = hash.finish()
    if !new.isOpen, old.size == size { return writer.keep(old.identity, digest, madeOf: key) }
    try makeNew()
    var file = Descriptor(-1)
    swap(&file, &new)
    try writer.finish(file, digest, key, size: size, replacing: old.exists)
  }
}

extension FileWriter {
  /// Begins the file `path`, for which nothing need be in memory as a whole.
  public func inPieces(_ path: String) -> FileInPieces { FileInPieces(path, self) }
}
