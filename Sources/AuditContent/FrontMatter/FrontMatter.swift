public import Diagnostics

/// What stands between the two `---` lines at the top of a Markdown file.
public struct FrontMatter: Sendable, Equatable {
  /// The YAML as a tree; nil where there is none.
  public var root: YAMLNode?
  /// The byte at which the text after the front matter begins.
  public var bodyStart: Int
  /// Whether all of it could be read. Where not, a missing field may be one that could not be read: no reason to complain.
  public var isWhole: Bool
  /// Whether ids were left out that others may refer to, since the key that they stood under stands twice or is none.
  public var hasLosses: Bool

  public init(root: YAMLNode?, bodyStart: Int, isWhole: Bool = true, hasLosses: Bool = false) {
    self.root = root
    self.bodyStart = bodyStart
    self.isWhole = isWhole
    self.hasLosses = hasLosses
  }
}

/// Reads the front matter of a Markdown file: YAML between two `---` lines.
///
/// The whole file's text is checked too (encoding, control characters), since the body is rendered without another look.
/// - Parameter trees: those that are known, and to which what is read is added.
public func readFrontMatter(of file: SourceFile, knowing trees: KnownTrees? = nil) -> Checked<FrontMatter> {
  var diagnostics: [Diagnostic] = []
  guard let file = readableText(of: file, into: &diagnostics) else {
    return Checked(FrontMatter(root: nil, bodyStart: file.bytes.count, isWhole: false), diagnostics)
  }
  let isReadable = diagnostics.isEmpty
  let fences = FrontMatterFences(in: file.bytes)
  guard let opening = fences.opening else {
    diagnostics.append(.frontMatterMissing(in: file))
    return Checked(FrontMatter(root: nil, bodyStart: 0, isWhole: false), diagnostics)
  }
  let content = opening.upperBound..<(fences.closing?.lowerBound ?? file.bytes.count)
  let bodyStart = fences.closing?.upperBound ?? file.bytes.count
  if fences.closing == nil {
    diagnostics.append(.frontMatterUnclosed(in: file, at: opening.lowerBound..<opening.lowerBound + 3))
  }
  guard content.count <= YAMLLimits.frontMatterBytes else {
    if fences.closing != nil {
      diagnostics.append(.frontMatterTooLarge(in: file, at: opening.lowerBound..<opening.lowerBound + 3))
    }
    return Checked(FrontMatter(root: nil, bodyStart: bodyStart, isWhole: false), diagnostics)
  }
  let tree = tree(of: file, in: content, isReadable && fences.closing != nil ? trees : nil, bodyStart)
  // Where the end is not marked, the body is read as YAML too, and what is wrong there is not what the writer has to mend.
  if fences.closing != nil { diagnostics += tree.diagnostics }
  let isWhole = isReadable && fences.closing != nil && tree.isWhole
  return Checked(FrontMatter(root: tree.root, bodyStart: bodyStart, isWhole: isWhole, hasLosses: tree.hasLosses), diagnostics)
}

/// The tree of front matter: the one that is known, or the one that libyaml gives, which is noted where nothing is wrong with it.
private func tree(of file: SourceFile, in content: Range<Int>, _ trees: KnownTrees?, _ bodyStart: Int) -> YAMLTree {
  guard let trees else { return readYAMLTree(of: file, in: content) }
  let key = file.fingerprint(upTo: bodyStart)
  if let root = trees.tree(key, of: file) { return YAMLTree(root: root) }
  let tree = readYAMLTree(of: file, in: content)
  if let root = tree.root, tree.isWhole, tree.diagnostics.isEmpty { trees.note(root, key, of: file) }
  return tree
}

/// Reads a file that is YAML as a whole, such as `site.yaml`.
///
/// Where a diagnostic is an error, parts of the tree may be missing.
public func readYAML(of file: SourceFile) -> Checked<YAMLNode?> {
  var diagnostics: [Diagnostic] = []
  guard let file = readableText(of: file, into: &diagnostics) else { return Checked(nil, diagnostics) }
  let tree = readYAMLTree(of: file, in: FrontMatterFences.textStart(of: file.bytes)..<file.bytes.count)
  return Checked(tree.root, diagnostics + tree.diagnostics)
}

/// How much YAML is read: far more than anybody writes, little enough for a malicious file to do no harm.
enum YAMLLimits {
  static let fileBytes = 16 << 20
  static let frontMatterBytes = 1 << 20
  /// Lists and mappings in one another.
  static let depth = 100
  /// Values that aliases may add in all.
  static let aliasedNodes = 10_000
  /// Syntax errors after which the rest of a file is left.
  static let syntaxErrors = 20
}
