import AuditModel
import Diagnostics

/// The short code of every audit, for good, and which page each leads to.
///
/// A code must lead right without a server's help and without script, from a disk as well. A page for every code would double the
/// number of files where there are 60,000 audits, so each *audit's* code has one small page, `k/1490-integration-2021/`: a
/// signpost to the audit and, below it, to each of its recommendations. A recommendation's permanent address is its line there,
/// `k/1490-integration-2021/#R1a`, which holds its whole code. What somebody types from paper, `k/1490-integration-2021-R1a`, is
/// led there by one rule for all codes in the files for web servers (`ServerRules`).
struct CitationCodes: Sendable {
  /// By the audits' places in the archive.
  private let codes: [String]
  /// Every code that has a page, with the audit it leads to; an audit has several where two registers were merged.
  let signs: [(code: String, audit: ID<Audit>)]
  /// Codes of audits that were taken away, with what is said of that.
  let gone: [(code: String, removal: AddressRegister.Removal)]
  /// The register as it is to be; nil where nothing changed.
  let newRegister: RegisterFile?
  /// That a code leads to two audits.
  let diagnostics: [Diagnostic]

  /// The folder of the signposts.
  static let folder = "k/"

  /// Gives each audit its code: the one it has, or else a new one of its municipality's code and its folder's name.
  /// - Parameter redirects: those that documents ask for under `formerly`.
  /// - Parameter removals: the addresses of pages that were taken away.
  init(
    _ register: CodeRegister, plan: SitePlan, redirects: [SiteRenderer.Output], removals: [String: AddressRegister.Removal],
    archive: Archive
  ) {
    let audits = Archive.ids(archive.audits)
    let addresses = audits.map {
      String(plan.address(of: .audit($0)).canonical.utf8.dropFirst(plan.tree.folder.utf8.count)) ?? ""
    }
    let present = Dictionary(zip(addresses, audits)) { first, _ in first }
    let moves = register.entries.isEmpty ? nil : Moves(redirects)
    // Not only the redirects: there is none where another audit stands now.
    let formerly = Dictionary(
      audits.flatMap { id in archive[id].formerly.map { (folderPath(ofID: $0), id) } }, uniquingKeysWith: { first, _ in first })
    let registered = Set(register.entries.map(\.address))
    var codes = [String?](repeating: nil, count: audits.count)
    var signs: [(code: String, audit: ID<Audit>)] = []
    var gone: [(code: String, removal: AddressRegister.Removal)] = []
    var entries: [CodeRegister.Entry] = []
    var led: [String: (audit: ID<Audit>, entry: CodeRegister.Entry)] = [:]
    var lost: [CodeRegister.Entry] = []
    var diagnostics: [Diagnostic] = []
    for entry in register.entries {
      // Where an audit moved away and another was put in its place, the code is the one's that moved.
      let moved = formerly[entry.address]
      let isFollowed = moved.map { !registered.contains(addresses[Int($0.index)]) } ?? false
      let here = isFollowed ? moved : present[entry.address] ?? moved
      guard let audit = here ?? moves?.target(of: entry.address).flatMap({ present[$0] }) else {
        lost.append(entry)
        continue
      }
      if let (other, first) = led[entry.code] {
        // A merge may leave the line of a renamed audit as it was before.
        if other != audit, other != moved, let place = entry.place {
          diagnostics.append(.codeTwice(entry.code, first.address, entry.address, place))
        }
        continue
      }
      led[entry.code] = (audit, entry)
      if codes[Int(audit.index)] == nil { codes[Int(audit.index)] = entry.code }
      signs.append((entry.code, audit))
      entries.append(CodeRegister.Entry(code: entry.code, address: addresses[Int(audit.index)]))
    }
    var isKept: Set<String> = []
    for entry in lost where led[entry.code] == nil && isKept.insert(entry.code).inserted {
      entries.append(entry)
      if let removal = removals[entry.address] { gone.append((entry.code, removal)) }
    }
    var taken = Set(register.entries.map(\.code))
    for audit in audits where codes[Int(audit.index)] == nil {
      let name = slug(archive[archive[audit].municipality].code) + "-" + slug(lastPart(ofID: archive[audit].id))
      var code = name
      var number = 2
      while !taken.insert(code).inserted {
        code = name + "-\(number)"
        number += 1
      }
      codes[Int(audit.index)] = code
      signs.append((code, audit))
      entries.append(CodeRegister.Entry(code: code, address: addresses[Int(audit.index)]))
    }
    self.codes = codes.map { $0 ?? "" }
    self.signs = signs
    self.gone = gone
    self.diagnostics = diagnostics
    let bytes = CodeRegister.print(entries)
    newRegister =
      bytes == register.bytes || entries.isEmpty
      ? nil : RegisterFile(path: CodeRegister.path, old: register.bytes) { bytes }
  }

  subscript(audit: ID<Audit>) -> String { codes[Int(audit.index)] }

  /// The pages at the codes.
  var outputs: [SiteRenderer.Output] {
    signs.map { .sign(code: $0.code, audit: $0.audit) }
      + gone.map { .gone(address: CitationCodes.folder + $0.code + "/", $0.removal) }
  }

  /// Redirects without those from the address of a code, which has a page of its own.
  func withoutOwn(_ redirects: [SiteRenderer.Output]) -> [SiteRenderer.Output] {
    if redirects.isEmpty { return [] }
    let own = Set((signs.map(\.code) + gone.map(\.code)).map { CitationCodes.folder + $0 + "/index.html" })
    return redirects.filter { if case .redirect(let from, _) = $0 { !own.contains(from) } else { true } }
  }
}

extension SiteContext {
  /// `1490-integration-2021`.
  func code(_ id: ID<Audit>) -> String { codes[id] }
  /// `1490-integration-2021-R1a`.
  func code(_ id: ID<Recommendation>) -> String { codes[archive[id].audit] + "-" + archive[id].shortID }

  /// The address that is to be cited: the signpost.
  func permanentAddress(_ id: ID<Audit>) -> String { CitationCodes.folder + codes[id] + "/index.html" }
  func permanentAddress(_ id: ID<Recommendation>) -> String {
    permanentAddress(archive[id].audit) + "#" + archive[id].shortID
  }
}
