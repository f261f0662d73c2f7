/// What a reader would see changed in a page, word by word.
public struct PageDifference: Sendable {
  public let added: Int
  public let removed: Int
  private let old: VisibleText
  private let new: VisibleText
  private let steps: [Edit]

  public var isEmpty: Bool { added == 0 && removed == 0 }

  /// Without the page that was, everything is new.
  public init(from old: [UInt8]?, to new: [UInt8]) {
    let oldText = VisibleText(old ?? [])
    let newText = VisibleText(new)
    let steps = edits(from: oldText.words.map(oldText.text), to: newText.words.map(newText.text))
    let smooth = Self.smoothed(steps, newText)
    self.old = oldText
    self.new = newText
    self.steps = smooth
    var (added, removed) = (0, 0)
    for step in smooth {
      switch step {
      case .add(let index): if !newText.words[index].isBorder { added += 1 }
      case .remove(let index): if !oldText.words[index].isBorder { removed += 1 }
      case .keep: continue
      }
    }
    (self.added, self.removed) = (added, removed)
  }

  /// A single word kept in the middle of much that changed is only in the way of reading it.
  private static func smoothed(_ steps: [Edit], _ new: VisibleText) -> [Edit] {
    var result: [Edit] = []
    var index = 0
    while index < steps.count {
      guard case .keep(let old, let place) = steps[index], !new.words[place].isBorder, isWide(steps, before: index),
        isWide(steps, after: index)
      else {
        result.append(steps[index])
        index += 1
        continue
      }
      result += [.remove(old: old), .add(new: place)]
      index += 1
    }
    return result
  }

  private static func isWide(_ steps: [Edit], before index: Int) -> Bool {
    index >= 3 && steps[(index - 3)..<index].allSatisfy { if case .keep = $0 { false } else { true } }
  }

  private static func isWide(_ steps: [Edit], after index: Int) -> Bool {
    index + 3 < steps.count && steps[(index + 1)...(index + 3)].allSatisfy { if case .keep = $0 { false } else { true } }
  }

  /// What stands before changed words for those who do not see colours.
  public struct Labels: Sendable {
    public var added: String
    public var removed: String

    /// As they stand in HTML.
    public init(added: String, removed: String) {
      self.added = added
      self.removed = removed
    }
  }

  /// The new page with what is added in `<ins>` and what is removed in `<del>`, and `banner` first in its main part.
  public func marked(_ labels: Labels, banner: String = "") -> [UInt8] {
    var marking = Marking(old: old, new: new, labels: labels)
    marking.output += new.page[..<new.main.lowerBound]
    marking.output += banner.utf8
    marking.cursor = new.main.lowerBound
    for step in steps {
      switch step {
      case .keep(_, let index): marking.keep(index)
      case .add(let index): marking.add(index)
      case .remove(let index): marking.remove(index)
      }
    }
    marking.finish()
    return marking.output
  }
}

/// The new page as it is written out with its marks.
private struct Marking {
  let old: VisibleText
  let new: VisibleText
  let labels: PageDifference.Labels
  var output: [UInt8] = []
  /// Up to where the new page is written out.
  var cursor = 0
  private var removed: [Int] = []
  /// Whether what was removed goes on into another block.
  private var removesBlock = false
  private var isAtStartOfBlock = true
  private var isAtStart = true
  private var isInserting = false

  init(old: VisibleText, new: VisibleText, labels: PageDifference.Labels) {
    (self.old, self.new, self.labels) = (old, new, labels)
  }

  mutating func remove(_ index: Int) {
    if old.words[index].isBorder { removesBlock = true } else { removed.append(index) }
  }

  mutating func keep(_ index: Int) {
    let word = new.words[index]
    endInserting()
    flush(before: word)
    isAtStartOfBlock = word.isBorder
    if word.isBorder { return }
    copy(to: word.range.upperBound)
    isAtStart = false
  }

  mutating func add(_ index: Int) {
    let word = new.words[index]
    if word.isBorder { return keep(index) }
    // A mark may not go across a tag.
    if isInserting, new.page[cursor..<word.range.lowerBound].contains(UInt8(ascii: "<")) { endInserting() }
    flush(before: word)
    if !isInserting {
      copy(to: word.range.lowerBound)
      begin("ins", labels.added)
      isInserting = true
    }
    copy(to: word.range.upperBound)
    (isAtStart, isAtStartOfBlock) = (false, false)
  }

  mutating func finish() {
    endInserting()
    flush(before: nil)
    copy(to: new.page.count)
  }

  /// Writes what was removed: after the word before it, or before the next one where a block begins.
  private mutating func flush(before word: VisibleText.Word?) {
    defer { (removed, removesBlock) = ([], false) }
    guard !removed.isEmpty else { return }
    endInserting()
    let isBeforeWord = word?.isBorder == false && isAtStartOfBlock && (isAtStart || !removesBlock)
    if isBeforeWord, let word { copy(to: word.range.lowerBound) } else { output.append(UInt8(ascii: " ")) }
    begin("del", labels.removed)
    for (place, index) in removed.enumerated() {
      if place > 0 { output.append(UInt8(ascii: " ")) }
      output += old.text(old.words[index])
    }
    output += "</del>".utf8
    if isBeforeWord { output.append(UInt8(ascii: " ")) }
  }

  private mutating func begin(_ name: String, _ label: String) {
    output += "<\(name) class=\"missiv-\(name)\"><span class=\"missiv-label\">\(label) </span>".utf8
  }

  private mutating func endInserting() {
    if isInserting { output += "</ins>".utf8 }
    isInserting = false
  }

  private mutating func copy(to end: Int) {
    guard cursor < end else { return }
    output += new.page[cursor..<end]
    cursor = end
  }
}
