import Diagnostics
import SitePublishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How reading a file went, of the disk or of an archive.
enum CopyReading: Equatable {
  case done, missing
  /// There is something, but it could not be read to its end.
  case failed
}

/// What the program itself does with files. Content is read by `SourceTree`, and the site is written by `Publication`.
enum FileSystem {
  /// The path of the running program with links resolved; nil where the system does not say.
  static func programPath() -> String? {
    #if canImport(Glibc)
      return realPath("/proc/self/exe")
    #else
      var size = UInt32(0)
      _NSGetExecutablePath(nil, &size)
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return realPath(text(buffer))
    #endif
  }

  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The real path of something that is to be made in a folder that is there.
  static func futureRealPath(_ path: String) -> String? {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    while parts.last == "" { parts.removeLast() }
    guard let name = parts.popLast(), let folder = realPath(parts.isEmpty ? "." : parts.joined(separator: "/") + "/") else {
      return nil
    }
    return join(folder, String(name))
  }

  static func isFolder(_ path: String) -> Bool { mode(of: path).map { $0 & S_IFMT == S_IFDIR } ?? false }
  static func isFile(_ path: String) -> Bool { mode(of: path).map { $0 & S_IFMT == S_IFREG } ?? false }
  static func exists(_ path: String) -> Bool { mode(of: path) != nil }

  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }

  /// The names in a folder, sorted by their bytes; nil where it cannot be read (`errno` says why). Hidden files are left out.
  static func names(in folder: String) -> [String]? {
    entries(of: folder)?.map(\.name).filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The paths of all files below a folder, relative to it, sorted by their bytes; nil where a folder cannot be read (`errno`
  /// says why). Hidden files are left out.
  static func files(below folder: String) -> [String]? {
    var files: [String] = []
    var open = [""]
    while let prefix = open.popLast() {
      guard let names = names(in: folder + "/" + prefix) else { return nil }
      for name in names {
        let path = prefix + name
        if isFolder(folder + "/" + path) { open.append(path + "/") } else { files.append(path) }
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Everything in a folder, hidden or not, and whether it is a folder itself, as a symbolic link to one is not; nil where it
  /// cannot be read to its end (`errno` says why).
  static func entries(of folder: String) -> [(name: String, isFolder: Bool)]? {
    var entries: [(name: String, isFolder: Bool)] = []
    let isRead = forEachEntry(of: folder, in: AT_FDCWD, followsLinks: true) { _, name, kind in
      entries.append((String(cString: name), kind == .folder))
      return true
    }
    return isRead ? entries : nil
  }

  /// The bytes of a file, or nil where it cannot be read (`errno` says why).
  static func read(_ path: String, followsLinks: Bool = true) -> [UInt8]? {
    var bytes: [UInt8] = []
    return read(path, followsLinks: followsLinks) { bytes += $0 } == .done ? bytes : nil
  }

  /// What is read of an ordinary file, which is open meanwhile; nil where it cannot be opened.
  /// - Parameter read: takes the open file and its size.
  static func reading<Value>(_ path: String, _ read: (CInt, Int) -> Value?) -> Value? {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return read(descriptor, Int(status.st_size))
  }

  /// The first bytes of a file, 8 kB at most; nil where it cannot be read.
  static func beginning(of path: String) -> [UInt8]? {
    reading(path) { file, size in
      var bytes = [UInt8](repeating: 0, count: min(size, 8192))
      let count = readAll(&bytes, bytes.count, from: file)
      return count < 0 ? nil : Array(bytes.prefix(count))
    }
  }

  /// Hands over the bytes of an ordinary file piece by piece. Where it fails, `errno` says why.
  static func read(_ path: String, followsLinks: Bool = true, _ take: (UnsafeRawBufferPointer) -> Void) -> CopyReading {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else { return errno == ENOENT || errno == ENOTDIR ? .missing : .failed }
    defer {
      let error = errno
      close(descriptor)
      errno = error
    }
    return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 64) { chunk in
      while true {
        let count = systemRead(descriptor, chunk.baseAddress, chunk.count)
        if count == 0 { return .done }
        if count > 0 { take(UnsafeRawBufferPointer(rebasing: chunk[..<count])) } else if errno != EINTR { return .failed }
      }
    }
  }

  /// Writes a file that must not exist yet, with the folders above it. Returns the system's error number, or nil.
  static func write(_ bytes: [UInt8], to path: String) -> CInt? {
    write(to: path) { file in bytes.withUnsafeBytes { writeAll($0, to: file) } }
  }

  /// - Parameter write: writes to the open file; false with `errno` where it cannot.
  private static func write(to path: String, _ write: (CInt) -> Bool) -> CInt? {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      if folder != "/", mkdir(folder, 0o777) != 0, errno != EEXIST { return errno }
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard descriptor >= 0 else { return errno }
    guard write(descriptor) else {
      let error = errno
      close(descriptor)
      return error
    }
    // Some systems tell only now that there was no room.
    return close(descriptor) == 0 || errno == EINTR ? nil : errno
  }

  /// Writes a file anew through a neighbour of another name, so that it is never half written. Who may read and write it stays
  /// as it was. Returns the system's error number, or nil.
  static func replace(_ bytes: [UInt8], at path: String) -> CInt? {
    replace(at: path) { file in bytes.withUnsafeBytes { writeAll($0, to: file) } }
  }

  /// - Parameter write: writes to the open file; false with `errno` where it cannot.
  static func replace(at path: String, _ write: (CInt) -> Bool) -> CInt? {
    let neighbour = neighbour(of: path)
    unlink(neighbour)
    let permissions = mode(of: path).map { $0 & 0o777 }
    let error =
      self.write(to: neighbour) { file in
        // Whoever may write the old file may write the new one. Some file systems have no permissions to give.
        if let permissions { _ = fchmod(file, permissions) }
        return write(file)
      } ?? (rename(neighbour, path) == 0 ? nil : errno)
    if error != nil { unlink(neighbour) }
    return error
  }

  /// The file's name while it is being written: hidden, and one that is never content, so that what a killed program leaves
  /// is not published.
  static func neighbour(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return path.dropLast(name.count) + ".\(name).missiv.tmp"
  }

  /// Why the system refused something, by its error number.
  static func description(of number: CInt) -> Wording { PublishingError.reason(for: number) }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

// Inside `FileSystem` the name `read` means its own function.
private func systemRead(_ descriptor: CInt, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}
