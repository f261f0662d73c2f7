import AuditModel

/// A municipality's `index.md` as it was written.
struct MunicipalityDocument: Shaped {
  var name = ""
  var shortName: String?
  var code: Reference?
  var county: String?
  var website: String?
  var boards: [BoardEntry] = []
  var formerly: [Reference] = []

  static let shape = Shape<MunicipalityDocument>(
    "municipality", sv: "kommunen", en: "the municipality",
    [
      .type("municipality"),
      Field("name", .text, required: true, "Kommunens eget namn, till exempel Exempelby kommun.") { $0.name = $1 },
      Field("short-name", .text, "Namnet till vardags, till exempel Exempelby.") { $0.shortName = $1 },
      Field("code", .reference, required: true, "Kommunkoden, fyra siffror inom citattecken.") { $0.code = $1 },
      Field("county", .text, "Länet.") { $0.county = $1 },
      Field("website", .webAddress, "Kommunens webbplats.") { $0.website = $1 },
      Field("boards", .list(.object(BoardEntry.self)), "Nämnder, styrelser och bolag.") { $0.boards = $1 },
      .formerly(\.formerly),
    ])
}

/// A board as it was written.
struct BoardEntry: Shaped {
  var id: Reference?
  var name = ""
  var kind: Reference?
  var body = BoardBody.board
  var aliases: [String] = []
  var from: Marked<EDTFDate>?
  var to: Marked<EDTFDate>?
  var successor: Reference?

  static let shape = Shape<BoardEntry>(
    "board", sv: "nämnden", en: "the board",
    [
      Field("id", .id, required: true, "Ett kort namn som adressen görs av, till exempel socialnamnden.") { $0.id = $1 },
      Field("name", .text, required: true, "Nämndens namn.") { $0.name = $1 },
      Field("kind", .reference, required: true, "Ett av board-kinds i site.yaml.") { $0.kind = $1 },
      Field("body", .choice, "Vad för slags organ det är; board om inget annat sägs.") { $0.body = $1 },
      Field("aliases", .list(.text), "Andra sätt att skriva namnet, felstavningar inräknade.") { $0.aliases = $1 },
      Field("from", .date, "När nämnden inrättades.") { $0.from = $1 },
      Field("to", .date, "När nämnden upphörde.") { $0.to = $1 },
      Field("successor", .reference, "Nämnden som tog över.") { $0.successor = $1 },
    ])
}
