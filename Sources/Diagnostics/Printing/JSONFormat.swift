extension DiagnosticPrinter {
  /// An array with an object for each diagnostic. Lines and columns count from 1, columns in Unicode scalars; `offset` and
  /// `length` of a fix-it are in bytes.
  func json(_ diagnostics: [Diagnostic], _ files: inout PrintedFiles) -> String {
    var objects: [JSONValue] = []
    for diagnostic in diagnostics {
      var members = place(diagnostic.location, &files)
      members += [
        ("severity", .string(diagnostic.severity.rawValue)),
        ("code", .string(diagnostic.code.name)),
        ("message", .string(diagnostic.message.text(in: language))),
        ("cure", diagnostic.cure.map { .string($0.text(in: language)) } ?? .null),
      ]
      var notes: [JSONValue] = []
      for note in diagnostic.notes {
        notes.append(.object(place(note.location, &files) + [("message", .string(note.message.text(in: language)))]))
      }
      var fixIts: [JSONValue] = []
      for fixIt in diagnostic.fixIts {
        let range: [(key: String, value: JSONValue)] = [
          ("offset", .number(fixIt.location.lower)),
          ("length", .number(fixIt.location.upper - fixIt.location.lower)),
          ("replacement", .string(fixIt.replacement)),
        ]
        fixIts.append(.object(place(fixIt.location, &files) + range))
      }
      members += [("notes", .array(notes)), ("fixIts", .array(fixIts))]
      objects.append(.object(members))
    }
    return JSONValue.array(objects).text
  }

  private func place(_ range: SourceRange, _ files: inout PrintedFiles) -> [(key: String, value: JSONValue)] {
    let place = files.place(of: range)
    return [
      ("path", .string(displayPath(range.path))),
      ("line", .number(place.line)), ("column", .number(place.column)),
      ("endLine", .number(place.endLine)), ("endColumn", .number(place.endColumn)),
    ]
  }
}
