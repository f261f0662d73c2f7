public import Diagnostics

/// A content folder with every file of it parsed, which reads again only what has changed.
public struct ParsedContent: Sendable {
  public private(set) var tree: SourceTree
  /// In the order of their paths.
  public private(set) var documents: [Document]
  private var listing: [Diagnostic]
  /// What is wrong in each file by itself; files with nothing wrong are left out.
  private var problems: [String: [Diagnostic]]

  /// What is wrong with the folder and with each file by itself, in the order of the paths.
  public var diagnostics: [Diagnostic] {
    listing + problems.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.flatMap(\.value)
  }

  /// What is wrong in some files by themselves.
  public func problems(in paths: Set<String>) -> [String: [Diagnostic]] { problems.filter { paths.contains($0.key) } }

  /// Whether something stands in a document's running text.
  public func isInText(_ place: SourceRange) -> Bool { document(at: place.path).map { place.lower >= $0.bodyStart } ?? false }

  /// Whether a document still is what was parsed and checked.
  public func isAsParsed(_ file: SourceFile) -> Bool { document(at: file.path)?.fingerprint == file.fingerprint }

  /// Parses all documents of a tree, in parallel. Any number of jobs gives the same result.
  /// - Parameter part: with `.facts` only so much is read as archives are made of.
  /// - Parameter trees: those of front matter that are known, and to which what is read is added.
  public init(_ tree: Checked<SourceTree>, part: DocumentPart = .whole, knowing trees: KnownTrees? = nil, jobs: Int) {
    self.tree = tree.value
    listing = tree.diagnostics
    (documents, problems) = ([], [:])
    take(tree.value.files, part: part, knowing: trees, jobs: jobs)
  }

  /// Gives up the facts of the documents, for when an archive has been made of them. Nothing can be linked of what is left, nor
  /// updated.
  package mutating func forgetFacts() { documents = documents.map { $0.withoutFacts() } }

  /// What an update changed.
  public enum Update: Sendable, Equatable {
    case nothing
    /// Only the running text of documents: the archive stays what it is, and what is wrong outside the documents that changed.
    case texts
    case facts
  }

  /// Reads again the files at some paths in the folder, and the folder itself where files came or went.
  /// - Parameter paths: of files or folders; of files that are no content, too.
  public mutating func update(_ paths: Set<String>, jobs: Int) -> Update {
    // What came and went meanwhile, as when an editor moves a new file over the old one, is nothing.
    let paths = paths.filter { tree.file(at: $0) != nil || tree.exists($0) || tree.hasFiles(in: $0) }
    let entries = paths.sorted().compactMap { tree.file(at: $0) }.filter { $0.kind != .attachment && tree.exists($0.path) }
    if entries.count < paths.count { return relist(changed: paths, jobs: jobs) }
    return takeAnew(entries, jobs: jobs) ? (paths.isEmpty ? .nothing : .texts) : .facts
  }

  private mutating func relist(changed: Set<String>, jobs: Int) -> Update {
    let loaded = SourceTree.load(tree.folder, jobs: jobs)
    let isSameListing = loaded.value.files == tree.files && loaded.diagnostics == listing
    let before = Set(tree.files.map(\.path))
    tree = loaded.value
    listing = loaded.diagnostics
    let paths = Set(tree.files.map(\.path))
    documents = documents.filter { paths.contains($0.path) }
    problems = problems.filter { paths.contains($0.key) }
    let new = tree.files.filter { !before.contains($0.path) || changed.contains($0.path) }
    guard takeAnew(new, jobs: jobs), isSameListing else { return .facts }
    return changed.contains { tree.file(at: $0) != nil } ? .texts : .nothing
  }

  /// Parses files again; true where the archive stays the same.
  private mutating func takeAnew(_ entries: [SourceEntry], jobs: Int) -> Bool {
    let before = entries.map { document(at: $0.path) }
    take(entries, jobs: jobs)
    return zip(entries, before).allSatisfy { entry, old in
      // Numbers in it may stand on any page.
      if entry.kind == .attachment { return false }
      guard let old, let new = document(at: entry.path) else { return false }
      return old.saysTheSame(as: new) && old.hasSameFindings(as: new)
    }
  }

  private mutating func take(
    _ entries: [SourceEntry], part: DocumentPart = .whole, knowing trees: KnownTrees? = nil, jobs: Int
  ) {
    let parsed = Content.parse(entries, of: tree, part: part, knowing: trees, jobs: jobs)
    for (entry, result) in zip(entries, parsed) {
      problems[entry.path] = result.diagnostics.isEmpty ? nil : result.diagnostics
    }
    let new = parsed.compactMap(\.value)
    if documents.isEmpty {
      documents = new
      return
    }
    for document in new {
      let place = place(of: document.path)
      if place < documents.count, documents[place].path == document.path {
        documents[place] = document
      } else {
        documents.insert(document, at: place)
      }
    }
  }

  func document(at path: String) -> Document? {
    let place = place(of: path)
    return place < documents.count && documents[place].path == path ? documents[place] : nil
  }

  /// Where a document with a path stands, or would.
  private func place(of path: String) -> Int {
    var (low, high) = (0, documents.count)
    while low < high {
      let middle = (low + high) / 2
      if documents[middle].path.utf8.lexicographicallyPrecedes(path.utf8) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
