import AuditModel
import Diagnostics
import SitePublishing
import SiteRendering

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Publication {
  /// Publishes the site and notes its addresses in the register at `register`, or does neither; nil where nothing is to be noted.
  ///
  /// The register comes first. A program that is killed between the two leaves addresses noted that the next build publishes;
  /// the other way round, addresses would be published that nothing watches over. As long as the output is locked, so is the
  /// register: another build may have written to it since this one read the content, so it is read again.
  func publish(noting addresses: [String], in register: String?) throws(Failure) -> PublicationReport {
    guard let register else { return try catching { () throws(PublishingError) in try publish() } }
    try catching { () throws(PublishingError) in try complete() }
    unlink(FileSystem.neighbour(of: register))
    let before = FileSystem.read(register)
    if before == nil, errno != ENOENT { throw unwritable(register, errno) }
    let known = before.map { AddressRegister.read(SourceFile(path: register, bytes: $0)).value } ?? AddressRegister()
    let after = known.adding(addresses)
    if let after, let error = FileSystem.replace(after, at: register) { throw unwritable(register, error) }
    do throws(Failure) {
      return try catching { () throws(PublishingError) in try publish() }
    } catch {
      if after != nil {
        if let before { _ = FileSystem.replace(before, at: register) } else { unlink(register) }
      }
      throw error
    }
  }

  /// Gives up because of the register.
  private func unwritable(_ register: String, _ error: CInt) -> Failure {
    abandon()
    let reason = FileSystem.description(of: error)
    return Failure(
      Wording(
        sv: "\(register) kunde inte skrivas (\(reason)). Ingenting har publicerats, för adresserna ska vara noterade "
          + "innan de är publicerade. Gör filen möjlig att skriva och bygg igen.",
        en: "\(register) could not be written (\(reason)). Nothing was published, since addresses are to be noted before "
          + "they are published. Make the file writable and build again."))
  }
}

/// Says what stands in the way of publishing in the program's own words.
func catching<Result>(_ body: () throws(PublishingError) -> Result) throws(Failure) -> Result {
  do throws(PublishingError) {
    return try body()
  } catch {
    throw Failure(Wording(sv: error.message.sv + ". " + error.cure.sv, en: error.message.en + ". " + error.cure.en))
  }
}
