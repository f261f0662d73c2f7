import Diagnostics

/// Finds words that lost their dots or got the wrong ones, by how the same text writes them elsewhere.
///
/// No dictionary is needed: a word of only English letters is suspected where the text mostly has it with å, ä or ö.
struct LostAccents {
  private(set) var diagnostics: [Diagnostic] = []

  /// Words of which both spellings are Swedish and mean different things: they say nothing of each other.
  private static let pairs: Set<UInt64> = Set(
    """
    andra avtackt bara borde boten dagar faller fattar forma formar forts galler hallen hamnar handel hans hoppar kalla \
    kallar kallas kallat lagar lagen lager lagret lagt laser lasta later malen manar marken matt matta matten ordnar rader \
    raderna ratten rostade saker sakerna satt satta satts skada skarpa slag spar stal star svara svarare talar tanka trada \
    tranar vagen vagrar valda vallar varden vardera varnar varv vatten vidtas
    """.split(separator: " ").compactMap { BodyWords(String($0)).words.first?.hash })

  private struct Spelling {
    var plain: UInt64 = 0
    var plainCount: Int32 = 0
    var accentedCount: Int32 = 0
    var firstPlain: Int32 = -1
    var firstAccented: Int32 = -1
  }

  /// The words that are somewhere written with accents, by their letters without.
  private struct Spellings {
    private(set) var all: [Spelling]
    private let mask: Int

    init(_ count: Int) {
      var size = 16
      while size < count * 2 { size *= 2 }
      all = [Spelling](repeating: Spelling(), count: size)
      mask = size - 1
    }

    private func place(of word: BodyWords.Word) -> Int {
      var slot = Int(truncatingIfNeeded: word.plainHash ^ word.plainHash >> 29) & mask
      while all[slot].plain != word.plainHash && all[slot].plain != 0 { slot = (slot + 1) & mask }
      return slot
    }

    mutating func add(_ word: BodyWords.Word, at index: Int) {
      let place = place(of: word)
      all[place].plain = word.plainHash
      all[place].accentedCount += 1
      if all[place].firstAccented < 0 { all[place].firstAccented = Int32(index) }
    }

    /// Takes note of a word that has no accents here.
    mutating func addPlain(_ word: BodyWords.Word, at index: Int) {
      let place = place(of: word)
      if all[place].plain == 0 { return }
      all[place].plainCount += 1
      if all[place].firstPlain < 0 { all[place].firstPlain = Int32(index) }
    }
  }

  init(_ text: DocumentText) {
    let words = text.words.words
    let accents = words.count { $0.hasAccent }
    var table = Spellings(accents)
    for (index, word) in words.enumerated() where word.hasAccent && word.letters >= 3 {
      table.add(word, at: index)
    }
    for (index, word) in words.enumerated() where !word.hasAccent && word.letters >= 5 {
      table.addPlain(word, at: index)
    }
    if words.count >= 100, accents * 50 < words.count, isSwedish(words) {
      diagnostics.append(
        .scanningLeftover(
          Wording(sv: "Nästan inga å, ä och ö i en svensk text", en: "Hardly any å, ä and ö in a Swedish text"), meant: nil,
          at: text.place(words[0].range)))
      return
    }
    for spelling in table.all where spelling.plainCount > 0 && spelling.accentedCount >= max(2, 3 * spelling.plainCount) {
      let word = words[Int(spelling.firstPlain)]
      guard !word.isCapital || !words[Int(spelling.firstAccented)].isCapital || word.letters >= 6 else { continue }
      if Self.pairs.contains(word.hash) { continue }
      let meant = Self.cased(text.file.text(in: words[Int(spelling.firstAccented)].range), as: word)
      let written = text.file.text(in: word.range)
      let count = Int(spelling.plainCount)
      diagnostics.append(
        .scanningLeftover(
          Wording(
            sv: "\(written) är troligen \(meant)" + (count > 1 ? ", och står så \(count) gånger" : ""),
            en: "\(written) is probably \(meant)" + (count > 1 ? ", and stands so \(count) times" : "")), meant: meant,
          at: text.place(word.range)))
    }
    diagnostics.sort()
  }

  /// Whether function words that need no accents say that the text is Swedish.
  private func isSwedish(_ words: [BodyWords.Word]) -> Bool {
    let usual = Set(
      "och att som det har med till kommunen av den en".split(separator: " ").compactMap {
        BodyWords(String($0)).words.first?.hash
      })
    return words.count { usual.contains($0.hash) } * 12 > words.count
  }

  private static func cased(_ meant: String, as word: BodyWords.Word) -> String {
    word.isCapital ? meant.prefix(1).uppercased() + meant.dropFirst() : meant.prefix(1).lowercased() + meant.dropFirst()
  }
}
