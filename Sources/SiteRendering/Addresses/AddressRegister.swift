import AuditModel
public import Diagnostics

/// Every address of a page that was ever published, and what became of those that are no more.
///
/// It lies among the content as `addresses.txt` and is kept with it: one address a line, sorted by bytes, below a comment.
/// `build` adds what is new when it has published. An address whose page was taken away for good has a day and a reason on its
/// line:
///
///     /exempelby/inkop-2019/ borttagen 2026-11-21 Granskningen hörde till en annan kommun.
public struct AddressRegister: Sendable {
  /// Where the register lies in the content folder.
  public static let path = "addresses.txt"

  /// One line of the register.
  struct Entry: Sendable {
    /// As the world knows it, from the site's root and without a slash in front: `boras/integration-2021/`.
    let address: String
    let removal: Removal?
    /// The line, in bytes.
    let range: Range<Int>
  }

  /// That a page was taken away on purpose.
  public struct Removal: Sendable, Hashable {
    /// `2026-11-21`.
    public let day: String
    /// In the words of whoever took it away.
    public let reason: String
  }

  let entries: [Entry]
  /// The addresses of lines after which something stands that cannot be read: it may be that they were removed.
  private let unclear: [String]
  /// Whether there is a file of it.
  let isThere: Bool
  private let lines: [UInt8]

  /// Reads a register. A line that is no address, or that has words after it which are no removal, is an error.
  public static func read(_ file: SourceFile) -> Checked<AddressRegister> {
    var entries: [Entry] = []
    var unclear: [String] = []
    var diagnostics: [Diagnostic] = []
    let conflicts = file.mergeConflicts(keepsAll: true)
    if !conflicts.isEmpty { return Checked(AddressRegister(entries: [], lines: file.bytes), conflicts) }
    for (text, place) in file.registerLines {
      if let entry = Entry(text, at: place.lower..<place.upper) {
        entries.append(entry)
      } else {
        diagnostics.append(.addressLine(place))
        unclear.append(String(text.prefix { !$0.isWhitespace }.drop { $0 == "/" }))
      }
    }
    return Checked(AddressRegister(entries: entries, unclear: unclear, lines: Array(file.registerBytes)), diagnostics)
  }

  /// The register of a site that was never published.
  public init() {
    self.init(entries: [], lines: Array(AddressRegister.comment.utf8), isThere: false)
  }

  private init(entries: [Entry], unclear: [String] = [], lines: [UInt8], isThere: Bool = true) {
    self.entries = entries
    self.unclear = unclear
    self.lines = lines
    self.isThere = isThere
  }

  /// Whether nobody can tell what the register says of an address, or of a folder that it lies in.
  func isUnclear(_ address: String) -> Bool { unclear.contains { !$0.isEmpty && address.utf8.starts(with: $0.utf8) } }

  /// The register's bytes with the addresses that it did not have, or nil where it has all of them.
  public func adding(_ addresses: [String]) -> [UInt8]? {
    let known = Set(entries.map(\.address))
    let new = addresses.filter { !known.contains($0) }
    if new.isEmpty { return nil }
    var comments: [ArraySlice<UInt8>] = []
    var rows = new.map { ArraySlice(Array("/\($0)".utf8)) }
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      if line.first == UInt8(ascii: "/") { rows.append(line) } else { comments.append(line) }
    }
    rows.sort { $0.lexicographicallyPrecedes($1) }
    return (comments + rows).reduce(into: []) {
      $0 += $1
      $0.append(UInt8(ascii: "\n"))
    }
  }

  private static let comment = """
    # Varje adress som har publicerats. Missiv fyller på filen; spara den med innehållet. Every address ever published.
    # Tas en sida bort för gott skrivs dag och skäl efter adressen: /kommun/granskning/ borttagen 2026-11-21 Skälet.

    """
}

extension AddressRegister.Entry {
  /// Reads `/address/` or `/address/ borttagen DAY REASON`.
  fileprivate init?(_ line: String, at range: Range<Int>) {
    guard line.utf8.first == UInt8(ascii: "/") else { return nil }
    let parts = line.utf8.split(separator: UInt8(ascii: " "), maxSplits: 3)
    guard let address = parts.first.flatMap({ String($0.dropFirst()) }), address.isFolderAddress else { return nil }
    var removal: AddressRegister.Removal?
    if parts.count > 1 {
      guard parts.count == 4, let word = String(parts[1]), word == "borttagen" || word == "removed", let day = String(parts[2]),
        day.isDay, let reason = String(parts[3])
      else { return nil }
      removal = AddressRegister.Removal(day: day, reason: reason)
    }
    self.init(address: address, removal: removal, range: range)
  }
}

extension String {
  /// Whether the text is made of the letters that pages' addresses are, and ends in a slash where it is not empty.
  var isFolderAddress: Bool {
    (isEmpty || utf8.last == UInt8(ascii: "/"))
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "/"):
          true
        default: false
        }
      }
  }

  /// Whether the text is a day as `2026-11-21`.
  var isDay: Bool { utf8.count == 10 && EDTFDate(self)?.isExact == true }
}
