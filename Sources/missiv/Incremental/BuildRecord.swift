import Checksums
import SitePublishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a build of an output was made from, what it said and what it left there, kept in the user's cache folder for the next
/// build.
///
/// It is never needed: one that is missing, old or damaged costs the time that it would have saved.
struct BuildRecord {
  /// The program, the options and what else of the surroundings counts.
  var setting: [UInt8]
  var inputs: Inventory
  var outcome: Outcome
  var site: SiteSnapshot
  /// Nil where the site can be made as a whole only.
  var parts: SiteParts?

  /// What a build says when it is done.
  struct Outcome: Sendable {
    /// The day that the build took for today, where its pages show the state of that day.
    var today: Int?
    /// The warnings, as printed.
    var messages: String
    var isSwedish: Bool
    var audits: Int
  }

  /// The output that it is of.
  var output: String
  /// When it was made, as `BootSession` names it.
  var session: String

  /// Changes with every change of what a record holds.
  private static let magic = Array("Missiv build record 7\n".utf8)

  /// The file of an output's record; nil where there is no place for such an output or no cache folder.
  static func path(ofOutput output: String) -> String? {
    guard let folder = CacheFolder.path, let whole = FileSystem.realPath(output) ?? FileSystem.futureRealPath(output) else {
      return nil
    }
    return folder + "/" + SHA256.digest(of: Array(whole.utf8)).hex.prefix(32)
  }

  /// The record of an output, where there is one that can be relied on: whole, and made since the machine was started.
  static func read(ofOutput output: String, in session: String? = BootSession.name) -> BuildRecord? {
    guard let session, let path = path(ofOutput: output) else { return nil }
    let read = FileSystem.reading(path) { file, size -> BuildRecord? in
      guard var record = RecordReader(file: file, size: size, after: magic), let read = BuildRecord(from: &record),
        record.isWhole()
      else { return nil }
      return read
    }
    return read?.session == session ? read : nil
  }

  private init?(from record: inout RecordReader) {
    guard let output = record.text(), let session = record.text(), let setting = record.values(UInt8.self),
      let inputs = Inventory(from: &record), let today = record.number(),
      let messages = record.text(), let isSwedish = record.number(), let audits = record.number(),
      let site = SiteSnapshot(from: &record), let hasParts = record.number()
    else { return nil }
    let parts = hasParts == 1 ? SiteParts(from: &record) : nil
    if hasParts == 1, parts == nil { return nil }
    self.init(
      output: output, session: session, setting: setting, inputs: inputs,
      outcome: Outcome(today: today == .min ? nil : today, messages: messages, isSwedish: isSwedish == 1, audits: audits),
      site: site,
      parts: parts)
  }

  init(
    output: String, session: String, setting: [UInt8], inputs: Inventory, outcome: Outcome, site: SiteSnapshot, parts: SiteParts?
  ) {
    (self.output, self.session, self.setting, self.inputs, self.outcome) = (output, session, setting, inputs, outcome)
    (self.site, self.parts) = (site, parts)
  }

  /// Keeps the record for the next build, if that can be done.
  func write() {
    guard let path = BuildRecord.path(ofOutput: output) else { return }
    CacheFolder.make()
    _ = FileSystem.replace(at: path) { file in
      var record = BuildRecord.beginning(ofOutput: output, into: file)
      record.add(session)
      record.add(setting)
      inputs.write(to: &record)
      record.add(outcome.today ?? .min)
      record.add(outcome.messages)
      record.add(outcome.isSwedish ? 1 : 0)
      record.add(outcome.audits)
      site.write(to: &record)
      record.add(parts == nil ? 0 : 1)
      parts?.write(to: &record)
      return record.seal()
    }
  }

  /// What every record begins with: of which output it is.
  private static func beginning(ofOutput output: String, into file: CInt = -1) -> RecordWriter {
    var record = RecordWriter(magic, into: file)
    record.add(FileSystem.realPath(output) ?? FileSystem.futureRealPath(output) ?? "")
    return record
  }

  /// The output that a record is of, as its beginning tells; nil where there is none of this version.
  static func output(ofRecordAt path: String) -> String? {
    guard let start = FileSystem.beginning(of: path), start.starts(with: magic) else { return nil }
    var record = RecordReader(start, from: magic.count)
    return record.text()
  }

  /// Has the record tell of which output it is, where there is none yet, so that other builds know whose the spare tree beside it
  /// is.
  static func announce(_ output: String, at path: String) {
    if BuildRecord.output(ofRecordAt: path) == nil { _ = FileSystem.replace(beginning(ofOutput: output).bytes, at: path) }
  }

  static let spareEnd = ".spare"

  /// Where the spare tree of an output is kept: beside its record.
  static func spareFolder(ofOutput output: String) -> SpareFolder? {
    path(ofOutput: output).map { SpareFolder(path: $0 + spareEnd) }
  }

  /// Takes the record of an output away, with its spare tree.
  static func remove(ofOutput output: String) {
    guard let path = path(ofOutput: output) else { return }
    unlink(path)
    SpareFolder(path: path + spareEnd).discard()
  }
}
