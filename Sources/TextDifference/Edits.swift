/// A step from one sequence to another: something both have, something only the old one has, something only the new one has.
public enum Edit: Sendable, Hashable {
  case keep(old: Int, new: Int)
  case remove(old: Int)
  case add(new: Int)
}

/// The fewest removals and additions that lead from one sequence to another (Myers 1986, "An O(ND) Difference Algorithm").
///
/// What both begin and end with costs nothing; the rest costs memory as the square of the number of changes. Beyond `limit`
/// changes the rest counts as replaced as a whole, since nobody follows so many one by one.
public func edits<Element: Hashable>(from old: [Element], to new: [Element], limit: Int = 1500) -> [Edit] {
  var start = 0
  while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
  var end = 0
  while end < old.count - start, end < new.count - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
  // Numbers are compared quicker than words.
  var numbers: [Element: Int32] = [:]
  func number(_ element: Element) -> Int32 {
    if let known = numbers[element] { return known }
    let next = Int32(numbers.count)
    numbers[element] = next
    return next
  }
  let olds = old[start..<(old.count - end)].map(number)
  let news = new[start..<(new.count - end)].map(number)
  var edits = (0..<start).map { Edit.keep(old: $0, new: $0) }
  edits += (shortestPath(olds, news, limit: limit) ?? replaced(olds.count, news.count)).map { edit in
    switch edit {
    case .keep(let old, let new): .keep(old: old + start, new: new + start)
    case .remove(let old): .remove(old: old + start)
    case .add(let new): .add(new: new + start)
    }
  }
  edits += (0..<end).map { .keep(old: old.count - end + $0, new: new.count - end + $0) }
  return edits
}

private func replaced(_ old: Int, _ new: Int) -> [Edit] {
  (0..<old).map { .remove(old: $0) } + (0..<new).map { .add(new: $0) }
}

/// Nil where more than `limit` changes are needed.
private func shortestPath(_ old: [Int32], _ new: [Int32], limit: Int) -> [Edit]? {
  if old.isEmpty || new.isEmpty { return replaced(old.count, new.count) }
  let most = min(limit, old.count + new.count)
  // For each number of changes how far each diagonal reaches; the diagonal of index `most` is that of the start.
  var reach = [Int](repeating: 0, count: 2 * most + 3)
  var history: [[Int]] = []
  for changes in 0...most {
    for diagonal in stride(from: -changes, through: changes, by: 2) {
      let at = diagonal + most + 1
      let goesDown = diagonal == -changes || (diagonal != changes && reach[at - 1] < reach[at + 1])
      var x = goesDown ? reach[at + 1] : reach[at - 1] + 1
      var y = x - diagonal
      while x < old.count, y < new.count, old[x] == new[y] { (x, y) = (x + 1, y + 1) }
      reach[at] = x
      if x >= old.count, y >= new.count { return walkBack(history, old.count, new.count, changes: changes) }
    }
    // Only what this number of changes can reach is ever asked for again.
    history.append(Array(reach[(most + 1 - changes)...(most + 1 + changes)]))
  }
  return nil
}

private func walkBack(_ history: [[Int]], _ oldCount: Int, _ newCount: Int, changes: Int) -> [Edit] {
  var edits: [Edit] = []
  var (x, y) = (oldCount, newCount)
  for step in stride(from: changes, to: 0, by: -1) {
    let before = history[step - 1]
    func reach(_ diagonal: Int) -> Int {
      let at = diagonal + step - 1
      return before.indices.contains(at) ? before[at] : -1
    }
    let diagonal = x - y
    let goesDown = diagonal == -step || (diagonal != step && reach(diagonal - 1) < reach(diagonal + 1))
    let previous = goesDown ? diagonal + 1 : diagonal - 1
    let startX = reach(previous)
    let startY = startX - previous
    while x > (goesDown ? startX : startX + 1), y > (goesDown ? startY + 1 : startY) {
      (x, y) = (x - 1, y - 1)
      edits.append(.keep(old: x, new: y))
    }
    edits.append(goesDown ? .add(new: startY) : .remove(old: startX))
    (x, y) = (startX, startY)
  }
  while x > 0, y > 0 {
    (x, y) = (x - 1, y - 1)
    edits.append(.keep(old: x, new: y))
  }
  return edits.reversed()
}
