import CCommonMark

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A text's syntax tree as libcmark parsed it; all C pointers of the Markdown reader stay in this file and in `TreeMemory`.
///
/// Trees may be made on any number of threads at once; each stays on its own, whose `TreeMemory` it lies in.
struct CommonMarkTree: ~Copyable {
  private let root: OpaquePointer?

  init(_ bytes: UnsafeBufferPointer<UInt8>) { root = Self.parse(bytes) }
  init(_ bytes: [UInt8]) { root = bytes.withUnsafeBufferPointer { Self.parse($0) } }

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
    TreeMemory.enter()
    let memory = TreeMemory.allocator
    // No bytes may mean no address, which libcmark does not take.
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return cmark_node_new_with_mem(CMARK_NODE_DOCUMENT, memory) }
    return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
      let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory)
      defer { cmark_parser_free(parser) }
      cmark_parser_feed(parser, text, bytes.count)
      return cmark_parser_finish(parser)
    }
  }

  // Nothing in a tree needs more than its memory back.
  deinit { TreeMemory.leave() }

  /// A walk through the tree; it must not outlive it.
  func walk() -> Walk { Walk(root: root) }

  /// What libcmark itself would write, raw HTML and dangerous addresses left out; the measure for our own writer.
  func referenceHTML() -> [UInt8] {
    guard let html = cmark_render_html(root, CMARK_OPT_DEFAULT) else { return [] }
    return UnsafeMutableRawBufferPointer(start: html, count: strlen(html)).map { $0 }
  }

  enum Event { case enter, exit }

  /// Enters and leaves every node in reading order, without recursion.
  struct Walk: ~Copyable {
    private let iterator: OpaquePointer?

    fileprivate init(root: OpaquePointer?) { iterator = cmark_iter_new(root) }
    deinit { cmark_iter_free(iterator) }

    func next() -> (event: Event, node: Node)? {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return nil }
      return (event == CMARK_EVENT_ENTER ? .enter : .exit, Node(pointer: node))
    }

    /// Goes on after a node that was just entered, its children left out.
    func skip(_ node: Node) { cmark_iter_reset(iterator, node.pointer, CMARK_EVENT_EXIT) }
  }

  /// A node of the tree; valid as long as the tree.
  struct Node: Equatable {
    fileprivate let pointer: OpaquePointer

    var kind: NodeKind { NodeKind(rawValue: cmark_node_get_type(pointer).rawValue) ?? .custom }
    var parent: Node? { cmark_node_parent(pointer).map(Node.init) }
    var next: Node? { cmark_node_next(pointer).map(Node.init) }
    var firstChild: Node? { cmark_node_first_child(pointer).map(Node.init) }
    /// Counted from 1 at the start of what was parsed.
    var lines: Range<Int> {
      let first = Int(cmark_node_get_start_line(pointer))
      return first..<max(first, Int(cmark_node_get_end_line(pointer))) + 1
    }
    /// Counted in bytes from 1.
    var column: Int { Int(cmark_node_get_start_column(pointer)) }

    var literal: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_literal(pointer)) }
    var url: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_url(pointer)) }
    var title: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_title(pointer)) }
    var fenceInfo: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_fence_info(pointer)) }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

    private static func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
      guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
      let count = strlen(string)
      return string.withMemoryRebound(to: UInt8.self, capacity: count) { UnsafeBufferPointer(start: $0, count: count) }
    }
  }

  /// The kinds of nodes, by libcmark's numbers.
  enum NodeKind: UInt32 {
    case document = 1
    case blockQuote, list, item, codeBlock, htmlBlock, customBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, custom, emphasis, strong, link, image
  }
}
