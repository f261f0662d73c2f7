#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder that a site is published to, once it is known that Missiv may replace it.
///
/// It is replaced as a whole, so it must be nobody's home, hold nothing that the site is made of, and be empty, missing or
/// made by Missiv: then it has a file named `.missiv` at its root.
final class OutputFolder: Sendable {
  static let marker = ".missiv"
  static let markerText =
    "Mappen är gjord av Missiv och ersätts vid varje bygge. / Made by Missiv and replaced at every build.\n"

  /// The path as the user gave it, for messages.
  let path: String
  /// The folder that the output is in, and the output's name there.
  let parent: Descriptor
  let name: String
  /// The site that is there now; not open where there is none.
  let current: Descriptor

  /// Checks everything that can be checked before anything is written.
  init(_ path: String, protecting protected: [String], home: String?) throws(PublishingError) {
    self.path = path
    let existing = status(of: Self.withoutTrailingSlashes(path))
    if existing?.isSymbolicLink == true { throw .outputIsSymbolicLink(path) }
    if let existing, !existing.isFolder { throw .outputIsNoFolder(path) }
    let (folder, name) = try Self.split(path, exists: existing != nil)
    self.name = name
    Self.makeFolders(folder)
    parent = .open(folder, O_RDONLY | O_DIRECTORY)
    guard parent.isOpen else { throw .system(folder, errno) }

    guard let existing else {
      current = Descriptor(-1)
      return
    }
    for folder in protected + [home ?? ""] where Self.contains(existing, folder) {
      throw .outputHoldsProtectedFolder(path, folder)
    }
    guard existing.st_dev == parent.status?.st_dev else { throw .outputIsMountPoint(path) }
    current = .openFolder(name, in: parent.number)
    guard current.isOpen else { throw .system(path, errno) }
    if status(of: ".git", in: current.number) != nil { throw .outputHoldsRepository(path) }
    if status(of: Self.marker, in: current.number)?.isFile != true, !isEmpty(current.number) {
      throw .outputIsNotOurs(path)
    }
  }

  private static func withoutTrailingSlashes(_ path: String) -> String {
    var path = path[...]
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return String(path)
  }

  /// The path of the folder that the output is in, and the output's name there.
  private static func split(_ path: String, exists: Bool) throws(PublishingError) -> (folder: String, name: String) {
    var full = withoutTrailingSlashes(path)
    if exists {
      // `.` and `..` have no name of their own to be replaced under.
      guard let resolved = realpath(full, nil) else { throw .system(path, errno) }
      full = String(cString: resolved)
      free(resolved)
    }
    if full == "/" { throw .outputIsRoot(path) }
    guard !full.isEmpty, !full.utf8.contains(0) else { throw .system(path, ENOENT) }

    let slash = full.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { String(full[full.utf8.index(after: $0)...]) } ?? full
    guard name != ".", name != ".." else { throw .system(path, ENOENT) }
    return (slash.map { $0 == full.startIndex ? "/" : String(full[..<$0]) } ?? ".", name)
  }

  /// Makes the folder and those that it is in, where they do not exist yet; what fails shows when the folder is opened.
  private static func makeFolders(_ path: String) {
    guard mkdir(path, 0o777) != 0, errno == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    guard slash != path.startIndex else { return }
    makeFolders(String(path[..<slash]))
    _ = mkdir(path, 0o777)
  }

  /// Whether `inner` is the folder `outer` or lies somewhere in it, judged by what is on disk and not by spelling.
  private static func contains(_ outer: stat, _ inner: String) -> Bool {
    guard !inner.isEmpty, let resolved = realpath(inner, nil) else { return false }
    var path = String(cString: resolved)
    free(resolved)
    while !path.isEmpty {
      if status(of: path)?.isSame(as: outer) == true { return true }
      guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return false }
      path = String(path[..<slash])
    }
    return false
  }
}
