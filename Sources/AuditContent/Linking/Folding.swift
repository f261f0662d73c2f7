/// A name as names are compared: without regard to capital and small letters.
func folded(_ name: some StringProtocol) -> String {
  // Most names have no capital letters; then nothing is made anew.
  if name.utf8.allSatisfy({ $0 < 0x80 && !(0x41...0x5A).contains($0) }) { return String(name) }
  return name.lowercased()
}

/// The two parts of a path on either side of its last `/`; nil where it has none.
func splitPath(_ path: String) -> (folder: Substring, name: Substring)? {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
  return (path[..<slash], path[path.utf8.index(after: slash)...])
}

func comesBefore(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
