public import Diagnostics

/// Every kind of problem that reading files, front matter and Markdown can report.
public enum ReadingCodes {
  public static let all: [DiagnosticCode] =
    DiagnosticCode.textCodes + DiagnosticCode.frontMatterCodes + DiagnosticCode.yamlCodes + DiagnosticCode.markdownCodes
}
