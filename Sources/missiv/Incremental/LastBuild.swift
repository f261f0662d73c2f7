import AuditModel
import Diagnostics
import SitePublishing
import SiteRendering
import Synchronization

/// What is known of the last build of an output when the next one begins.
struct LastBuild {
  private let setting: BuildSetting
  private let settingBytes: [UInt8]?
  /// The files that this build reads, as they were before it read any.
  private let inputs: Inventory?
  private let record: BuildRecord?
  /// The day on which the build began.
  private let today = Int(Console.today.number)

  /// Looks at all that the build will be made of.
  /// - Parameter isUsed: whether what the last build left is to save time.
  init(of setting: BuildSetting, isUsed: Bool) {
    self.setting = setting
    settingBytes = setting.bytes
    let known = Mutex<BuildRecord?>(nil)
    inputs = setting.inventory {
      let record = isUsed ? BuildRecord.read(ofOutput: setting.output) : nil
      known.withLock { $0 = record }
    }
    record = known.withLock { $0 }
  }

  /// What a build would say that finds nothing to do: nil unless all that the last build read,
  /// and all that it published, is as it was then.
  func unchangedSite() -> (outcome: BuildRecord.Outcome, report: PublicationReport)? {
    guard let record, let settingBytes, record.setting == settingBytes, let inputs, inputs.holdsTheSame(as: record.inputs),
      record.outcome.today ?? today == today,
      let (site, isNew) = record.site.verified(at: setting.output, protecting: setting.protected)
    else { return nil }
    // What was new then is so no longer, and need not be read the next time.
    if isNew || !record.inputs.fresh.isEmpty {
      BuildRecord(
        output: setting.output, session: BootSession.name ?? "", setting: settingBytes, inputs: inputs, outcome: record.outcome,
        site: site,
        parts: record.parts
      ).write()
    }
    return (record.outcome, PublicationReport(written: 0, unchanged: site.files.count, removed: 0, bytes: 0))
  }

  /// The documents that were edited since the last build, where nothing else was and that build is known well enough for a
  /// `TextEdit`.
  func editedDocuments() -> (paths: [String], last: BuildRecord)? {
    guard let record, record.parts != nil, let settingBytes, record.setting == settingBytes,
      record.outcome.today ?? today == today,
      let changed = inputs?.changedFiles(since: record.inputs, in: setting.options.contentFolder), !changed.isEmpty,
      changed.allSatisfy({ $0.hasSuffix(".md") })
    else { return nil }
    return (changed, record)
  }

  /// What a build can take over.
  func reuse(by pipeline: Pipeline) -> Reuse {
    let keys = OutputKeys(pipeline)
    return Reuse(keys: keys, index: keys?.index(pipeline.content), last: record?.site, losses: pipeline.losses)
  }

  /// What a build says at its end.
  func outcome(of pipeline: Pipeline, saying messages: String) -> BuildRecord.Outcome {
    BuildRecord.Outcome(
      today: pipeline.usesClock ? today : nil, messages: messages, isSwedish: pipeline.language == .swedish,
      audits: pipeline.archive?.audits.count ?? 0)
  }

  /// How many files a site has that gets a spare tree. One of fewer is linked anew in a twentieth of a second, and need not have
  /// all its folders twice.
  private static let spareMinimum = 5000

  /// Has a spare tree kept for the next build, where that one can make use of it.
  /// - Parameter parts: what the record of this build will have.
  /// - Parameter isLookedAt: whether the one that is there is looked at from now on, while the site is rendered.
  func keepSpare(of publication: Publication, _ parts: SiteParts?, isLookedAt: Bool = false) {
    guard let spare = BuildRecord.placeForSpare(ofOutput: setting.output) else { return }
    let isRecorded = settingBytes != nil && inputs != nil && parts != nil
    let look = isLookedAt ? record.flatMap { SpareLook(in: spare, of: $0.site) } : nil
    publication.keepSpare(in: spare, of: record?.site, from: isRecorded ? LastBuild.spareMinimum : nil, looking: look)
  }

  /// Keeps what this build has published, in place of what was known of the last one.
  func replace(by publication: Publication, _ registers: [WrittenRegister], _ outcome: BuildRecord.Outcome, _ parts: SiteParts?) {
    guard let settingBytes, let inputs = inputs(with: registers), let site = publication.snapshot() else {
      return BuildRecord.remove(ofOutput: setting.output)
    }
    BuildRecord(
      output: setting.output, session: BootSession.name ?? "", setting: settingBytes, inputs: inputs, outcome: outcome,
      site: site, parts: parts
    ).write()
  }

  /// What the build was made of, with the registers as it left them; nil where somebody else has written to them.
  private func inputs(with registers: [WrittenRegister]) -> Inventory? {
    guard var inputs else { return nil }
    for register in registers {
      guard let path = setting.inContent(register.path), inputs.note(path, was: register.before, is: register.after) else {
        return nil
      }
    }
    return inputs
  }
}
