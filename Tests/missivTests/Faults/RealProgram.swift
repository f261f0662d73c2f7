import Foundation

@testable import missiv

/// The program as it is built, run beside the tests, on a machine that fails as it is told (`Tests/Faults/faults.c`).
enum RealProgram {
  private static let folder = FileSystem.programPath().map { ($0 as NSString).deletingLastPathComponent } ?? ""
  static let path = folder + "/missiv"
  private static let faults = folder + "/libFaults.so"

  /// Whether there is a way here to make the system fail.
  static let canBeMadeToFail = FileSystem.isFile(faults) && FileSystem.isFile(path)

  struct Ending {
    /// The exit code, or nil where a signal ended it.
    let code: Int32?
    let signal: Int32?
    let messages: String

    var isKilled: Bool { signal == SIGKILL }
  }

  /// What is to happen to the program.
  enum Fault {
    case none
    /// At the n-th change of the disk, before it is done.
    case kill(at: Int)
    case killAfter(microseconds: Int)
    /// The n-th call that can fail so does, and all later ones where it `stays`.
    case error(Int32, at: Int, stays: Bool)

    var environment: [String: String] {
      switch self {
      case .none: [:]
      case .kill(let call): ["MISSIV_FAULT": "kill", "MISSIV_FAULT_AT": "\(call)"]
      case .killAfter(let time): ["MISSIV_KILL_AFTER": "\(time)"]
      case .error(let number, let call, let stays):
        ["MISSIV_FAULT": "\(number)", "MISSIV_FAULT_AT": "\(call)"].merging(stays ? ["MISSIV_FAULT_STAYS": "1"] : [:]) { $1 }
      }
    }
  }

  static func start(
    _ arguments: [String], _ fault: Fault = .none, _ more: [String: String] = [:], output: FileHandle = .nullDevice
  ) throws -> Running {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(fault.environment.merging(more) { $1 }) { $1 }
      .merging(["LD_PRELOAD": faults]) { $1 }
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = output
    try process.run()
    return Running(process: process, messages: pipe)
  }

  static func run(
    _ arguments: [String], _ fault: Fault = .none, _ more: [String: String] = [:], output: FileHandle = .nullDevice
  ) throws -> Ending {
    try start(arguments, fault, more, output: output).ending()
  }

  struct Running {
    let process: Process
    let messages: Pipe

    func ending() -> Ending {
      let text = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      let isSignal = process.terminationReason == .uncaughtSignal
      return Ending(
        code: isSignal ? nil : process.terminationStatus, signal: isSignal ? process.terminationStatus : nil, messages: text)
    }
  }
}

/// How often a test that can go on for ever does what it does: `MISSIV_KILLS` times, or a few times in every test run.
enum Thoroughness {
  static let kills = ProcessInfo.processInfo.environment["MISSIV_KILLS"].flatMap { Int($0) }
  static var isFull: Bool { kills != nil }

  /// All numbers up to a count, or some that are spread over them.
  static func places(upTo count: Int, few: Int, stride step: Int = 1) -> [Int] {
    let step = isFull ? step : max(1, count / few)
    return Array(stride(from: Int.random(in: 1...step), through: count, by: step))
  }

  /// Says what a full run found.
  static func report(_ text: String) {
    if isFull { print(text) }
  }
}
