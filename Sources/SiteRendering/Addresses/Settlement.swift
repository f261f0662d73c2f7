import AuditModel
import Diagnostics

/// What becomes of the addresses that were published before and have no page now.
struct Settlement {
  /// Redirects to where pages moved, and pages that say what was taken away.
  private(set) var outputs: [SiteRenderer.Output] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The pages that were taken away on purpose, by their addresses.
  var removals: [String: AddressRegister.Removal] {
    outputs.reduce(into: [:]) { removals, output in
      if case .gone(let address, let removal) = output { removals[address] = removal }
    }
  }

  /// - Parameter redirects: those that documents ask for under `formerly`.
  init(
    _ register: AddressRegister, plan: SitePlan, trees: [LanguageTree], redirects: [SiteRenderer.Output], archive: Archive
  ) {
    if register.entries.isEmpty { return }
    let present = Set(trees.flatMap { plan.inTree($0).lastingAddresses })
    let moves = Moves(redirects)
    let moved = Set(
      redirects.compactMap { output -> String? in
        guard case .redirect(let from, _) = output else { return nil }
        return Address(path: from).canonical
      })
    let entries = register.entries.sorted { $0.address.utf8.lexicographicallyPrecedes($1.address.utf8) }
    let absent = entries.filter { !present.contains($0.address) && !moved.contains($0.address) }
    let removed = absent.filter { $0.removal != nil }
    func removal(of address: String) -> AddressRegister.Removal? {
      removed.last { address.utf8.starts(with: $0.address.utf8) }?.removal
    }
    diagnostics += entries.filter { $0.removal != nil && present.contains($0.address) }.map { .addressIsBack($0) }
    var lost: [(entry: AddressRegister.Entry, present: String)] = []
    for entry in absent {
      // Other languages' pages go and move with those of the first, and earlier addresses with the present ones.
      let tree = trees.first { !$0.folder.isEmpty && entry.address.utf8.starts(with: $0.folder.utf8) }?.folder ?? ""
      let plain = String(entry.address.utf8.dropFirst(tree.utf8.count)) ?? entry.address
      let now = moves.target(of: plain)
      if let removal = removal(of: entry.address) ?? removal(of: plain) ?? now.flatMap(removal) {
        outputs.append(.gone(address: entry.address, removal))
      } else if let now, present.contains(tree + now) {
        outputs.append(.redirect(from: entry.address + "index.html", to: tree + now + "index.html"))
      } else if !register.isUnclear(entry.address), !register.isUnclear(now ?? plain) {
        lost.append((entry, now ?? plain))
      }
    }
    if lost.isEmpty { return }
    let addresses = Set(lost.map(\.entry.address))
    let told = lost.filter { $0.present == $0.entry.address || !addresses.contains($0.present) }.map(\.entry)
    report(told, plan.newPages(since: register, in: archive))
  }

  /// One diagnostic for each page that is gone; what lay below it is counted.
  private mutating func report(_ lost: [AddressRegister.Entry], _ fresh: [(address: String, document: String)]) {
    var index = 0
    while index < lost.count {
      let entry = lost[index]
      let below = lost[(index + 1)...].prefix { $0.address.utf8.starts(with: entry.address.utf8) }.count
      diagnostics.append(.addressLost(entry, below: below, now: Settlement.likeliest(for: entry.address, among: fresh)))
      index += below + 1
    }
  }

  /// The new page that most probably is the lost one: as deep in the site, in the same folder or of the same name.
  private static func likeliest(
    for address: String, among fresh: [(address: String, document: String)]
  ) -> (address: String, document: String)? {
    func parts(_ address: String) -> [Substring.UTF8View] { address.utf8.split(separator: UInt8(ascii: "/")) }
    let lost = parts(address)
    let candidates = fresh.filter { candidate in
      let parts = parts(candidate.address)
      guard parts.count == lost.count else { return false }
      return zip(parts, lost).count { $0.elementsEqual($1) } == lost.count - 1
    }
    let name = nearMiss(of: address, among: candidates.map(\.address))
    return candidates.first { $0.address == name } ?? (candidates.count == 1 ? candidates[0] : nil)
  }
}

extension SitePlan {
  /// The addresses of the pages that are to last, as the world knows them: all but the further sheets of long lists, and tables,
  /// which are there as long as there is something to compare.
  var lastingAddresses: [String] {
    pages.compactMap { page in
      if case .comparison = page { return nil }
      return page.sheet == 1 && page != .notFound ? address(of: page).canonical : nil
    }
  }

  /// The pages about documents that were not published before, with the documents' paths.
  fileprivate func newPages(since register: AddressRegister, in archive: Archive) -> [(address: String, document: String)] {
    let known = Set(register.entries.map(\.address))
    return pages.compactMap { page in
      let address = address(of: page).canonical
      guard !known.contains(address), let origin = origin(of: page, in: archive) else { return nil }
      return (address, archive.path(of: origin))
    }
  }
}
