import Diagnostics

extension SiteDifference {
  /// The difference in words, for a terminal.
  func text(in language: Language, published: String) -> String {
    func say(_ sv: String, _ en: String) -> String { Wording(sv: sv, en: en).text(in: language) }
    if isEmpty {
      return say("Ingenting skiljer sig från \(published).\n", "Nothing differs from \(published).\n")
    }
    var lines: [String] = []
    func section(_ title: String, _ files: [File], _ note: (File) -> String = { _ in "" }) {
      guard !files.isEmpty else { return }
      lines.append("\(title): \(files.count)")
      for file in files { lines.append("  " + Self.address(file.path) + note(file)) }
      lines.append("")
    }
    section(say("Sidor som ändras", "Pages that change"), pages(.changed)) { file in
      if file.added == 0, file.removed == 0 { return say(" (bara utanför texten)", " (only outside the text)") }
      return say(" (\(file.added) ord till, \(file.removed) bort)", " (\(file.added) words in, \(file.removed) out)")
    }
    section(say("Nya sidor", "New pages"), pages(.new))
    section(say("Sidor som leder vidare", "Pages that lead elsewhere"), pages(.redirected))
    section(say("Sidor som försvinner", "Pages that disappear"), pages(.removed)) { file in
      guard !file.linkedFrom.isEmpty else { return "" }
      let shown = file.linkedFrom.prefix(5).map(Self.address).joined(separator: ", ")
      let more = file.linkedFrom.count > 5 ? say(" och \(file.linkedFrom.count - 5) till", " and \(file.linkedFrom.count - 5) more") : ""
      return say("\n    dit leder länkar från ", "\n    links lead there from ") + shown + more
    }
    if !facts.isEmpty {
      lines.append(say("Fakta som ändras: \(facts.count)", "Facts that change: \(facts.count)"))
      for fact in facts { lines.append("  " + fact.text(in: language)) }
      lines.append("")
    }
    let others = files.filter { !$0.isPage }
    if !others.isEmpty {
      lines.append(
        say(
          "Andra filer: \(otherFiles(.changed).count) ändrade, \(otherFiles(.new).count) nya, \(otherFiles(.removed).count) borta.",
          "Other files: \(otherFiles(.changed).count) changed, \(otherFiles(.new).count) new, \(otherFiles(.removed).count) gone."))
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
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
      case .value(let column, let old, let new):
        head + "\"value\", \"column\": \(text(column)), \"old\": \(text(old)), \"new\": \(text(new))}"
      }
    }
    return "{\n  \"published\": \(text(published)),\n  \"files\": \(list(files)),\n  \"facts\": \(list(facts))\n}\n"
  }
}
