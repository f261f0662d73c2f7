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
    var rendering = Rendering(root: Array(root.utf8))
    if let globals { rendering.frames.append(.record(globals)) }
    rendering.frames.append(Rendering.Frame(value))
    if rendering.run(program, from: Int(template.start), into: &buffer) { return true }
    buffer.removeSubrange(before...)
    return false
  }
}

/// The state of one rendering: the frames that keys are looked up in, and the sections and templates that are open.
///
/// One loop and two stacks, instead of recursion: nesting costs no stack, and nothing is allocated for an operation.
private struct Rendering {
  let root: [UInt8]
  var frames: [Frame] = []
  private var open: [Open] = []
  private var depth = 0

  enum Frame {
    case record(Record)
    case value(Value)

    init(_ value: Value) {
      if case .object(let record) = value { self = .record(record) } else { self = .value(value) }
    }
  }

  /// What is open: a section, by what it goes through, or a template that is taken in, by where to go on after it.
  private enum Open {
    /// A section that has no frame of its own.
    case plain
    case single
    case records([Record])
    case values([Value])
    case template(next: Int)
  }

  /// The element that each open list has come to. Beside `open`, so that counting does not touch the list.
  private var positions: [Int] = []

  init(root: [UInt8]) {
    self.root = root
  }

  mutating func run(_ program: Program, from start: Int, into buffer: inout [UInt8]) -> Bool {
    program.operations.withUnsafeBufferPointer { operations in
      program.literals.withUnsafeBufferPointer { literals in
        program.paths.withUnsafeBufferPointer { paths in
          program.keys.withUnsafeBufferPointer { keys in
            run(operations, literals, Paths(ranges: paths, keys: keys), from: start, into: &buffer)
          }
        }
      }
    }
  }

  private mutating func run(
    _ operations: UnsafeBufferPointer<Operation>, _ literals: UnsafeBufferPointer<UInt8>, _ paths: Paths, from start: Int,
    into buffer: inout [UInt8]
  ) -> Bool {
    var at = start
    while true {
      switch operations[at] {
      case .literal(let lower, let upper):
        buffer.append(contentsOf: UnsafeBufferPointer(rebasing: literals[Int(lower)..<Int(upper)]))
        at += 1
      case .variable(let path, let escaped):
        write(value(of: paths[path]), escaped: escaped, into: &buffer)
        at += 1
      case .section(let path, let end):
        at = enter(value(of: paths[path])) ? at + 1 : Int(end) + 1
      case .inverted(let path, let end):
        if value(of: paths[path]).isTrue {
          at = Int(end) + 1
        } else {
          open.append(.plain)
          at += 1
        }
      case .endSection(let body):
        at = goesOn() ? Int(body) : at + 1
      case .partial(let start):
        guard depth < TemplateSet.partialLimit else { return false }
        depth += 1
        open.append(.template(next: at + 1))
        at = Int(start)
      case .endTemplate:
        guard case .template(let next)? = open.popLast() else { return true }
        depth -= 1
        at = next
      }
    }
  }

  /// Opens a section with a value; false where the value is empty or false.
  private mutating func enter(_ value: Value) -> Bool {
    switch value {
    case .list(let records):
      guard let first = records.first else { return false }
      push(.record(first), .records(records))
      positions.append(0)
    case .values(let values):
      guard let first = values.first else { return false }
      push(Frame(first), .values(values))
      positions.append(0)
    case .object(let record): push(.record(record), .single)
    case .flag(let flag):
      guard flag else { return false }
      open.append(.plain)
    case .absent: return false
    case .text, .html, .number, .link:
      guard value.isTrue else { return false }
      push(.value(value), .single)
    }
    return true
  }

  private mutating func push(_ frame: Frame, _ section: Open) {
    frames.append(frame)
    open.append(section)
  }

  /// Moves the innermost section to its next element; false, and the section is closed, where there is none.
  private mutating func goesOn() -> Bool {
    let next: Frame
    switch open[open.count - 1] {
    case .plain:
      open.removeLast()
      return false
    case .single, .template:
      open.removeLast()
      frames.removeLast()
      return false
    case .records(let records):
      positions[positions.count - 1] += 1
      guard positions[positions.count - 1] < records.count else { return closeList() }
      next = .record(records[positions[positions.count - 1]])
    case .values(let values):
      positions[positions.count - 1] += 1
      guard positions[positions.count - 1] < values.count else { return closeList() }
      next = Frame(values[positions[positions.count - 1]])
    }
    frames[frames.count - 1] = next
    return true
  }

  private mutating func closeList() -> Bool {
    positions.removeLast()
    open.removeLast()
    frames.removeLast()
    return false
  }

  private func value(of keys: Slice<UnsafeBufferPointer<UInt64>>) -> Value {
    guard let first = keys.first else {
      switch frames.last {
      case .value(let value)?: return value
      case .record(let record)?: return .object(record)
      case nil: return .absent
      }
    }
    var index = frames.count - 1
    while index >= 0 {
      if case .record(let record) = frames[index], let field = record.shape.table.field(first) {
        var value = record.values[field]
        for key in keys.dropFirst() {
          guard case .object(let inner) = value, let field = inner.shape.table.field(key) else { return .absent }
          value = inner.values[field]
        }
        return value
      }
      index -= 1
    }
    return .absent
  }

  private func write(_ value: Value, escaped: Bool, into buffer: inout [UInt8]) {
    switch value {
    case .text(let text):
      if escaped { appendEscaped(text, to: &buffer) } else { buffer.append(contentsOf: text.utf8) }
    case .html(let bytes): buffer.append(contentsOf: bytes)
    case .number(let number): buffer.append(contentsOf: String(number).utf8)
    case .link(let address):
      if !address.hasSchemeOrIsFragment { buffer.append(contentsOf: root) }
      appendEscaped(address, to: &buffer)
    case .flag(let flag): buffer.append(contentsOf: (flag ? "true" : "false").utf8)
    case .absent, .object, .list, .values: break
    }
  }
}

/// The keys of each path of a program.
private struct Paths {
  let ranges: UnsafeBufferPointer<Range<Int32>>
  let keys: UnsafeBufferPointer<UInt64>

  subscript(path: Int32) -> Slice<UnsafeBufferPointer<UInt64>> {
    let range = ranges[Int(path)]
    return keys[Int(range.lowerBound)..<Int(range.upperBound)]
  }
}

extension Value {
  fileprivate var isTrue: Bool {
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
}
