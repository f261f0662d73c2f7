#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Tries a part of the program with inputs that libFuzzer makes up, guided by which code they reach: `fuzz NAME [libFuzzer's
/// options]`.
@main enum Fuzz {
  /// What tries one input; it stops the program where something does not hold.
  typealias Trial = (UnsafeRawBufferPointer) -> Void
  /// Changes an input in place and returns its new length, at most `capacity`.
  typealias Mutator = (UnsafeMutablePointer<UInt8>, _ count: Int, _ capacity: Int, _ seed: UInt32) -> Int

  nonisolated(unsafe) static var trial: Trial = { _ in }
  nonisolated(unsafe) static var mutator: Mutator?

  static func main() {
    let trials: [String: (Trial, Mutator?)] = [
      "front-matter": (tryFrontMatter, nil), "tables": (tryTables, nil), "templates": (tryTemplates, nil),
      "edtf": (tryDates, nil),
      "folders": (tryFolder, mutateFolder),
    ]
    guard CommandLine.arguments.count > 1, let (trial, mutator) = trials[CommandLine.arguments[1]] else {
      print("fuzz \(trials.keys.sorted().joined(separator: "|")) [corpus folder] [-max_total_time=60 …]")
      exit(2)
    }
    (Self.trial, Self.mutator) = (trial, mutator)
    // libFuzzer must not see the name of the trial.
    var count = CommandLine.argc - 1
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
    exit(
      runDriver(
        &count, &arguments,
        { bytes, count in
          Fuzz.trial(UnsafeRawBufferPointer(start: bytes, count: count))
          return 0
        }))
  }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ trial: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// libFuzzer's own change of some bytes.
@_silgen_name("LLVMFuzzerMutate")
func mutateBytes(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ capacity: Int) -> Int

/// What libFuzzer calls for every new input.
@_cdecl("LLVMFuzzerCustomMutator")
public func customMutator(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ capacity: Int, _ seed: UInt32) -> Int {
  Fuzz.mutator?(bytes, count, capacity, seed) ?? mutateBytes(bytes, count, capacity)
}

/// Stops the program and says what did not hold.
func expect(_ condition: Bool, _ what: @autoclosure () -> String) {
  if !condition { fatalError("does not hold: " + what()) }
}
