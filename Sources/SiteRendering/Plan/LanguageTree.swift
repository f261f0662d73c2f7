import AuditModel
import Diagnostics

/// All pages in one language: the first language's stand at the site's root, those of every other in a folder of its own, at
/// the same addresses below it. What is no page or feed stands once, at the root.
public struct LanguageTree: Sendable, Hashable {
  /// The language's code, for `lang`: `en`.
  public let language: String
  /// What the language calls itself: `English`.
  public let name: String
  /// `ltr` or `rtl`.
  public let direction: String
  /// What comes before every address of the tree: `en/`, or nothing at the root.
  public let folder: String

  /// The trees of a site, one for each language's words.
  static func all(_ languages: [SiteLanguage]) -> [LanguageTree] {
    languages.map(\.strings).enumerated().map { index, strings in
      LanguageTree(
        language: strings.language, name: strings.text(.languageName), direction: strings.direction,
        folder: index == 0 ? "" : slug(strings.language) + "/")
    }
  }
}

/// A language that the site's pages are written in.
public struct SiteLanguage: Sendable {
  public var strings: Strings
  /// What turns running texts into markup, with the language's words where a chart has some.
  public var bodies: any BodyRenderer

  public init(strings: Strings, bodies: any BodyRenderer) {
    self.strings = strings
    self.bodies = bodies
  }
}

extension SitePlan {
  /// What of the content would get an address where another language's pages stand.
  func inTheWay(of trees: [LanguageTree], in archive: Archive) -> [Diagnostic] {
    trees.dropFirst().flatMap { tree in
      pages.compactMap { page -> Diagnostic? in
        guard address(of: page).path.hasPrefix(tree.folder), let place = origin(of: page, in: archive) else { return nil }
        return Diagnostic(
          SitePlan.duplicateAddress,
          Wording(
            sv: "/\(address(of: page).canonical) hör till sidorna på språket \(tree.language)",
            en: "/\(address(of: page).canonical) belongs to the pages in the language \(tree.language)"),
          at: SourceRange(path: archive.path(of: place), lower: Int(place.lower), upper: Int(place.upper)),
          cure: Wording(sv: "Byt namn på mappen eller filen.", en: "Rename the folder or the file."))
      }
    }
  }
}
