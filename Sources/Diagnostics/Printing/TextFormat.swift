extension DiagnosticPrinter {
  /// `path:line:column: error: message [code]`, the line with a marker, what to do, and the notes in the same way.
  func text(_ diagnostics: [Diagnostic], _ files: inout PrintedFiles) -> String {
    var text = ""
    for diagnostic in diagnostics {
      appendHead(
        diagnostic.severity, diagnostic.message, code: diagnostic.code.name, at: diagnostic.location, to: &text, &files)
      if let cure = diagnostic.cure {
        text += "  " + (language == .swedish ? "Gör så här: " : "What to do: ") + visible(cure.text(in: language)) + "\n"
      }
      for note in diagnostic.notes {
        appendHead(.note, note.message, code: nil, at: note.location, to: &text, &files)
      }
    }
    return text
  }

  private func appendHead(
    _ severity: Severity, _ message: Wording, code: String?, at location: SourceRange, to text: inout String,
    _ files: inout PrintedFiles
  ) {
    let place = files.place(of: location)
    text += paint("\(visible(displayPath(location.path))):\(place.line):\(place.column):", "1")
    text += " " + paint("\(severity.rawValue):", severity.color) + " " + paint(visible(message.text(in: language)), "1")
    if let code { text += " [\(code)]" }
    text += "\n"
    guard let file = files.file(location.path),
      let excerpt = SourceExcerpt(line: file.lines.text(ofLine: place.line), place)
    else { return }
    text += "  \(excerpt.line)\n  " + paint(excerpt.marker, "32") + "\n"
  }

  private func paint(_ text: String, _ style: String) -> String {
    color ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }
}

/// Somebody else's text as it may stand in a line on a terminal: with stand-ins for control characters, line breaks among them.
public func visible(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.map(SourceExcerpt.visible)))
}

extension Severity {
  fileprivate var color: String {
    switch self {
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    }
  }
}
