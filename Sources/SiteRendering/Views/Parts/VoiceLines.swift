import AuditModel
import Mustache

/// What an answer or a finding is about, with its text: a recommendation or a measure.
struct AboutLine: View {
  let context: SiteContext
  let subject: Subject

  static let view = ViewType<AboutLine>(
    "about-line",
    [
      .text("number") { line in
        switch line.subject {
        case .recommendation(let id): line.context.archive[id].shortID
        case .measure(let id): line.context.archive[id].shortID
        default: nil
        }
      },
      .text("text") { $0.context.title(of: $0.subject) },
      .link("address") { $0.context.plan.path(to: $0.subject, in: $0.context.archive) },
    ])
}

/// What somebody said before, in a line: the latest word stands in full beside it.
struct EarlierLine: View {
  let context: SiteContext
  let chip: Chip
  let date: EDTFDate?
  let document: Link

  static let view = ViewType<EarlierLine>(
    "earlier-line",
    [
      .object("chip") { $0.chip },
      .object("date") { $0.context.date($0.date) },
      .object("document") { $0.document },
    ])

  init(_ id: ID<Finding>, in context: SiteContext) {
    let followUp = context.archive[id].followUp
    self.init(
      context: context, chip: context.chip(ofFinding: id), date: context.archive[followUp].date, document: context.link(followUp))
  }

  init(_ id: ID<Answer>, in context: SiteContext) {
    let reply = context.archive[id].reply
    self.init(
      context: context, chip: context.chip(context.archive[id].stance), date: context.archive[reply].effectiveDate,
      document: context.link(reply))
  }

  private init(context: SiteContext, chip: Chip, date: EDTFDate?, document: Link) {
    self.context = context
    self.chip = chip
    self.date = date
    self.document = document
  }
}

extension SiteContext {
  /// A board's answer as a chip.
  func chip(_ stance: Stance) -> Chip {
    Chip(symbol: stance == .rejects ? "rejected" : "answered", name: strings.text(stance.phrase))
  }

  /// Of several words, the latest of each speaker, the latest first, and those before them.
  func split<Element>(_ elements: [Element], by speaker: (Element) -> [ID<Board>]) -> (latest: [Element], earlier: [Element]) {
    var seen: Set<[ID<Board>]> = []
    var split: (latest: [Element], earlier: [Element]) = ([], [])
    for element in elements.reversed() {
      if seen.insert(speaker(element)).inserted { split.latest.append(element) } else { split.earlier.append(element) }
    }
    return split
  }

  func speaker(_ id: ID<Finding>) -> [ID<Board>] {
    if case .boards(let boards) = archive[archive[id].followUp].voice { boards } else { [] }
  }
}
