import AuditModel

/// The recommendations of an audit, as they were written.
struct RecommendationList: Shaped {
  var isComplete = true
  var items: [RecommendationEntry] = []

  static let shape = Shape<RecommendationList>(
    "recommendations", sv: "recommendations", en: "recommendations",
    [
      Field("complete", .boolean, "false om listan är känd för att inte vara hel.") { $0.isComplete = $1 },
      Field("items", .list(.object(RecommendationEntry.self)), "Rekommendationerna, i dokumentets ordning.") { $0.items = $1 },
    ])
}

/// A recommendation as it was written, before it inherits anything.
struct RecommendationEntry: Shaped {
  var id: Reference?
  var to: [Reference]?
  var with: [Reference]?
  var concerns: [Reference]?
  var leadIn: String?
  var text: String?
  var themes: [Reference]?
  var due: Marked<EDTFDate>?
  var companionOf: Reference?
  var repeats: [RepetitionEntry] = []
  var parts: [RecommendationEntry] = []
  /// Whether parts are announced, be there any or not.
  var hasParts = false

  static let shape = Shape<RecommendationEntry>(
    "recommendation", sv: "rekommendationen", en: "the recommendation",
    [
      Field("id", .id, required: true, "Ett kort namn, till exempel R1.") { $0.id = $1 },
      Field("to", .list(.reference), "Nämnderna som den riktas till.") { $0.to = $1 },
      Field("with", .list(.reference), "Nämnder som delar uppgiften.") { $0.with = $1 },
      Field("concerns", .list(.reference), "Nämnder som den talar om utan att rikta sig till dem.") { $0.concerns = $1 },
      Field("lead-in", .text, "Orden som inleder rekommendationen.") { $0.leadIn = $1 },
      Field("text", .text, required: true, "Rekommendationen, ordagrant.") { $0.text = $1 },
      Field("themes", .list(.reference), "Teman ur site.yaml; det första är huvudtemat.") { $0.themes = $1 },
      Field("due", .date, "När den ska vara genomförd, om det står.") { $0.due = $1 },
      Field("companion-of", .reference, "Rekommendationen till en annan nämnd som den här ska se till att följa.") {
        $0.companionOf = $1
      },
      Field("repeats", .list(.object(RepetitionEntry.self)), "Tidigare rekommendationer som den upprepar.") { $0.repeats = $1 },
      Field("parts", .list(.object(RecommendationEntry.self)), mayBeEmpty: false, "Rekommendationens delar.") {
        ($0.parts, $0.hasParts) = ($1, true)
      },
    ])
}

struct RepetitionEntry: Shaped {
  var of: Reference?
  var strength: RepetitionStrength?
  var note: String?

  static let shape = Shape<RepetitionEntry>(
    "repetition", sv: "repeats", en: "repeats",
    [
      Field("of", .reference, required: true, "Den tidigare rekommendationen.") { $0.of = $1 },
      Field("strength", .choice, "strong om det är samma sak, partial om det är en del.") { $0.strength = $1 },
      Field("note", .text, "Vad som är lika.") { $0.note = $1 },
    ])
}
