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
      Publication.repair(output: target)
      return .init(1)
    }
    let publication = try catching { () throws(PublishingError) in
      try Publication.begin(output: target, protecting: [options.contentFolder, options.templatesFolder])
    }
    let showsProgress = Console.errorIsTerminal
    try catching { () throws(PublishingError) in
      try render(
        renderer, attachments: archive.attachments, from: options.contentFolder, into: publication, jobs: pipeline.jobs
      ) { done, all in
        if showsProgress, all > 1000 { Console.error("\r\(done)/\(all)\u{1B}[K") }
      }
    }
    if showsProgress { Console.error("\r\u{1B}[K") }
    pipeline.end("render")
    try catching { () throws(PublishingError) in try index(renderer, into: publication, jobs: pipeline.jobs) }
    pipeline.end("index")
    try pipeline.requireNoLosses()
    let report = try publication.publish(noting: notes(renderer, pipeline))
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
    if timings { Console.error(Build.table(pipeline.timings)) }
    return .success
  }

  private var target: String { output ?? join(options.site, "public") }

  /// What is to be noted of a build that is published: nothing of one elsewhere or with drafts.
  private func notes(_ renderer: SiteRenderer, _ pipeline: Pipeline) -> [RegisterNote] {
    if output != nil || drafts { return [] }
    return [.addresses(renderer.lastingAddresses, in: join(options.contentFolder, AddressRegister.path))]
      + renderer.newRegisters.map { .file(join(options.contentFolder, $0.path), old: $0.old, new: $0.new) }
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
