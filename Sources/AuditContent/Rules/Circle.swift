import AuditModel
import Diagnostics

extension DiagnosticCode {
  static let circle = DiagnosticCode(
    "circle", .error,
    explanation: Wording(
      sv: "Det som följer på, upprepar eller ersätter något annat får inte leda runt till sig självt: då finns ingen början.",
      en: "What follows, repeats or succeeds something else may not lead round to itself: then there is no beginning."))
}

extension Rule {
  /// Audits that follow each other, recommendations that repeat each other and boards that succeed each other make no circle.
  static let circle = Rule(code: .circle) { content, diagnostics in
    let archive = content.archive
    for index in circles(archive.audits.map { $0.follows.map { Int($0.index) } }) {
      let audit = archive.audits[index]
      guard case .audit(let document) = content.document(audit.origin) else { continue }
      let place = document.follows.first.map { content.place($0.place, in: audit.origin) } ?? content.place(audit.origin)
      diagnostics.append(.circle(audit.id, key: "follows", at: place))
    }
    for index in circles(archive.recommendations.map { $0.repeats.map { Int($0.of.index) } }) {
      let recommendation = archive.recommendations[index]
      diagnostics.append(.circle(recommendation.id, key: "repeats", at: content.place(recommendation.origin)))
    }
    for index in circles(archive.boards.map { $0.successor.map { [Int($0.index)] } ?? [] }, withItself: true) {
      let board = archive.boards[index]
      diagnostics.append(.circle(board.id, key: "successor", at: content.place(board.origin)))
    }
  }
}

/// One element of every circle: the one that comes first. An element that points at itself counts only where asked for.
private func circles(_ edges: [[Int]], withItself: Bool = false) -> [Int] {
  var state = [UInt8](repeating: 0, count: edges.count)
  var found: Set<Int> = []
  for start in edges.indices where state[start] == 0 && !edges[start].isEmpty {
    var stack = [(node: start, next: 0)]
    state[start] = 1
    while let top = stack.last {
      guard top.next < edges[top.node].count else {
        state[top.node] = 2
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      let next = edges[top.node][top.next]
      if state[next] == 1 {
        if next == top.node {
          if withItself { found.insert(next) }
        } else if let begin = stack.firstIndex(where: { $0.node == next }) {
          found.insert(stack[begin...].map(\.node).min() ?? next)
        }
      } else if state[next] == 0 {
        state[next] = 1
        stack.append((next, 0))
      }
    }
  }
  return found.sorted()
}

extension Diagnostic {
  fileprivate static func circle(_ id: String, key: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .circle, Wording(sv: "\(id) leder runt till sig själv med \(key)", en: "\(id) leads round to itself by \(key)"), at: place,
      cure: Wording(
        sv: "Ta bort \(key) där det pekar framåt i tiden.", en: "Delete \(key) where it points the wrong way in time."))
  }
}
