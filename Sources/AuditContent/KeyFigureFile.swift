public import AuditModel
public import Diagnostics

/// The key figures of a CSV file beside an audit.
public struct KeyFigureFile: Sendable {
  /// The path in the content folder.
  public let path: String
  public let figures: [KeyFigure]
}

extension Content {
  /// Reads the key figures of the CSV files beside audits: those whose first column is of years or other periods. Other CSV files
  /// are attachments only, but what cannot be read is reported of them too.
  public static func keyFigures(of tree: SourceTree) -> Checked<[KeyFigureFile]> {
    var files: [KeyFigureFile] = []
    var diagnostics: [Diagnostic] = []
    for entry in tree.files where entry.kind == .attachment && entry.path.hasSuffix(".csv") && isBesideAudit(entry.path) {
      let source = tree.read(entry.path)
      diagnostics += source.diagnostics
      guard let source = source.value else { continue }
      let table = readCSV(of: source)
      // A table of anything may be ragged; one of key figures may not.
      diagnostics += table.diagnostics.filter { table.value.isOverTime || $0.code != DiagnosticCode.csvColumns }
      let figures = table.value.isOverTime ? table.value.keyFigures(file: entry.path) : []
      if !figures.isEmpty { files.append(KeyFigureFile(path: entry.path, figures: figures)) }
    }
    return Checked(files, diagnostics)
  }

  /// The CSV files of a tree, which pages show as tables and charts: a number for each, another for every version of it.
  public static func tables(of tree: SourceTree) -> [String: UInt64] {
    var tables: [String: UInt64] = [:]
    for entry in tree.files where entry.kind == .attachment && entry.path.hasSuffix(".csv") {
      tables[entry.path] = tree.read(entry.path).value?.fingerprint
    }
    return tables
  }

  /// `boras/integration-2021/nyckeltal.csv`, and no deeper.
  private static func isBesideAudit(_ path: String) -> Bool { path.utf8.count { $0 == UInt8(ascii: "/") } == 2 }
}
