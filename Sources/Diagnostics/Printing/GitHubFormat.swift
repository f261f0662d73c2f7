extension DiagnosticPrinter {
  /// Workflow commands, one a line, which GitHub shows beside the lines of a pull request.
  func github(_ diagnostics: [Diagnostic], _ files: inout PrintedFiles) -> String {
    var text = ""
    for diagnostic in diagnostics {
      let place = files.place(of: diagnostic.location)
      let command =
        switch diagnostic.severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
      var message = diagnostic.message.text(in: language)
      if let cure = diagnostic.cure { message += "\n" + cure.text(in: language) }
      text += "::\(command) file=\(escape(displayPath(diagnostic.location.path), inProperty: true))"
      text += ",line=\(place.line),col=\(place.column)"
      text += ",title=\(escape(diagnostic.code.name, inProperty: true))::\(escape(message, inProperty: false))\n"
    }
    return text
  }

  private func escape(_ text: String, inProperty: Bool) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped.append(contentsOf: "%25".unicodeScalars)
      case "\r": escaped.append(contentsOf: "%0D".unicodeScalars)
      case "\n": escaped.append(contentsOf: "%0A".unicodeScalars)
      case ":" where inProperty: escaped.append(contentsOf: "%3A".unicodeScalars)
      case "," where inProperty: escaped.append(contentsOf: "%2C".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
