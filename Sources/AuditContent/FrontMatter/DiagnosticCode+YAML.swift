import Diagnostics

/// How front matter may be written wrongly, whatever it says.
extension DiagnosticCode {
  static let tab = DiagnosticCode(
    "tab-indentation", .error,
    explanation: Wording(
      sv: "Rader dras in med blanksteg. Ett tabbtecken ser likadant ut men räknas inte.",
      en: "Lines are indented with spaces. A tab looks the same but does not count."))
  static let unclosedQuote = DiagnosticCode(
    "unclosed-quote", .error,
    explanation: Wording(
      sv:
        "En text som börjar med ett citattecken slutar med ett likadant. Saknas det läses resten av filen som en del av texten.",
      en: "A text that begins with a quotation mark ends with the same one. Without it the rest of the file is taken for text."))
  static let unclosedBracket = DiagnosticCode(
    "unclosed-bracket", .error,
    explanation: Wording(
      sv: "En lista inom [ ] eller { } skrivs med kommatecken mellan värdena och avslutas med samma slags parentes.",
      en: "A list in [ ] or { } is written with commas between its values and ends with the same kind of bracket."))
  static let colonInText = DiagnosticCode(
    "colon-in-text", .error,
    explanation: Wording(
      sv: "Kolon följt av blanksteg skiljer en uppgift från dess värde. Står det inne i en text måste texten ha citattecken.",
      en: "A colon followed by a space parts a key from its value. Where it stands inside a text, the text needs quotation marks."
    ))
  static let colonWithoutSpace = DiagnosticCode(
    "colon-without-space", .error,
    explanation: Wording(
      sv: "Efter kolon ska det vara ett blanksteg: title: Granskning.", en: "A colon is followed by a space: title: Granskning."))
  static let lineWithoutKey = DiagnosticCode(
    "line-without-key", .error,
    explanation: Wording(
      sv:
        "Varje uppgift skrivs som namn, kolon, blanksteg och värde. En lång text fortsätter på nästa rad om den är indragen.",
      en: "Every fact is written as name, colon, space and value. A long text goes on in the next line if that line is indented.")
  )
  static let indentation = DiagnosticCode(
    "indentation", .error,
    explanation: Wording(
      sv: "Indraget visar vad som hör ihop. Uppgifter på samma nivå börjar under varandra, på samma avstånd från vänsterkanten.",
      en: "Indentation shows what belongs together. Facts of one level begin under one another, equally far from the left margin."
    ))
  static let specialStart = DiagnosticCode(
    "special-first-character", .error,
    explanation: Wording(
      sv:
        "Ett värde får inte börja med @ ` % * & ! | > [ ] { } eller kommatecken utan citattecken, för de betyder något särskilt.",
      en:
        "A value may not begin with @ ` % * & ! | > [ ] { } or a comma without quotation marks; they mean something special."
    ))
  static let textAfterQuote = DiagnosticCode(
    "text-after-quote", .error,
    explanation: Wording(
      sv:
        "Ett värde som börjar med citattecken slutar vid nästa citattecken. Hör citattecknen till texten behövs andra omkring.",
      en:
        "A value that begins with a quotation mark ends at the next. Where the marks belong to the text, put others around it."
    ))
  static let textAfterBlockMark = DiagnosticCode(
    "text-after-block-mark", .error,
    explanation: Wording(
      sv: "Efter | eller > börjar texten på nästa rad, indragen.", en: "After | or > the text begins in the next line, indented.")
  )
  static let listOnKeyLine = DiagnosticCode(
    "list-on-key-line", .error,
    explanation: Wording(
      sv: "En lista med bindestreck börjar på raden efter sin rubrik.",
      en: "A list with hyphens begins in the line after its key."))
  static let badEscape = DiagnosticCode(
    "bad-escape", .error,
    explanation: Wording(
      sv: "Inom \" \" har bakstreck en särskild betydelse. Inom ' ' är det ett vanligt tecken.",
      en: "Inside \" \" a backslash means something special. Inside ' ' it is an ordinary character."))
  static let yamlSyntax = DiagnosticCode(
    "yaml-syntax", .error,
    explanation: Wording(
      sv: "Uppgifterna följer inte reglerna för YAML, så Missiv kan inte läsa dem.",
      en: "The facts do not follow the rules of YAML, so Missiv cannot read them."))
  static let severalDocuments = DiagnosticCode(
    "several-documents", .error,
    explanation: Wording(
      sv: "En fil innehåller uppgifterna om ett enda dokument. Raderna --- och ... får inte dela upp dem.",
      en: "A file holds the facts of a single document. The lines --- and ... may not divide them."))
  static let duplicateKey = DiagnosticCode(
    "duplicate-key", .error,
    explanation: Wording(
      sv: "Samma uppgift står två gånger. Missiv kan inte veta vilken som gäller.",
      en: "The same key stands twice. Missiv cannot know which one counts."))
  static let keyNotText = DiagnosticCode(
    "key-not-text", .error,
    explanation: Wording(
      sv: "Det som står före kolon ska vara ett ord, inte en lista.",
      en: "What stands before the colon must be a word, not a list."))
  static let mergeKey = DiagnosticCode(
    "merge-key", .error,
    explanation: Wording(
      sv:
        "<< hämtar i vissa program uppgifter från ett annat ställe. Missiv gör inte det: den som läser ska se vad som gäller.",
      en: "<< fetches facts from elsewhere in some programs. Missiv does not, since a reader should see what counts."))
  static let tag = DiagnosticCode(
    "yaml-tag", .error,
    explanation: Wording(
      sv: "Ett utropstecken först i ett värde är en typangivelse i YAML. Missiv använder inga sådana; alla värden är text.",
      en: "An exclamation mark at the start of a value names a type in YAML. Missiv uses none; every value is text."))
  static let tooManyAliases = DiagnosticCode(
    "too-many-aliases", .error,
    explanation: Wording(
      sv: "Upprepningar med & och * får tillsammans ge högst 10 000 värden, så att en liten fil inte fyller datorns minne.",
      en: "Repetitions with & and * may give at most 10,000 values together, so that a small file cannot fill the memory."))
  static let tooDeep = DiagnosticCode(
    "too-deep", .error,
    explanation: Wording(
      sv: "Listor och uppgifter får stå i varandra i högst 100 nivåer.",
      en: "Lists and facts may stand in one another 100 levels deep."))
  static let textAfterHash = DiagnosticCode(
    "text-after-hash", .warning,
    explanation: Wording(
      sv: "Blanksteg och # inleder en anmärkning som inte kommer med på sidan. Hör det till värdet behövs citattecken.",
      en:
        "A space and # begin a remark that does not come onto the page. Where it belongs to the value, quote the value."
    ))

  static let yamlCodes = [
    tab, unclosedQuote, unclosedBracket, colonInText, colonWithoutSpace, lineWithoutKey, indentation, specialStart,
    textAfterQuote,
    textAfterBlockMark, listOnKeyLine, badEscape, yamlSyntax, severalDocuments, duplicateKey, keyNotText, mergeKey, tag,
    tooManyAliases, tooDeep, textAfterHash,
  ]
}
