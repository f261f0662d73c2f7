/// A way of writing diagnostics down: for people, for programs, for GitHub's pages, for code scanners.
public enum DiagnosticFormat: String, Sendable, Hashable, CaseIterable {
  case text, json, github, sarif
}

/// Turns diagnostics into text; whoever calls it decides where to print that.
///
/// ```swift
/// let printer = DiagnosticPrinter(language: .swedish, sources: { files[$0] })
/// standardError.write(printer.string(diagnostics, as: .text) + printer.summary(diagnostics) + "\n")
/// ```
///
/// Diagnostics are printed by file and place, in whatever order they were found.
public struct DiagnosticPrinter {
  let language: Language
  let color: Bool
  let sources: (String) -> SourceFile?
  let displayPath: (String) -> String

  /// - Parameters:
  ///   - color: whether text may contain ANSI colours, as on a terminal.
  ///   - sources: the file of a path; nil where there is none to be shown.
  ///   - displayPath: the path as the reader can open it, where that is not the diagnostic's own.
  public init(
    language: Language, color: Bool = false, sources: @escaping (String) -> SourceFile?,
    displayPath: @escaping (String) -> String = { $0 }
  ) {
    self.language = language
    self.color = color
    self.sources = sources
    self.displayPath = displayPath
  }

  public func string(_ diagnostics: [Diagnostic], as format: DiagnosticFormat) -> String {
    let sorted = diagnostics.sorted()
    var files = PrintedFiles(sources)
    return switch format {
    case .text: text(sorted, &files)
    case .json: json(sorted, &files)
    case .github: github(sorted, &files)
    case .sarif: sarif(sorted, &files)
    }
  }
}

/// The files that diagnostics point into, each with its line table: those that were asked for last, since diagnostics are printed
/// by file.
struct PrintedFiles {
  struct File {
    let source: SourceFile
    let lines: LineTable
  }

  /// Lines and columns from 1; the end is the place after the last character.
  struct Place {
    var line = 1, column = 1, endLine = 1, endColumn = 1
  }

  private let sources: (String) -> SourceFile?
  private var files: [String: File?] = [:]
  private static let mostFiles = 32

  init(_ sources: @escaping (String) -> SourceFile?) { self.sources = sources }

  mutating func file(_ path: String) -> File? {
    if let known = files[path] { return known }
    if files.count == PrintedFiles.mostFiles { files = [:] }
    let file = sources(path).map { File(source: $0, lines: LineTable($0.bytes)) }
    files[path] = .some(file)
    return file
  }

  mutating func place(of range: SourceRange) -> Place {
    guard let file = file(range.path) else { return Place() }
    let start = file.lines.position(of: range.lower)
    let end = file.lines.position(of: range.upper)
    return Place(line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }
}
