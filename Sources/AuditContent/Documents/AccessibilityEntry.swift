import AuditModel

/// The accessibility statement as `site.yaml` gives it.
struct AccessibilityEntry: Shaped {
  var statement = AccessibilityStatement()

  static let shape = Shape<AccessibilityEntry>(
    "accessibility", sv: "accessibility", en: "accessibility",
    [
      text(.organisation, "Namnet på den offentliga aktören."),
      text(.service, "Webbplatsens namn."),
      Field("compliance", .choice, "Hur webbplatsen följer lagkraven: fully, partly eller not.") {
        (entry: inout AccessibilityEntry, level: AccessibilityStatement.Compliance) in
        entry.statement[.compliance] = level.rawValue
      },
      text(.notAccessible, "Det som inte är tillgängligt, och varför."),
      day(.assessed, "Dagen då webbplatsen bedömdes."),
      day(.updated, "Dagen då redogörelsen senast ändrades."),
      text(.method, "Hur webbplatsen har prövats, till exempel av er själva eller av någon utomstående."),
      text(.contact, "Hur man meddelar brister, helst med e-postadress, och när ni svarar."),
      text(.enforcement, "Diggs adress för anmälningar: https://www.digg.se/tdosanmalan."),
      text(.disproportionateBurden, "Det som är undantaget som oskäligt betungande (12 §), och varför."),
      text(.outOfScope, "Det som lagen inte omfattar (9 §)."),
    ])

  private static func text(_ field: AccessibilityStatement.Field, _ about: String) -> Field<AccessibilityEntry> {
    Field(field.rawValue, .text, about) { $0.statement[field] = $1 }
  }

  private static func day(_ field: AccessibilityStatement.Field, _ about: String) -> Field<AccessibilityEntry> {
    Field(field.rawValue, .day, about) { $0.statement[field] = EDTFDate($1).description }
  }
}
