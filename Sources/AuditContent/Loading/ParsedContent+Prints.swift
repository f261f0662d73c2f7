package import AuditModel

/// Numbers that tell versions of the content apart (`SourceFile.fingerprint`).
extension ParsedContent {
  /// Of every document, all that archives are made of: its facts, and where its running text leads.
  package var archivePrints: [(path: String, value: UInt64)] { documents.map { ($0.path, $0.archivePrint) } }

  /// Of every document, with its running text.
  package var textPrints: [UInt64] { documents.map(\.fingerprint) }

  /// Of the document that holds a running text of an archive made of these documents.
  package func textPrint(of body: Body) -> UInt64 { documents[Int(body.file)].fingerprint }
}

extension Document {
  /// Differs where `saysTheSame` does.
  fileprivate var archivePrint: UInt64 {
    var value = factsFingerprint
    func mix(_ word: UInt64) {
      value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
      value ^= value >> 29
    }
    for number in [bodyStart, hasBody ? 1 : 0, isWhole ? 1 : 0, links.count] { mix(UInt64(number)) }
    for link in links {
      mix(link.isImage ? 3 : 2)
      for byte in link.destination.utf8 { mix(UInt64(byte)) }
      mix(0x100)
    }
    return value
  }
}
