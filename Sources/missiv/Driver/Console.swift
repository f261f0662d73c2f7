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
  static func error(_ text: String) { write(text, to: 2) }
  static func output(_ text: String) { write(text, to: 1) }

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

  private static func write(_ text: String, to descriptor: CInt) {
    var text = text
    _ = text.withUTF8 { writeAll(UnsafeRawBufferPointer($0), to: descriptor) }
  }
}

/// How long each stage took, for `--timings`.
struct Timings {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  private let start: ContinuousClock.Instant
  private(set) var stages: [(name: String, duration: Duration)] = []

  init() {
    start = clock.now
    last = start
  }

  /// Notes that a stage has ended.
  mutating func end(_ name: String) {
    let now = clock.now
    stages.append((name, last.duration(to: now)))
    last = now
  }

  var total: Duration { start.duration(to: clock.now) }
}

extension Duration {
  var milliseconds: Double { Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15 }

  /// `0,12 s` or `0.12 s`.
  func text(in language: Language) -> String {
    let hundredths = Int((milliseconds / 10).rounded())
    let mark = language == .swedish ? "," : "."
    let fraction = hundredths % 100
    return "\(hundredths / 100)\(mark)\(fraction < 10 ? "0" : "")\(fraction) s"
  }
}
