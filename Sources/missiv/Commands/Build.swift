import ArgumentParser
import AuditModel
import Diagnostics
import SitePublishing
import SiteRendering

/// `missiv build`: makes the site, whole or not at all.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Bygger webbplatsen.")

  @OptionGroup var options: SiteOptions
  @Option(help: "Mappen som webbplatsen skrivs till, om den inte är public/ i webbplatsens mapp.")
  var output: String?
  @Flag(help: "Ta med utkast, märkta som sådana.")
  var drafts = false
  @Flag(help: "Låt även varningar stoppa bygget.")
  var strict = false
  @Flag(help: "Visa hur lång tid varje steg tar.")
  var timings = false

  func run() throws {
    try Missiv.catching(options.language) { () throws(Failure) in try build() }
  }

  private func build() throws(Failure) -> ExitCode {
    var pipeline = try Pipeline(options, includesDrafts: drafts, from: .warning)
    guard pipeline.report(isStrict: strict, from: .warning), let renderer = pipeline.renderer, let archive = pipeline.archive else {
      Console.error(
        Wording(
          sv: "Inget har skrivits. Rätta felen ovan och bygg igen.\n",
          en: "Nothing was written. Mend the errors above and build again.\n"
        ).text(in: pipeline.language))
      return .init(1)
    }
    let target = output ?? join(options.site, "public")
    do throws(PublishingError) {
      let publication = try Publication.begin(output: target, protecting: [options.contentFolder, options.templatesFolder])
      let showsProgress = Console.errorIsTerminal
      try render(
        renderer, attachments: archive.attachments, from: options.contentFolder, into: publication, jobs: pipeline.jobs
      ) { done, all in
        if showsProgress, all > 1000 { Console.error("\r\(done)/\(all)\u{1B}[K") }
      }
      if showsProgress { Console.error("\r\u{1B}[K") }
      pipeline.end("render")
      try index(renderer, into: publication, jobs: pipeline.jobs)
      pipeline.end("index")
      let report = try publication.publish()
      register(renderer, pipeline)
      pipeline.end("publish")
      let files = report.written + report.unchanged
      let time = pipeline.timings.total.text(in: pipeline.language)
      Console.error(
        Wording(
          sv: "Byggde \(files) filer av \(archive.audits.count) granskningar på \(time): \(report.written) skrivna, "
            + "\(report.unchanged) oförändrade, \(report.removed) borttagna. Öppna \(target)/index.html.\n",
          en: "Built \(files) files of \(archive.audits.count) audits in \(time): \(report.written) written, "
            + "\(report.unchanged) unchanged, \(report.removed) removed. Open \(target)/index.html.\n"
        ).text(in: pipeline.language))
    } catch {
      throw Failure(Wording(sv: error.message.sv + ". " + error.cure.sv, en: error.message.en + ". " + error.cure.en))
    }
    if timings { Console.error(Build.table(pipeline.timings)) }
    return .success
  }

  /// Notes the addresses that are new, in the content folder. What is built elsewhere, or with drafts, is not published.
  private func register(_ renderer: SiteRenderer, _ pipeline: Pipeline) {
    guard output == nil, !drafts, let bytes = pipeline.register.adding(renderer.lastingAddresses) else { return }
    let path = join(options.contentFolder, AddressRegister.path)
    if !FileSystem.replace(bytes, at: path) {
      Console.error(
        Wording(
          sv: "Webbplatsen är byggd, men \(path) kunde inte skrivas. Nya adresser är därför inte noterade. Bygg igen när filen går att ändra.\n",
          en: "The site is built, but \(path) could not be written, so that new addresses are not noted. Build again when the file can be changed.\n"
        ).text(in: pipeline.language))
    }
  }

  /// The stages with their times and shares, in columns.
  private static func table(_ timings: Timings) -> String {
    let total = timings.stages.reduce(0.0) { $0 + $1.duration.milliseconds }
    var text = ""
    for (name, duration) in timings.stages + [("total", timings.total)] {
      let tenths = Int((duration.milliseconds * 10).rounded())
      let time = "\(tenths / 10).\(tenths % 10)"
      let share = name == "total" ? "" : "  \(Int((duration.milliseconds / max(total, 0.001) * 100).rounded())) %"
      text += name + String(repeating: " ", count: max(1, 10 - name.utf8.count))
      text += String(repeating: " ", count: max(0, 10 - time.utf8.count)) + time + " ms" + share + "\n"
    }
    return text
  }
}
