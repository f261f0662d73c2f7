import CLibYAML

/// What libyaml tells about a text, one event at a time; all C pointers of the YAML reader stay in this file.
///
/// The bytes are read in place and must outlive the reader.
struct YAMLEventReader: ~Copyable {
  struct Event {
    enum Kind { case streamStart, documentStart, alias, scalar, sequenceStart, mappingStart, collectionEnd, other, end, failure }

    var kind: Kind
    var range: Range<Int>
    var text = ""
    var style = YAMLStyle.plain
    /// The name after `&`; the name after `*` of an alias.
    var anchor: String?
    /// Whether something like `!!binary` stands before the value.
    var isTagged = false
  }

  /// What stopped libyaml, in its own words.
  struct Failure {
    var problem: String
    var offset: Int
    var context: String
    var contextOffset: Int
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Added to every offset: where `bytes` begins in its file.
  private let base: Int
  private var cursor = ScalarCursor()

  init(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    self.bytes = bytes
    self.base = base
    parser = .allocate(capacity: 1)
    // It fails only when memory has run out; then nothing else would work either.
    precondition(yaml_parser_initialize(parser) == 1)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // libyaml asserts that there is an address, also for no bytes.
    if let address = bytes.baseAddress {
      yaml_parser_set_input_string(parser, address, bytes.count)
    } else {
      yaml_parser_set_input_string(parser, UnsafeRawPointer(parser).assumingMemoryBound(to: UInt8.self), 0)
    }
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  mutating func next() -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { return Event(kind: .failure, range: base..<base) }
    defer { yaml_event_delete(&event) }
    let lower = cursor.byte(ofScalar: event.start_mark.index, in: bytes) + base
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let style = Self.style(scalar.style)
      let upper = max(lower, end(of: event))
      var length = scalar.length
      if let value = scalar.value, style == .literal || style == .folded {
        while length > 0, value[length - 1] == UInt8(ascii: "\n") { length -= 1 }
      }
      return Event(
        kind: .scalar, range: lower..<upper,
        text: String(decoding: UnsafeBufferPointer(start: scalar.value, count: length), as: UTF8.self),
        style: style, anchor: Self.name(scalar.anchor), isTagged: scalar.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return Event(kind: .sequenceStart, range: lower..<lower, anchor: Self.name(start.anchor), isTagged: start.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return Event(kind: .mappingStart, range: lower..<lower, anchor: Self.name(start.anchor), isTagged: start.tag != nil)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      return Event(kind: .collectionEnd, range: lower..<max(lower, end(of: event)))
    case YAML_ALIAS_EVENT:
      return Event(kind: .alias, range: lower..<max(lower, end(of: event)), anchor: Self.name(event.data.alias.anchor))
    case YAML_STREAM_START_EVENT: return Event(kind: .streamStart, range: lower..<lower)
    case YAML_DOCUMENT_START_EVENT: return Event(kind: .documentStart, range: lower..<max(lower, end(of: event)))
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return Event(kind: .end, range: lower..<lower)
    default: return Event(kind: .other, range: lower..<lower)
    }
  }

  /// What stopped the reading, after an event of the kind `failure`.
  mutating func failure() -> Failure {
    Failure(
      problem: parser.pointee.problem.map { String(cString: $0) } ?? "",
      offset: cursor.byte(ofScalar: parser.pointee.problem_mark.index, in: bytes) + base,
      context: parser.pointee.context.map { String(cString: $0) } ?? "",
      contextOffset: cursor.byte(ofScalar: parser.pointee.context_mark.index, in: bytes) + base)
  }

  /// The end of an event without the white space that libyaml counts to block texts and block lists.
  private mutating func end(of event: yaml_event_t) -> Int {
    let lower = event.start_mark.index
    var end = cursor.byte(ofScalar: event.end_mark.index, in: bytes)
    guard event.end_mark.index > lower else { return end + base }
    while end > 0, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return end + base
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private static func name(_ name: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    name.map { String(cString: $0) }
  }
}

/// A place in UTF-8 that is known both in Unicode scalars, as libyaml counts, and in bytes.
///
/// Events come nearly in order, so walking from the last place to the next takes one pass over the text in all.
private struct ScalarCursor {
  private var scalar = 0
  private var byte = 0

  mutating func byte(ofScalar target: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    while scalar < target, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      scalar += 1
    }
    while scalar > target, byte > 0 {
      byte -= 1
      while byte > 0, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      scalar -= 1
    }
    return byte
  }
}
