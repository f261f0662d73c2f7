import Diagnostics

/// What may be wrong with a file as a text, before anybody asks what it says.
extension DiagnosticCode {
  static let fileTooLarge = DiagnosticCode(
    "file-too-large", .error,
    explanation: Wording(
      sv: "En fil som Missiv ska läsa får vara högst 16 megabyte. Så stora texter är nästan alltid något annat än en text.",
      en: "A file that Missiv is to read may hold at most 16 megabytes. Texts of that size are nearly always something else."))
  static let wrongEncoding = DiagnosticCode(
    "wrong-encoding", .error,
    explanation: Wording(
      sv: "Alla texter ska vara sparade som UTF-8. Är de sparade på ett annat sätt blir å, ä och ö fel på sidorna.",
      en: "Every text must be saved as UTF-8. Saved in another way, letters such as å, ä and ö come out wrong on the pages."))
  static let controlCharacter = DiagnosticCode(
    "control-character", .error,
    explanation: Wording(
      sv: "Styrtecken är osynliga tecken som inte får stå i en webbsida. De följer ofta med när text klistras in från pdf.",
      en: "Control characters are invisible and may not stand in a web page. They often come along with text pasted from a PDF."))

  static let textCodes = [fileTooLarge, wrongEncoding, controlCharacter]
}

extension Diagnostic {
  static func fileTooLarge(path: String, size: Int) -> Diagnostic {
    let megabytes = (size + (1 << 20) - 1) >> 20
    return Diagnostic(
      .fileTooLarge,
      Wording(
        sv: "\(megabytes) megabyte i en fil som får ha högst 16",
        en: "\(megabytes) megabytes in a file that may have at most 16"),
      at: .start(of: path),
      cure: Wording(sv: "Dela upp filen, eller lägg den som bilaga.", en: "Split the file, or add it as an attachment."))
  }

  static func wrongEncoding(in file: SourceFile, at range: Range<Int>, looksLike encoding: String?, count: Int) -> Diagnostic {
    let more = count > 1
    let sv = encoding.map { "\($0) i stället för UTF-8" } ?? "Bytes som inte är UTF-8"
    let en = encoding.map { "\($0) instead of UTF-8" } ?? "Bytes that are not UTF-8"
    return Diagnostic(
      .wrongEncoding,
      Wording(
        sv: "\(sv) från byte \(range.lowerBound + 1)\(more ? ", på \(count) ställen" : "")",
        en: "\(en) from byte \(range.lowerBound + 1)\(more ? ", in \(count) places" : "")"),
      at: SourceRange(path: file.path, range),
      cure: Wording(
        sv: "Öppna filen i redigeraren och spara den med teckenkodningen UTF-8.",
        en: "Open the file in the editor and save it with the encoding UTF-8."))
  }

  static func controlCharacter(in file: SourceFile, at range: Range<Int>, count: Int) -> Diagnostic {
    let name = file.text(in: range).unicodeScalars.first.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    return Diagnostic(
      .controlCharacter,
      Wording(
        sv: "Osynligt styrtecken \(name ?? "")\(count > 1 ? " (och \(count - 1) till)" : "")",
        en: "Invisible control character \(name ?? "")\(count > 1 ? " (and \(count - 1) more)" : "")"),
      at: SourceRange(path: file.path, range),
      cure: Wording(
        sv: "Ta bort tecknet; det syns inte, men står precis här.",
        en: "Delete the character; it cannot be seen, but stands right here."),
      fixIts: count == 1 ? [FixIt(replace: SourceRange(path: file.path, range), with: "")] : [])
  }
}
