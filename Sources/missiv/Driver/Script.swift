/// A script as the site carries it: without the comments and the indentation that only its source needs.
///
/// Only whole lines of comment (`//`) and white space at a line's start go, which can mean something nowhere but inside a text of
/// several lines. A script with such a text (a line that opens or closes a backtick and no more) is left as it is.
enum Script {
  static func compact(_ source: [UInt8]) -> [UInt8] {
    let lines = source.split(separator: UInt8(ascii: "\n"))
    guard !lines.contains(where: { line in line.count { $0 == UInt8(ascii: "`") } % 2 == 1 }) else { return source }
    var out: [UInt8] = []
    out.reserveCapacity(source.count)
    for line in lines {
      let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard !text.isEmpty, !text.starts(with: "//".utf8) else { continue }
      out += text
      out.append(UInt8(ascii: "\n"))
    }
    return out
  }
}
