import Foundation

/// A folder of a test's own, which goes when the test has ended.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("missiv-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  struct Failure: Error { let what: String }

  func write(_ file: String, _ text: String) throws { try write(Array(file.utf8), Array(text.utf8)) }

  /// Writes a file whose name may be anything that the system takes.
  func write(_ file: [UInt8], _ bytes: [UInt8]) throws {
    let full = Array(path.utf8) + [UInt8(ascii: "/")] + file
    let folder = full[..<(full.lastIndex(of: UInt8(ascii: "/")) ?? 0)]
    try FileManager.default.createDirectory(atPath: String(decoding: folder, as: UTF8.self), withIntermediateDirectories: true)
    let descriptor = open(full.map { CChar(bitPattern: $0) } + [0], O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else { throw Failure(what: "open") }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else { throw Failure(what: "write") }
      rest = rest.dropFirst(written)
    }
  }

  func link(_ file: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + file, withDestinationPath: target)
  }

  func pipe(_ file: String) throws {
    guard mkfifo(path + "/" + file, 0o600) == 0 else { throw Failure(what: "mkfifo") }
  }
}
