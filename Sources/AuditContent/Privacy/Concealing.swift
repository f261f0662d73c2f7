public import Diagnostics

/// Keeps personal numbers out of what is printed, whatever it is that quotes them.
public enum PersonalNumbers {
  /// The text with every personal number's digits but the first two as asterisks; as long as it was.
  public static func conceal(_ text: String) -> String {
    // A number has ten digits at least; most texts have none.
    guard text.utf8.count(where: { (0x30...0x39).contains($0) }) >= 10 else { return text }
    var bytes = Array(text.utf8)
    return conceal(&bytes) ? String(decoding: bytes, as: UTF8.self) : text
  }

  /// The file with its numbers concealed byte for byte, so that every place in it stays where it was.
  public static func conceal(_ file: SourceFile) -> SourceFile {
    var bytes = file.bytes
    return conceal(&bytes) ? SourceFile(path: file.path, bytes: bytes) : file
  }

  /// The diagnostic with the numbers in its texts concealed. Its places are kept: they are needed to find the file.
  public static func conceal(_ diagnostic: Diagnostic) -> Diagnostic {
    func conceal(_ wording: Wording) -> Wording { Wording(sv: self.conceal(wording.sv), en: self.conceal(wording.en)) }
    var concealed = Diagnostic(
      diagnostic.code, conceal(diagnostic.message), at: diagnostic.location, cure: diagnostic.cure.map(conceal),
      notes: diagnostic.notes.map { Diagnostic.Note(conceal($0.message), at: $0.location) },
      fixIts: diagnostic.fixIts.map { Diagnostic.FixIt(replace: $0.location, with: self.conceal($0.replacement)) })
    concealed.severity = diagnostic.severity
    return concealed
  }

  /// Whether there was anything to conceal.
  private static func conceal(_ bytes: inout [UInt8]) -> Bool {
    var found: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { PersonalNumberScan(bytes: $0).each { found.append($0) } }
    for range in found {
      var digits = 0
      for index in range where (0x30...0x39).contains(bytes[index]) {
        digits += 1
        if digits > 2 { bytes[index] = UInt8(ascii: "*") }
      }
    }
    return !found.isEmpty
  }
}
