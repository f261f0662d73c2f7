import AuditContent
import Diagnostics
import SiteRendering

/// A strings file of the theme as it was read, checked against what the program and the templates ask for.
enum StringsFile {
  static let unusable = DiagnosticCode(
    "strings-file", .error,
    explanation: Wording(
      sv: """
        En fil med webbplatsens ord saknar något eller har något som inte används. Varje språk ska ha samma ord och meningar som \
        svenskan, med samma platser för värden.
        """,
      en: """
        A file with the site's words lacks something or has something that is not used. Every language needs the same words and \
        sentences as Swedish, with the same places for values.
        """))

  /// Reads one language's words. `reference` is the first language, whose groups the others must have.
  static func read(_ file: SourceFile, reference: Strings?) -> Checked<Strings?> {
    let tree = readYAML(of: file)
    var diagnostics = tree.diagnostics
    func report(_ message: Wording, _ range: Range<Int>, _ cure: Wording) {
      diagnostics.append(Diagnostic(unusable, message, at: SourceRange(path: file.path, range), cure: cure))
    }
    // What a broken line hides is not missing.
    let isBroken = diagnostics.contains { $0.severity == .error }
    guard !isBroken, let root = tree.value, let entries = root.entries else { return Checked(nil, diagnostics) }
    let language = root["language"]?.text ?? ""
    let direction = root["direction"]?.text ?? "ltr"
    let months = root["months"]?.items?.compactMap(\.text) ?? []
    if language.isEmpty {
      report(
        Wording(sv: "language saknas", en: "language is missing"), 0..<0,
        Wording(sv: "Skriv språkets kod, som language: sv.", en: "Write the language's code, such as language: sv."))
    }
    if months.count != 12 {
      report(
        Wording(sv: "months har \(months.count) namn", en: "months has \(months.count) names"), root["months"]?.range ?? 0..<0,
        Wording(sv: "Skriv årets tolv månader.", en: "Write the twelve months of the year."))
    }
    var phrases: [String: String] = [:]
    let phraseEntries = root["phrases"]?.entries ?? []
    for entry in phraseEntries {
      phrases[entry.key.text] = entry.value.text ?? ""
      guard Phrase.named(entry.key.text) == nil else { continue }
      let near = nearMiss(of: entry.key.text, among: Phrase.allCases.map(\.rawValue))
      report(
        Wording(sv: "”\(entry.key.text)” används inte", en: "‘\(entry.key.text)’ is not used"), entry.key.range,
        near.map { Wording(sv: "Menade du ”\($0)”?", en: "Did you mean ‘\($0)’?") }
          ?? Wording(sv: "Ta bort raden.", en: "Remove the line."))
    }
    for phrase in Phrase.allCases where phrases[phrase.rawValue] == nil {
      report(
        Wording(sv: "”\(phrase.rawValue)” saknas under phrases", en: "‘\(phrase.rawValue)’ is missing under phrases"),
        root["phrases"]?.range.lowerBound.oneByte ?? 0..<0,
        Wording(sv: "Lägg till \(phrase.rawValue): och meningen.", en: "Add \(phrase.rawValue): and the sentence."))
    }
    if let reference {
      for entry in phraseEntries {
        guard let phrase = Phrase.named(entry.key.text), let text = entry.value.text else { continue }
        let unknown = Strings.valueNames(in: text).subtracting(reference.valueNames(of: phrase)).sorted()
        if let name = unknown.first {
          let known = reference.valueNames(of: phrase).sorted().joined(separator: ", ")
          report(
            Wording(sv: "{\(name)} är inget värde i den här meningen", en: "{\(name)} is no value of this sentence"),
            entry.value.range,
            known.isEmpty
              ? Wording(sv: "Skriv meningen utan värden.", en: "Write the sentence without values.")
              : Wording(sv: "Värdena är: \(known).", en: "The values are: \(known)."))
        }
      }
    }
    let settings: Set = ["language", "direction", "months", "phrases"]
    let groups = entries.filter { !settings.contains($0.key.text) }.map { group in
      Strings.Group(
        name: group.key.text, entries: (group.value.entries ?? []).map { (name: $0.key.text, text: $0.value.text ?? "") })
    }
    let strings = Strings(language: language, direction: direction, months: months, words: groups, phrases: phrases)
    if let reference {
      for name in reference.wordNames.subtracting(strings.wordNames).sorted() {
        report(
          Wording(sv: "”\(name)” saknas", en: "‘\(name)’ is missing"), 0..<0,
          Wording(sv: "Lägg till ordet i sin grupp.", en: "Add the word to its group."))
      }
    }
    return Checked(months.count == 12 ? strings : nil, diagnostics)
  }
}

extension Int {
  fileprivate var oneByte: Range<Int> { self..<(self + 1) }
}
