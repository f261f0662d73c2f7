/// The id that is meant by whoever wrote the address of a page in its place, or the path of a file: of
/// `https://revision.example.se/exempelby/skolor-2022/#r1` it is `exempelby/skolor-2022/r1`.
/// - Parameter parts: how many parts such an id has at most. A site may stand in a folder of its server, and the content somewhere
///   on a disk.
func idMeant(by name: String, parts: Int) -> String {
  var path = name[...]
  if isAddress(name) { path = path.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" } }
  let names = path.split { $0 == "/" || $0 == "#" }.filter {
    $0 != "." && $0 != ".." && !$0.hasSuffix(".md") && !$0.hasSuffix(".html")
  }
  return names.suffix(parts).joined(separator: "/")
}

/// Whether it is an address of the web, which may lead to another site than this.
func isAddress(_ name: String) -> Bool { name.contains("://") }
