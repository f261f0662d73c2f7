#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension DiagnosticCode {
  public static let mergeConflict = DiagnosticCode(
    "merge-conflict", .error,
    explanation: Wording(
      sv: """
        Två har ändrat på samma ställe, och git kunde inte slå ihop ändringarna. Mellan raderna med <<<<<<< och ======= står det \
        ena, mellan ======= och >>>>>>> det andra. Behåll det som ska gälla och ta bort de tre raderna. I addresses.txt, codes.txt \
        och changes.txt behålls allt: nästa bygge ordnar resten.
        """,
      en: """
        Two have changed the same place, and git could not merge what they did. Between the lines with <<<<<<< and ======= stands \
        one, between ======= and >>>>>>> the other. Keep what is to hold and remove the three lines. In addresses.txt, codes.txt and \
        changes.txt all is kept: the next build puts the rest in order.
        """))
}

extension SourceFile {
  /// What git left in the file where it could not merge two changes: one diagnostic for each line of marks that is no heading's.
  /// - Parameter keepsAll: whether both changes hold, as in a register.
  public func mergeConflicts(keepsAll: Bool = false) -> [Diagnostic] {
    var places: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { bytes in
      for mark in [UInt8(ascii: "<"), UInt8(ascii: ">")] {
        var at = 0
        while let start = bytes.baseAddress, at < bytes.count, let found = memchr(start + at, Int32(mark), bytes.count - at) {
          let place = UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found))
          let end = bytes[place...].firstIndex { $0 != mark } ?? bytes.count
          if place == 0 || bytes[place - 1] == 0x0A, end - place == 7, end < bytes.count, bytes[end] == 0x20 {
            places.append(place..<(bytes[end...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count))
          }
          at = end
        }
      }
    }
    return places.sorted { $0.lowerBound < $1.lowerBound }.map {
      Diagnostic(
        .mergeConflict,
        Wording(sv: "git kunde inte slå ihop två ändringar här", en: "git could not merge two changes here"),
        at: SourceRange(path: path, $0),
        cure: keepsAll
          ? Wording(
            sv: "Ta bort raderna med <<<<<<<, ======= och >>>>>>>, och behåll alla andra.",
            en: "Remove the lines with <<<<<<<, ======= and >>>>>>>, and keep all others.")
          : Wording(
            sv:
              "Behåll det som ska gälla av det som står mellan <<<<<<< och >>>>>>>, och ta bort raderna med de tecknen och =======.",
            en:
              "Keep what is to hold of what stands between <<<<<<< and >>>>>>>, and remove the lines with those marks and =======."
          ))
    }
  }
}
