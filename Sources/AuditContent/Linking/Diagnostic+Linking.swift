import Diagnostics

extension Diagnostic {
  static let siteMissing = Diagnostic(
    .siteMissing, Wording(sv: "site.yaml saknas", en: "site.yaml is missing"), at: .start(of: "site.yaml"),
    cure: Wording(
      sv: "Lägg en fil site.yaml med title: och base-url: överst bland innehållet.",
      en: "Put a file site.yaml with title: and base-url: at the top of the content."))

  static func misplaced(_ words: Wording, _ cure: Wording, at place: SourceRange) -> Diagnostic {
    Diagnostic(.misplacedDocument, words, at: place, cure: cure)
  }

  static func badFolderName(_ name: String, at place: SourceRange) -> Diagnostic {
    let better = idLike(name)
    return Diagnostic(
      .badFolderName, Wording(sv: "\(name) kan inte vara en del av en adress", en: "\(name) cannot be part of an address"),
      at: place,
      cure: Wording(
        sv: "Döp om till \(better): bara bokstäverna a–z, siffror och bindestreck.",
        en: "Rename it \(better): only the letters a to z, digits and hyphens."))
  }

  static func municipalityMissing(_ folder: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .municipalityMissing, Wording(sv: "\(folder)/index.md saknas", en: "\(folder)/index.md is missing"), at: place,
      cure: Wording(
        sv: "Lägg till filen \(folder)/index.md med type: municipality, name, code och boards.",
        en: "Add the file \(folder)/index.md with type: municipality, name, code and boards."))
  }

  static func auditMissing(_ folder: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .auditMissing, Wording(sv: "Granskning saknas i mappen \(folder)", en: "Audit is missing in the folder \(folder)"),
      at: place,
      cure: Wording(
        sv: "Lägg till filen \(folder)/audit.md med type: audit, eller flytta filen till sin gransknings mapp.",
        en: "Add the file \(folder)/audit.md with type: audit, or move this file to its audit's folder."))
  }

  static func second(_ words: Wording, at place: SourceRange, first: SourceRange, cure: Wording) -> Diagnostic {
    Diagnostic(
      .secondAudit, words, at: place, cure: cure, notes: [Note(Wording(sv: "Den första", en: "The first"), at: first)])
  }

  static func duplicateID(_ id: String, at place: SourceRange, first: SourceRange?) -> Diagnostic {
    Diagnostic(
      .duplicateID, Wording(sv: "\(id) är redan taget", en: "\(id) is taken already"), at: place,
      cure: Wording(sv: "Välj ett annat id för den ena.", en: "Choose another id for one of them."),
      notes: first.map { [Note(Wording(sv: "Här används det först", en: "It is used first here"), at: $0)] } ?? [])
  }

  static func boardNamedAsMunicipality(_ id: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .duplicateID, Wording(sv: "\(id) är kommunens eget id", en: "\(id) is the municipality's own id"), at: place,
      cure: Wording(sv: "Välj ett annat id för nämnden.", en: "Choose another id for the board."))
  }

  static func ambiguousBoard(_ name: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .ambiguousBoard, Wording(sv: "\(name) kan vara två nämnder", en: "\(name) may be two boards"), at: place,
      cure: Wording(sv: "Skriv nämndens id i stället.", en: "Write the board's id instead."))
  }

  /// A name that leads to nothing. `kind` is what it should have named: "nämnd i Borås"; `form` is how such a name is written, for
  /// where there is none to choose.
  static func unknown(
    _ code: DiagnosticCode, _ name: String, kind: Wording, near: String?, among possible: [String], at place: SourceRange,
    isReplaceable: Bool = true, addedUnder list: String? = nil, form: Wording? = nil, isKnown: ((String) -> Bool)? = nil
  ) -> Diagnostic {
    let cure: Wording
    if let names = severalNames(name, where: isKnown ?? possible.contains) {
      return Diagnostic(
        code, Wording(sv: "\(short(name)) är ingen \(kind.sv)", en: "\(short(name)) is no \(kind.en)"), at: place,
        cure: Wording(sv: "Skriv flera namn som en lista: \(names).", en: "Write several names as a list: \(names)."))
    } else if let near {
      cure = Wording(sv: "Menade du \(near)?", en: "Did you mean \(near)?")
    } else if let list {
      // Nothing is made of digits: those of a personal number would be shown.
      let id = name.utf8.contains { (0x30...0x39).contains($0) } ? "…" : idLike(name).lowercased()
      let entry = "- {id: \(id.isEmpty ? "…" : id), name: …}"
      let choice = possible.isEmpty ? Wording(sv: "", en: "") : choices(near: nil, among: possible)
      cure = Wording(
        sv:
          "\(choice.sv)\(possible.isEmpty ? "L" : " Är det ett nytt: l")ägg till raden \(entry) under \(list): i site.yaml, med namnet i stället för ….",
        en:
          "\(choice.en)\(possible.isEmpty ? "A" : " If it is new: a")dd the line \(entry) under \(list): in site.yaml, with its name instead of …."
      )
    } else if possible.isEmpty {
      cure = form ?? Wording(sv: "Rätta namnet, eller lägg till det som saknas.", en: "Correct the name, or add what is missing.")
    } else {
      let list = possible.prefix(12).joined(separator: ", ") + (possible.count > 12 ? " …" : "")
      cure = Wording(sv: "Skriv något av: \(list).", en: "Write one of: \(list).")
    }
    return Diagnostic(
      code, Wording(sv: "\(short(name)) är ingen \(kind.sv)", en: "\(short(name)) is no \(kind.en)"), at: place, cure: cure,
      fixIts: near.map { isReplaceable && isSlip(of: $0, for: name, among: possible) ? [FixIt(replace: place, with: $0)] : [] }
        ?? [])
  }

  /// `[ks, bun]` of "ks, bun", where at least one of the names is known.
  private static func severalNames(_ text: String, where isKnown: (String) -> Bool) -> String? {
    let names = text.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
    guard names.count > 1, names.contains(where: isKnown) else { return nil }
    return "[" + names.joined(separator: ", ") + "]"
  }

  static func unknownLink(_ destination: String, near: String?, isImage: Bool, at place: SourceRange) -> Diagnostic {
    let message =
      isImage
      ? Wording(sv: "\(short(destination)) är ingen fil i mappen", en: "\(short(destination)) is no file in the folder")
      : Wording(sv: "\(short(destination)) leder ingenstans", en: "\(short(destination)) leads nowhere")
    return Diagnostic(
      .unknownLink, message, at: place,
      cure: near.map { Wording(sv: "Menade du \($0)?", en: "Did you mean \($0)?") }
        ?? Wording(
          sv:
            "Skriv ett id (kommun/granskning), namnet på en fil i mappen eller en adress med https://. Finns det inte längre: ta bort länken.",
          en:
            "Write an id (municipality/audit), the name of a file in the folder, or an address with https://. If it is gone, remove the link."
        ),
      fixIts: near.map { isSlip(of: $0, for: destination) ? [FixIt(replace: place, with: $0)] : [] } ?? [])
  }

  /// A picture that is no file here, or a file here that is no picture.
  static func noPicture(_ destination: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .unknownLink,
      Wording(sv: "\(short(destination)) är ingen bild i mappen", en: "\(short(destination)) is no picture in the folder"),
      at: place,
      cure: Wording(
        sv:
          "Spara bilden i samma mapp (svg, png, jpg, webp, avif eller gif) och skriv filens namn. Till annat skrivs en länk, utan utropstecken.",
        en:
          "Save the picture in the same folder (svg, png, jpg, webp, avif or gif) and write the file's name. To anything else write a link, without the exclamation mark."
      ))
  }

  static func missingFile(_ name: String, near: String?, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingFile, Wording(sv: "\(short(name)) finns inte i mappen", en: "\(short(name)) is not in the folder"), at: place,
      cure: near.map { Wording(sv: "Menade du \($0)?", en: "Did you mean \($0)?") }
        ?? Wording(sv: "Lägg filen i mappen, eller rätta namnet.", en: "Put the file into the folder, or correct its name."),
      fixIts: near.map { isSlip(of: $0, for: name) ? [FixIt(replace: place, with: $0)] : [] } ?? [])
  }
}
