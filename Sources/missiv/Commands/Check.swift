import ArgumentParser
import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `missiv check`: says what is wrong with the content and the theme, and can mend what has one plausible cure.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Säger vad som är fel i innehållet, utan att bygga.")

  @OptionGroup var options: SiteOptions
  @Option(help: "text, json, github eller sarif.", transform: Check.format)
  var format: DiagnosticFormat = .text
  @Flag(help: "Räkna varningar som fel.")
  var strict = false
  @Flag(help: "Rätta det som bara kan rättas på ett sätt.")
  var fix = false

  func run() throws {
    try Missiv.catching(options.language) { () throws(Failure) in
      var pipeline = try Pipeline(options, includesDrafts: true, knowing: TreeCache(ofContent: options.contentFolder))
      if fix {
        var fixed = 0
        // What is mended may have hidden more: of a file whose lines begin with tabs, one is seen at a time.
        for _ in 0..<100 {
          let now = try applyFixes(pipeline)
          if now == 0 { break }
          fixed += now
          pipeline = try Pipeline(options, includesDrafts: true, knowing: TreeCache(ofContent: options.contentFolder))
        }
        if fixed > 0 {
          Console.error(
            Wording(
              sv: "Rättade \(fixed) \(fixed == 1 ? "ställe" : "ställen").\n",
              en: "Mended \(fixed) \(fixed == 1 ? "place" : "places").\n"
            ).text(in: pipeline.language))
        }
      }
      let isFine = try pipeline.report(isStrict: strict, format: format)
      if format == .text, pipeline.diagnostics.isEmpty {
        Console.error(Wording(sv: "Inga fel.\n", en: "Nothing is wrong.\n").text(in: pipeline.language))
      }
      return isFine ? .success : .init(1)
    }
  }

  private static func format(_ name: String) throws -> DiagnosticFormat {
    guard let format = DiagnosticFormat(rawValue: name) else {
      throw ValidationError("”\(name)” är inget av formaten text, json, github och sarif.")
    }
    return format
  }

  /// Writes the first fix-it of every diagnostic into its file; how many there were. The built-in theme is never changed.
  private func applyFixes(_ pipeline: Pipeline) throws(Failure) -> Int {
    var byFile: [String: [Diagnostic.FixIt]] = [:]
    for fixIt in pipeline.diagnostics.compactMap(\.fixIts.first) where pipeline.isTheSitesOwn(fixIt.location.path) {
      byFile[fixIt.location.path, default: []].append(fixIt)
    }
    for (path, fixIts) in byFile.sorted(by: { $0.key < $1.key }) {
      let whole = pipeline.displayPath(path)
      guard let bytes = FileSystem.read(whole) else { throw Failure.unreadable(whole, errno) }
      let fixed = apply(fixIts, to: SourceFile(path: path, bytes: bytes))
      if let error = FileSystem.replace(fixed.bytes, at: whole) { throw Failure.unwritable(whole, error) }
    }
    return byFile.values.reduce(0) { $0 + $1.count }
  }
}
