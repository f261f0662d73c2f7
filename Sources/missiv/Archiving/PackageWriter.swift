import AuditModel
import Checksums
import Diagnostics
import SitePublishing
import ZIPFiles

/// Writes an archive package file by file: a bag (BagIt 1.0, RFC 8493) in a ZIP archive.
///
/// What is archived lies below `data/` and is named in `manifest-sha256.txt`; what describes it lies beside and is named in
/// `tagmanifest-sha256.txt`.
struct PackageWriter: ~Copyable {
  /// The folder that all lies in when the package is unpacked.
  let folder: String
  private let path: String
  private let file: OutputFile
  private var directory: ZIPDirectory
  private(set) var payload: [Manifest.Entry] = []
  private var tags: [Manifest.Entry] = []
  /// Of all files below `data/`, in bytes.
  private(set) var payloadSize = 0

  /// Begins a package at a path where there is nothing yet.
  init(_ path: String, folder: String, day: Day) throws(Failure) {
    self.path = path
    self.folder = folder
    let (year, month, day) = day.components
    directory = ZIPDirectory(year: year, month: month, day: day)
    do throws(OutputFile.Refusal) {
      file = try OutputFile(path)
    } catch {
      throw Failure.packageUnwritable(path, error)
    }
  }

  /// Adds a file below `data/`; its digest.
  @discardableResult
  mutating func add(_ name: String, _ bytes: [UInt8]) throws(Failure) -> SHA256.Digest {
    let entry = Manifest.Entry(path: "data/" + name, digest: SHA256.digest(of: bytes))
    payload.append(entry)
    payloadSize += bytes.count
    try store(entry.path, bytes)
    return entry.digest
  }

  /// Adds a file of the disk below `data/`; its digest. It is read twice, since its size and checksum stand before it.
  @discardableResult
  mutating func copy(_ source: String, to name: String) throws(Failure) -> SHA256.Digest {
    var (size, checksum) = (0, CRC32())
    var hash = SHA256()
    guard
      FileSystem.read(
        source,
        { piece in
          size += piece.count
          checksum.update(piece)
          hash.update(piece)
        }) == .done
    else { throw Failure.sourceUnreadable(source) }
    let entry = Manifest.Entry(path: "data/" + name, digest: hash.finish())
    let header = directory.header(of: folder + "/" + entry.path, size: size, checksum: checksum.checksum)
    var refusal: OutputFile.Refusal?
    let file = file
    try writing { () throws(OutputFile.Refusal) in try file.write(header) }
    let reading = FileSystem.read(source) { piece in
      hash.update(piece)
      do throws(OutputFile.Refusal) { if refusal == nil { try file.write(piece) } } catch { refusal = error }
    }
    if let refusal { throw Failure.packageUnwritable(path, refusal) }
    guard reading == .done, hash.finish() == entry.digest else { throw Failure.sourceUnreadable(source) }
    payload.append(entry)
    payloadSize += size
    return entry.digest
  }

  /// Adds a file that describes the package.
  mutating func describe(_ name: String, _ bytes: [UInt8]) throws(Failure) {
    tags.append(Manifest.Entry(path: name, digest: SHA256.digest(of: bytes)))
    try store(name, bytes)
  }

  /// Ends the package with its manifests and puts it in its place; the digest and the size of the whole file.
  consuming func finish(_ info: [(label: String, value: String)]) throws(Failure) -> (digest: SHA256.Digest, size: Int) {
    try describe(Bag.manifest, Manifest(entries: sorted(payload)).bagBytes)
    let info = info + [("Payload-Oxum", "\(payloadSize).\(payload.count)")]
    try describe(
      "bag-info.txt",
      Array(info.map { "\($0.label): \($0.value.split(whereSeparator: \.isNewline).joined(separator: " "))\n" }.joined().utf8))
    try store(Bag.tagManifest, Manifest(entries: sorted(tags)).bagBytes)
    let (file, directory) = (file, directory)
    do throws(OutputFile.Refusal) {
      try file.write(directory.end())
      return (try file.finish(), file.size)
    } catch {
      throw Failure.packageUnwritable(path, error)
    }
  }

  private func sorted(_ entries: [Manifest.Entry]) -> [Manifest.Entry] {
    entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func store(_ name: String, _ bytes: [UInt8]) throws(Failure) {
    let header = directory.header(of: folder + "/" + name, size: bytes.count, checksum: CRC32.checksum(of: bytes))
    let file = file
    try writing { () throws(OutputFile.Refusal) in
      try file.write(header)
      try file.write(bytes)
    }
  }

  private func writing(_ body: () throws(OutputFile.Refusal) -> Void) throws(Failure) {
    do throws(OutputFile.Refusal) { try body() } catch { throw Failure.packageUnwritable(path, error) }
  }
}

/// The names of BagIt (RFC 8493).
enum Bag {
  static let declaration = "bagit.txt"
  static let manifest = "manifest-sha256.txt"
  static let tagManifest = "tagmanifest-sha256.txt"
}

extension Failure {
  fileprivate static func sourceUnreadable(_ path: String) -> Failure {
    Failure(
      Wording(
        sv: "\(path) ändrades eller kunde inte läsas. Inget arkivpaket har gjorts. Försök igen.",
        en: "\(path) was changed or could not be read. No archive package was made. Try again."))
  }

  fileprivate static func packageUnwritable(_ path: String, _ refusal: OutputFile.Refusal) -> Failure {
    let reason = FileSystem.description(of: refusal.number)
    return Failure(
      Wording(
        sv: "\(path) kunde inte skrivas (\(reason.sv)). Inget arkivpaket har gjorts. Frigör utrymme eller ange en annan plats.",
        en: "\(path) could not be written (\(reason.en)). No archive package was made. Free some space or name another place."))
  }
}
