import Diagnostics

/// Makes a tree of libyaml's events, and reports what YAML allows and content must not have.
struct YAMLTreeBuilder {
  /// Whether reading came to the end, or the place after which it may be taken up again.
  enum Stop {
    case end
    case at(Int)
  }

  let file: SourceFile
  private(set) var root: YAMLNode?
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether ids were left out, since the key that they stood under was wrong.
  private(set) var hasLosses = false

  private var open: [Container] = []
  private var anchors: [Anchor] = []
  private var nodes = 0
  private var aliasedNodes = 0
  private var isStopped = false
  /// The last event, which tells what a syntax error comes after.
  private var last: YAMLEventReader.Event?

  init(file: SourceFile) { self.file = file }

  /// A list or a mapping of which more is to come.
  private struct Container {
    var isMapping: Bool
    var lower: Int
    var items: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    /// The keys so far; kept only where there are too many to compare one by one.
    var keys: Set<String> = []
    var key: YAMLKey?
    /// Whether the value that comes is left out, since its key was wrong.
    var dropsValue = false
    /// How many values were left out.
    var dropped = 0
    var anchor: Int?
    var nodesBefore: Int
  }

  private struct Anchor {
    var name: String
    var range: Range<Int>
    var node: YAMLNode?
    var nodes = 0
    var isUsed = false
  }

