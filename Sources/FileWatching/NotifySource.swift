#if canImport(Glibc)
  import Dispatch
  import Glibc
  import Synchronization

  /// Finds changes as Linux tells them (`inotify`), a watch for each folder.
  final class NotifySource: ChangeSource {
    private let descriptor: Int32
    private let bell: Bell
    private let roots: [String]
    /// The folder of each watch.
    private let watched = Mutex<[Int32: String]>([:])

    /// How long no more may come before an answer is given, in milliseconds: editors write a file beside the old one and
    /// then move it there.
    private static let quiet: Int32 = 4
    private static let most = 40

    /// Nil where the system has no watches left for all the folders.
    init?(_ folders: [String], bell: Bell) {
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      self.bell = bell
      roots = folders
      guard descriptor >= 0 else { return nil }
      for folder in folders {
        // The folder above tells when a root comes to be; what else happens in it is nobody's business here.
        guard watch(Self.parent(of: folder)), watchAllInParallel(folder) else { return nil }
      }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    func next() -> FolderWatcher.Change? {
      var change = FolderWatcher.Change()
      var rounds = 0
      while true {
        switch bell.wait(orFor: descriptor, milliseconds: change.isEmpty ? -1 : Self.quiet) {
        case .rung: return nil
        case .nothing: return change
        case .readable:
          read(into: &change)
          rounds += 1
          if !change.isEmpty, rounds > Self.most { return change }
        }
      }
    }

    private func read(into change: inout FolderWatcher.Change) {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return }
      let header = MemoryLayout<inotify_event>.size
      buffer.withUnsafeBytes { bytes in
        var offset = 0
        while offset + header <= count {
          let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let name = bytes[(offset + header)..<(offset + header + Int(event.len))].prefix { $0 != 0 }
          take(event, String(decoding: name, as: UTF8.self), into: &change)
          offset += header + Int(event.len)
        }
      }
    }

    private func take(_ event: inotify_event, _ name: String, into change: inout FolderWatcher.Change) {
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
        change.isComplete = false
        for root in roots { _ = watchAll(root) }
        return
      }
      guard let folder = watched.withLock({ $0[event.wd] }) else { return }
      if event.mask & UInt32(IN_IGNORED) != 0 {
        watched.withLock { $0[event.wd] = nil }
        return
      }
      let path = folder.isEmpty ? name : folder == "/" ? "/" + name : folder + "/" + name
      guard !name.isEmpty, !isHidden(name), roots.contains(where: { path == $0 || path.hasPrefix($0 + "/") }) else { return }
      change.paths.insert(path)
      guard event.mask & UInt32(IN_ISDIR) != 0 else { return }
      if event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 {
        // What came into it before it was watched is told by nobody else.
        if !watchAll(path, noting: { change.paths.insert($0) }) { change.isComplete = false }
      } else if event.mask & UInt32(IN_MOVED_FROM) != 0 {
        forget(path)
      }
    }

    private func watch(_ folder: String) -> Bool {
      let mask =
        UInt32(IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DONT_FOLLOW) | UInt32(IN_ONLYDIR)
      let watch = inotify_add_watch(descriptor, folder.isEmpty ? "." : folder, mask)
      guard watch >= 0 else { return errno != ENOSPC && errno != ENOMEM }
      watched.withLock { $0[watch] = folder }
      return true
    }

    /// Watches a folder and the folders in it. False where the system has no watches left.
    private func watchAll(_ folder: String, noting note: (String) -> Void = { _ in }) -> Bool {
      var open = [folder]
      while let folder = open.popLast() {
        guard watch(folder) else { return false }
        open += folders(in: folder, noting: note)
      }
      return true
    }

    /// The same with several folders at a time, for those that may hold thousands.
    private func watchAllInParallel(_ folder: String) -> Bool {
      guard watch(folder) else { return false }
      let folders = folders(in: folder)
      let hasFailed = Atomic(false)
      DispatchQueue.concurrentPerform(iterations: folders.count) { number in
        if !watchAll(folders[number]) { hasFailed.store(true, ordering: .relaxed) }
      }
      return !hasFailed.load(ordering: .relaxed)
    }

    /// The folders in a folder that is watched already, so that none is missed that comes meanwhile.
    private func folders(in folder: String, noting note: (String) -> Void = { _ in }) -> [String] {
      guard let stream = opendir(folder) else { return [] }
      defer { closedir(stream) }
      var folders: [String] = []
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        guard !isHidden(name) else { continue }
        let path = folder + "/" + name
        note(path)
        if entry.pointee.d_type == UInt8(DT_DIR) || entry.pointee.d_type == UInt8(DT_UNKNOWN) { folders.append(path) }
      }
      return folders
    }

    /// Stops watching a folder that was moved away, with all in it.
    private func forget(_ folder: String) {
      let gone = watched.withLock { $0.filter { $0.value == folder || $0.value.hasPrefix(folder + "/") } }
      for watch in gone.keys { inotify_rm_watch(descriptor, watch) }
    }

    private static func parent(of folder: String) -> String {
      guard let slash = folder.lastIndex(of: "/") else { return "" }
      return slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }
#endif
