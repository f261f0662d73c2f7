public import Diagnostics

/// The short codes that audits were given for citing, and where each audit was published: `1490-integration-2021`.
///
/// It lies among the content as `codes.txt` and is kept with it: one code a line, sorted by bytes, with the address of the
/// audit's page. A recommendation's code is its audit's with its number behind, `1490-integration-2021-R1a`, and needs no line. A
/// code never comes to mean another audit: where a folder was renamed, the line follows to the new address, and the code stays.
public struct CodeRegister: Sendable {
  /// Where the register lies in the content folder.
  public static let path = "codes.txt"

  /// One line of the register.
  struct Entry: Sendable {
    let code: String
    /// As the world knows it, from the site's root and without a slash in front: `boras/integration-2021/`.
    let address: String
    /// Its line; nil where it is new.
    var place: SourceRange?
  }

  /// Sorted by their codes, and by their addresses where a merge left several.
  let entries: [Entry]
  /// Whether there is a file of it.
  let isThere: Bool
  let bytes: [UInt8]

  /// The register of a site that was never published.
  public init() {
    (entries, bytes, isThere) = ([], [], false)
  }

  private init(_ entries: [Entry], _ bytes: [UInt8]) {
    self.entries = entries.sorted { ($0.code, $0.address) < ($1.code, $1.address) }
    self.bytes = bytes
    isThere = true
  }

  /// Reads a register. A line that is no code with its address is an error. A code may stand on several lines where a merge left
  /// the address that its audit had before beside the one that it has now.
  public static func read(_ file: SourceFile) -> Checked<CodeRegister> {
    let conflicts = file.mergeConflicts(keepsAll: true)
    if !conflicts.isEmpty { return Checked(CodeRegister([], file.bytes), conflicts) }
    var entries: [Entry] = []
    var addresses: [String: Set<String>] = [:]
    var diagnostics: [Diagnostic] = []
    for (line, place) in file.registerLines {
      let parts = line.split(separator: " ")
      guard parts.count == 2, let code = parts.first.map(String.init), code.isCode, parts[1].first == "/",
        case let address = String(parts[1].dropFirst()), address.isFolderAddress, !address.isEmpty
      else {
        diagnostics.append(.codeLine(place))
        continue
      }
      if addresses[code, default: []].insert(address).inserted {
        entries.append(Entry(code: code, address: address, place: place))
      }
    }
    return Checked(CodeRegister(entries, file.bytes), diagnostics)
  }

  /// The bytes of a register with some codes.
  static func print(_ entries: [Entry]) -> [UInt8] {
    var bytes = Array(comment.utf8)
    for entry in entries.sorted(by: { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }) {
      bytes += "\(entry.code) /\(entry.address)\n".utf8
    }
    return bytes
  }

  private static let comment = """
    # Granskningarnas korta koder, som andra citerar. Missiv fyller på filen; spara den med innehållet. Ändra inga rader.
    # The audits' short codes, which others cite. Missiv adds to the file; keep it with the content. Change no line.

    """
}

extension String {
  /// Whether the text can be an audit's code: small letters, digits and hyphens.
  fileprivate var isCode: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
      }
  }
}
