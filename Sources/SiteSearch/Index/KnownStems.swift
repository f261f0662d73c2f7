/// The stems by which compounds are taken apart, with in how many documents each stands: a file `k`, which no query asks for.
///
/// A small collection knows the words of all its texts. In a large one those that stand elsewhere too, in titles, summaries and
/// names, are enough, since there are so many. Then no edit of a text can change how the words of others are taken apart.
struct KnownStems: Sendable {
  private var stems = WordTable()
  private var counts: [Int] = []

  static let name = "k"
  private static let leastWord = 3
  private static let leastStem = 3

  static func takesTexts(documents: Int) -> Bool { documents < 2000 }

  /// A word's stem, if it is one to take compounds apart by. Words that are not searched for have no postings, and are not asked
  /// for.
  private static func stem(ofFolded folded: [UInt8]) -> [UInt8]? {
    guard folded.count >= leastWord, !folded.contains(where: Letters.isDigit) else { return nil }
    let stem = Stemmer.swedish.stem(folded)
    return stem.count >= leastStem ? stem : nil
  }

  /// - Parameter chunks: what was read of documents; `numbers` leads from their task's numbers of words to those of the table.
  init(_ words: WordTable, _ chunks: [(words: WordPlaces, numbers: [Int32])], takesTexts: Bool) {
    var stemOf = [Int32](repeating: -2, count: words.count)
    var last: [Int] = []
    for (places, numbers) in chunks {
      places.forEach { word, posting in
        guard takesTexts || posting.level > Level.bodyOften else { return }
        let word = Int(numbers[word])
        if stemOf[word] == -2 {
          stemOf[word] = KnownStems.stem(ofFolded: Letters.folded(words[word])).map { Int32(stems.insert($0[...])) } ?? -1
          if stems.count > counts.count {
            counts.append(0)
            last.append(-1)
          }
        }
        let stem = Int(stemOf[word])
        if stem >= 0, last[stem] != posting.document {
          last[stem] = posting.document
          counts[stem] += 1
        }
      }
    }
  }

  func contains(_ stem: [UInt8]) -> Bool { stems.find(stem[...]) != nil }

  // MARK: As a file

  var files: [IndexFile] {
    var text = NumberText()
    var before: [UInt8] = []
    let order = counts.indices.sorted { stems[$0].lexicographicallyPrecedes(stems[$1]) }
    for stem in order {
      let word = Array(stems[stem])
      text.append(word: word, after: before)
      text.append(counts[stem])
      before = word
    }
    return IndexFile.text(KnownStems.name, text.bytes)
  }

  init?(_ text: ArraySlice<UInt8>) {
    var reader = NumberReader(text)
    var before: [UInt8] = []
    while reader.hasMore {
      guard let word = reader.word(after: before), let count = reader.number(), stems.insert(word[...]) == counts.count
      else { return nil }
      counts.append(count)
      before = word
    }
  }

  /// These stems after documents were changed; nil where other words are known then.
  func changed(from old: KnownStems, to new: KnownStems) -> KnownStems? {
    var changed = self
    for (known, sign) in [(old, -1), (new, 1)] {
      for (stem, count) in known.counts.enumerated() {
        guard let place = stems.find(known.stems[stem]) else { return nil }
        changed.counts[place] += sign * count
      }
    }
    return changed.counts.allSatisfy { $0 > 0 } ? changed : nil
  }
}
