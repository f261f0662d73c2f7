import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let unknownRule = DiagnosticCode(
    "unknown-rule", .error,
    explanation: Wording(
      sv: "Under rules i site.yaml står felkoder: de som står inom hakparentes efter varje fel. missiv explain codes visar alla.",
      en: "Under rules in site.yaml stand codes: those in brackets after each problem. missiv explain codes lists them all."))
  static let unknownRuleFile = DiagnosticCode(
    "unknown-rule-file", .error,
    explanation: Wording(
      sv: "En inställning med in: gäller filer eller mappar bland innehållet: boras/integration-2021/audit.md eller boras.",
      en: "A setting with in: is for files or folders of the content: boras/integration-2021/audit.md or boras."))
  static let ruleLowered = DiagnosticCode(
    "rule-lowered", .error,
    explanation: Wording(
      sv: "Det som är fel kan inte göras till en varning eller stängas av: webbplatsen skulle visa något som inte stämmer.",
      en: "What is an error cannot be made a warning or turned off: the site would show something that is not so."))
  static let ruleReason = DiagnosticCode(
    "rule-reason", .error,
    explanation: Wording(
      sv: "Den som stänger av en regel skriver varför i reason, så att nästa redaktör kan se om det fortfarande stämmer.",
      en: "Whoever turns a rule off writes why in reason, so that the next editor can see whether that still holds."))
  static let ruleLimit = DiagnosticCode(
    "rule-limit", .error,
    explanation: Wording(
      sv: "Bara några regler har en gräns: attachment-size (MB), readability (LIX), untouched (månader).",
      en: "Only some rules have a limit: attachment-size (MB), readability (LIX), untouched (months)."))
}

extension Rule {
  /// Settings are for codes that there are.
  static let unknownRule = Rule(code: .unknownRule) { content, diagnostics in
    content.eachSetting { entry, path in
      guard ContentCodes.named(entry.code.value) == nil else { return }
      let near = nearMiss(of: entry.code.value, among: RuleSetting.codes)
      let place = entry.code.place.range(in: path)
      diagnostics.append(
        Diagnostic(
          .unknownRule, Wording(sv: "\(short(entry.code.value)) är ingen felkod", en: "\(short(entry.code.value)) is no code"),
          at: place,
          cure: near.map { Wording(sv: "Menade du \($0)?", en: "Did you mean \($0)?") }
            ?? Wording(
              sv: "Skriv en av koderna som missiv explain codes visar.",
              en: "Write one of the codes that missiv explain codes lists."),
          fixIts: near.map { [Diagnostic.FixIt(replace: place, with: $0)] } ?? []))
    }
  }

  /// Settings are for files that there are.
  static let unknownRuleFile = Rule(code: .unknownRuleFile) { content, diagnostics in
    content.eachSetting { entry, path in
      for reference in entry.setting.paths {
        let folder = reference.value.hasSuffix("/") ? String(reference.value.dropLast()) : reference.value
        let paths = content.archive.files + content.archive.attachments.map(\.path)
        if paths.contains(where: { $0 == folder || $0.hasPrefix(folder + "/") }) { continue }
        let near = nearMiss(of: folder, among: paths)
        let place = reference.place.range(in: path)
        diagnostics.append(
          Diagnostic(
            .unknownRuleFile,
            Wording(
              sv: "\(short(reference.value)) finns inte bland innehållet", en: "\(short(reference.value)) is not in the content"),
            at: place,
            cure: near.map { Wording(sv: "Menade du \($0)?", en: "Did you mean \($0)?") }
              ?? Wording(
                sv: "Skriv filens eller mappens plats räknat från innehållets mapp.",
                en: "Write where the file or folder lies in the folder of the content."),
            fixIts: near.map { [Diagnostic.FixIt(replace: place, with: $0)] } ?? []))
      }
    }
  }

  /// Errors stay errors.
  static let ruleLowered = Rule(code: .ruleLowered) { content, diagnostics in
    content.eachSetting { entry, path in
      guard let code = ContentCodes.named(entry.code.value), code.severity == .error, let severity = entry.setting.severity,
        severity.value != .error
      else { return }
      diagnostics.append(
        Diagnostic(
          .ruleLowered, Wording(sv: "\(code.name) är alltid ett fel", en: "\(code.name) is always an error"),
          at: severity.place.range(in: path),
          cure: Wording(
            sv: "Ta bort inställningen och rätta felen i stället.", en: "Delete the setting and mend the errors instead.")))
    }
  }

  /// What is turned off has a reason.
  static let ruleReason = Rule(code: .ruleReason) { content, diagnostics in
    content.eachSetting { entry, path in
      guard let severity = entry.setting.severity, severity.value == .off, entry.setting.reason == nil,
        ContentCodes.named(entry.code.value)?.severity != .error
      else { return }
      diagnostics.append(
        Diagnostic(
          .ruleReason,
          Wording(sv: "reason saknas för \(entry.code.value)", en: "reason is missing for \(entry.code.value)"),
          at: severity.place.range(in: path),
          cure: Wording(
            sv: "Lägg till reason: och varför regeln är avstängd.", en: "Add reason: and why the rule is turned off.")))
    }
  }

  /// Only rules that go by a number have a limit.
  static let ruleLimit = Rule(code: .ruleLimit) { content, diagnostics in
    let limited = Rule.all.filter { $0.limit != nil }.map(\.code.name)
    content.eachSetting { entry, path in
      guard entry.setting.limit != nil, let code = ContentCodes.named(entry.code.value), !limited.contains(code.name) else {
        return
      }
      diagnostics.append(
        Diagnostic(
          .ruleLimit, Wording(sv: "\(code.name) har ingen gräns", en: "\(code.name) has no limit"),
          at: entry.code.place.range(in: path),
          cure: Wording(
            sv: "Ta bort limit. En gräns har \(limited.joined(separator: " och ")).",
            en: "Delete limit. \(limited.joined(separator: " and ")) have one.")))
    }
  }
}

extension CheckedContent {
  fileprivate func eachSetting(_ check: (RuleSettingEntry, String) -> Void) {
    for document in documents {
      guard case .site(let site) = document.content else { continue }
      for entry in site.rules { check(entry, document.path) }
    }
  }
}
