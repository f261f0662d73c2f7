package import AuditModel
package import Diagnostics

/// Numbers that tell versions of the content apart (`SourceFile.fingerprint`).
extension ParsedContent {
  /// Of every document, all that archives are made of: its facts, and where its running text leads.
  package var archivePrints: [(path: String, value: UInt64)] { documents.map { ($0.path, $0.archivePrint) } }

  /// Of every document, with its running text.
  package var textPrints: [UInt64] { documents.map(\.fingerprint) }

  /// Of the document that holds a running text of an archive made of these documents.
  package func textPrint(of body: Body) -> UInt64 { documents[Int(body.file)].fingerprint }

  /// The paths of the documents whose running text has something that rules look at beside what is wrong in the text by itself.
  package var pathsLookedAt: [String] {
    documents.filter { $0.readability != nil || $0.plainTownName != nil }.map(\.path)
  }

  /// What is wrong in some files by themselves, as the site weighs it, by their paths.
  package func weighedProblems(in paths: Set<String>) -> [String: [Diagnostic]] {
    let found = problems(in: paths).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.flatMap(\.value)
    return Dictionary(grouping: Content.weigh(found, documents), by: \.location.path)
  }
}

extension Document {
  /// Differs where `saysTheSame` does.
  fileprivate var archivePrint: UInt64 {
    var print = NumberPrint(factsFingerprint)
    for number in [bodyStart, hasBody ? 1 : 0, isWhole ? 1 : 0] { print.mix(UInt64(number)) }
    print.mix(linksFingerprint)
    return print.value
  }
}
