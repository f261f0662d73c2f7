/// Changes a content folder as people, scanners and other programs do: a value, a line, a key, a file at a time, so that most of
/// what it makes is almost right and comes far.
func mutateFolder(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ capacity: Int, _ seed: UInt32) -> Int {
  var folder = FolderText(UnsafeBufferPointer(start: bytes, count: count))
  var change = FolderChange(seed: seed)
  if folder.files.isEmpty || change.below(50) == 0 { return mutateBytes(bytes, count, capacity) }
  for _ in 0...change.below(4) { change.apply(to: &folder) }
  let changed = folder.bytes.prefix(capacity)
  for (index, byte) in changed.enumerated() { bytes[index] = byte }
  return changed.count
}

private struct FolderChange {
  private var state: UInt64

  init(seed: UInt32) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// A number from 0 up to, but not including, a limit.
  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return limit <= 0 ? 0 : Int((state >> 33) % UInt64(limit))
  }

  private static let values: [[UInt8]] = [
    "", "[]", "{}", "null", "~", "true", "R1", "[R1, R2]", "M1", "namnden", "[namnden, styrelsen]", "exempelby",
    "exempelby/forra/R1", "auditors",
    "2021", "2021-02-29", "2021-03?", "2021~", "9999-12-31", "0001", "2021-13", "javascript:alert(1)", "https://example.se/",
    "//a", "\"a\\u0000b\"",
    "\"=1+1\"", "'<script>'", "|", ">-", "&a b", "*a", "!!str a", "1e9", "-1", "999999999999999999999", "18900101-9802", "skola",
    "implemented",
    "accepts", "transferred", "{a: b}", "[{id: R1, text: a}]", "\"\u{202E}\u{2028}\"", "å", "\u{FEFF}", "# a", "a: b", "/a/b/",
    "\"#000000\"",
  ].map { Array($0.utf8) }

  private static let lines: [[UInt8]] = [
    "---", "", "  - id: R9", "    text: a", "- a", "type: audit", "type: reply", "type: follow-up", "type: page",
    "type: glossary", "draft: true",
    "| a | b |", "| --- | :-: |", "| 1 | 2 | 3 |", "# a", "###### b", "[a](b)", "[](exempelby)", "![a](tabell.csv)",
    "![a](tabell.csv \"line\")",
    "![a](bild.svg)", "```", "> a", "<b>a</b>", "- [ ] a", "\\", "[a]: b", "![Nyckeltal][a]", "&#0;", "a  ", "År,a,b", "2021,1,2",
    "2022,,\"3,5\"",
    "\"", "parts:", "repeats: {of: R1}", "    parts: [{id: a, text: b}, {id: b, text: c}]", "formerly: /a/",
    "languages: [sv, en]",
    "rules: {untouched: {limit: 1}}", "/exempelby/borta/", "/a/ borttagen 2026-01-01 b",
  ].map { Array($0.utf8) }

  private static let paths: [[UInt8]] = [
    "site.yaml", "addresses.txt", "ordlista.md", "om.md", "exempelby/index.md", "exempelby/skolor/audit.md",
    "exempelby/skolor/svar.md",
    "exempelby/skolor/uppf.md", "exempelby/skolor/tabell.csv", "exempelby/skolor/bild.svg", "exempelby/forra/audit.md",
    "annanby/index.md",
    "annanby/skolor/audit.md", "a/b/c/d.md", "Exempelby/index.md", "en/om.md", "data/audit.md", "exempelby/skolor/å ä.pdf",
    "sok.md",
  ].map { Array($0.utf8) }

  mutating func apply(to folder: inout FolderText) {
    guard !folder.files.isEmpty else { return }
    let file = below(folder.files.count)
    let count = folder.files[file].lines.count
    let line = below(count)
    switch below(14) {
    case 0: folder.files[file].path = Self.paths[below(Self.paths.count)]
    case 1: folder.files.append((Self.paths[below(Self.paths.count)], folder.files[file].lines))
    case 2: if folder.files.count > 2 { folder.files.remove(at: file) }
    case 3: folder.files[file].lines.insert(Self.lines[below(Self.lines.count)], at: below(count + 1))
    case _ where count == 0: return
    case 4: folder.files[file].lines.remove(at: line)
    case 5: folder.files[file].lines.insert(folder.files[file].lines[line], at: below(count + 1))
    case 6: folder.files[file].lines.swapAt(line, below(count))
    case 7:
      let other = below(folder.files.count)
      folder.files[other].lines.insert(folder.files[file].lines[line], at: below(folder.files[other].lines.count + 1))
    case 8: folder.files[file].lines[line].insert(contentsOf: [0x20, 0x20], at: 0)
    case 9: if folder.files[file].lines[line].starts(with: [0x20, 0x20]) { folder.files[file].lines[line].removeFirst(2) }
    case 10, 11: setValue(&folder.files[file].lines[line])
    default: changeBytes(&folder.files[file].lines[line])
    }
  }

  /// Another value after the colon.
  private mutating func setValue(_ line: inout [UInt8]) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return changeBytes(&line) }
    line.removeSubrange(line.index(after: colon)...)
    line += [0x20] + Self.values[below(Self.values.count)]
  }

  private func changeBytes(_ line: inout [UInt8]) {
    let count = line.count
    let capacity = count + 16
    line += [UInt8](repeating: 0, count: 16)
    let changed = line.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mutateBytes($0, count, capacity) } ?? 0
    }
    line.removeSubrange(changed...)
  }
}
