extension DiagnosticPrinter {
  /// One line that counts: `3 fel och 1 varning i 2 filer`, `3 errors and 1 warning in 2 files`, without a line break.
  public func summary(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return language == .swedish ? "Inga problem" : "No problems" }
    let counts = Severity.allCases.sorted(by: >).compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(word(for: severity, count))"
    }
    let files = Set(diagnostics.map(\.location.path)).count
    return switch language {
    case .swedish: "\(list(counts, and: "och")) i \(files) \(files == 1 ? "fil" : "filer")"
    case .english: "\(list(counts, and: "and")) in \(files) \(files == 1 ? "file" : "files")"
    }
  }

  private func word(for severity: Severity, _ count: Int) -> String {
    switch (language, severity) {
    case (.swedish, .error): "fel"
    case (.swedish, .warning): count == 1 ? "varning" : "varningar"
    case (.swedish, .note): count == 1 ? "notis" : "notiser"
    case (.english, _): count == 1 ? severity.rawValue : severity.rawValue + "s"
    }
  }

  private func list(_ parts: [String], and: String) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(and) " + last
  }
}
