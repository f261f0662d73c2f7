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
    let start = Int(template.start)
    var root = root
    return program.withPointers { program in
      root.withUTF8 { root in
        var rendering = Rendering(program, root: root)
        let isWhole = rendering.inside(globals.map { .object($0) } ?? .absent) { $0.show(value, start) }
        if isWhole { buffer.append(contentsOf: rendering.page.bytes) }
        return isWhole
      }
    }
  }
}

/// The state of one rendering: the frames that keys are looked up in, the innermost last.
///
/// Sections and partials are taken in by recursion, so that what a section goes through lives on the stack while it is shown.
private struct Rendering: ~Copyable {
  private(set) var page = PageBytes()
  private let program: Program.Pointers
  private let root: UnsafeBufferPointer<UInt8>
  private var frames: Frames = Frames()
  private var partialDepth = 0
  private var depth = 0
  /// Objects that dotted names were followed through, since a template often names several of their fields.
  private var kept: [Kept] = []

  private struct Kept {
    let level: Int
    let pointer: UnsafeRawPointer
    let field: Int
    /// Keeps alive what the frame shows.
    let value: Value
    /// Nil where the field holds no object.
    let frame: Frame?
  }

  /// How deep sections and partials may stand in each other; each costs some hundred bytes of stack.
  private static let depthLimit = 2000

  init(_ program: Program.Pointers, root: UnsafeBufferPointer<UInt8>) {
    self.program = program
    self.root = root
  }

  /// Goes through operations up to the end of the section or template that they belong to; false where it is nested too deep.
  private mutating func run(from start: Int) -> Bool {
    depth += 1
    defer { depth -= 1 }
    guard depth < Rendering.depthLimit else { return false }
    // Templates often ask for the opposite of a section right after it.
    var last: (path: Int32, isTrue: Bool) = (-1, false)
    var at = start
    while true {
      switch program.operations[at] {
      case .literal(let lower, let upper):
        page.append(UnsafeBufferPointer(rebasing: program.literals[Int(lower)..<Int(upper)]))
        at += 1
      case .root:
        page.append(root)
        at += 1
      case .variable(let path, let escaped):
        write(find(path), escaped: escaped)
        at += 1
      case .section(let path, let end):
        let before = shown
        let isWhole = each(find(path), at + 1)
        guard isWhole else { return false }
        last = (path, shown != before)
        at = Int(end) + 1
      case .inverted(let path, let end):
        let isTrue = last.path == path ? last.isTrue : isTrue(find(path))
        last = (path, isTrue)
        if !isTrue { guard run(from: at + 1) else { return false } }
        at = Int(end) + 1
      case .partial(let start):
        guard partialDepth < TemplateSet.partialLimit else { return false }
        partialDepth += 1
        guard run(from: Int(start)) else { return false }
        partialDepth -= 1
        at += 1
      case .endSection, .endTemplate:
        return true
      }
    }
  }

  // MARK: Looking up

  /// What a path leads to: a field of a frame, or the thing itself that the innermost frame is.
  private struct Found {
    let frame: Frame
    let field: Int

    static let dot = -1
  }

  /// Nil where there is nothing of that name.
  private mutating func find(_ path: Int32) -> Found? {
    let keys = program.keys(of: path)
    guard let first = keys.first else { return frames.count > 0 ? Found(frame: frames[frames.count - 1], field: Found.dot) : nil }
    var level = frames.count - 1
    while level >= 0 {
      let frame = frames[level]
      if let field = frame.field(first) {
        return keys.count == 1 ? Found(frame: frame, field: field) : follow(keys.dropFirst(), from: frame, field, at: level)
      }
      level -= 1
    }
    return nil
  }

  /// What further keys of a dotted name lead to, from a field on.
  private mutating func follow(_ keys: Slice<UnsafeBufferPointer<UInt64>>, from frame: Frame, _ field: Int, at level: Int)
    -> Found?
  {
    var (frame, field) = (frame, field)
    for key in keys {
      guard let inner = object(frame, field, at: level), let next = inner.field(key) else { return nil }
      (frame, field) = (inner, next)
    }
    return Found(frame: frame, field: field)
  }

  /// The object that a field holds; it is kept for as long as the frame at `level` is.
  private mutating func object(_ frame: Frame, _ field: Int, at level: Int) -> Frame? {
    if frame.reader(field) == nil {
      guard case .object(let record) = frame.values.pointee[field] else { return nil }
      return record.frame
    }
    for index in kept.indices
    where kept[index].pointer == frame.pointer && kept[index].field == field && kept[index].level == level {
      return kept[index].frame
    }
    let value = frame.value(field)
    let object: Frame? = if case .object(let record) = value { record.frame } else { nil }
    kept.append(Kept(level: level, pointer: frame.pointer, field: field, value: value, frame: object))
    return object
  }

