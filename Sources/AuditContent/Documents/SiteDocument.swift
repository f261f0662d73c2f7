import AuditModel

/// `site.yaml` as it was written.
struct SiteDocument: Shaped {
  var title = ""
  var baseURL: Reference?
  var languages: [Reference] = []
  var asOf: Day?
  var replies = Completeness.complete
  var publisher: PublisherEntry?
  var licence: String?
  var description: String?
  var topics: [ListedEntry] = []
  var themes: [ListedEntry] = []
  var boardKinds: [ListedEntry] = []
  var accessibility: Marked<AccessibilityEntry>?
  var brand = BrandEntry()
  var rules: [RuleSettingEntry] = []

  static let shape = Shape<SiteDocument>(
    "site", sv: "site.yaml", en: "site.yaml",
    [
      Field("title", .text, required: true, "Webbplatsens namn.") { $0.title = $1 },
      Field("base-url", .reference, required: true, "Webbplatsens adress, från https://.") { $0.baseURL = $1 },
      Field("description", .text, "En mening om webbplatsen.") { $0.description = $1 },
      Field("language", .reference, "Språket på sidorna: sv eller en.") { if $0.languages.isEmpty { $0.languages = [$1] } },
      Field("languages", .list(.reference), "Språken, om de är flera.") { $0.languages = $1 },
      Field("as-of", .day, "Dagen som räknas som i dag. Saknas den räknas den dag då webbplatsen byggs.") { $0.asOf = $1 },
      Field("replies", .choice, "complete om ett svar som inte finns här inte har lämnats, annars incomplete.") {
        $0.replies = $1
      },
      Field("publisher", .object(PublisherEntry.self), "Vem som ger ut webbplatsen.") { $0.publisher = $1 },
      Field("licence", .webAddress, "Adressen till licensen för uppgifterna.") { $0.licence = $1 },
      Field("topics", .list(.object(ListedEntry.self)), "Ämnen som granskningar handlar om.") { $0.topics = $1 },
      Field("themes", .list(.object(ListedEntry.self)), "Teman i rekommendationer och iakttagelser.") { $0.themes = $1 },
      Field("board-kinds", .list(.object(ListedEntry.self)), "Slag av nämnder, att jämföra mellan kommuner.") {
        $0.boardKinds = $1
      },
      Field("accessibility", .placed(.object(AccessibilityEntry.self)), "Tillgänglighetsredogörelsen.") {
        $0.accessibility = $1
      },
      Field("brand", .object(BrandEntry.self), "Kommunens färg och logotyp.") { $0.brand = $1 },
      Field(
        "rules", .entries(keys: nil, suggested: RuleSetting.codes, .object(RuleSetting.self)),
        "Vad som kontrolleras: för en felkod hur allvarlig den är, i vilka filer, och varför."
      ) { site, entries in site.rules = entries.map { RuleSettingEntry(code: $0.key, setting: $0.value) } },
    ])
}

/// A topic, a theme or a kind of board.
struct ListedEntry: Shaped {
  var id: Reference?
  var name = ""
  var description: String?

  static let shape = Shape<ListedEntry>(
    "listed", sv: "listan", en: "the list",
    [
      Field("id", .id, required: true, "Ett kort namn som adressen görs av.") { $0.id = $1 },
      Field("name", .text, required: true, "Namnet på sidorna.") { $0.name = $1 },
      Field("description", .text, "En mening som förklarar.") { $0.description = $1 },
    ])
}

struct PublisherEntry: Shaped {
  var publisher = Publisher(name: "")

  static let shape = Shape<PublisherEntry>(
    "publisher", sv: "publisher", en: "publisher",
    [
      Field("name", .text, required: true, "Utgivarens namn.") { $0.publisher.name = $1 },
      Field("type", .text, "Vad utgivaren är, till exempel municipality.") { $0.publisher.type = $1 },
      Field("organisation-number", .text, "Organisationsnumret.") { $0.publisher.organisationNumber = $1 },
      Field("email", .mailAddress, "E-postadress för frågor.") { $0.publisher.email = $1 },
      Field("website", .webAddress, "Utgivarens webbplats.") { $0.publisher.website = $1 },
    ])
}

struct BrandEntry: Shaped {
  var colour: Reference?
  var logo: Reference?

  static let shape = Shape<BrandEntry>(
    "brand", sv: "brand", en: "brand",
    [
      Field("colour", .reference, "En färg som \"#005b8f\".") { $0.colour = $1 },
      Field("logo", .reference, "En bildfil bland innehållet.") { $0.logo = $1 },
    ])
}
