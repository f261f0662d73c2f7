extension TemplateSet {
  /// How deep templates may take each other in while a page is rendered.
  public static var partialLimit: Int { 200 }

  /// Appends a page to `buffer`. `root` is what leads from the page to the site's root (`../../`), put before addresses.
  ///
  /// Returns false, and leaves the buffer as it was, where templates take each other in more than `partialLimit` deep. Templates
  /// that were compiled strictly and without diagnostics do so only if the data itself is nested that deep.
  @discardableResult
  public func render(_ template: Template, _ record: Record, root: String = "", into buffer: inout [UInt8]) -> Bool {
    render(template, value: .object(record), root: root, into: &buffer)
  }

  func render(_ template: Template, value: Value, root: String = "", into buffer: inout [UInt8]) -> Bool {
    let before = buffer.count
    let start = Int(template.start)
    let isWhole = program.withPointers { program in
      Array(root.utf8).withUnsafeBufferPointer { root in
        var rendering = Rendering(program, root: root)
        return rendering.inside(globals.map { .object($0) } ?? .absent) { rendering in
          rendering.inside(value) { $0.run(from: start, into: &buffer) }
        }
      }
    }
    if isWhole { return true }
    buffer.removeSubrange(before...)
    return false
  }
}

/// The state of one rendering: the frames that keys are looked up in, the innermost last.
///
/// Sections and partials are taken in by recursion, so that what a section goes through lives on the stack while it is shown.
private struct Rendering {
  private let program: Program.Pointers
  private let root: UnsafeBufferPointer<UInt8>
  private var frames: [Frame] = []
  private var partialDepth = 0
  private var depth = 0
  /// Objects that dotted names were followed through, since a template often names several of their fields.
  private var kept: [Kept] = []

  private struct Kept {
    let level: Int
    let pointer: UnsafeRawPointer
    let field: Int
    let value: Value
  }

  /// How deep sections and partials may stand in each other; each costs some hundred bytes of stack.
  private static let depthLimit = 2000

  init(_ program: Program.Pointers, root: UnsafeBufferPointer<UInt8>) {
    self.program = program
    self.root = root
    frames.reserveCapacity(32)
  }

  /// Goes through operations up to the end of the section or template that they belong to; false where it is nested too deep.
  mutating func run(from start: Int, into buffer: inout [UInt8]) -> Bool {
    depth += 1
    defer { depth -= 1 }
    guard depth < Rendering.depthLimit else { return false }
    // Templates often ask for the opposite of a section right after it.
    var last: (path: Int32, isTrue: Bool) = (-1, false)
    var at = start
    while true {
      switch program.operations[at] {
      case .literal(let lower, let upper):
        buffer.append(contentsOf: UnsafeBufferPointer(rebasing: program.literals[Int(lower)..<Int(upper)]))
        at += 1
      case .variable(let path, let escaped):
        Rendering.write(find(path).value, escaped: escaped, root: root, into: &buffer)
        at += 1
      case .section(let path, let end):
        last = (path, false)
        let body = at + 1
        let isWhole = each(find(path)) { rendering in
          last.isTrue = true
          return rendering.run(from: body, into: &buffer)
        }
        guard isWhole else { return false }
        at = Int(end) + 1
      case .inverted(let path, let end):
        let isTrue = last.path == path ? last.isTrue : find(path).isTrue
        last = (path, isTrue)
        if !isTrue { guard run(from: at + 1, into: &buffer) else { return false } }
        at = Int(end) + 1
      case .partial(let start):
        guard partialDepth < TemplateSet.partialLimit else { return false }
        partialDepth += 1
        guard run(from: Int(start), into: &buffer) else { return false }
        partialDepth -= 1
        at += 1
      case .endSection, .endTemplate:
        return true
      }
    }
  }

  // MARK: Looking up

  private enum Found {
    case field(Frame, Int)
    case value(Value)

    var value: Value {
      switch self {
      case .field(let frame, let field): frame.value(field)
      case .value(let value): value
      }
    }

    var isTrue: Bool {
      switch self {
      case .value(let value): return value.isTrue
      case .field(let frame, let field):
        switch frame.reader(field) {
        case .value(let read): return read(frame.pointer).isTrue
        case .parts(let parts): return !parts.each(frame.pointer) { _ in false }
        }
      }
    }
  }

  private mutating func find(_ path: Int32) -> Found {
    let keys = program.keys(of: path)
    guard let first = keys.first else {
      guard let frame = frames.last else { return .value(.absent) }
      return .value(frame.plainValue ?? .flag(true))
    }
    var level = frames.count - 1
    while level >= 0 {
      if let field = frames[level].field(first) {
        return keys.count == 1 ? .field(frames[level], field) : follow(keys.dropFirst(), from: frames[level], field, at: level)
      }
      level -= 1
    }
    return .value(.absent)
  }

