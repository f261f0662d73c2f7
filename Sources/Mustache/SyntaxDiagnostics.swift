public import Diagnostics

extension MustacheCodes {
  public static let syntax = DiagnosticCode(
    "template-syntax", .error,
    explanation: Wording(
      sv: """
        En tagg i en mall är fel skriven: den avslutas inte, stänger en del som inte är öppen, eller lämnar en del öppen. \
        Varje {{#del}} ska ha sin {{/del}}.
        """,
      en: """
        A tag of a template is not written as it should be: it is not closed, closes a part that is not open, or leaves a part \
        open. Every {{#part}} needs its {{/part}}.
        """))

  public static let encoding = DiagnosticCode(
    "template-encoding", .error,
    explanation: Wording(
      sv: "En mall ska vara sparad som UTF-8. Är den sparad på ett annat sätt blir å, ä och ö fel på sidorna.",
      en: "A template must be saved as UTF-8. Saved in another way, letters such as å, ä and ö come out wrong on the pages."))

  public static let unused = DiagnosticCode(
    "template-text-unused", .warning,
    explanation: Wording(
      sv: """
        Mellan {{<mall}} och {{/mall}} räknas bara de delar som byts ut, {{$del}} … {{/del}}. \
        Det som står utanför dem visas aldrig.
        """,
      en: """
        Between {{<template}} and {{/template}} only the blocks that are replaced count, {{$block}} … {{/block}}. \
        What stands outside them is never shown.
        """))
}

extension Diagnostic {
  static func notUTF8(_ file: SourceFile, at offset: Int) -> Diagnostic {
    Diagnostic(
      MustacheCodes.encoding, Wording(sv: "byte som inte är UTF-8", en: "byte that is not UTF-8"),
      at: SourceRange(path: file.path, offset..<(offset + 1)),
      cure: Wording(
        sv: "Öppna mallen i redigeraren och spara den med teckenkodningen UTF-8.",
        en: "Open the template in the editor and save it with the encoding UTF-8."))
  }

  static func unclosed(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      MustacheCodes.syntax, Wording(sv: "”\(name)” stängs inte", en: "‘\(name)’ is not closed"), at: range,
      cure: Wording(sv: "Lägg till {{/\(name)}} där delen slutar.", en: "Add {{/\(name)}} where the part ends."))
  }

  static func neverOpened(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      MustacheCodes.syntax,
      Wording(sv: "”\(name)” stängs utan att ha öppnats", en: "‘\(name)’ is closed but was never opened"), at: range,
      cure: Wording(sv: "Ta bort taggen, eller öppna den först.", en: "Remove the tag, or open it first."))
  }

  static func mismatch(
    closes name: String, open: String, at range: SourceRange, openedAt: SourceRange, isNear: Bool
  ) -> Diagnostic {
    Diagnostic(
      MustacheCodes.syntax,
      Wording(
        sv: "”\(name)” stängs, men det är ”\(open)” som är öppen", en: "‘\(name)’ is closed, but ‘\(open)’ is what is open"),
      at: range,
      cure: isNear
        ? Wording(sv: "Skriv {{/\(open)}} här.", en: "Write {{/\(open)}} here.")
        : Wording(sv: "Lägg till {{/\(open)}} före taggen.", en: "Add {{/\(open)}} before the tag."),
      notes: [Note(Wording(sv: "den öppnades här", en: "it was opened here"), at: openedAt)],
      fixIts: isNear ? [FixIt(replace: range, with: open)] : [])
  }

  static func tooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      MustacheCodes.syntax, Wording(sv: "för många delar i varandra", en: "too many parts inside each other"), at: range,
      cure: Wording(sv: "Lägg en del av mallen i en egen fil.", en: "Put a part of the template into a file of its own."))
  }

  static func unused(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      MustacheCodes.unused,
      Wording(
        sv: "text utanför de delar som byts ut visas aldrig", en: "text outside the blocks that are replaced is never shown"),
      at: range, cure: Wording(sv: "Flytta in den i en {{$del}}, eller ta bort den.", en: "Move it into a block, or remove it."))
  }
}

/// Where the first byte stands that is not part of UTF-8 text; nil where all of it is.
func invalidUTF8(in bytes: [UInt8]) -> Int? {
  if bytes.allSatisfy({ $0 < 0x80 }) || String(validating: bytes, as: UTF8.self) != nil { return nil }
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var offset = 0
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): offset += UTF8.width(scalar)
    case .emptyInput, .error: return min(offset, bytes.count - 1)
    }
  }
}
