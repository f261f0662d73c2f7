import Diagnostics

/// What may be wrong with files and folders, before anybody looks into them.
extension DiagnosticCode {
  static let unreadableFile = DiagnosticCode(
    "unreadable-file", .error,
    explanation: Wording(
      sv: "En fil i innehållet går inte att läsa. Missiv lämnar aldrig något utanför utan att säga det.",
      en: "A file of the content cannot be read. Missiv never leaves anything out without saying so."))
  static let unreadableFolder = DiagnosticCode(
    "unreadable-folder", .error,
    explanation: Wording(
      sv: "En mapp går inte att läsa, så det som kan finnas i den skulle saknas på webbplatsen.",
      en: "A folder cannot be read, so that what may be in it would be missing from the site."))
  static let symbolicLink = DiagnosticCode(
    "symbolic-link", .error,
    explanation: Wording(
      sv: "En symbolisk länk leder till något utanför sin plats. Missiv följer inga, så att allt som publiceras ligger i mappen.",
      en: "A symbolic link leads elsewhere. Missiv follows none, so that everything published lies in the folder."))
  static let specialFile = DiagnosticCode(
    "special-file", .error,
    explanation: Wording(
      sv: "Innehållet består av vanliga filer och mappar.", en: "The content consists of ordinary files and folders."))
  static let nameEncoding = DiagnosticCode(
    "name-encoding", .error,
    explanation: Wording(
      sv: "Ett filnamn måste vara skrivet i UTF-8, annars går det inte att göra en adress av det.",
      en: "A file's name must be written in UTF-8, or no address can be made of it."))
  static let nameControlCharacter = DiagnosticCode(
    "name-control-character", .error,
    explanation: Wording(
      sv: "Ett filnamn får inte innehålla radbrytningar eller andra osynliga tecken.",
      en: "A file's name may not contain line breaks or other invisible characters."))
  static let nameCase = DiagnosticCode(
    "name-case", .error,
    explanation: Wording(
      sv: "Två namn i samma mapp skiljer sig bara i stora och små bokstäver. På många datorer är de samma fil.",
      en: "Two names in one folder differ only in capital and small letters. On many computers they are the same file."))
  static let nameCombining = DiagnosticCode(
    "name-combining-accent", .warning,
    explanation: Wording(
      sv: "Å, ä och ö kan skrivas som ett tecken eller som bokstav och accent. En länk måste skriva namnet på samma sätt.",
      en: "Letters such as å may be written as one character or as letter and accent. A link must write the name in the same way."
    ))
  static let hiddenFile = DiagnosticCode(
    "hidden-file", .warning,
    explanation: Wording(
      sv: "Filer och mappar vars namn börjar med punkt är dolda och kommer inte med på webbplatsen.",
      en: "Files and folders whose names begin with a full stop are hidden and do not come onto the site."))

  static let loadingCodes = [
    unreadableFile, unreadableFolder, symbolicLink, specialFile, nameEncoding, nameControlCharacter, nameCase, nameCombining,
    hiddenFile,
  ]
}

extension Diagnostic {
  static func unreadableFile(_ path: String, _ problem: FileProblem) -> Diagnostic {
    Diagnostic(.unreadableFile, problem.message(isFolder: false), at: .start(of: path), cure: problem.cure(isFolder: false))
  }

  static func unreadableFolder(_ path: String, _ problem: FileProblem) -> Diagnostic {
    Diagnostic(.unreadableFolder, problem.message(isFolder: true), at: .start(of: path), cure: problem.cure(isFolder: true))
  }

  static func symbolicLink(_ path: String) -> Diagnostic {
    Diagnostic(
      .symbolicLink, Wording(sv: "Symbolisk länk i innehållet", en: "Symbolic link in the content"), at: .start(of: path),
      cure: Wording(sv: "Lägg själva filen eller mappen här i stället.", en: "Put the file or folder itself here instead."))
  }

