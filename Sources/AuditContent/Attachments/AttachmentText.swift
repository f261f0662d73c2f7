import Diagnostics

/// Looks through a file that is copied as it is, as far as it is text: for personal numbers, for programs in pictures and for
/// formulas in tables.
func checkAttachment(_ entry: SourceEntry, of tree: SourceTree) -> [Diagnostic] {
  if let name = DocumentName.meant(by: entry.path) { return [.documentEnding(entry.path, better: name)] }
  guard entry.kind == .attachment, case .text? = AttachmentType(path: entry.path) else { return [] }
  // What is too large to be read is an error of its own: nothing is published unread in silence.
  let source = tree.read(entry.path, limit: 1 << 30)
  guard let file = source.value else { return source.diagnostics }
  var found: [Diagnostic] = []
  file.bytes.withUnsafeBufferPointer { bytes in
    PersonalNumberScan(bytes: bytes).each { if found.count < 1000 { found.append(.personalNumber(in: file, at: $0)) } }
  }
  switch AttachmentType.ending(of: entry.path) {
  case "svg": if let range = ActiveContent.find(inSVG: file.bytes) { found.append(.activePicture(in: file, at: range)) }
  case "csv", "tsv": found += formulas(in: file)
  case "txt" where DocumentName.beginsAsDocument(file.bytes):
    found.append(.documentEnding(entry.path, better: DocumentName.withoutEnding(entry.path) + ".md"))
  default: break
  }
  return found
}
