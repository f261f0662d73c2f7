import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What makes the tree of one site that of another: which files go, which are put in their place, and which folders that touches.
struct TreeChange: Sendable {
  private let old: FileTable
  let new: FileTable
  let files: NumberMap
  let folders: NumberMap
  /// The files of the new site that are put into the tree, by number.
  let placed: [Int]
  /// The files of the old site that the new one has not, by number.
  let gone: [Int]
  /// The folders of the old site that the new one has not, by number.
  private let goneFolders: [Int]
  /// The folders of the new site whose entries become others, by number, in order: its own at least, which bears another mark
  /// when it was given another place.
  private(set) var touched: [Int] = []

  /// - Parameter placed: files of the new site, by number; all others the old one has, too.
  init(from old: FileTable, to new: FileTable, placing placed: [Int]) {
    (self.old, self.new, self.placed) = (old, new, placed)
    if old.hasSamePaths(as: new) {
      (files, folders, gone, goneFolders) = (NumberMap(), NumberMap(), [], [])
    } else {
      let files = NumberMap(old.filePaths, of: old.paths, new.filePaths, of: new.paths)
      let folders = NumberMap(old.folderPaths, of: old.paths, new.folderPaths, of: new.paths)
      (self.files, self.folders) = (files, folders)
      gone = old.indices.filter { files.new($0) == nil }
      goneFolders = (0..<old.folderCount).filter { folders.new($0) == nil }
    }
    touched = touchedFolders
  }

  private var touchedFolders: [Int] {
    var touched: Set<Int> = [0]
    var last: ArraySlice<UInt8> = []
    func touch(_ folder: ArraySlice<UInt8>, andThoseAbove: Bool) {
      if folder == last { return }
      last = folder
      var folder = folder
      while !folder.isEmpty {
        if let number = new.folder(at: folder) { touched.insert(number) }
        if !andThoseAbove { return }
        folder = folder.dropLast().folder
      }
    }
    for file in placed where files.old(file) != nil { touch(new.path(file).folder, andThoseAbove: false) }
    last = []
    for file in placed where files.old(file) == nil { touch(new.path(file).folder, andThoseAbove: true) }
    for file in gone { touch(old.path(file).folder, andThoseAbove: true) }
    return touched.sorted()
  }

  /// Makes the old site's tree in one folder the new one's, with the files that are put there from another folder: linked, or
  /// moved.
  ///
  /// False where the system refuses, or something lies in the tree that is not the old site's; the tree is then of no more use.
  func apply(to tree: Int32, from source: Int32, moving: Bool) -> Bool {
    let path = PathBuffer()
    for file in gone {
      old.withPaths { path.copy($0[file]) }
      guard unlinkat(tree, path.pointer, 0) == 0 || errno == ENOENT else { return false }
    }
    for folder in goneFolders.reversed() {
      old.path(ofFolder: folder).withUnsafeBufferPointer { path.copy($0) }
      guard unlinkat(tree, path.pointer, AT_REMOVEDIR) == 0 || errno == ENOENT else { return false }
    }
    return place(in: tree, from: source, moving: moving)
  }

  /// Puts the files into the tree, with all cores where there are many.
  private func place(in tree: Int32, from source: Int32, moving: Bool) -> Bool {
    let size = 1024
    let isDone = Atomic(true)
    DispatchQueue.concurrentPerform(iterations: (placed.count + size - 1) / size) { part in
      let path = PathBuffer()
      for file in placed[part * size..<min(placed.count, part * size + size)] {
        new.withPaths { path.copy($0[file]) }
        if !place(path, replacing: files.old(file) != nil, in: tree, from: source, moving: moving) {
          return isDone.store(false, ordering: .relaxed)
        }
      }
    }
    return isDone.load(ordering: .relaxed)
  }

  private func place(_ path: PathBuffer, replacing: Bool, in tree: Int32, from source: Int32, moving: Bool) -> Bool {
    func put() -> Bool {
      if moving { return renameat(source, path.pointer, tree, path.pointer) == 0 }
      return linkat(source, path.pointer, tree, path.pointer, 0) == 0
    }
    if !moving, replacing, unlinkat(tree, path.pointer, 0) != 0, errno != ENOENT { return false }
    return put() || errno == ENOENT && path.makeFolders(in: tree) && put()
  }
}

extension ArraySlice<UInt8> {
  /// The path of the folder that a file or folder is in, with the slash after it; empty where that is the site's own.
  fileprivate var folder: ArraySlice<UInt8> { lastIndex(of: UInt8(ascii: "/")).map { self[...$0] } ?? [] }
}
