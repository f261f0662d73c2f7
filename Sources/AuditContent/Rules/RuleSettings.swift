import Diagnostics

/// What `site.yaml` says of one kind of problem.
struct RuleSetting: Shaped {
  /// How much it weighs here; `off` for not at all.
  enum Weight: String, CaseIterable {
    case off, note, warning, error
  }

  var severity: Marked<Weight>?
  var reason: String?
  var limit: Int?
  /// The documents or folders that it is said of; all where none is named.
  var paths: [Reference] = []

  static let codes = ContentCodes.all.map(\.name).sorted()

  static let shape = Shape<RuleSetting>(
    "rule", sv: "regeln", en: "the rule",
    [
      Field("severity", .markedChoice, "off, note, warning eller error. Ett fel kan inte göras lindrigare.") { $0.severity = $1 },
      Field("reason", .text, "Varför; behövs för off.") { $0.reason = $1 },
      Field("limit", .count, "Gränsen, för en regel som har en.") { $0.limit = $1 },
      Field("in", .list(.reference), "Filer eller mappar som det gäller; annars allt.") { $0.paths = $1 },
    ])
}

struct RuleSettingEntry: Sendable, Equatable {
  var code: Reference
  var setting: RuleSetting
}

/// How much each kind of problem weighs on this site.
struct RuleSettings: Sendable {
  private var settings: [String: RuleSetting] = [:]

  init() {}

  /// What the site's document says and may say: an error stays one, and nothing is turned off without a reason.
  init(_ documents: [Document]) {
    for document in documents {
      guard case .site(let site) = document.content else { continue }
      for entry in site.rules {
        guard let code = ContentCodes.named(entry.code.value) else { continue }
        var setting = entry.setting
        if code.severity == .error || setting.severity?.value == .off && setting.reason == nil { setting.severity = nil }
        settings[code.name] = setting
      }
    }
  }

  var isEmpty: Bool { settings.isEmpty }

  func limit(_ code: String) -> Int? { settings[code]?.limit }

  /// Nil where a problem is turned off at its place.
  func severity(of diagnostic: Diagnostic) -> Severity? {
    guard let setting = settings[diagnostic.code.name], let weight = setting.severity?.value,
      setting.paths.isEmpty || setting.paths.contains(where: { isInside(diagnostic.location.path, $0.value) })
    else { return diagnostic.severity }
    return weight == .off ? nil : Severity(rawValue: weight.rawValue)
  }

  /// Whether a rule's findings can weigh that much anywhere.
  func mayWeigh(_ code: DiagnosticCode, atLeast severity: Severity) -> Bool {
    guard let setting = settings[code.name], let weight = setting.severity?.value else { return code.severity >= severity }
    let here = Severity(rawValue: weight.rawValue).map { $0 >= severity } ?? false
    return here || !setting.paths.isEmpty && code.severity >= severity
  }

  private func isInside(_ path: String, _ folder: String) -> Bool {
    path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }
}

extension Kind where Value == Marked<RuleSetting.Weight> {
  /// One of a fixed list of words, and where it stands.
  fileprivate static var markedChoice: Kind {
    let choice = Kind<RuleSetting.Weight>.choice
    return Kind(schema: choice.schema) { node, reader in choice.read(node, &reader).map { Marked($0, Place(node.range)) } }
  }
}
