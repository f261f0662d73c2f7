extension DiagnosticPrinter {
  /// A log in the Static Analysis Results Interchange Format 2.1.0 (OASIS), with the explanation of every code that occurs.
  func sarif(_ diagnostics: [Diagnostic], _ files: inout PrintedFiles) -> String {
    var codes: [String: DiagnosticCode] = [:]
    for diagnostic in diagnostics where codes[diagnostic.code.name] == nil { codes[diagnostic.code.name] = diagnostic.code }
    let rules = codes.values.sorted { $0.name < $1.name }
    let ruleIndex = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.name, $0) })

    var results: [JSONValue] = []
    for diagnostic in diagnostics {
      var members: [(key: String, value: JSONValue)] = [
        ("ruleId", .string(diagnostic.code.name)),
        ("ruleIndex", .number(ruleIndex[diagnostic.code.name] ?? -1)),
        ("level", .string(diagnostic.severity.rawValue)),
        ("message", message(diagnostic.message, diagnostic.cure)),
        ("locations", .array([.object([physicalLocation(diagnostic.location, &files)])])),
      ]
      if !diagnostic.notes.isEmpty {
        var related: [JSONValue] = []
        for note in diagnostic.notes {
          related.append(.object([physicalLocation(note.location, &files), ("message", message(note.message, nil))]))
        }
        members.append(("relatedLocations", .array(related)))
      }
      if !diagnostic.fixIts.isEmpty { members.append(("fixes", .array([fix(diagnostic.fixIts, &files)]))) }
      results.append(.object(members))
    }

    let driver: JSONValue = .object([
      ("name", "Missiv"), ("language", .string(language.rawValue)), ("rules", .array(rules.map(rule))),
    ])
    return JSONValue.object([
      ("$schema", "https://json.schemastore.org/sarif-2.1.0.json"),
      ("version", "2.1.0"),
      (
        "runs",
        .array([
          .object([
            ("tool", .object([("driver", driver)])), ("columnKind", "unicodeCodePoints"), ("results", .array(results)),
          ])
        ])
      ),
    ]).text
  }

  private func rule(_ code: DiagnosticCode) -> JSONValue {
    .object([
      ("id", .string(code.name)),
      ("fullDescription", .object([("text", .string(code.explanation.text(in: language)))])),
      ("defaultConfiguration", .object([("level", .string(code.severity.rawValue))])),
    ])
  }

  private func message(_ message: Wording, _ cure: Wording?) -> JSONValue {
    let text = message.text(in: language) + (cure.map { ". " + $0.text(in: language) } ?? "")
    return .object([("text", .string(text))])
  }

  private func physicalLocation(_ range: SourceRange, _ files: inout PrintedFiles) -> (key: String, value: JSONValue) {
    ("physicalLocation", .object([artifact(range.path), ("region", region(range, &files))]))
  }

  private func artifact(_ path: String) -> (key: String, value: JSONValue) {
    ("artifactLocation", .object([("uri", .string(uri(displayPath(path))))]))
  }

  private func region(_ range: SourceRange, _ files: inout PrintedFiles) -> JSONValue {
    let place = files.place(of: range)
    return .object([
      ("startLine", .number(place.line)), ("startColumn", .number(place.column)),
      ("endLine", .number(place.endLine)), ("endColumn", .number(place.endColumn)),
    ])
  }

  /// All replacements of a diagnostic are one fix: they belong together.
  private func fix(_ fixIts: [Diagnostic.FixIt], _ files: inout PrintedFiles) -> JSONValue {
    var changes: [(path: String, replacements: [JSONValue])] = []
    for fixIt in fixIts {
      let replacement: JSONValue = .object([
        ("deletedRegion", region(fixIt.location, &files)),
        ("insertedContent", .object([("text", .string(fixIt.replacement))])),
      ])
      if let index = changes.firstIndex(where: { $0.path == fixIt.location.path }) {
        changes[index].replacements.append(replacement)
      } else {
        changes.append((fixIt.location.path, [replacement]))
      }
    }
    return .object([
      ("artifactChanges", .array(changes.map { .object([artifact($0.path), ("replacements", .array($0.replacements))]) }))
    ])
  }

  /// A relative path as a URI reference; what RFC 3986 does not allow in a path is percent-encoded.
  private func uri(_ path: String) -> String {
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