  private func isTrue(_ found: Found?) -> Bool {
    guard let found else { return false }
    guard found.field != Found.dot else { return found.frame.plainValue?.isTrue ?? true }
    guard let reader = found.frame.reader(found.field) else { return found.frame.values.pointee[found.field].isTrue }
    switch reader.pointee {
    case .value(let read): return read(found.frame.pointer).isTrue
    case .parts(let parts): return !parts.each(found.frame.pointer) { _ in false }
    }
  }

  // MARK: Going in

  /// How often a section was shown.
  private var shown = 0

  /// Shows the section that begins at an operation for each thing that it goes through; false where it is nested too deep.
  private mutating func each(_ found: Found?, _ start: Int) -> Bool {
    guard let found else { return true }
    guard found.field != Found.dot else { return each(of: found.frame.plainValue ?? .flag(true), start) }
    guard let reader = found.frame.reader(found.field) else { return each(of: found.frame.value(found.field), start) }
    switch reader.pointee {
    case .value(let read): return each(of: read(found.frame.pointer), start)
    case .parts(let parts): return parts.each(found.frame.pointer) { show($0, start) }
    }
  }

  private mutating func each(of value: Value, _ start: Int) -> Bool {
    guard value.isTrue else { return true }
    switch value {
    case .flag:
      shown += 1
      return run(from: start)
    case .list(let records):
      for record in records where !show(.object(record), start) { return false }
      return true
    case .values(let values):
      for value in values where !show(value, start) { return false }
      return true
    case .object, .text, .html, .number, .link, .absent: return show(value, start)
    }
  }

  fileprivate mutating func show(_ value: Value, _ start: Int) -> Bool {
    inside(value) { $0.run(from: start) }
  }

  private mutating func show(_ frame: Frame, _ start: Int) -> Bool {
    inside(frame) { $0.run(from: start) }
  }

  mutating func inside(_ value: Value, _ body: (inout Rendering) -> Bool) -> Bool {
    if case .object(let record) = value { return withExtendedLifetime(record) { inside(record.frame, body) } }
    return withUnsafePointer(to: value) { inside(Frame(plain: $0), body) }
  }

  private mutating func inside(_ frame: Frame, _ body: (inout Rendering) -> Bool) -> Bool {
    shown += 1
    frames.append(frame)
    let isWhole = body(&self)
    frames.removeLast()
    while let last = kept.last, last.level >= frames.count { kept.removeLast() }
    return isWhole
  }

  // MARK: Writing

  private mutating func write(_ found: Found?, escaped: Bool) {
    guard let found else { return }
    guard found.field != Found.dot else {
      if let value = found.frame.plainValue { return write(value, escaped: escaped) }
      return page.append("true")
    }
    guard let reader = found.frame.reader(found.field) else {
      return write(found.frame.values.pointee[found.field], escaped: escaped)
    }
    // Objects and lists have no text of their own.
    if case .value(let read) = reader.pointee { write(read(found.frame.pointer), escaped: escaped) }
  }

  private mutating func write(_ value: borrowing Value, escaped: Bool) {
    switch value {
    case .text(let text): escaped ? page.append(escaping: text) : page.append(text)
    case .html(let bytes): page.append(bytes)
    case .number(let number): page.append(number)
    case .link(let address):
      if !address.hasSchemeOrIsFragment {
        page.append(root)
      } else if !address.isHarmless {
        return
      }
      page.append(escaping: address)
    case .flag(let flag): page.append(flag ? "true" : "false")
    case .absent, .object, .list, .values: break
    }
  }
}

/// Frames one inside the other, without owners.
private struct Frames: ~Copyable {
  private var start: UnsafeMutablePointer<Frame>
  private var capacity = 64
  private(set) var count = 0

  init() { start = .allocate(capacity: capacity) }

  deinit { start.deallocate() }

  subscript(level: Int) -> Frame { start[level] }

  mutating func append(_ frame: Frame) {
    if count == capacity {
      let larger = UnsafeMutablePointer<Frame>.allocate(capacity: capacity * 2)
      larger.update(from: start, count: count)
      start.deallocate()
      start = larger
      capacity *= 2
    }
    start[count] = frame
    count += 1
  }

  mutating func removeLast() { count -= 1 }
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
