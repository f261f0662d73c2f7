import AuditModel
import Diagnostics
import SitePublishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// All that a build depends on besides the files that it reads: the program, its options, and where it runs.
struct BuildSetting {
  let options: SiteOptions
  let output: String
  /// Whether the build notes what it publishes in the registers.
  let isNoted: Bool
  let includesDrafts: Bool
  let isStrict: Bool

  /// The folders that no output may be or hold.
  var protected: [String] { [options.contentFolder, options.templatesFolder] }

  /// The path in the content folder of a file that was named with it.
  func inContent(_ path: String) -> String? {
    let prefix = join(options.contentFolder, "")
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.utf8.count)) : nil
  }

  /// Nil where the program cannot be made out.
  var bytes: [UInt8]? {
    guard let program = FileSystem.programPath(), let mark = FileMark(program), let theme = Theme.builtInFolder() else {
      return nil
    }
    var record = RecordWriter()
    record.add([mark.value])
    for text in [program, theme, output] { record.add(text) }
    for folder in [options.site, options.contentFolder, options.templatesFolder, theme] {
      record.add(folder)
      record.add(FileSystem.realPath(folder) ?? "")
    }
    record.add(options.asOf.map(\.number).map { Int($0) } ?? .min)
    for text in [options.baseURL, options.language?.rawValue, getenv("HOME").map { String(cString: $0) }] {
      record.add(text == nil ? 0 : 1)
      record.add(text ?? "")
    }
    for flag in [isNoted, includesDrafts, isStrict, Console.mayUseColour] { record.add(flag ? 1 : 0) }
    return record.bytes
  }

  /// The files that the build will read, as they are now.
  /// - Parameter work: what is done meanwhile.
  func inventory(besides work: @Sendable () -> Void) -> Inventory? {
    guard let theme = Theme.builtInFolder() else { return nil }
    return Inventory(
      content: options.contentFolder, theme: [theme, options.templatesFolder], jobs: options.jobs ?? Console.coreCount,
      besides: work)
  }
}
