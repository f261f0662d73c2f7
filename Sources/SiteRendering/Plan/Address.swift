/// Where a file of the site stands, relative to the site's root: `boras/integration-2021/r1a/index.html`.
///
/// Links between pages are written relative to the page they stand on and name `index.html`, so that the site works under
/// any path, from a disk and in an archive.
public struct Address: Hashable, Sendable {
  public let path: String

  /// What the file of a folder's page is called, which its address as the world knows it leaves out.
  static let index = "index.html"

  public init(path: String) {
    self.path = path
  }

  /// The page of a folder; `folder` is empty or ends in `/`.
  public init(folder: String) {
    self.path = folder + Address.index
  }

  /// The page of what has an id with `/` between its parts.
  init(ofID id: String, below top: String) {
    guard isPath(id) else {
      self.init(folder: top + folderPath(ofID: id))
      return
    }
    var path = ""
    path.reserveCapacity(top.utf8.count + id.utf8.count + 1 + Address.index.utf8.count)
    path += top
    path += id
    path += "/index.html"
    self.init(path: path)
  }

  /// The page of a folder in the folder of another page.
  init(below page: Address, _ between: String, _ name: String) {
    let folder = page.path.utf8.dropLast(Address.index.utf8.count)
    var path = ""
    path.reserveCapacity(folder.count + between.utf8.count + name.utf8.count + 1 + Address.index.utf8.count)
    path += Substring(folder)
    path += between
    path += name
    path += "/index.html"
    self.init(path: path)
  }

  /// The address as the world knows it, without `index.html`: `boras/integration-2021/r1a/`.
  public var canonical: String {
    path.hasSuffix(Address.index) ? String(Substring(path.utf8.dropLast(Address.index.utf8.count))) : path
  }

  /// What leads from this file to the site's root: `../../`, or nothing at the root.
  public var root: String {
    String(repeating: "../", count: path.utf8.reduce(into: 0) { if $1 == UInt8(ascii: "/") { $0 += 1 } })
  }

  public func fragment(_ id: String) -> String { path + "#" + id }
}

/// A part of an address made from an id: small letters, digits and hyphens. `R1a` becomes `r1a`, `Åmål` `amal`.
public func slug(_ text: String) -> String {
  if isSlug(text) { return text }
  return String(unsafeUninitializedCapacity: text.utf8.count) { bytes in
    var count = 0
    func append(_ byte: UInt8) {
      bytes[count] = byte
      count += 1
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": append(UInt8(scalar.value))
      case "A"..."Z": append(UInt8(scalar.value) | 0x20)
      case "å", "ä", "à", "á", "â", "Å", "Ä", "À", "Á", "Â": append(UInt8(ascii: "a"))
      case "ö", "ø", "ô", "ó", "Ö", "Ø", "Ô", "Ó": append(UInt8(ascii: "o"))
      case "é", "è", "ê", "ë", "É", "È", "Ê", "Ë": append(UInt8(ascii: "e"))
      case "ü", "ú", "Ü", "Ú": append(UInt8(ascii: "u"))
      default: if count > 0, bytes[count - 1] != UInt8(ascii: "-") { append(UInt8(ascii: "-")) }
      }
    }
    return count > 0 && bytes[count - 1] == UInt8(ascii: "-") ? count - 1 : count
  }
}

/// Whether a text is what `slug` would make of it.
private func isSlug(_ text: String) -> Bool { isPath(text) && !text.utf8.contains(UInt8(ascii: "/")) }

/// An id with `/` between its parts as a folder: `boras/integration-2021/`.
func folderPath(ofID id: String) -> String {
  if isPath(id) { return id + "/" }
  var path = ""
  path.reserveCapacity(id.utf8.count + 1)
  for part in id.utf8.split(separator: UInt8(ascii: "/")) {
    path += slug(String(Substring(part)))
    path += "/"
  }
  return path
}

/// Whether an id is as it stands what an address is made of, as nearly all are: between signs there is a letter or digit.
private func isPath(_ id: String) -> Bool {
  var isAfterSign = true
  for byte in id.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): isAfterSign = false
    case UInt8(ascii: "-"), UInt8(ascii: "/"):
      if isAfterSign { return false }
      isAfterSign = true
    default: return false
    }
  }
  return !isAfterSign
}

/// What an id has after its last `/`: `svar-ks` of `boras/integration-2021/svar-ks`.
func lastPart(ofID id: String) -> String {
  guard let slash = id.utf8.lastIndex(of: UInt8(ascii: "/")) else { return id }
  return String(id[id.utf8.index(after: slash)...])
}
