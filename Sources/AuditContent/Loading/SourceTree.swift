public import Diagnostics

/// The files of a content folder, in the order of their paths; the only thing that reads content.
///
/// Listing reads no file. `read` may be called from any number of threads at once.
public struct SourceTree: Sendable {
  /// The folder as it was named.
  public let folder: String
  /// Sorted by the bytes of their paths.
  public let files: [SourceEntry]
  private let handle: FolderHandle?

  /// Lists all files of a folder and the folders in it; whatever cannot be taken is reported, never silently left out.
  /// - Parameter isWanted: which files and folders at the top are listed, by their names.
  /// - Parameter jobs: how many threads may look.
  public static func load(
    _ folder: String, jobs: Int = 1, isWanted: (String) -> Bool = { _ in true }
  ) -> Checked<SourceTree> {
    guard let handle = FolderHandle(folder) else {
      return Checked(SourceTree(folder: folder, files: [], handle: nil), [.unreadableFolder(folder, FileProblem.last)])
    }
    var listing = FolderListing(root: handle, name: folder)
    listing.list(jobs: jobs, isWanted: isWanted)
    return Checked(SourceTree(folder: folder, files: listing.files, handle: handle), listing.diagnostics)
  }

  /// The file with a path, where there is one.
  public func file(at path: String) -> SourceEntry? {
    var low = 0
    var high = files.count
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path.utf8.lexicographicallyPrecedes(path.utf8) { low = middle + 1 } else { high = middle }
    }
    return low < files.count && files[low].path == path ? files[low] : nil
  }

  /// Whether there are files in a folder.
  func hasFiles(in folder: String) -> Bool {
    let prefix = folder + "/"
    var (low, high) = (0, files.count)
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path.utf8.lexicographicallyPrecedes(prefix.utf8) { low = middle + 1 } else { high = middle }
    }
    return low < files.count && files[low].path.hasPrefix(prefix)
  }

  /// Whether there is something at a path now, listed or not.
  func exists(_ path: String) -> Bool {
    if case .success = handle?.size(of: path) { true } else { false }
  }

  /// Reads a file's bytes. Nil, and why, where it cannot be read or is larger than any text.
  public func read(_ path: String) -> Checked<SourceFile?> { read(path, limit: YAMLLimits.fileBytes) }

  func read(_ path: String, limit: Int) -> Checked<SourceFile?> {
    guard let handle else { return Checked(nil, [.unreadableFile(path, .missing)]) }
    switch handle.read(path, limit: limit) {
    case .success(let bytes): return Checked(SourceFile(path: path, bytes: bytes))
    case .failure(.tooLarge(let size)): return Checked(nil, [.fileTooLarge(path: path, size: size)])
    case .failure(let problem): return Checked(nil, [.unreadableFile(path, problem)])
    }
  }
}

/// A file of the content folder.
public struct SourceEntry: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// A Markdown file, which becomes one or several pages.
    case document
    /// `site.yaml` at the top, which describes the site.
    case site
    /// A file in which the program keeps what was published: `addresses.txt` and `codes.txt` at the top, `changes.txt` in a
    /// municipality's folder.
    case register
    /// Any other file, which is copied as it is.
    case attachment
  }

  /// Whether the program keeps what was published in the file at a path.
  package static func isRegister(_ path: String) -> Bool {
    if path == "addresses.txt" || path == "codes.txt" { return true }
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    return parts.count == 2 && parts[1].elementsEqual("changes.txt".utf8)
  }

  /// Relative to the content folder, with `/` between its parts.
  public let path: String
  public let kind: Kind
  /// In bytes; known for attachments, which are not read, and nil for what is.
  public let size: Int?

  public init(path: String, kind: Kind, size: Int? = nil) {
    self.path = path
    self.kind = kind
    self.size = size
  }
}
