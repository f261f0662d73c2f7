extension TemplateSet {
  /// Appends a page to `buffer`. `root` is what leads from the page to the site's root (`../../`), put before addresses.
  ///
  /// Partials that take themselves in end after 200 levels: a page that deep is a mistake in the data.
  public func render(_ template: Template, _ record: Record, root: String = "", into buffer: inout [UInt8]) {
    render(template, value: .object(record), root: root, into: &buffer)
  }

  func render(_ template: Template, value: Value, root: String = "", into buffer: inout [UInt8]) {
    var rendering = Rendering(set: self, root: Array(root.utf8))
    if let globals { rendering.frames.append(.record(globals)) }
    rendering.frames.append(Rendering.Frame(value))
    rendering.run(programs[Int(template.index)], into: &buffer)
  }
}

/// The state of one rendering: the frames that keys are looked up in.
private struct Rendering {
  let set: TemplateSet
  let root: [UInt8]
  var frames: [Frame] = []
  var depth = 0

  enum Frame {
    case record(Record)
    case value(Value)

    init(_ value: Value) {
      if case .object(let record) = value { self = .record(record) } else { self = .value(value) }
    }
  }

  mutating func run(_ program: Program, into buffer: inout [UInt8]) {
    run(program, 0, program.operations.count, into: &buffer)
  }

  private mutating func run(_ program: borrowing Program, _ start: Int, _ end: Int, into buffer: inout [UInt8]) {
    var at = start
    while at < end {
      switch program.operations[at] {
      case .literal(let lower, let upper):
        buffer.append(contentsOf: program.literals[Int(lower)..<Int(upper)])
        at += 1
      case .variable(let path, let escaped):
        write(value(of: path), escaped: escaped, into: &buffer)
        at += 1
      case .inverted(let path, let next):
        if !value(of: path).isTrue { run(program, at + 1, Int(next), into: &buffer) }
        at = Int(next)
      case .section(let path, let next):
        let inner = at + 1
        at = Int(next)
        switch value(of: path) {
        case .list(let records):
          for record in records { run(program, inner, at, in: .record(record), into: &buffer) }
        case .values(let values):
          for value in values { run(program, inner, at, in: Frame(value), into: &buffer) }
        case .object(let record): run(program, inner, at, in: .record(record), into: &buffer)
        case .flag(let flag): if flag { run(program, inner, at, into: &buffer) }
        case .absent: continue
        case let value: if value.isTrue { run(program, inner, at, in: .value(value), into: &buffer) }
        }
      case .partial(let index):
        at += 1
        guard depth < 200 else { continue }
        depth += 1
        run(set.programs[Int(index)], into: &buffer)
        depth -= 1
      }
    }
  }

  private mutating func run(
    _ program: borrowing Program, _ start: Int, _ end: Int, in frame: Frame, into buffer: inout [UInt8]
  ) {
    frames.append(frame)
    run(program, start, end, into: &buffer)
    frames.removeLast()
  }

  private func value(of path: Path) -> Value {
    guard let first = path.keys.first else {
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
        for key in path.keys.dropFirst() {
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
