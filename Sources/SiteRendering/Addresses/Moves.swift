import AuditModel

/// Where earlier addresses lead: those that documents name under `formerly`, and every address below them.
///
/// All addresses are as the world knows them: `boras/integration-2021/`.
struct Moves {
  /// The longest first, so that the nearest counts.
  private let folders: [(from: String, to: String)]

  init(_ redirects: [SiteRenderer.Output]) {
    var folders: [(from: String, to: String)] = []
    for case .redirect(let from, let to) in redirects {
      folders.append((Address(path: from).canonical, Address(path: to).canonical))
    }
    self.folders = folders.sorted { ($1.from.utf8.count, $0.from) < ($0.from.utf8.count, $1.from) }
  }

  /// Where an address would lie now; nil where nothing moved that it lay in.
  func target(of address: String) -> String? {
    for (from, to) in folders where address.utf8.starts(with: from.utf8) {
      return to + String(Substring(address.utf8.dropFirst(from.utf8.count)))
    }
    return nil
  }
}
