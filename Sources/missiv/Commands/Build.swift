import ArgumentParser
import AuditModel
import CMemory
import Diagnostics
import SitePublishing
import SiteRendering

/// `missiv build`: makes the site, whole or not at all.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Bygger webbplatsen.")

  @OptionGroup var options: SiteOptions
  @Option(
    help: """
      Mappen som webbplatsen skrivs till, om den inte är public/ i webbplatsens mapp. Då är bygget ett prov: inget noteras i \
      addresses.txt, codes.txt och changes.txt.
      """)
  var output: String?
  @Flag(help: "Ta med utkast, märkta som sådana. Också då är bygget ett prov.")
  var drafts = false
  @Flag(help: "Låt även varningar stoppa bygget.")
  var strict = false
  @Flag(help: "Bygg allt på nytt, utan att ta hjälp av det förra bygget.")
  var clean = false
  @Flag(help: "Visa hur lång tid varje steg tar.")
  var timings = false

  func run() throws {
    try Missiv.catching(options.language) { () throws(Failure) in try build().code }
  }

  /// How a build went.
  struct Ending {
    let code: ExitCode
    /// All that it said before its last lines, which tell times.
    var messages = ""
    var report: PublicationReport?
    /// How many files were rendered, besides the search's index.
    var rendered = 0
    /// Whether nothing but what shows edited texts was looked at.
    var isOfTexts = false
  }

  func build() throws(Failure) -> Ending {
    guard FileSystem.isFolder(options.contentFolder) else { throw Pipeline.missing(options.contentFolder) }
    var stages = Timings()
    let last = LastBuild(of: setting, isUsed: !clean)
    if let site = last.unchangedSite() {
      stages.end("compare")
      Console.error(site.outcome.messages)
      tell(site.report, site.outcome, stages)
      return Ending(code: .success, messages: site.outcome.messages, report: site.report)
    }
    stages.end("look")
    if let ending = try buildTexts(last, stages) { return ending }
    var pipeline = try Pipeline(
      options, includesDrafts: drafts, from: .warning, timings: stages,
      knowing: clean ? nil : TreeCache(ofContent: options.contentFolder))
    let messages = pipeline.messages(from: .warning)
    Console.error(messages)
    guard pipeline.mayBePublished(isStrict: strict), let renderer = pipeline.renderer, let archive = pipeline.archive else {
      Console.error(
        Wording(
          sv: "Inget har skrivits. Rätta felen ovan och bygg igen.\n",
          en: "Nothing was written. Mend the errors above and build again.\n"
        ).text(in: pipeline.language))
      Publication.repair(output: target)
      return Ending(code: .init(1), messages: messages)
    }
    let publication = try catching { () throws(PublishingError) in
      try Publication.begin(output: target, protecting: setting.protected)
    }
    let reuse = last.reuse(by: pipeline)
    // First what needs most memory: what is known of written files takes more with each.
    try catching { () throws(PublishingError) in
      try index(renderer, into: publication, reusing: reuse, jobs: pipeline.jobs)
    }
    // What the index needed is not needed again.
    missiv_return_free_memory()
    pipeline.end("index")
    let showsProgress = Console.errorIsTerminal
    let rendered = try catching { () throws(PublishingError) in
      try render(
        renderer, attachments: archive.attachments, from: options.contentFolder, into: publication, reusing: reuse,
        jobs: pipeline.jobs
      ) { done, all in
        if showsProgress, all > 1000 { Console.error("\r\(done)/\(all)\u{1B}[K") }
      }
    }
    if showsProgress { Console.error("\r\u{1B}[K") }
    pipeline.end("render")
    try pipeline.requireNoLosses()
    let parts = reuse.losses.hasLooseTexts ? nil : reuse.keys.flatMap { SiteParts(pipeline, $0) }
    last.keepSpare(of: publication, parts)
    let (report, registers) = try publication.publish(noting: notes(renderer, pipeline))
    pipeline.end("publish")
    let outcome = last.outcome(of: pipeline, saying: messages)
    last.replace(by: publication, registers, outcome, parts)
    pipeline.end("record")
    tell(report, outcome, pipeline.timings)
    return Ending(code: .success, messages: messages, report: report, rendered: rendered)
  }

  /// Builds where nothing but running texts changed since the last build; nil where it has to be done as a whole.
  private func buildTexts(_ last: LastBuild, _ stages: Timings) throws(Failure) -> Ending? {
    guard let (changed, known) = last.editedDocuments() else { return nil }
    guard let publication = try? Publication.begin(output: target, protecting: setting.protected) else { return nil }
    last.keepSpare(of: publication, known.parts, isLookedAt: true)
    guard var edit = try TextEdit(of: changed, since: known, setting, timings: stages) else {
      publication.abandon()
      return nil
    }
    var pipeline = edit.pipeline
    do throws(PublishingError) {
      guard try edit.publish(into: publication, over: known.site) else {
        publication.abandon()
        return nil
      }
    } catch {
      publication.abandon()
      // Where there is no room for a few files, there is none for all.
      if error.kind != .diskIsFull { return nil }
      Console.error(known.outcome.messages)
      throw Failure(error)
    }
    pipeline.end("render")
    Console.error(known.outcome.messages)
    try pipeline.requireNoLosses()
    let (report, registers) = try publication.publish(noting: changeNotes(edit.renderer))
    pipeline.end("publish")
    last.replace(by: publication, registers, known.outcome, known.parts)
    pipeline.end("record")
    tell(report, known.outcome, pipeline.timings)
    return Ending(code: .success, messages: known.outcome.messages, report: report, rendered: edit.rendered, isOfTexts: true)
  }

  private func tell(_ report: PublicationReport, _ outcome: BuildRecord.Outcome, _ stages: Timings) {
    let language = outcome.isSwedish ? Language.swedish : .english
    let files = report.written + report.unchanged
    let time = stages.total.text(in: language)
    func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
    let audits = Wording(
      sv: count(outcome.audits, "granskning", "granskningar"), en: count(outcome.audits, "audit", "audits"))
    let changes = [
      count(report.written, "skriven", "skrivna"), count(report.unchanged, "oförändrad", "oförändrade"),
      count(report.removed, "borttagen", "borttagna"),
    ].joined(separator: ", ")
    Console.error(
      Wording(
        sv: "Byggde \(files) filer av \(audits.sv) på \(time): \(changes). Öppna \(target)/index.html.\n",
        en:
          "Built \(files) files of \(audits.en) in \(time): \(report.written) written, "
          + "\(report.unchanged) unchanged, \(report.removed) removed. Open \(target)/index.html.\n"
      ).text(in: language))
    if timings { Console.error(Build.table(stages)) }
  }

  private var target: String { output ?? join(options.site, "public") }

  private var setting: BuildSetting {
    BuildSetting(options: options, output: target, isNoted: output == nil && !drafts, includesDrafts: drafts, isStrict: strict)
  }

  /// What is to be noted of a build that is published: nothing of one elsewhere or with drafts.
  private func notes(_ renderer: SiteRenderer, _ pipeline: Pipeline) -> [RegisterNote] {
    if !setting.isNoted { return [] }
    return [.addresses(renderer.lastingAddresses, in: join(options.contentFolder, AddressRegister.path))] + changeNotes(renderer)
  }

  private func changeNotes(_ renderer: SiteRenderer) -> [RegisterNote] {
    if !setting.isNoted { return [] }
    return renderer.newRegisters.map { .file($0, at: join(options.contentFolder, $0.path)) }
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
