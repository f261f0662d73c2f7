import AuditModel
import Diagnostics
import SitePublishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal and the clock: the only place that prints or asks what time it is.
enum Console {
  /// Writes to standard error. Where that cannot be written to, there is nowhere to say so.
  static func error(_ text: String) { _ = write(text, to: 2) }

  /// Writes what was asked for to standard output: a result that is cut short must not look like one.
  static func output(_ text: String) throws(Failure) {
    if write(text, to: 1) { return }
    let reason = FileSystem.description(of: errno)
    throw Failure(
      Wording(
        sv: "Resultatet kunde inte skrivas: \(reason.sv). Skriv det till en annan plats.",
        en: "The result could not be written: \(reason.en). Write it to another place."))
  }

  static var errorIsTerminal: Bool { isatty(2) == 1 }
  static var mayUseColour: Bool { errorIsTerminal && getenv("NO_COLOR") == nil }

  /// Today where the program runs.
  static var today: Day {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)) ?? Day(number: 0)
  }

  static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  private static func write(_ text: String, to descriptor: CInt) -> Bool {
    var text = text
    return text.withUTF8 { writeAll(UnsafeRawBufferPointer($0), to: descriptor) }
  }
}
