import Diagnostics

/// Something that must hold in one document by itself. It is checked while the document is read, many at once, so that no text
/// has to be kept or read again.
struct DocumentRule: Sendable {
  let code: DiagnosticCode
  let check: @Sendable (DocumentText, inout [Diagnostic]) -> Void

  /// In the order of their names.
  static let all: [DocumentRule] = [
    alternativeText, assessmentEmpty, dateTooEarly, dueBeforeDocument, emptySection, findingSource, headingLevel, otherWords,
    personalNumber,
    privateMail, privateTelephone, scanningLeftover, transcriptionMissing, umbrellaWithoutParts, vagueLink,
  ]

  /// What all of them say of a document.
  static func check(_ text: DocumentText) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for rule in all { rule.check(text, &diagnostics) }
    return diagnostics
  }
}

/// What such a rule looks at: a document's bytes, what was made of them, and the words of its body.
struct DocumentText {
  let file: SourceFile
  let content: DocumentContent
  let bodyStart: Int
  let outline: BodyOutline
  let words: BodyWords
  /// Found in one reading of the bytes, front matter included.
  let personalNumbers: [Range<Int>]
  let privateContacts: [(kind: PrivateContactScan.Contact, range: Range<Int>)]

  init(_ file: SourceFile, _ content: DocumentContent, bodyStart: Int, _ outline: BodyOutline) {
    self.file = file
    self.content = content
    self.bodyStart = bodyStart
    self.outline = outline
    words = BodyWords(file, outline)
    var numbers: [Range<Int>] = []
    var contacts: [(kind: PrivateContactScan.Contact, range: Range<Int>)] = []
    file.bytes.withUnsafeBufferPointer { bytes in
      PersonalNumberScan(bytes: bytes).each { if numbers.count < 1000 { numbers.append($0) } }
      // The publisher's own address in site.yaml is there to be published.
      if case .site = content { return }
      var rest = numbers[...]
      PrivateContactScan(bytes: bytes).each { kind, range in
        rest = rest.drop { $0.upperBound <= range.lowerBound }
        if !(rest.first?.overlaps(range) ?? false), contacts.count < 1000 { contacts.append((kind, range)) }
      }
    }
    personalNumbers = numbers
    privateContacts = contacts
  }

  func place(_ range: Range<Int>) -> SourceRange { SourceRange(path: file.path, range) }
}
