import Diagnostics

extension ParsedContent {
  /// Whether all that lies in the folder could be read, so that what is not there is nowhere.
  public var isWhole: Bool {
    let unread = DiagnosticCode.loadingCodes + [.documentEnding]
    return documents.allSatisfy(\.isWhole) && !diagnostics.contains { $0.severity == .error && unread.contains($0.code) }
  }
}
