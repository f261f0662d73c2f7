import Checksums
import Diagnostics

extension Verification {
  /// The verdict for people.
  func text(in language: Language, isStrict: Bool) -> String {
    func say(_ sv: String, _ en: String) -> String { Wording(sv: sv, en: en).text(in: language) }
    func list(_ title: String, _ paths: [String]) -> String {
      paths.isEmpty ? "" : title + " (\(paths.count)):\n" + paths.map { "  \(visible($0))\n" }.joined()
    }
    var text = list(say("Saknas", "Missing"), missing)
    text += list(say("Har annat innehåll", "Have other contents"), changed)
    text += list(say("Kan inte läsas", "Cannot be read"), unreadable)
    text += list(
      isStrict
        ? say("Finns utan att vara publicerade", "Are there but were not published")
        : say("Finns dessutom, utan att vara publicerade", "Are there besides, but were not published"), extra)
    let wrong = missing.count + changed.count + unreadable.count
    text +=
      wrong == 0
      ? say("Alla \(count) filer är som de publicerades.\n", "All \(count) files are as they were published.\n")
      : say(
        "\(wrong) av \(count) filer är inte som de publicerades.\n",
        "\(wrong) of \(count) files are not as they were published.\n")
    return text + say("Manifestets egen kontrollsumma: \(manifest.hex)\n", "The manifest's own checksum: \(manifest.hex)\n")
  }

  /// The verdict for programs.
  var json: String {
    func list(_ paths: [String]) -> JSONValue { .array(paths.map { .string($0) }) }
    return JSONValue.object([
      ("whole", .flag(isWhole)), ("files", .number(count)), ("manifest", .string(manifest.hex)), ("missing", list(missing)),
      ("changed", list(changed)), ("unreadable", list(unreadable)), ("extra", list(extra)),
    ]).text
  }
}
