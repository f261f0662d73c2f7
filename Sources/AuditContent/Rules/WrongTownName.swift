import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let wrongTownName = DiagnosticCode(
    "municipality-name", .warning,
    explanation: Wording(
      sv: "Kommunens namn står utan prickar i en text: Boras i stället för Borås. Så blir det ofta när en text skannas.",
      en: "The municipality's name stands without its dots in a text: Boras for Borås. That often happens when a text is scanned."
    ))
}

extension Rule {
  /// The municipality is called what it is called.
  static let wrongTownName = Rule(code: .wrongTownName) { content, diagnostics in
    let towns = Dictionary(content.archive.municipalities.map { ($0.id, $0.name) }) { first, _ in first }
    for document in content.documents {
      guard let place = document.plainTownName, let town = document.path.split(separator: "/").first.map(String.init),
        let whole = towns[town], whole.utf8.contains(where: { $0 >= 0x80 })
      else { continue }
      // Borås, and the genitive of Vänersborgs kommun.
      let names = whole.split(separator: " ").flatMap { [String($0), String($0.dropLast())] }
      guard let name = names.first(where: { idLike($0.lowercased()) == town }), name.utf8.contains(where: { $0 >= 0x80 }) else {
        continue
      }
      let range = place.range(in: document.path)
      diagnostics.append(
        Diagnostic(
          .wrongTownName, Wording(sv: "Kommunen heter \(name)", en: "The municipality is called \(name)"), at: range,
          cure: Wording(sv: "Menade du \(name)?", en: "Did you mean \(name)?"),
          fixIts: [Diagnostic.FixIt(replace: range, with: name)]))
    }
  }
}

/// Where a text has its municipality's name in the plain letters of its folder: `Boras` in `boras/`.
func plainTownName(in text: DocumentText) -> Place? {
  guard let slash = text.file.path.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
  let folder = text.file.path[..<slash]
  guard let hash = BodyWords(String(folder)).words.first?.hash, folder.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A })
  else {
    return nil
  }
  return text.words.words.first { $0.isCapital && $0.hash == hash }.map { Place($0.range) }
}
