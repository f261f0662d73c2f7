#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of a test's own that goes with the test.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/missiv-publishing-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil, let resolved = realpath(template, nil) else { fatalError("no temporary folder") }
    path = String(cString: resolved)
    free(resolved)
  }

  deinit { Self.remove(path) }

  static func / (folder: TemporaryFolder, name: String) -> String { folder.path + "/" + name }

  /// Writes a text file, with the folders it is in.
  func write(_ name: String, _ text: String) {
    makeParents(of: name)
    guard let file = fopen(self / name, "w") else { fatalError("cannot write \(name)") }
    fputs(text, file)
    fclose(file)
  }

  func makeFolder(_ name: String) {
    makeParents(of: name)
    mkdir(self / name, 0o755)
  }

  private func makeParents(of name: String) {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
  }

  func link(_ name: String, to target: String) { symlink(target, self / name) }

  func remove(_ name: String) { Self.remove(self / name) }

  func move(_ name: String, to target: String) { rename(self / name, self / target) }

  func text(_ name: String) -> String? {
    guard let file = fopen(self / name, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The size of a text file, in bytes.
  func size(_ name: String) -> Int { text(name)?.utf8.count ?? -1 }

  /// Everything in the folder by path: inode, time stamp and text of files, inode and time stamp of folders.
  func snapshot(of name: String = "") -> [String: String] {
    var all: [String: String] = [:]
    for path in names(below: name) {
      var status = stat()
      lstat(self / path, &status)
      #if canImport(Darwin)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      all[path] = "\(status.st_ino) \(time.tv_sec).\(time.tv_nsec) \(status.st_mode & S_IFMT == S_IFREG ? text(path) ?? "" : "")"
    }
    return all
  }

  /// The paths of all files and folders below a folder, sorted.
  func names(below name: String = "") -> [String] {
    guard let stream = opendir(self / name) else { return [] }
    var found: [String] = []
    while let entry = readdir(stream) {
      let inner = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if inner != ".", inner != ".." { found.append(name.isEmpty ? inner : name + "/" + inner) }
    }
    closedir(stream)
    return (found + found.flatMap { names(below: $0) }).sorted()
  }

  private static func remove(_ path: String) {
    guard let stream = opendir(path) else { return }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      if unlink(path + "/" + name) != 0 { remove(path + "/" + name) }
    }
    closedir(stream)
    rmdir(path)
  }
}
