/// A value in YAML: text, a list or a mapping, with the bytes that it was written in.
///
/// Text stays text: `no`, `0114`, `null` and dates mean nothing special here. Only a value that is not written at all is absent.
public struct YAMLNode: Sendable, Equatable {
  public enum Content: Sendable, Equatable {
    case scalar(text: String, style: YAMLStyle)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  public var content: Content
  /// Byte offsets in the whole file, quotation marks and brackets included, white space after it excluded.
  public var range: Range<Int>

  public init(_ content: Content, range: Range<Int>) {
    self.content = content
    self.range = range
  }

  /// The text, where this is one.
  public var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// Whether an id stands anywhere in it, which others may refer to.
  var hasID: Bool {
    switch content {
    case .scalar: false
    case .sequence(let items): items.contains { $0.hasID }
    case .mapping(let entries): entries.contains { $0.key.text == "id" || $0.value.hasID }
    }
  }

  /// Whether nothing was written, as after `date:` at the end of a line.
  public var isAbsent: Bool {
    if case .scalar(let text, .plain) = content { text.isEmpty } else { false }
  }

  /// The entries, where this is a mapping.
  public var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The values, where this is a list.
  public var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The value of a key, where this is a mapping that has it.
  public subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key.text == key }?.value
  }
}

/// A key of a mapping and the bytes that it was written in.
public struct YAMLKey: Sendable, Equatable {
  public var text: String
  public var range: Range<Int>

  public init(text: String, range: Range<Int>) {
    self.text = text
    self.range = range
  }
}

/// A key and its value.
public struct YAMLEntry: Sendable, Equatable {
  public var key: YAMLKey
  public var value: YAMLNode

  public init(key: YAMLKey, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}

/// How a text was written.
public enum YAMLStyle: Sendable, Equatable {
  case plain, singleQuoted, doubleQuoted
  /// After `|`: line breaks are kept.
  case literal
  /// After `>`: lines are joined.
  case folded
}
