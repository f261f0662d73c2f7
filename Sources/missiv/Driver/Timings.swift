import Diagnostics

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
