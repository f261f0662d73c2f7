public import Diagnostics

/// What can be wrong with the register of addresses.
public enum AddressCodes {
  public static let lost = DiagnosticCode(
    "address-lost", .error,
    explanation: Wording(
      sv: """
        En adress som har publicerats leder inte längre någonstans. Andra kan ha länkat till den, citerat den eller skrivit den i \
        ett beslut, så den ska leda rätt för alltid. Har sidan flyttat skrivs den gamla adressen under formerly i dokumentet på den \
        nya platsen; det som låg under den följer med. Är sidan borttagen för gott skrivs ordet borttagen, dag och skäl efter \
        adressen i addresses.txt, och på adressen står då vad som hände.
        """,
      en: """
        An address that was published leads nowhere any more. Others may have linked to it, cited it or written it in a decision, \
        so it is to lead right for ever. If the page moved, write the old address under formerly in the document at the new place; \
        what lay below it comes along. If the page was taken away for good, write the word removed, a day and the reason after the \
        address in addresses.txt, and the address then says what happened.
        """))

  public static let line = DiagnosticCode(
    "address-line", .error,
    explanation: Wording(
      sv: """
        En rad i addresses.txt är ingen adress. Varje rad börjar med snedstreck. Efter adressen kan stå att sidan är borttagen, \
        när och varför: /kommun/granskning/ borttagen 2026-11-21 Skälet.
        """,
      en: """
        A line of addresses.txt is no address. Each line begins with a slash. After the address can stand that the page was \
        removed, when and why: /municipality/audit/ removed 2026-11-21 The reason.
        """))

  public static let back = DiagnosticCode(
    "address-back", .warning,
    explanation: Wording(
      sv: "En sida som står som borttagen i addresses.txt finns igen. Då visas sidan, och skälet på raden syns ingenstans.",
      en: "A page that addresses.txt calls removed is there again. The page is shown then, and the reason is seen nowhere."))

  public static let register = DiagnosticCode(
    "register-lost", .error,
    explanation: Wording(
      sv: """
        En av filerna addresses.txt och codes.txt saknas fast webbplatsen har publicerats. Den första säger vilka adresser som har \
        publicerats och vad som blev av dem, den andra vilka koder granskningarna citeras med. Utan dem slutar länkar och koder som \
        andra använder att leda rätt. Hämta tillbaka filen ur versionshanteringen eller en säkerhetskopia. Finns den ingenstans, \
        lägg en tom fil med det namnet där: då gäller bara det som finns nu.
        """,
      en: """
        One of the files addresses.txt and codes.txt is missing though the site was published. The first says which addresses were \
        published and what became of them, the second which codes the audits are cited by. Without them, links and codes that others \
        use lead nowhere. Get the file back from version control or a copy. If it is nowhere, put an empty file of that name there: \
        then only what is there now holds.
        """))

  public static let all = [lost, line, back, register]
}

extension Diagnostic {
  static func addressLost(
    _ entry: AddressRegister.Entry, below: Int, now: (address: String, document: String)?
  ) -> Diagnostic {
    let others = Wording(
      sv: below == 0 ? "" : below == 1 ? ", och inte heller sidan under den" : ", och inte heller de \(below) sidorna under den",
      en: below == 0 ? "" : below == 1 ? ", nor is the page below it" : ", nor are the \(below) pages below it")
    let move = now.map {
      // A board or a recommendation has no document of its own that could say where it was before.
      isPart($0.address, of: $0.document)
        ? Wording(
          sv: "Är den nu /\($0.address), är id:t utbytt i \($0.document): skriv tillbaka det gamla, id är permanenta. ",
          en: "If it is /\($0.address) now, its id was changed in \($0.document): write the old one again, ids are permanent. ")
        : Wording(
          sv: "Är den nu /\($0.address), skriv formerly: [/\(entry.address)] i \($0.document). ",
          en: "If it is /\($0.address) now, write formerly: [/\(entry.address)] in \($0.document). ")
    }
    return Diagnostic(
      AddressCodes.lost,
      Wording(
        sv: "/\(entry.address) har publicerats men finns inte längre" + others.sv,
        en: "/\(entry.address) was published but is there no more" + others.en),
      at: SourceRange(path: AddressRegister.path, lower: entry.range.lowerBound, upper: entry.range.upperBound),
      cure: Wording(
        sv: (move?.sv ?? "Har den flyttat, skriv formerly: [/\(entry.address)] i dokumentet på den nya platsen. ")
          + "Är den borttagen för gott, skriv borttagen, dag och skäl på den här raden.",
        en: (move?.en ?? "If it moved, write formerly: [/\(entry.address)] in the document at its new place. ")
          + "If it was taken away for good, write removed, a day and the reason on this line."))
  }

  /// Whether a page shows something that stands in a document with others, which has a page of its own.
  private static func isPart(_ address: String, of document: String) -> Bool {
    let folder = document.split(separator: "/").dropLast().joined(separator: "/")
    return address != folder + "/" && address != document.dropLast(".md".count) + "/"
  }

  static func registerLost(_ path: String, _ place: SourceRange) -> Diagnostic {
    Diagnostic(
      AddressCodes.register,
      Wording(
        sv: "\(path) saknas, fast webbplatsen har publicerats", en: "\(path) is missing, though the site was published"),
      at: place,
      cure: Wording(
        sv: "Hämta tillbaka filen, till exempel ur git eller en säkerhetskopia. Finns den ingenstans: lägg en tom fil med det "
          + "namnet i innehållets mapp.",
        en: "Get the file back, from git or a copy for instance. If it is nowhere: put an empty file of that name into the "
          + "content folder."))
  }

  static func addressIsBack(_ entry: AddressRegister.Entry) -> Diagnostic {
    Diagnostic(
      AddressCodes.back,
      Wording(sv: "/\(entry.address) står som borttagen men finns", en: "/\(entry.address) is called removed but is there"),
      at: SourceRange(path: AddressRegister.path, lower: entry.range.lowerBound, upper: entry.range.upperBound),
      cure: Wording(sv: "Ta bort det som står efter adressen.", en: "Remove what stands after the address."))
  }

  static func addressLine(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      AddressCodes.line,
      Wording(sv: "raden är ingen adress", en: "the line is no address"), at: range,
      cure: Wording(
        sv: "Skriv den som /kommun/granskning/ eller /kommun/granskning/ borttagen 2026-11-21 Skälet.",
        en: "Write it as /municipality/audit/ or /municipality/audit/ removed 2026-11-21 The reason."))
  }
}