  /// Reads bytes that begin at `base` in the file. `earlier` is the mapping that an earlier part of the file gave.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, from base: Int, joining earlier: YAMLNode?) -> Stop {
    var reader = YAMLEventReader(bytes, base: base)
    var documents = 0
    var stop = Stop.end
    reading: while true {
      let event = reader.next()
      switch event.kind {
      case .end: break reading
      case .streamStart, .other: continue
      case .documentStart:
        documents += 1
        if documents > 1 {
          diagnostics.append(.severalDocuments(in: file, at: event.range))
          break reading
        }
      case .failure:
        let error = SyntaxError(reader.failure(), after: last, in: file)
        // An asterisk, say, may have been reported for itself just before.
        let isKnown = diagnostics.contains {
          $0.code == error.diagnostic.code && $0.location.lower == error.diagnostic.location.lower
        }
        if !isKnown { diagnostics.append(error.diagnostic) }
        stop = .at(error.resumeAfter)
        break reading
      case .alias: guard expandAlias(event) else { break reading }
      case .scalar: addScalar(event)
      case .sequenceStart, .mappingStart:
        guard open.count < YAMLLimits.depth else {
          diagnostics.append(.tooDeep(in: file, at: event.range))
          stop = .at(event.range.lowerBound)
          break reading
        }
        start(event, joining: earlier)
      // The end of a list without brackets is only found where something else begins; its last value's end is its own.
      case .collectionEnd: end(upper: event.range.isEmpty ? 0 : event.range.upperBound)
      }
      last = event
    }
    if open.isEmpty {
      for anchor in anchors where !anchor.isUsed { diagnostics.append(.specialStart(in: file, at: anchor.range)) }
    }
    // After an error: what is still open ends where its last complete part does.
    isStopped = true
    while !open.isEmpty { end(upper: 0) }
    return stop
  }

  // MARK: Parts

  private mutating func start(_ event: YAMLEventReader.Event, joining earlier: YAMLNode?) {
    checkTag(event)
    var container = Container(isMapping: event.kind == .mappingStart, lower: event.range.lowerBound, nodesBefore: nodes)
    if open.isEmpty, container.isMapping, let earlier, let entries = earlier.entries {
      container.lower = earlier.range.lowerBound
      container.entries = entries
      if entries.count > 16 { container.keys = Set(entries.map(\.key.text)) }
    }
    container.anchor = anchor(of: event)
    nodes += 1
    open.append(container)
  }

  private mutating func end(upper: Int) {
    guard var container = open.popLast() else { return }
    let last = container.isMapping ? container.entries.last?.value.range.upperBound : container.items.last?.range.upperBound
    let range = container.lower..<max(container.lower, upper, last ?? 0)
    let node = YAMLNode(container.isMapping ? .mapping(container.entries) : .sequence(container.items), range: range)
    container.entries = []
    container.items = []
    if let anchor = container.anchor {
      anchors[anchor].node = node
      anchors[anchor].nodes = nodes - container.nodesBefore
    }
    add(node)
  }

  private mutating func addScalar(_ event: YAMLEventReader.Event) {
    checkTag(event)
    if event.style == .doubleQuoted { checkEscapes(event) }
    if event.style == .plain { checkHash(after: event) }
    nodes += 1
    let node = YAMLNode(.scalar(text: event.text, style: event.style), range: event.range)
    if let anchor = anchor(of: event) {
      anchors[anchor].node = node
      anchors[anchor].nodes = 1
    }
    add(node)
  }

  /// Puts the value that an alias stands for in its place. False where that would be too much.
  private mutating func expandAlias(_ event: YAMLEventReader.Event) -> Bool {
    guard let index = anchors.lastIndex(where: { $0.name == event.anchor }), var node = anchors[index].node else {
      diagnostics.append(.specialStart(in: file, at: event.range))
      add(YAMLNode(.scalar(text: file.text(in: event.range), style: .plain), range: event.range))
      return true
    }
    anchors[index].isUsed = true
    nodes += anchors[index].nodes
    aliasedNodes += anchors[index].nodes
    guard aliasedNodes <= YAMLLimits.aliasedNodes else {
      diagnostics.append(.tooManyAliases(in: file, at: event.range))
      return false
    }
    node.range = event.range
    add(node)
    return true
  }

  private mutating func add(_ node: YAMLNode) {
    guard !open.isEmpty else {
      root = node
      return
    }
    let top = open.count - 1
    if !open[top].isMapping {
      open[top].items.append(node)
    } else if let key = open[top].key {
      open[top].key = nil
      if open[top].dropsValue { drop(node, from: top) } else { open[top].entries.append(YAMLEntry(key: key, value: node)) }
      open[top].dropsValue = false
    } else {
      addKey(node, to: top)
    }
  }

  private mutating func addKey(_ node: YAMLNode, to top: Int) {
    guard case .scalar(let text, let style) = node.content else {
      if isStopped { return }
      diagnostics.append(.keyNotText(in: file, at: node.range))
      open[top].key = YAMLKey(text: "", range: node.range)
      open[top].dropsValue = true
      return
    }
    open[top].key = YAMLKey(text: text, range: node.range)
    if text == "<<", style == .plain {
      diagnostics.append(.mergeKey(in: file, at: node.range))
      open[top].dropsValue = true
    } else if open[top].entries.count < 16 {
      guard let first = open[top].entries.first(where: { $0.key.text == text }) else { return }
      refuse(duplicate: node.range, of: first.key, in: top)
    } else {
      if open[top].keys.isEmpty { open[top].keys = Set(open[top].entries.map(\.key.text)) }
      guard !open[top].keys.insert(text).inserted else { return }
      guard let first = open[top].entries.first(where: { $0.key.text == text }) else { return }
      refuse(duplicate: node.range, of: first.key, in: top)
    }
  }

  /// With a value go the ids in it. Where several keys of an entry stand twice, two entries have run together, and the second's id
  /// is gone.
  private mutating func drop(_ node: YAMLNode, from top: Int) {
    open[top].dropped += 1
    let isEntry = top > 0 && !open[top - 1].isMapping
    if node.hasID || isEntry && open[top].dropped > 1 { hasLosses = true }
  }

  private mutating func refuse(duplicate: Range<Int>, of first: YAMLKey, in top: Int) {
    diagnostics.append(.duplicateKey(first.text, in: file, at: duplicate, first: first.range))
    open[top].dropsValue = true
  }

  // MARK: What YAML allows and content must not have

  private mutating func anchor(of event: YAMLEventReader.Event) -> Int? {
    guard let name = event.anchor else { return nil }
    anchors.append(Anchor(name: name, range: event.range.lowerBound..<event.range.lowerBound + 1 + name.utf8.count))
    return anchors.count - 1
  }

  private mutating func checkTag(_ event: YAMLEventReader.Event) {
    guard event.isTagged else { return }
    let word = file.bytes[event.range.lowerBound...].prefix { $0 > UInt8(ascii: " ") }
    diagnostics.append(.tag(in: file, at: word.startIndex..<word.endIndex))
  }

  /// Escapes such as `\f` in quoted text become characters that nobody sees and no text may have, mostly by mistake
  /// (`"C:\filer"`).
  private mutating func checkEscapes(_ event: YAMLEventReader.Event) {
    if hasControlCharacters(event.text) { diagnostics.append(.badEscape(in: file, at: event.range)) }
  }

  /// YAML takes ` #12` for a remark and drops it without a word.
  private mutating func checkHash(after event: YAMLEventReader.Event) {
    let bytes = file.bytes
    var index = event.range.upperBound
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "#"), index > event.range.upperBound,
      bytes[index + 1] > UInt8(ascii: " "), bytes[index + 1] != UInt8(ascii: "#")
    else { return }
    let lineEnd = bytes[index...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
    diagnostics.append(.textAfterHash(in: file, at: index..<lineEnd))
  }
}
