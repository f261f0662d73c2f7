import AuditModel
import Checksums
import Diagnostics
import SitePublishing
import SiteRendering

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Something to be noted in the content folder when a site is published.
enum RegisterNote {
  /// Addresses, in the register at a path.
  case addresses([String], in: String)
  /// A register as it is to be, in place of the one that the build has read.
  case file(RegisterFile, at: String)

  var path: String {
    switch self {
    case .addresses(_, let path), .file(_, let path): path
    }
  }

  /// What is to stand in the register, or nil where nothing is new. Another build may have written to it since this one read the
  /// content: addresses are added to what there is, and anything else has to be worked out anew.
  func bytes(_ before: [UInt8]?) throws(Failure) -> [UInt8]? {
    switch self {
    case .addresses(let addresses, let path):
      let known = before.map { AddressRegister.read(SourceFile(path: path, bytes: $0)).value } ?? AddressRegister()
      return known.adding(addresses)
    case .file(let file, let path):
      if before ?? [] == file.old { return file.new }
      throw Failure(
        Wording(
          sv: "\(path) har ändrats medan bygget pågick. Ingenting har publicerats. Bygg igen.",
          en: "\(path) has changed during the build. Nothing was published. Build again."))
    }
  }
}

/// A register that a build has written, with what it held before; nil where there was none.
struct WrittenRegister {
  let path: String
  let before: [UInt8]?
  let after: SHA256.Digest
}

extension Publication {
  /// Publishes the site and notes in the registers what is new, or does neither.
  ///
  /// The registers come first. A program that is killed between the two leaves addresses noted that the next build publishes;
  /// the other way round, addresses would be published that nothing watches over. As long as the output is locked, so are the
  /// registers, so they are read again.
  func publish(noting notes: [RegisterNote]) throws(Failure) -> (report: PublicationReport, written: [WrittenRegister]) {
    if notes.isEmpty { return (try catching { () throws(PublishingError) in try publish() }, []) }
    try catching { () throws(PublishingError) in try complete() }
    var written: [WrittenRegister] = []
    func takeBack() {
      for register in written.reversed() {
        if let before = register.before { _ = FileSystem.replace(before, at: register.path) } else { unlink(register.path) }
      }
    }
    do throws(Failure) {
      for note in notes {
        unlink(FileSystem.neighbour(of: note.path))
        let before = FileSystem.read(note.path)
        if before == nil, errno != ENOENT { throw unwritable(note.path, errno) }
        guard let after = try note.bytes(before) else { continue }
        if let error = FileSystem.replace(after, at: note.path) { throw unwritable(note.path, error) }
        written.append(WrittenRegister(path: note.path, before: before, after: SHA256.digest(of: after)))
      }
      return (try catching { () throws(PublishingError) in try publish() }, written)
    } catch {
      // While the output is still locked, where it is.
      takeBack()
      abandon()
      throw error
    }
  }

  /// Gives up because of the register.
  private func unwritable(_ register: String, _ error: CInt) -> Failure {
    let reason = FileSystem.description(of: error)
    return Failure(
      Wording(
        sv: "\(register) kunde inte skrivas (\(reason.sv)). Ingenting har publicerats, för det som är nytt ska vara "
          + "noterat innan det är publicerat. Gör filen möjlig att skriva och bygg igen.",
        en: "\(register) could not be written (\(reason.en)). Nothing was published, since what is new is to be noted "
          + "before it is published. Make the file writable and build again."))
  }
}
