import ArgumentParser
import Foundation

@testable import missiv

/// Numbers that look random, the same for the same seed.
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// A number from 0 up to, but not including, a limit.
  mutating func below(_ limit: Int) -> Int {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return limit <= 0 ? 0 : Int((mixed ^ mixed >> 31) % UInt64(limit))
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// A copy of the example that is edited as people and their editors do, in the same way for the same seed.
///
/// Every edit answers with the paths of what it touched, as a watcher of folders names them.
final class EditedSite {
  let files: TestSite
  let options: SiteOptions
  var random: SeededRandom
  private let original: [String: String]
  private var originalPaths: Set<String> = []
  private var number = 0

  /// - Parameter without: names of audits' folders that are left out, with every line that leads to them.
  init(seed: UInt64, without audits: [String] = []) throws {
    random = SeededRandom(seed: seed)
    files = try TestSite("")
    try FileManager.default.createDirectory(atPath: files.folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: projectFolder + "/templates/example/content", toPath: files.content)
    options = try SiteOptions.parse(["--site", files.folder, "--content", files.content, "--as-of", "2026-11-21"])
    var original: [String: String] = [:]
    for path in FileSystem.files(below: files.content) ?? []
    where path.split(separator: "/").contains(where: { audits.contains(String($0)) }) {
      try FileManager.default.removeItem(atPath: files.content + "/" + path)
    }
    for path in FileSystem.files(below: files.content) ?? [] {
      originalPaths.insert(path)
      if !audits.isEmpty, path.hasSuffix(".md"),
        let text = try? String(contentsOfFile: files.content + "/" + path, encoding: .utf8)
      {
        let lines = text.components(separatedBy: "\n").filter { line in !audits.contains { line.contains("/" + $0) } }
        try files.write(lines.joined(separator: "\n"), to: path)
      }
      original[path] = try? String(contentsOfFile: files.content + "/" + path, encoding: .utf8)
    }
    self.original = original
  }

  private var texts: [String] {
    found(in: files.content).filter { original[$0] != nil || $0.hasSuffix(".md") }.sorted()
  }
  private var documents: [String] { texts.filter { $0.hasSuffix(".md") } }

  private func found(in folder: String) -> [String] { FileSystem.files(below: folder) ?? [] }

  private func read(_ path: String) throws -> String { try String(contentsOfFile: files.content + "/" + path, encoding: .utf8) }

  /// One edit of any kind; where something is wrong, most edits put things right.
  func edit(mends: Bool) throws -> Set<String> {
    number += 1
    if mends, random.below(3) > 0 { return try restore() }
    let path = random.pick(documents)
    switch random.below(16) {
    case 0...2: return try write(changedText(of: read(path)), path)
    case 3...6: return try write(changedFact(of: read(path)), path)
    case 7: return try write(withoutALine(read(path)), path)
    case 8: return try add()
    case 9: return try remove(random.below(3) == 0 ? folder(of: path) : path)
    case 10: return try rename(path, to: path.replacingOccurrences(of: ".md", with: "-\(number).md"))
    case 11: return try rename(folder(of: path), to: folder(of: path) + "-\(number)")
    case 12: return try changeTheme("audit.mustache", "</h1>", "</h1><p>\(number)</p>")
    case 13: return try changeTheme("strings/" + random.pick(["sv", "en"]) + ".yaml", "Granskning", "Genomgång")
    case 14: return try changeSite()
    default:
      return try write(random.pick([("bild.svg", "<svg/>"), ("tabell.csv", "År;Antal\n2020;\(number)\n")]), in: folder(of: path))
    }
  }

  /// Changes one document of one audit; its path.
  func changeOneAudit() throws -> String {
    number += 1
    let path = random.pick(documents.filter { $0.split(separator: "/").count == 3 })
    let text = try read(path)
    _ = try write(random.below(5) == 0 ? changedText(of: text) : changedFact(of: text), path)
    return path
  }

  /// Everything as it was in the beginning.
  func restore() throws -> Set<String> {
    var touched: Set<String> = []
    for path in found(in: files.content) where !originalPaths.contains(path) {
      touched.formUnion(try remove(path))
    }
    for (path, text) in original where (try? read(path)) != text { touched.formUnion(try write(text, path)) }
    return touched
  }

  private func folder(of path: String) -> String { path.split(separator: "/").dropLast().joined(separator: "/") }

  private func write(_ file: (name: String, text: String), in folder: String) throws -> Set<String> {
    try write(file.text, folder.isEmpty ? file.name : folder + "/" + file.name)
  }

  private func write(_ text: String, _ path: String) throws -> Set<String> {
    try files.write(text, to: path)
    let whole = files.content + "/" + path
    // An editor that moves a new file over the old one.
    return random.below(3) == 0 ? [whole, whole + "~"] : [whole]
  }

  private func changedText(of text: String) -> String {
    let more = random.pick([
      "Stycke \(number).", "## Avsnitt \(number)", "Se [granskningen](../../exempelby/skolbyggnader-2022/audit.md).",
      "[Fel](finns-inte.md)", "| a | b |\n|---|---|\n| 1 | \(number) |", "![Diagram](nyckeltal.csv)",
      "Detta är mycket, " + String(repeating: "synnerligen ", count: 40) + "långt.", "Text[^\(number)].\n\n[^\(number)]: Not.",
    ])
    return random.below(4) == 0 ? text.replacingOccurrences(of: "är ", with: "var ") : text + "\n" + more + "\n"
  }

  /// A value in the facts that another document has for the same key, or another date or title.
  private func changedFact(of text: String) -> String {
    var lines = text.components(separatedBy: "\n")
    guard let end = lines.dropFirst().firstIndex(of: "---"), end > 1 else { return changedText(of: text) }
    let place = 1 + random.below(end - 1)
    guard let colon = lines[place].range(of: ": ") else { return changedText(of: text) }
    let key = lines[place][..<colon.upperBound]
    if key == "title: " || key.hasSuffix("text: ") || key.hasSuffix("quote: ") {
      lines[place] = key + "Orden är ändrade \(number) gånger."
    } else if let year = lines[place].range(of: "20[12][0-9]", options: .regularExpression) {
      lines[place].replaceSubrange(year, with: "20\(20 + random.below(7))")
    } else {
      let others = original.values.sorted().flatMap { $0.components(separatedBy: "\n") }.filter { $0.hasPrefix(key) }
      if !others.isEmpty { lines[place] = random.pick(others) }
    }
    return lines.joined(separator: "\n")
  }

  private func withoutALine(_ text: String) -> String {
    var lines = text.components(separatedBy: "\n")
    lines.remove(at: random.below(lines.count))
    return lines.joined(separator: "\n")
  }

  private func add() throws -> Set<String> {
    let draft = random.below(2) == 0 ? "draft: true\n" : ""
    let page = "---\ntype: page\ntitle: Sida \(number)\n\(draft)---\n\nText.\n"
    let audit =
      "---\ntype: audit\ntitle: Granskning \(number)\nauditor: Exempelby revisorer\ndate: 2024-03-0\(1 + number % 9)\n\(draft)topics: [lokaler]\n---\n\nText.\n"
    if random.below(3) == 0 { return try write(page, "sida-\(number).md") }
    let folder = random.pick(["exempelby", "ovningskoping"]) + "/ny-\(number)"
    return try write(audit, folder + "/audit.md").union([files.content + "/" + folder])
  }

  private func remove(_ path: String) throws -> Set<String> {
    guard !path.isEmpty else { return [] }
    let whole = files.content + "/" + path
    let inside = found(in: whole).map { whole + "/" + $0 }
    try FileManager.default.removeItem(atPath: whole)
    return Set(inside + [whole])
  }

  private func rename(_ old: String, to new: String) throws -> Set<String> {
    guard !old.isEmpty else { return [] }
    let (from, to) = (files.content + "/" + old, files.content + "/" + new)
    try FileManager.default.moveItem(atPath: from, toPath: to)
    return Set([from, to] + found(in: to).map { to + "/" + $0 })
  }

  /// Puts a changed file of the theme into the site's own, or takes it away again.
  private func changeTheme(_ name: String, _ old: String, _ new: String) throws -> Set<String> {
    let path = files.folder + "/templates/" + name
    if FileSystem.exists(path) {
      try FileManager.default.removeItem(atPath: path)
      return [path]
    }
    let text = try String(contentsOfFile: projectFolder + "/templates/" + name, encoding: .utf8)
    let folder = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.replacingOccurrences(of: old, with: new).write(toFile: path, atomically: false, encoding: .utf8)
    return [path, folder]
  }

  private func changeSite() throws -> Set<String> {
    guard let text = try? read("site.yaml") else { return try restore() }
    let (old, new) = random.pick([
      ("title: Övningsrevisionen", "title: Revisionen \(number)"), ("languages: [sv, en]", "languages: [sv]"),
      ("as-of: 2026-11-21", "as-of: 2025-0\(1 + number % 9)-01"), ("replies: complete", "replies: partial"),
      ("    name: Lokaler\n", "    name: Lokal \(number)\n"),
    ])
    return try write(text.replacingOccurrences(of: old, with: new), "site.yaml")
  }
}
