import SitePublishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What lies in the user's cache folder is shared by the builds of all outputs, and some of them run at the same time.
extension BuildRecord {
  /// Makes the place for the spare tree of an output: what is there by its name is this output's until the output is gone.
  ///
  /// To be called while a build holds the output: whoever tidies up sees that until the output is there. Takes away what outputs
  /// have left that are no longer there, where this one is the first time that it is known.
  /// - Returns: nil where there is no cache folder.
  static func placeForSpare(ofOutput output: String) -> SpareFolder? {
    guard let folder = CacheFolder.path, let path = path(ofOutput: output) else { return nil }
    CacheFolder.make()
    alone(in: folder) {
      if BuildRecord.output(ofRecordAt: path) != nil { return }
      announce(output, at: path)
      tidy(folder)
    }
    return spareFolder(ofOutput: output)
  }

  /// How many names of abandoned trees a build takes away at most: what takes it less than a second. A build need not wait for a
  /// tree of a hundred thousand files, and what is left goes with the first builds of other outputs.
  private static let mostTidied = 20_000

  /// Takes away the records and the spare trees of outputs that are no longer there, and what a killed build left of such a tree.
  private static func tidy(_ folder: String) {
    for name in FileSystem.names(in: folder) ?? [] where name.utf8.count == 32 {
      // In this order, since an output is there when its build ends.
      if let output = output(ofRecordAt: folder + "/" + name),
        Publication.mayBeGoingOn(output: output) || FileSystem.exists(output)
      {
        continue
      }
      unlink(folder + "/" + name)
    }
    var limit = mostTidied
    for name in FileSystem.names(in: folder) ?? [] where limit > 0 {
      let path = folder + "/" + name
      if name.hasSuffix(spareEnd), !FileSystem.exists(String(path.dropLast(spareEnd.count))) {
        SpareFolder(path: path).discard(upTo: &limit)
      } else if name.hasSuffix(spareEnd + SpareFolder.goingAway) {
        SpareFolder(path: String(path.dropLast(SpareFolder.goingAway.count))).removeRest(upTo: &limit)
      }
    }
  }

  /// Does something in a folder while nobody else does who asks for the same.
  private static func alone(in folder: String, _ work: () -> Void) {
    let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A file system without locks must do without.
    if opened >= 0 { while flock(opened, LOCK_EX) != 0, errno == EINTR {} }
    defer { if opened >= 0 { close(opened) } }
    work()
  }
}
