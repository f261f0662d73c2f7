import Checksums
import Dispatch
import SitePublishing
import Synchronization

/// What a copy has that its manifest does not say, and the other way round.
struct Verification: Sendable, Equatable {
  /// How many files the manifest names.
  var count = 0
  /// Named in the manifest but not there.
  var missing: [String] = []
  /// There, but with other contents.
  var changed: [String] = []
  /// There, but the system does not let them be read.
  var unreadable: [String] = []
  /// There but not named: often something of the web server's own.
  var extra: [String] = []
  /// The manifest's own digest, by which the whole copy is known.
  var manifest: SHA256.Digest

  /// Whether everything that was published is there as it was published.
  var isWhole: Bool { missing.isEmpty && changed.isEmpty && unreadable.isEmpty }

  /// Checks every file of a copy, several at a time.
  /// - Parameter named: other paths that the copy may have.
  init(_ copy: some Copy, _ manifest: Manifest, digest: SHA256.Digest, besides named: Set<String>, jobs: Int) {
    count = manifest.entries.count
    self.manifest = digest
    let next = Atomic(0)
    let found = Mutex<[(path: String, reading: CopyReading)]>([])
    DispatchQueue.concurrentPerform(iterations: max(1, jobs)) { _ in
      var hash = SHA256()
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= manifest.entries.count { return }
        let entry = manifest.entries[index]
        let reading = copy.read(entry.path) { hash.update($0) }
        let isEqual = hash.finish() == entry.digest
        if reading != .done || !isEqual { found.withLock { $0.append((entry.path, reading)) } }
      }
    }
    for (path, reading) in found.withLock({ $0 }) {
      switch reading {
      case .missing: missing.append(path)
      case .done: changed.append(path)
      case .failed: unreadable.append(path)
      }
    }
    let known = Set(manifest.entries.map(\.path)).union(named)
    extra = copy.paths.filter { !known.contains($0) }
    for list in [\Verification.missing, \.changed, \.unreadable, \.extra] {
      self[keyPath: list].sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }
}
