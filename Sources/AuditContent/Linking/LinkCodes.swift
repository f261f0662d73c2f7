import Diagnostics

/// What may be wrong between documents: where they lie, what they are called, and what they name.
extension DiagnosticCode {
  static let siteMissing = DiagnosticCode(
    "site-missing", .error,
    explanation: Wording(
      sv: "site.yaml överst bland innehållet säger vad webbplatsen heter och vilka ämnen, teman och slag av nämnder den har.",
      en: "site.yaml at the top of the content says what the site is called and which topics, themes and kinds of boards it has.")
  )
  static let misplacedDocument = DiagnosticCode(
    "misplaced-document", .error,
    explanation: Wording(
      sv:
        "Platsen säger vad som hör ihop: kommunen i KOMMUN/index.md, granskningen med svar och uppföljningar i KOMMUN/GRANSKNING/.",
      en:
        "The place says what belongs together: the municipality in NAME/index.md, an audit, its replies and follow-ups in NAME/AUDIT/."
    ))
  static let badFolderName = DiagnosticCode(
    "bad-name", .error,
    explanation: Wording(
      sv: "Adresserna görs av mapparnas och filernas namn. Därför har de bara bokstäverna a–z, siffror och bindestreck.",
      en: "Addresses are made of the names of folders and files. So these only have the letters a to z, digits and hyphens."))
  static let municipalityMissing = DiagnosticCode(
    "municipality-missing", .error,
    explanation: Wording(
      sv: "Varje kommuns mapp har en fil index.md med type: municipality, där kommunens namn och nämnder står.",
      en: "Every municipality's folder has a file index.md with type: municipality, which says its name and its boards."))
  static let auditMissing = DiagnosticCode(
    "audit-missing", .error,
    explanation: Wording(
      sv: "Svar och uppföljningar ligger i samma mapp som granskningen de gäller. Där finns ingen fil med type: audit.",
      en: "Replies and follow-ups lie in the folder of the audit that they are about. It has no file with type: audit."))
  static let secondAudit = DiagnosticCode(
    "second-document", .error,
    explanation: Wording(
      sv: "Varje granskning har en egen mapp, och webbplatsen har en enda ordlista.",
      en: "Every audit has a folder of its own, and the site has a single glossary."))
  static let duplicateID = DiagnosticCode(
    "duplicate-id", .error,
    explanation: Wording(
      sv:
        "Av id:n görs adresser, så två saker kan inte ha samma, inte ens med andra stora bokstäver. Åtgärder räknas med.",
      en:
        "Addresses are made of ids, so two things cannot share one, not even with other capital letters. Measures count too."
    ))
  static let unknownBoard = DiagnosticCode(
    "unknown-board", .error,
    explanation: Wording(
      sv: "En nämnd kallas vid sitt id, sitt namn eller ett av sina aliases i kommunens index.md.",
      en: "A board is called by its id, its name or one of its aliases in the municipality's index.md."))
  static let ambiguousBoard = DiagnosticCode(
    "ambiguous-board", .error,
    explanation: Wording(
      sv: "Två nämnder i kommunen har samma namn eller alias. Då måste nämnden kallas vid sitt id.",
      en: "Two boards of the municipality share a name or an alias. Then the board must be called by its id."))
  static let unknownRecommendation = DiagnosticCode(
    "unknown-recommendation", .error,
    explanation: Wording(
      sv: "En rekommendation eller åtgärd kallas vid sitt id i granskningens mapp, annars vid kommun/granskning/id.",
      en: "A recommendation or measure is called by its id in the audit's folder, else by municipality/audit/id."))
  static let unknownAudit = DiagnosticCode(
    "unknown-audit", .error,
    explanation: Wording(
      sv: "En granskning kallas vid sin mapp: kommun/granskning.", en: "An audit is called by its folder: municipality/audit."))
  static let unknownTopic = DiagnosticCode(
    "unknown-topic", .error,
    explanation: Wording(sv: "Ämnena står under topics i site.yaml.", en: "The topics stand under topics in site.yaml."))
  static let unknownTheme = DiagnosticCode(
    "unknown-theme", .error,
    explanation: Wording(sv: "Temana står under themes i site.yaml.", en: "The themes stand under themes in site.yaml."))
  static let unknownBoardKind = DiagnosticCode(
    "unknown-board-kind", .error,
    explanation: Wording(
      sv: "Slagen av nämnder står under board-kinds i site.yaml.", en: "The kinds of boards stand under board-kinds in site.yaml."
    ))
  static let unknownLink = DiagnosticCode(
    "unknown-link", .error,
    explanation: Wording(
      sv: "En länk i texten leder till ett id, till en fil i samma mapp eller till en hel adress som börjar med https://. "
        + "En bild är alltid en fil i mappen: sidorna hämtar ingenting från andra webbplatser.",
      en: "A link in the text leads to an id, to a file in the same folder, or to a whole address that begins with https://. "
        + "A picture is always a file in the folder: pages load nothing from other sites."))
  static let missingFile = DiagnosticCode(
    "missing-file", .error,
    explanation: Wording(
      sv: "En fil som nämns ska ligga bland innehållet, i samma mapp som dokumentet.",
      en: "A file that is named must be part of the content, in the same folder as the document."))

  static let linkCodes = [
    siteMissing, misplacedDocument, badFolderName, municipalityMissing, auditMissing, secondAudit, duplicateID, unknownBoard,
    ambiguousBoard, unknownRecommendation, unknownAudit, unknownTopic, unknownTheme, unknownBoardKind, unknownLink, missingFile,
  ]
}
