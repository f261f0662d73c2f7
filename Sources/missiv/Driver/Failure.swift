import Diagnostics
import SitePublishing

/// That the machine or the command's words stood in the way (exit code 2), in words for the user.
struct Failure: Error {
  let message: Wording

  init(_ message: Wording) {
    self.message = message
  }

  init(_ error: PublishingError) {
    self.init(Wording(sv: error.message.sv + ". " + error.cure.sv, en: error.message.en + ". " + error.cure.en))
  }

  /// - Parameter number: the system's error number.
  static func unreadable(_ path: String, _ number: CInt) -> Failure {
    let reason = FileSystem.description(of: number)
    return Failure(Wording(sv: "\(path) kan inte läsas: \(reason.sv).", en: "\(path) cannot be read: \(reason.en)."))
  }

  /// - Parameter number: the system's error number.
  static func unwritable(_ path: String, _ number: CInt) -> Failure {
    let reason = FileSystem.description(of: number)
    return Failure(Wording(sv: "\(path) kunde inte skrivas: \(reason.sv).", en: "\(path) could not be written: \(reason.en)."))
  }
}

/// Says what stands in the way of publishing in the program's own words.
func catching<Result>(_ body: () throws(PublishingError) -> Result) throws(Failure) -> Result {
  do throws(PublishingError) {
    return try body()
  } catch {
    throw Failure(error)
  }
}
