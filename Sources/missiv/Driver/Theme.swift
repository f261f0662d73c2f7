import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The theme: the built-in one, with the files of the site's own `templates/` in place of those of the same name.
struct Theme: Sendable, Equatable {
  /// The codes of the languages that it has words in, as its strings files are named.
  var languages: [String] {
    strings.compactMap { file in
      file.path.split(separator: "/").last.flatMap { $0.hasSuffix(".yaml") ? String($0.dropLast(".yaml".count)) : nil }
    }
  }

  /// Page templates and partials, named by their file names without extension.
  var templates: [SourceFile]
  /// Strings files, one per language: `strings/sv.yaml`.
  var strings: [SourceFile]
  var symbols: SourceFile
  /// What is copied to the site, by its path from `assets/` on: style sheets and scripts compacted, the rest as it is.
  var assets: [SourceFile]

  /// The folder that holds the built-in theme: beside an installed program (`…/share/missiv/templates`), or in the folder of
  /// the project that the program was built in.
  static func builtInFolder() -> String? {
    guard let program = FileSystem.programPath() else { return nil }
    var folder = program
    for _ in 0..<6 {
      guard let slash = folder.lastIndex(of: "/") else { break }
      folder = String(folder[..<slash])
      for candidate in [folder + "/share/missiv/templates", folder + "/templates"]
      where FileSystem.isFile(candidate + "/partials/layout.mustache") {
        return candidate
      }
    }
    return nil
  }

  /// Reads the theme. `own` is the site's own folder of templates, where it has one.
  static func load(own: String?) throws(Failure) -> Theme {
    guard let builtIn = builtInFolder() else {
      throw Failure(
        Wording(
          sv:
            "Det inbyggda temat hittas inte bredvid programmet. Installera om med make install, eller kör från projektets mapp.",
          en:
            "The built-in theme is not found beside the program. Install again with make install, or run from the project's folder."
        ))
    }
    var files: [String: SourceFile] = [:]
    for folder in [builtIn, own].compactMap({ $0 }) where FileSystem.isFolder(folder) {
      guard let paths = FileSystem.files(below: folder) else {
        throw Failure.unreadable(folder, errno)
      }
      for path in paths where !path.hasPrefix("example/") && !path.hasPrefix("schemas/") {
        guard let bytes = FileSystem.read(folder + "/" + path) else {
          throw Failure.unreadable(folder + "/" + path, errno)
        }
        files[path] = SourceFile(path: folder + "/" + path, bytes: bytes)
      }
    }
    var theme = Theme(templates: [], strings: [], symbols: SourceFile(path: "symbols.svg", bytes: []), assets: [])
    // What an editor leaves beside a file, such as sv.yaml~, belongs to no theme.
    for (path, file) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      if path.hasSuffix(".mustache") {
        theme.templates.append(file)
      } else if path.hasPrefix("strings/"), path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
        theme.strings.append(file)
      } else if path == "symbols.svg" {
        theme.symbols = file
      } else if path.hasPrefix("assets/"), !path.hasSuffix("~") {
        theme.assets.append(SourceFile(path: path, bytes: asSent(file.bytes, path: path, beside: files)))
      }
    }
    return theme
  }

  /// An asset as the site carries it: style sheets whole and compact, scripts without their comments.
  private static func asSent(_ bytes: [UInt8], path: String, beside files: [String: SourceFile]) -> [UInt8] {
    if path.hasSuffix(".css") { return StyleSheet.compact(StyleSheet.whole(bytes) { files["assets/" + $0]?.bytes }) }
    if path.hasSuffix(".js") { return Script.compact(bytes) }
    return bytes
  }
}