  static func specialFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .specialFile, Wording(sv: "Varken fil eller mapp", en: "Neither file nor folder"), at: .start(of: path),
      cure: Wording(sv: "Ta bort den ur innehållet.", en: "Remove it from the content."))
  }

  static func nameEncoding(_ path: String) -> Diagnostic {
    Diagnostic(
      .nameEncoding, Wording(sv: "Filnamn som inte är UTF-8", en: "File name that is not UTF-8"), at: .start(of: path),
      cure: Wording(sv: "Döp om filen; å, ä och ö i namnet har blivit fel.", en: "Rename the file; its letters have gone wrong."))
  }

  static func nameControlCharacter(_ path: String) -> Diagnostic {
    Diagnostic(
      .nameControlCharacter, Wording(sv: "Osynligt tecken i filnamnet", en: "Invisible character in the file name"),
      at: .start(of: path), cure: Wording(sv: "Döp om filen utan det.", en: "Rename the file without it."))
  }

  static func nameCase(_ path: String, other: String) -> Diagnostic {
    Diagnostic(
      .nameCase, Wording(sv: "Samma namn som \(other)", en: "Same name as \(other)"), at: .start(of: path),
      cure: Wording(sv: "Döp om en av dem.", en: "Rename one of them."),
      notes: [Note(Wording(sv: "Den andra filen", en: "The other file"), at: .start(of: other))])
  }

  static func nameCombining(_ path: String) -> Diagnostic {
    Diagnostic(
      .nameCombining, Wording(sv: "Accent som eget tecken i filnamnet", en: "Accent as a character of its own in the file name"),
      at: .start(of: path),
      cure: Wording(
        sv: "Döp om filen, helst utan å, ä och ö: namnet blir en del av adressen.",
        en: "Rename the file, best without accents: the name becomes part of the address."))
  }

  static func hiddenFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .hiddenFile, Wording(sv: "Dold fil kommer inte med", en: "Hidden file is left out"), at: .start(of: path),
      cure: Wording(
        sv: "Ta bort punkten först i namnet om den ska med, annars filen.",
        en: "Remove the full stop from its name if it belongs to the site, else the file."))
  }
}

extension FileProblem {
  fileprivate func message(isFolder: Bool) -> Wording {
    let (sv, en) = isFolder ? ("Mappen", "Folder") : ("Filen", "File")
    return switch self {
    case .missing: Wording(sv: "\(sv) finns inte", en: "\(en) does not exist")
    case .noPermission: Wording(sv: "\(sv) får inte läsas", en: "\(en) may not be read")
    case .isLink: Wording(sv: "\(sv) är en symbolisk länk", en: "\(en) is a symbolic link")
    case .nameTooLong: Wording(sv: "Sökvägen är för lång", en: "Path is too long")
    case .notAFile:
      isFolder ? Wording(sv: "Ingen mapp", en: "Not a folder") : Wording(sv: "Ingen vanlig fil", en: "Not an ordinary file")
    case .tooLarge: Wording(sv: "\(sv) är för stor", en: "\(en) is too large")
    case .other(let reason): Wording(sv: "\(sv) går inte att läsa (\(reason))", en: "\(en) cannot be read (\(reason))")
    }
  }

  fileprivate func cure(isFolder: Bool) -> Wording {
    let (sv, en) = isFolder ? ("mappen", "folder") : ("filen", "file")
    return switch self {
    case .missing:
      Wording(
        sv: "Se efter att \(sv) ligger där den ska och heter rätt.",
        en: "See that the \(en) is in its place and has the right name.")
    case .noPermission: Wording(sv: "Ge dig läsrättighet till \(sv).", en: "Give yourself permission to read the \(en).")
    case .isLink: Wording(sv: "Lägg själva \(sv) här.", en: "Put the \(en) itself here.")
    case .nameTooLong: Wording(sv: "Korta mapparnas namn.", en: "Shorten the folders' names.")
    case .notAFile: Wording(sv: "Se efter vad som ligger där.", en: "See what lies there.")
    case .tooLarge: Wording(sv: "Dela upp \(sv).", en: "Split the \(en).")
    case .other: Wording(sv: "Se efter att disken fungerar och försök igen.", en: "See that the disk works and try again.")
    }
  }
}
