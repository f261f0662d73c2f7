import Diagnostics

extension SiteDifference {
  /// Pages that share what happens to them.
  struct Section {
    let title: String
    let files: [File]
    /// Whether what stands here follows from what stands before it.
    var isRepeated = false
  }

  /// The pages that differ, in the order in which they are told.
  func sections(in language: Language) -> [Section] {
    func section(_ sv: String, _ en: String, _ files: [File], isRepeated: Bool = false) -> Section {
      Section(title: Wording(sv: sv, en: en).text(in: language), files: files, isRepeated: isRepeated)
    }
    return [
      section("Sidor som försvinner", "Pages that disappear", pages(.removed)),
      section("Nya sidor", "New pages", pages(.new)),
      section("Sidor som leder vidare", "Pages that lead elsewhere", pages(.redirected)),
      section("Sidor som ändras", "Pages that change", changedPages(inOtherLanguages: false)),
      section(
        "Sidor som ändras på andra språk", "Pages that change in other languages", changedPages(inOtherLanguages: true),
        isRepeated: true),
    ].filter { !$0.files.isEmpty }
  }

  static func nothing(_ published: String) -> Wording {
    Wording(sv: "Ingenting skiljer sig från \(published).", en: "Nothing differs from \(published).")
  }

  static let factsTitle = Wording(sv: "Fakta som ändras", en: "Facts that change")

  /// The difference in words, for a terminal.
  func text(in language: Language, published: String) -> String {
    if isEmpty { return Self.nothing(published).text(in: language) + "\n" }
    var parts: [String] = []
    if !facts.isEmpty {
      let lines = facts.map { "\n  " + visible($0.text(in: language)) }
      parts.append("\(Self.factsTitle.text(in: language)): \(facts.count)" + lines.joined())
    }
    for section in sections(in: language) {
      let lines = section.files.map { file in
        let links = file.links(in: language).map { "\n    " + visible($0) } ?? ""
        return "\n  " + visible(Self.address(file.path)) + (file.extent(in: language).map { " (\($0))" } ?? "") + links
      }
      parts.append("\(section.title): \(section.files.count)" + lines.joined())
    }
    let (changed, new, gone) = (otherFiles(.changed).count, otherFiles(.new).count, otherFiles(.removed).count)
    if changed + new + gone > 0 {
      let others = Wording(
        sv: "Andra filer: \(changed) \(changed == 1 ? "ändrad" : "ändrade"), \(new) \(new == 1 ? "ny" : "nya"), \(gone) borta.",
        en: "Other files: \(changed) changed, \(new) new, \(gone) gone.")
      parts.append(others.text(in: language))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// A page's path as the world knows it.
  static func address(_ path: String) -> String {
    "/" + (path.hasSuffix("index.html") ? String(path.dropLast("index.html".utf8.count)) : path)
  }

  /// The difference for other programs.
  func json(published: String) -> String {
    func text(_ text: String) -> String {
      var bytes: [UInt8] = []
      appendJSONString(text, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    func list(_ items: [String]) -> String { items.isEmpty ? "[]" : "[\n    " + items.joined(separator: ",\n    ") + "\n  ]" }
    let files = files.map { file in
      var object = "{\"path\": \(text(file.path)), \"change\": \"\(file.change.rawValue)\""
      if file.isPage, file.change == .changed || file.change == .new {
        object += ", \"wordsAdded\": \(file.added), \"wordsRemoved\": \(file.removed)"
      }
      if file.change == .removed, file.isPage {
        object += ", \"linkedFrom\": [" + file.linkedFrom.map(text).joined(separator: ", ") + "]"
      }
      return object + "}"
    }
    let facts = facts.map { fact in
      let head = "{\"table\": \(text(fact.table)), \"id\": \(text(fact.id)), \"change\": "
      return switch fact.change {
      case .new: head + "\"new\"}"
      case .removed: head + "\"removed\"}"
      case .moved(let old): head + "\"moved\", \"old\": \(text(old))}"
      case .value(let column, let old, let new):
        head + "\"value\", \"column\": \(text(column)), \"old\": \(text(old)), \"new\": \(text(new))}"
      }
    }
    return "{\n  \"published\": \(text(published)),\n  \"files\": \(list(files)),\n  \"facts\": \(list(facts))\n}\n"
  }
}

extension SiteDifference.File {
  /// How much of a page that changes is another; nil for others.
  func extent(in language: Language) -> String? {
    guard isPage, change == .changed else { return nil }
    let wording =
      differingWords == 0
      ? Wording(sv: "bara utanför texten", en: "only outside the text")
      : Wording(sv: "\(added) ord till, \(removed) bort", en: "\(added) \(added == 1 ? "word" : "words") in, \(removed) out")
    return wording.text(in: language)
  }

  /// What leads to a page that goes; nil where nothing does.
  func links(in language: Language) -> String? {
    guard !linkedFrom.isEmpty else { return nil }
    let shown = linkedFrom.prefix(5).map(SiteDifference.address).joined(separator: ", ")
    let rest = linkedFrom.count - 5
    let wording = Wording(
      sv: "dit leder länkar från \(shown)" + (rest > 0 ? " och \(rest) till" : ""),
      en: "links lead there from \(shown)" + (rest > 0 ? " and \(rest) more" : ""))
    return wording.text(in: language)
  }
}
