import Diagnostics

extension Diagnostic {
  static func tab(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .tab, Wording(sv: "Tabbtecken i indraget", en: "Tab in the indentation"), at: file.place(range),
      cure: Wording(sv: "Byt tabbtecknet mot två blanksteg.", en: "Replace the tab with two spaces."),
      fixIts: [FixIt(replace: file.place(range), with: "  ")])
  }

  static func unclosedQuote(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .unclosedQuote, Wording(sv: "Citattecken som inte avslutas", en: "Quotation mark that is not closed"),
      at: file.place(range),
      cure: Wording(
        sv: "Skriv ett likadant tecken där texten slutar, eller ta bort det här.",
        en: "Write the same mark where the text ends, or delete this one."))
  }

  static func unclosedBracket(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    let isList = file.byte(at: range.lowerBound) == UInt8(ascii: "[")
    let (open, close) = isList ? ("[", "]") : ("{", "}")
    return Diagnostic(
      .unclosedBracket, Wording(sv: "\(open) utan \(close)", en: "\(open) without \(close)"), at: file.place(range),
      cure: Wording(
        sv:
          "Skriv komma mellan värdena och \(close) efter det sista. Hör \(open) till texten: skriv citattecken om den.",
        en:
          "Write commas between the values and \(close) after the last. If \(open) is part of the text: quote the text."
      ))
  }

  static func colonInText(in file: SourceFile, at range: Range<Int>, quoting value: Range<Int>?) -> Diagnostic {
    Diagnostic(
      .colonInText, Wording(sv: "Kolon inne i en text utan citattecken", en: "Colon inside a text without quotation marks"),
      at: file.place(range),
      cure: Wording(sv: "Skriv citattecken omkring hela texten.", en: "Put quotation marks around the whole text."),
      fixIts: file.quoting(value))
  }

  static func colonWithoutSpace(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .colonWithoutSpace, Wording(sv: "Blanksteg saknas efter kolon", en: "Space missing after the colon"), at: file.place(range),
      cure: Wording(sv: "Skriv ett blanksteg efter kolon.", en: "Write a space after the colon."),
      fixIts: [FixIt(replace: file.place(range), with: ": ")])
  }

  static func lineWithoutKey(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .lineWithoutKey, Wording(sv: "Rad utan kolon bland uppgifterna", en: "Line without a colon among the facts"),
      at: file.place(range),
      cure: Wording(
        sv: "Skriv namn, kolon, blanksteg och värde. Fortsätter raden texten ovanför: dra in den med två blanksteg.",
        en: "Write name, colon, space and value. If the line continues the text above: indent it by two spaces."))
  }

  static func indentation(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .indentation,
      Wording(sv: "Indrag som inte stämmer med raderna ovanför", en: "Indentation that does not fit the lines above"),
      at: file.place(range),
      cure: Wording(
        sv: "Låt raden börja rakt under den rad som den hör ihop med.",
        en: "Let the line begin right under the line that it belongs with."))
  }

  static func specialStart(in file: SourceFile, at range: Range<Int>, quoting value: Range<Int>? = nil) -> Diagnostic {
    let first = String(file.text(in: range).prefix(1))
    return Diagnostic(
      .specialStart,
      Wording(sv: "\(first) först i ett värde utan citattecken", en: "\(first) at the start of a value without quotation marks"),
      at: file.place(range),
      cure: Wording(sv: "Skriv citattecken omkring hela värdet.", en: "Put quotation marks around the whole value."),
      fixIts: file.quoting(value))
  }

  static func textAfterQuote(in file: SourceFile, at range: Range<Int>, quoting value: Range<Int>) -> Diagnostic {
    Diagnostic(
      .textAfterQuote, Wording(sv: "Text efter det avslutande citattecknet", en: "Text after the closing quotation mark"),
      at: file.place(range),
      cure: Wording(
        sv: "Skriv citattecken av andra slaget omkring hela texten: 'Om \"svar\"'.",
        en: "Put quotation marks of the other kind around the whole text: 'On \"replies\"'."),
      fixIts: file.quoting(value))
  }

  static func textAfterBlockMark(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    let mark = file.text(in: range)
    return Diagnostic(
      .textAfterBlockMark, Wording(sv: "Text på samma rad som \(mark)", en: "Text in the same line as \(mark)"),
      at: file.place(range),
      cure: Wording(
        sv: "Flytta texten till nästa rad, indragen. Hör \(mark) till texten: skriv citattecken omkring den.",
        en: "Move the text to the next line, indented. If \(mark) belongs to the text: put quotation marks around it."))
  }

  static func listOnKeyLine(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .listOnKeyLine, Wording(sv: "Bindestreck på samma rad som kolon", en: "Hyphen in the same line as the colon"),
      at: file.place(range),
      cure: Wording(
        sv: "Flytta det till nästa rad, indraget. Hör det till texten: skriv citattecken omkring den.",
        en: "Move it to the next line, indented. If it belongs to the text: put quotation marks around it."))
  }

  static func badEscape(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .badEscape,
      Wording(sv: "Bakstreck med okänd betydelse inom citattecken", en: "Backslash of unknown meaning in quotation marks"),
      at: file.place(range),
      cure: Wording(
        sv: "Skriv enkla citattecken ' omkring texten i stället, eller två bakstreck.",
        en: "Write single quotation marks ' around the text instead, or two backslashes."))
  }

  static func yamlSyntax(_ problem: String, in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, Wording(sv: "Oläsliga uppgifter (\(problem))", en: "Unreadable facts (\(problem))"), at: file.place(range),
      cure: Wording(
        sv: "Jämför med raderna ovanför, och skriv citattecken omkring texter med särskilda tecken.",
        en: "Compare with the lines above, and put quotation marks around texts with special characters."))
  }

  static func severalDocuments(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .severalDocuments, Wording(sv: "Flera dokument i samma fil", en: "Several documents in one file"), at: file.place(range),
      cure: Wording(
        sv: "Ta bort raden --- eller ... som delar upp uppgifterna.", en: "Delete the line --- or ... that divides the facts."))
  }

  static func duplicateKey(_ key: String, in file: SourceFile, at range: Range<Int>, first: Range<Int>) -> Diagnostic {
    Diagnostic(
      .duplicateKey, Wording(sv: "\(key) står två gånger", en: "\(key) stands twice"), at: file.place(range),
      cure: Wording(sv: "Ta bort den ena.", en: "Delete one of them."),
      notes: [Note(Wording(sv: "\(key) står första gången här", en: "\(key) stands first here"), at: file.place(first))])
  }

  static func keyNotText(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .keyNotText, Wording(sv: "Lista före kolon", en: "List before the colon"), at: file.place(range),
      cure: Wording(sv: "Skriv ett ord före kolon.", en: "Write a word before the colon."))
  }

  static func mergeKey(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .mergeKey, Wording(sv: "<< hämtar inga uppgifter i Missiv", en: "<< fetches no facts in Missiv"), at: file.place(range),
      cure: Wording(sv: "Skriv uppgifterna på det här stället.", en: "Write the facts in this place."))
  }

  static func tag(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    let word = file.text(in: range)
    return Diagnostic(
      .tag, Wording(sv: "\(word) först i ett värde", en: "\(word) at the start of a value"), at: file.place(range),
      cure: Wording(
        sv: "Ta bort det, eller skriv citattecken omkring hela värdet om det hör till texten.",
        en: "Delete it, or put quotation marks around the whole value if it belongs to the text."))
  }

  static func tooManyAliases(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .tooManyAliases, Wording(sv: "Fler än 10 000 upprepade värden", en: "More than 10,000 repeated values"),
      at: file.place(range),
      cure: Wording(sv: "Skriv ut värdena i stället för * och namn.", en: "Write the values out instead of * and a name."))
  }

  static func tooDeep(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .tooDeep, Wording(sv: "Mer än 100 nivåer i varandra", en: "More than 100 levels in one another"), at: file.place(range),
      cure: Wording(
        sv: "Se efter om parenteser eller indrag har blivit fel.", en: "See whether brackets or indentation have gone wrong."))
  }

  static func textAfterHash(in file: SourceFile, at range: Range<Int>) -> Diagnostic {
    let text = file.text(in: range)
    return Diagnostic(
      .textAfterHash, Wording(sv: "\(text) kommer inte med", en: "\(text) is left out"), at: file.place(range),
      cure: Wording(
        sv: "Skriv citattecken omkring hela värdet. Är det en anmärkning: skriv ett blanksteg efter #.",
        en: "Put quotation marks around the whole value. If it is a remark: write a space after #."))
  }
}

extension SourceFile {
  func place(_ range: Range<Int>) -> SourceRange {
    SourceRange(path: path, range.clamped(to: 0..<bytes.count))
  }

  /// The replacement that puts a value in quotation marks, whatever it contains.
  fileprivate func quoting(_ value: Range<Int>?) -> [Diagnostic.FixIt] {
    guard let value else { return [] }
    var quoted = "'"
    for character in text(in: value).unicodeScalars {
      if character == "'" { quoted.unicodeScalars.append("'") }
      quoted.unicodeScalars.append(character)
    }
    return [Diagnostic.FixIt(replace: place(value), with: quoted + "'")]
  }
}
