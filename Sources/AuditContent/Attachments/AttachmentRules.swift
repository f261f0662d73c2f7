import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let attachmentType = DiagnosticCode(
    "attachment-type", .error,
    explanation: Wording(
      sv: """
        Bara filer som en webbläsare visar eller sparar läggs ut, aldrig sådana som den eller servern kan köra (html, js, xml, php, exe …) \
        eller som ingen längre kan läsa. Tillåtna är \(AttachmentType.names). Spara annat som pdf.
        """,
      en: """
        Only files that a browser shows or saves are published, never those that it or the server may run (html, js, xml, php, exe …) or \
        that nobody can read any more. Allowed are \(AttachmentType.names). Save anything else as pdf.
        """))
  static let attachmentSize = DiagnosticCode(
    "attachment-size", .error,
    explanation: Wording(
      sv: """
        En bilaga får vara högst 50 MB, om inte limit för attachment-size under rules i site.yaml säger annat. Stora filer tar lång tid \
        att hämta, och många webbhotell tar inte emot dem.
        """,
      en: """
        An attachment may be at most 50 MB, unless limit for attachment-size under rules in site.yaml says otherwise. Large files take \
        long to load, and many web hosts do not take them.
        """))
  static let attachmentUnread = DiagnosticCode(
    "attachment-unread", .note,
    explanation: Wording(
      sv: """
        Missiv letar efter personnummer i texter, tabeller (csv) och filnamn, men kan inte läsa pdf-filer, bilder, kontorsdokument, \
        ljud, film och zip-filer. Gå igenom dem själv innan de publiceras.
        """,
      en: """
        Missiv looks for personal numbers in texts, tables (csv) and file names, but cannot read pdf files, pictures, office documents, \
        sound, film and zip files. Look through them yourself before they are published.
        """))
}

extension Rule {
  /// Everything that is copied is of a kind that nobody can be harmed by.
  static let attachmentType = Rule(code: .attachmentType) { content, diagnostics in
    for attachment in content.archive.attachments
    where AttachmentType(path: attachment.path) == nil && DocumentName.meant(by: attachment.path) == nil {
      let ending = AttachmentType.ending(of: attachment.path)
      diagnostics.append(
        Diagnostic(
          .attachmentType,
          ending.isEmpty
            ? Wording(sv: "Filen saknar filändelse", en: "The file has no ending")
            : Wording(
              sv: "Filer av slaget .\(short(ending)) läggs inte ut", en: "Files of the kind .\(short(ending)) are not published"),
          at: .start(of: attachment.path),
          cure: Wording(
            sv: "Spara den som pdf, csv eller bild, eller flytta den ur innehållet.",
            en: "Save it as pdf, csv or a picture, or move it out of the content.")))
    }
  }

  /// Nothing that is copied is too large to be fetched.
  static let attachmentSize = Rule(code: .attachmentSize, limit: 50) { content, diagnostics in
    let limit = content.limit(.attachmentSize)
    for attachment in content.archive.attachments where attachment.size > limit * 1_000_000 {
      let size = (attachment.size + 999_999) / 1_000_000
      diagnostics.append(
        Diagnostic(
          .attachmentSize,
          Wording(
            sv: "Filen är \(size) MB, högst \(limit) får den vara", en: "The file has \(size) MB, at most \(limit) are allowed"),
          at: .start(of: attachment.path),
          cure: Wording(
            sv:
              "Spara den med lägre upplösning eller dela den. Gränsen står som limit för attachment-size under rules i site.yaml.",
            en: "Save it with less resolution, or split it. The limit is limit for attachment-size under rules in site.yaml.")))
    }
  }

  /// What nobody has looked through is said to be so, once.
  static let attachmentUnread = Rule(code: .attachmentUnread) { content, diagnostics in
    let unread = content.archive.attachments.filter {
      switch AttachmentType(path: $0.path) {
      case .picture, .opaque: true
      case .text, nil: false
      }
    }
    guard let first = unread.first else { return }
    diagnostics.append(
      Diagnostic(
        .attachmentUnread,
        unread.count == 1
          ? Wording(sv: "Missiv kan inte läsa den här filen", en: "Missiv cannot read this file")
          : Wording(
            sv: "Missiv kan inte läsa den här filen och \(unread.count - 1) till",
            en: "Missiv cannot read this file and \(unread.count - 1) more"),
        at: .start(of: first.path),
        cure: Wording(
          sv: "Se själv efter att inga personnummer eller andra personuppgifter står i \(unread.count == 1 ? "den" : "dem").",
          en:
            "See for yourself that no personal numbers or other personal data stand in \(unread.count == 1 ? "it" : "them")."
        )))
  }
}
