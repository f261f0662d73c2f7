import ArgumentParser
import AuditModel
import Diagnostics

/// Where a site's parts lie and what its pages are to show, as typed on the command line.
struct SiteOptions: ParsableArguments {
  @Option(help: "Mappen med content/ och kanske templates/ och public/.")
  var site = "."
  @Option(help: "Mappen med innehållet, om den inte är content/ i webbplatsens mapp.")
  var content: String?
  @Option(help: "Mappen med egna mallar, om den inte är templates/ i webbplatsens mapp.")
  var templates: String?
  @Option(
    help: "Dagen som sidorna visar läget för, som 2026-11-21. Annars site.yaml:s as-of, annars i dag.", transform: SiteOptions.day
  )
  var asOf: Day?
  @Option(help: "Webbplatsens adress, i stället för den i site.yaml.")
  var baseURL: String?
  @Option(help: "Språk för meddelanden: sv eller en.", transform: SiteOptions.language)
  var language: Language?
  @Option(help: "Hur många uppgifter som körs samtidigt. Annars lika många som datorns kärnor.")
  var jobs: Int?

  var contentFolder: String { content ?? join(site, "content") }
  var templatesFolder: String { templates ?? join(site, "templates") }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs ska vara minst 1.") }
  }

  private static func day(_ text: String) throws -> Day {
    guard let date = EDTFDate(text), date.day != nil, date.isExact else {
      throw ValidationError("”\(text)” är ingen dag. Skriv den som 2026-11-21.")
    }
    return date.lastDay
  }

  static func language(_ text: String) throws -> Language {
    guard let language = Language(rawValue: text) else { throw ValidationError("”\(text)” är inget av språken sv och en.") }
    return language
  }
}

/// A path inside a folder.
func join(_ folder: String, _ name: String) -> String {
  if name.hasPrefix("/") { return name }
  if folder == "." || folder.isEmpty { return name }
  return folder.hasSuffix("/") ? folder + name : folder + "/" + name
}
