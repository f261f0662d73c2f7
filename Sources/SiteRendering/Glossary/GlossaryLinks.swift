import Mustache

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Makes the first use of each glossary word on a page a link to its explanation at the page's end.
///
/// Only the site's own running text leads there: never what a document says, since the explanation is the site's and not the
/// document's; nor what is a link, a button, a heading or a label already. The explanation stands on the page itself, so that it
/// is at hand without script and on paper; from it a link leads on to the glossary.
struct GlossaryLinks: Sendable {
  private let matcher: TermMatcher
  let entries: [GlossaryEntry]

  init(_ entries: [GlossaryEntry]) {
    self.entries = entries
    matcher = TermMatcher(
      entries.enumerated().filter(\.element.isReadable).flatMap { place, entry in
        ([entry.term] + entry.forms).map { ($0, place) }
      })
  }

  var isEmpty: Bool { matcher.isEmpty }

  /// A word on a page that leads to an entry.
  private struct Use {
    let range: Range<Int>
    let entry: Int
  }

  /// Links the words of the page that begins at `start`, and returns the entries that it uses, in the order of the glossary.
  func insert(into page: inout [UInt8], from start: Int) -> [GlossaryEntry] {
    let uses = page.withUnsafeBufferPointer { self.uses(in: $0, from: start) }
    guard !uses.isEmpty else { return [] }
    var linked: [UInt8] = []
    linked.reserveCapacity(page.count - start + uses.count * 64)
    var copied = start
    for use in uses {
      linked += page[copied..<use.range.lowerBound]
      linked += "<a class=\"term\" href=\"#".utf8
      linked += entries[use.entry].anchor.utf8
      linked += "\">".utf8
      linked += page[use.range]
      linked += "</a>".utf8
      copied = use.range.upperBound
    }
    linked += page[copied...]
    page.replaceSubrange(start..., with: linked)
    return uses.map(\.entry).sorted().map { entries[$0] }
  }

  // MARK: Finding

  private func uses(in page: UnsafeBufferPointer<UInt8>, from start: Int) -> [Use] {
    guard let base = page.baseAddress else { return [] }
    var uses: [Use] = []
    var isUsed = [Bool](repeating: false, count: entries.count)
    var at = start
    var isInMain = false
    // What is passed over: the name of the element, and how many of the name stand in each other.
    var passed: (name: UInt64, depth: Int)?
    while at < page.count, let found = memchr(base + at, Int32(UInt8(ascii: "<")), page.count - at) {
      let open = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if isInMain, passed == nil { find(in: page, at..<open, &uses, &isUsed) }
      let tag = Tag(page, at: open)
      at = tag.end
      if tag.name == Tag.main {
        if tag.isClosing { break }
        isInMain = true
      } else if let element = passed {
        guard element.name == tag.name, !tag.isEmpty else { continue }
        let depth = element.depth + (tag.isClosing ? -1 : 1)
        passed = depth == 0 ? nil : (element.name, depth)
      } else if isInMain, !tag.isClosing, !tag.isEmpty, tag.isPassedOver(in: page) {
        passed = (tag.name, 1)
      }
    }
    return uses
  }

  private func find(in page: UnsafeBufferPointer<UInt8>, _ text: Range<Int>, _ uses: inout [Use], _ isUsed: inout [Bool]) {
    var at = text.lowerBound
    while at < text.upperBound {
      guard TermMatcher.isOfWord(page[at]) else {
        // Punctuation beyond ASCII has more bytes than one.
        at += page[at] == 0xE2 ? 3 : page[at] == 0xC2 ? 2 : 1
        continue
      }
      if let match = matcher.match(page, from: at, to: text.upperBound) {
        if !isUsed[match.entry] {
          isUsed[match.entry] = true
          uses.append(Use(range: at..<match.end, entry: match.entry))
        }
        at = match.end
      } else {
        while at < text.upperBound, TermMatcher.isOfWord(page[at]) { at += 1 }
      }
    }
  }
}

/// A tag of a page, as far as finding words in it asks.
private struct Tag {
  /// The first eight letters of its name, which tell all names of HTML apart that matter here.
  let name: UInt64
  let isClosing: Bool
  /// Whether it closes itself, as SVG's do, or is one that has no content.
  let isEmpty: Bool
  /// The bytes after its name.
  private let attributes: Range<Int>
  let end: Int

  init(_ page: UnsafeBufferPointer<UInt8>, at open: Int) {
    var at = open + 1
    isClosing = at < page.count && page[at] == UInt8(ascii: "/")
    if isClosing { at += 1 }
    var name: UInt64 = 0
    var length = 0
    while at < page.count, page[at] > 0x2F, page[at] != UInt8(ascii: ">") {
      if length < 8 { name = name << 8 | UInt64(page[at]) }
      length += 1
      at += 1
    }
    let start = at
    // Inside attributes a `>` is always escaped.
    if let base = page.baseAddress, at < page.count, let found = memchr(base + at, Int32(UInt8(ascii: ">")), page.count - at) {
      at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
    } else {
      at = page.count
    }
    self.name = name
    attributes = start..<min(at, page.count)
    isEmpty = at > start && at <= page.count && page[at - 1] == UInt8(ascii: "/") || Tag.void.contains(name)
    end = min(at + 1, page.count)
  }

  static let main = Tag.name("main")
  private static let void = ["br", "hr", "img", "input", "link", "meta", "wbr"].map(name)
  private static let passedOver = [
    "a", "blockquote", "button", "cite", "code", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "label", "legend", "nav", "option",
    "q",
    "script", "style", "summary", "svg", "th", "time",
  ].map(name)

  private static func name(_ text: String) -> UInt64 { text.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }

  /// Whether words in the element lead nowhere: what leads elsewhere already, what names something, and what is not the site's
  /// own to explain, because it is verbatim or in another language.
  func isPassedOver(in page: UnsafeBufferPointer<UInt8>) -> Bool {
    if Tag.passedOver.contains(name) { return true }
    var at = attributes.lowerBound
    while at < attributes.upperBound {
      if page[at] == UInt8(ascii: " ") || page[at] == UInt8(ascii: "\""), at + 1 < attributes.upperBound {
        switch page[at + 1] {
        case UInt8(ascii: "c"): if begins(page, at + 1, "chip") { return true }
        case UInt8(ascii: "f"): if begins(page, at + 1, "flag") { return true }
        case UInt8(ascii: "k"): if begins(page, at + 1, "kicker") { return true }
        case UInt8(ascii: "l"):
          if begins(page, at + 1, "lang=") || begins(page, at + 1, "lead-in") || begins(page, at + 1, "level") { return true }
        case UInt8(ascii: "r"): if begins(page, at + 1, "rec-text") { return true }
        case UInt8(ascii: "v"): if begins(page, at + 1, "verbatim") { return true }
        default: break
        }
      }
      at += 1
    }
    return false
  }

  private func begins(_ page: UnsafeBufferPointer<UInt8>, _ at: Int, _ text: StaticString) -> Bool {
    guard at + text.utf8CodeUnitCount <= attributes.upperBound, let base = page.baseAddress else { return false }
    return memcmp(base + at, text.utf8Start, text.utf8CodeUnitCount) == 0
  }
}
