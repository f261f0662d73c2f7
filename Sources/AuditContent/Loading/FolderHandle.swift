#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a file or a folder could not be read.
enum FileProblem: Error, Equatable {
  case missing, noPermission, isLink, nameTooLong, notAFile
  case tooLarge(Int)
  /// In the system's own words.
  case other(String)

  /// What the system complained of last.
  static var last: FileProblem {
    switch errno {
    case ENOENT: .missing
    case EACCES, EPERM: .noPermission
    case ELOOP: .isLink
    case ENAMETOOLONG: .nameTooLong
    case ENOTDIR: .notAFile
    default: .other(String(cString: strerror(errno)))
    }
  }
}

/// An open folder, from which files are opened by their paths in it.
final class FolderHandle: Sendable {
  private let descriptor: Int32

  init?(_ folder: String) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// A name in a folder and what it names.
  struct Member {
    enum Kind { case file, folder, link, other }
    var name: [UInt8]
    var kind: Kind
  }

  /// Everything in a folder, in no particular order. The empty path is this folder itself.
  func members(of folder: String) -> Result<[Member], FileProblem> {
    let opened = openat(descriptor, folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard opened >= 0 else { return .failure(.last) }
    guard let stream = fdopendir(opened) else {
      let problem = FileProblem.last
      close(opened)
      return .failure(problem)
    }
    defer { closedir(stream) }
    var members: [Member] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { return errno == 0 ? .success(members) : .failure(.last) }
      let name = Self.name(of: entry)
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      members.append(Member(name: name, kind: Self.kind(type: entry.pointee.d_type, name: name, in: opened)))
    }
  }

  /// The system gives an entry only as many bytes as its name needs, so the field is never taken as a whole.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
    return UnsafeRawBufferPointer(start: start, count: strlen(start)).map { $0 }
  }

  private static func kind(type: UInt8, name: [UInt8], in folder: Int32) -> Member.Kind {
    switch Int(type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .link
    case Int(DT_UNKNOWN):
      // Some file systems tell only when asked.
      var status = stat()
      let path = name.map { CChar(bitPattern: $0) } + [0]
      guard fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
      switch status.st_mode & S_IFMT {
      case S_IFREG: return .file
      case S_IFDIR: return .folder
      case S_IFLNK: return .link
      default: return .other
      }
    default: return .other
    }
  }

  func size(of path: String) -> Result<Int, FileProblem> {
    var status = stat()
    guard fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .failure(.last) }
    return .success(Int(status.st_size))
  }

  func read(_ path: String, limit: Int) -> Result<[UInt8], FileProblem> {
    // Not waiting for a writer, should it be a pipe.
    let file = openat(descriptor, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return .failure(.last) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return .failure(.last) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.notAFile) }
    let size = Int(status.st_size)
    guard size <= limit else { return .failure(.tooLarge(size)) }
    var problem: FileProblem?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let got = Self.read(file, into: base + count, size - count)
        if got < 0 { problem = .last }
        // Less than the size was is what an editor that saves right now leaves: the new text is read the next time.
        if got <= 0 { break }
        count += got
      }
    }
    if let problem { return .failure(problem) }
    return .success(bytes)
  }

  private static func read(_ file: Int32, into buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    while true {
      #if canImport(Glibc)
        let got = Glibc.read(file, buffer, count)
      #else
        let got = Darwin.read(file, buffer, count)
      #endif
      if got >= 0 || errno != EINTR { return got }
    }
  }
}
