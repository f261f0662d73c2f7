import CMemory
package import Checksums
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How files get into the new site that an earlier build made of the same.
extension FileWriter {
  /// Takes the old site's file `path` over, unread, if the last build made it of the same and nobody has touched it since.
  /// - Parameter key: tells what the file would be made of.
  /// - Returns: false where it has to be made anew.
  package func takeOver(_ path: String, madeOf key: SHA256.Digest, from last: SiteSnapshot) throws(PublishingError) -> Bool {
    try begin(path)
    let root = publication.output.current.number
    guard root >= 0, let file = last.files.file(at: self.path.bytes), last.files.keys[file] == key,
      let identity = last.identity(of: file, self.path.pointer, in: root)
    else { return false }
    keep(identity, last.files.digests[file], madeOf: key)
    return true
  }
}

extension Publication {
  /// Takes over all files that the last build had in a folder and made of the same; false where there are none, or something else
  /// has become of one of them.
  package func takeOver(allIn folder: String, madeOf key: SHA256.Digest, from last: SiteSnapshot) throws(PublishingError) -> Bool
  {
    let files = last.files.files(in: folder).filter { last.files.keys[$0] == key }
    if files.isEmpty { return false }
    let paths = files.map { String(decoding: last.files.path($0), as: UTF8.self) }
    guard zip(files, paths).allSatisfy({ last.identity(of: $0, $1, in: output.current.number) != nil }) else { return false }
    let writer = writer()
    for path in paths {
      guard try writer.takeOver(path, madeOf: key, from: last) else { throw .outputWasChanged(output.path) }
    }
    return true
  }

  /// The bytes of a file in the output as the last build published it; nil where that build had none at the path. Fails where the file is
  /// another now or cannot be read.
  package func published(_ path: String, of last: SiteSnapshot) throws(PublishingError) -> [UInt8]? {
    guard let number = last.files.file(at: path) else { return nil }
    let root = output.current.number
    let file = Descriptor.open(path, in: root, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    guard file.isOpen, let status = file.status, status.isFile else { throw .outputWasChanged(output.path) }
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      missiv_expect_use(buffer.baseAddress, size)
      if let start = buffer.baseAddress { count = max(0, file.fill(start, size)) }
    }
    // Looked at when it was read, so that nobody wrote to it meanwhile.
    guard bytes.count == size, let now = file.status, last.isAsPublished(number, now, in: root) else {
      throw .outputWasChanged(output.path)
    }
    return bytes
  }

  /// Takes over, as they stand, all files of the last build that are not written. That they are as they were shows when the site
  /// is completed, which fails otherwise.
  /// - Parameter gone: the paths of those that the new site does not have.
  /// - Parameter folder: whose files no later build is to take over by what they were made of.
  package func takeOverRest(of last: SiteSnapshot, without gone: Set<String> = [], forgettingKeysIn folder: String) {
    let numbers = gone.compactMap { last.files.file(at: $0) }
    rest.withLock { $0 = NewSite.Rest(last: last, gone: Set(numbers), forgotten: last.files.files(in: folder)) }
  }
}
