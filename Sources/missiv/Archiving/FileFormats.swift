import Diagnostics

/// The formats of the files in a package, and the standards that tell how to read them.
enum FileFormats {
  /// By the endings of file names; the empty one is the catalogue's, which has none.
  private static let known: [(endings: [String], name: Wording)] = [
    (
      ["html"],
      Wording(
        sv: "HTML (WHATWG, HTML Living Standard), tecken i UTF-8. Sidorna.",
        en: "HTML (WHATWG, HTML Living Standard), characters in UTF-8. The pages.")
    ),
    (
      ["css"],
      Wording(
        sv: "CSS (W3C). Sidornas utseende; de går att läsa utan.", en: "CSS (W3C). How the pages look; they can be read without.")
    ),
    (
      ["js"],
      Wording(
        sv: "JavaScript (ECMA-262). Sökning och sortering; sidorna går att läsa utan.",
        en: "JavaScript (ECMA-262). Searching and sorting; the pages can be read without.")
    ),
    (["svg"], Wording(sv: "SVG (W3C). Bilder.", en: "SVG (W3C). Pictures.")),
    (
      ["csv"],
      Wording(
        sv: "CSV (RFC 4180) i UTF-8. Tabeller. Kolumnerna beskrivs i webbplats/data/csv-metadata.json (W3C CSVW).",
        en: "CSV (RFC 4180) in UTF-8. Tables. webbplats/data/csv-metadata.json describes the columns (W3C CSVW).")
    ),
    (
      ["json"],
      Wording(
        sv: "JSON (RFC 8259, ISO/IEC 21778). Samma tabeller för program.",
        en: "JSON (RFC 8259, ISO/IEC 21778). The same tables for programs.")
    ),
    (
      ["xml"],
      Wording(
        sv: "XML 1.0 (W3C). feed.xml är Atom (RFC 4287), sitemap.xml följer sitemaps.org.",
        en: "XML 1.0 (W3C). feed.xml is Atom (RFC 4287), sitemap.xml follows sitemaps.org.")
    ),
    (
      [""],
      Wording(
        sv: "Utan filändelse: webbplats/datasets/dcat är RDF/XML (W3C); _headers är text.",
        en: "No ending: webbplats/datasets/dcat is RDF/XML (W3C); _headers is text.")
    ),
    (["txt"], Wording(sv: "Text i UTF-8.", en: "Text in UTF-8.")),
    (["conf", "config"], Wording(sv: "Text i UTF-8. Regler för webbservrar.", en: "Text in UTF-8. Rules for web servers.")),
    (
      ["zip"],
      Wording(
        sv: "ZIP (ISO/IEC 21320-1), utan komprimering. Tabellerna i en fil.",
        en: "ZIP (ISO/IEC 21320-1), without compression. The tables in one file.")
    ),
    (
      ["md"],
      Wording(
        sv: "Markdown (CommonMark, med GFM:s tabeller) i UTF-8, med fakta som YAML överst. Dokumenten.",
        en: "Markdown (CommonMark, with GFM's tables) in UTF-8, with facts as YAML on top. The documents.")
    ),
    (["yaml", "yml"], Wording(sv: "YAML i UTF-8. Uppgifter om webbplatsen.", en: "YAML in UTF-8. Facts about the site.")),
    (
      ["mustache"],
      Wording(sv: "Mustache-mallar i UTF-8. Sidornas mallar.", en: "Mustache templates in UTF-8. The pages' templates.")
    ),
    (
      ["pdf"],
      Wording(
        sv: "PDF (ISO 32000). Bilagor; om de är PDF/A är inte kontrollerat.",
        en: "PDF (ISO 32000). Attachments; whether they are PDF/A was not checked.")
    ),
    (["png"], Wording(sv: "PNG (ISO/IEC 15948). Bilder.", en: "PNG (ISO/IEC 15948). Pictures.")),
    (["jpg", "jpeg"], Wording(sv: "JPEG (ISO/IEC 10918). Bilder.", en: "JPEG (ISO/IEC 10918). Pictures.")),
    (
      ["docx", "xlsx", "pptx"],
      Wording(sv: "Office Open XML (ISO/IEC 29500). Bilagor.", en: "Office Open XML (ISO/IEC 29500). Attachments.")
    ),
    (
      ["odt", "ods", "odp"],
      Wording(sv: "OpenDocument (ISO/IEC 26300). Bilagor.", en: "OpenDocument (ISO/IEC 26300). Attachments.")
    ),
  ]

  /// A line for each format that some files have, in a fixed order; endings that are not known come last.
  static func list(of paths: [String]) -> [(endings: String, name: Wording)] {
    var endings: Set<String> = []
    for path in paths {
      let name = path.split(separator: "/").last ?? ""
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      endings.insert(parts.count > 1 ? parts.last?.lowercased() ?? "" : "")
    }
    var lines: [(endings: String, name: Wording)] = []
    for format in known {
      let found = format.endings.filter { endings.remove($0) != nil }
      if !found.isEmpty { lines.append((found.map { $0.isEmpty ? "–" : ".\($0)" }.joined(separator: ", "), format.name)) }
    }
    let others = endings.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if !others.isEmpty {
      lines.append(
        (
          others.map { ".\($0)" }.joined(separator: ", "),
          Wording(sv: "Bilagor i andra format, som de lämnades.", en: "Attachments in other formats, as they were given.")
        ))
    }
    return lines
  }
}
