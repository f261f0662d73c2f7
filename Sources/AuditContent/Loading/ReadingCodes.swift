public import Diagnostics

/// Every kind of problem that reading files, front matter, Markdown and CSV can report.
public enum ReadingCodes {
  public static let all: [DiagnosticCode] =
    DiagnosticCode.loadingCodes + DiagnosticCode.textCodes + DiagnosticCode.frontMatterCodes + DiagnosticCode.yamlCodes
    + DiagnosticCode.markdownCodes + [.activePicture, .csvFormula, .documentEnding]
}
