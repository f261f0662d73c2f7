import Diagnostics

extension DiagnosticCode {
  static let documentEnding = DiagnosticCode(
    "document-ending", .error,
    explanation: Wording(
      sv: """
        Granskningar, svar, uppföljningar och sidor är filer vars namn slutar på .md, med små bokstäver. Många datorer lägger till en ändelse \
        och döljer den: audit.md heter då i själva verket audit.md.txt. Andra är kopior som ett program har lagt bredvid: audit.md.bak.
        """,
      en: """
        Audits, replies, follow-ups and pages are files whose names end in .md, in small letters. Many computers add an ending and hide it: \
        what looks like audit.md is then audit.md.txt. Others are copies that a program has put beside it: audit.md.bak.
        """))
}

extension Diagnostic {
  static func documentEnding(_ path: String, better: String) -> Diagnostic {
    let name = better.split(separator: "/").last.map(String.init) ?? better
    return Diagnostic(
      .documentEnding,
      Wording(sv: "Ett dokument vars namn inte slutar på .md", en: "A document whose name does not end in .md"),
      at: .start(of: path),
      cure: Wording(
        sv:
          "Döp om filen till \(name). Finns \(name) redan är det här en kopia: ta bort den eller flytta den ur innehållet. Syns ingen ändelse: låt datorn visa filnamnstillägg.",
        en:
          "Rename the file \(name). If there is a \(name) already, this is a copy: remove it or move it out of the content. If you see no ending, let the computer show file name extensions."
      ))
  }
}

/// Names that documents get by mistake; without their `.md` they would be copied as attachments, and be missing in silence.
enum DocumentName {
  /// `boras/skolor/audit.md` of `boras/skolor/audit.md.txt`, `audit.MD` and `audit.markdown`; nil for other names.
  static func meant(by path: String) -> String? {
    guard !path.hasSuffix(".md") else { return nil }
    let stem = withoutEnding(path)
    if ["md", "markdown", "mdown", "mkd"].contains(AttachmentType.ending(of: path)) { return stem + ".md" }
    return AttachmentType.ending(of: stem) == "md" ? withoutEnding(stem) + ".md" : nil
  }

  static func withoutEnding(_ path: String) -> String {
    let ending = AttachmentType.ending(of: path)
    return ending.isEmpty ? path : String(path.dropLast(ending.count + 1))
  }

  /// Whether a text has facts between two lines `---` at its top, and a type among them.
  static func beginsAsDocument(_ bytes: [UInt8]) -> Bool {
    let lines = String(decoding: bytes.prefix(4000), as: UTF8.self).split(whereSeparator: \.isNewline)
    guard let first = lines.first, first == "---" || first == "\u{FEFF}---" else { return false }
    return lines.dropFirst().prefix { $0 != "---" }.contains { $0.hasPrefix("type:") }
  }
}