  /// What further keys of a dotted name lead to, from a field on.
  private mutating func follow(_ keys: Slice<UnsafeBufferPointer<UInt64>>, from frame: Frame, _ field: Int, at level: Int) -> Found {
    var (frame, field) = (frame, field)
    for key in keys {
      guard case .object(let inner) = keep(frame, field, at: level), let next = inner.frame.field(key) else {
        return .value(.absent)
      }
      (frame, field) = (inner.frame, next)
    }
    return .field(frame, field)
  }

  private mutating func keep(_ frame: Frame, _ field: Int, at level: Int) -> Value {
    if frame.shape.readers.isEmpty { return frame.value(field) }
    if let kept = kept.first(where: { $0.pointer == frame.pointer && $0.field == field && $0.level == level }) { return kept.value }
    let value = frame.value(field)
    kept.append(Kept(level: level, pointer: frame.pointer, field: field, value: value))
    return value
  }

  // MARK: Going in

  /// Shows a section for each thing that it goes through; false where `body` was.
  private mutating func each(_ found: Found, _ body: (inout Rendering) -> Bool) -> Bool {
    switch found {
    case .value(let value): return each(of: value, body)
    case .field(let frame, let field):
      switch frame.reader(field) {
      case .value(let read): return each(of: read(frame.pointer), body)
      case .parts(let parts): return parts.each(frame.pointer) { inside($0, body) }
      }
    }
  }

  private mutating func each(of value: Value, _ body: (inout Rendering) -> Bool) -> Bool {
    guard value.isTrue else { return true }
    switch value {
    case .flag: return body(&self)
    case .list(let records): return records.allSatisfy { inside(.object($0), body) }
    case .values(let values): return values.allSatisfy { inside($0, body) }
    case .object, .text, .html, .number, .link, .absent: return inside(value, body)
    }
  }

  mutating func inside(_ value: Value, _ body: (inout Rendering) -> Bool) -> Bool {
    if case .object(let record) = value { return withExtendedLifetime(record) { inside(record.frame, body) } }
    return withUnsafePointer(to: value) { inside(Frame(Frame.plain, UnsafeRawPointer($0)), body) }
  }

  private mutating func inside(_ frame: Frame, _ body: (inout Rendering) -> Bool) -> Bool {
    frames.append(frame)
    let isWhole = body(&self)
    frames.removeLast()
    while let last = kept.last, last.level >= frames.count { kept.removeLast() }
    return isWhole
  }

  private static func write(_ value: Value, escaped: Bool, root: UnsafeBufferPointer<UInt8>, into buffer: inout [UInt8]) {
    switch value {
    case .text(let text):
      if escaped { appendEscaped(text, to: &buffer) } else { buffer.append(contentsOf: text.utf8) }
    case .html(let bytes): buffer.append(contentsOf: bytes)
    case .number(let number): buffer.append(contentsOf: String(number).utf8)
    case .link(let address):
      if !address.hasSchemeOrIsFragment {
        buffer.append(contentsOf: root)
      } else if !address.isHarmless {
        return
      }
      appendEscaped(address, to: &buffer)
    case .flag(let flag): buffer.append(contentsOf: (flag ? "true" : "false").utf8)
    case .absent, .object, .list, .values: break
    }
  }
}

extension Program {
  /// The lists of a program without their owners.
  fileprivate struct Pointers {
    let operations: UnsafeBufferPointer<Operation>
    let literals: UnsafeBufferPointer<UInt8>
    let paths: UnsafeBufferPointer<Range<Int32>>
    let keys: UnsafeBufferPointer<UInt64>

    func keys(of path: Int32) -> Slice<UnsafeBufferPointer<UInt64>> {
      let range = paths[Int(path)]
      return keys[Int(range.lowerBound)..<Int(range.upperBound)]
    }
  }

  fileprivate func withPointers<Result>(_ body: (Pointers) -> Result) -> Result {
    operations.withUnsafeBufferPointer { operations in
      literals.withUnsafeBufferPointer { literals in
        paths.withUnsafeBufferPointer { paths in
          keys.withUnsafeBufferPointer { keys in
            body(Pointers(operations: operations, literals: literals, paths: paths, keys: keys))
          }
        }
      }
    }
  }
}

extension Value {
  /// Whether a section over it is shown.
  var isTrue: Bool {
    switch self {
    case .absent: false
    case .flag(let flag): flag
    case .number: true
    case .text(let text), .link(let text): !text.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .object: true
    case .list(let records): !records.isEmpty
    case .values(let values): !values.isEmpty
    }
  }
}

extension String {
  /// Whether an address leads out of the site or within the page, so that nothing is put before it.
  fileprivate var hasSchemeOrIsFragment: Bool {
    for (index, byte) in utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "#"): return index == 0
      case UInt8(ascii: ":"): return index > 0
      case UInt8(ascii: "/"), UInt8(ascii: "?"): return false
      default: continue
      }
    }
    return false
  }

  /// Whether an address with a scheme leads to a page or a mailbox. Others may run programs, and lead nowhere here, whatever let
  /// them come this far.
  fileprivate var isHarmless: Bool {
    utf8.first == UInt8(ascii: "#") || ["https:", "http:", "mailto:", "tel:"].contains { utf8.starts(with: $0.utf8) }
  }
}
