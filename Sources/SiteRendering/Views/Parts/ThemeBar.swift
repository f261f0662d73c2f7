import AuditModel
import Mustache

/// How many recommendations have a theme as their primary one: the partial `theme-bars`.
struct ThemeBar: View {
  let link: Link
  let count: Int
  let width: String

  static let view = ViewType<ThemeBar>(
    "theme-bar",
    [
      .text("name") { $0.link.name },
      .link("address") { $0.link.address },
      .html("mark") { $0.link.mark },
      .number("count") { $0.count },
      .text("width") { $0.width },
    ])

  static func bars(_ context: SiteContext) -> [ThemeBar] {
    var counts = [Int](repeating: 0, count: context.archive.themes.count)
    for recommendation in context.archive.recommendations where recommendation.isCounted {
      if let theme = recommendation.themes.first { counts[Int(theme.index)] += 1 }
    }
    let most = counts.max() ?? 0
    return counts.enumerated().filter { $0.element > 0 }.sorted { (-$0.element, $0.offset) < (-$1.element, $1.offset) }
      .map { ThemeBar(link: context.link(ID<Theme>($0.offset)), count: $0.element, width: percent($0.element, of: most)) }
  }
}

/// A share in per cent with two decimals, for the geometry of charts.
func percent(_ part: Int, of whole: Int) -> String {
  guard whole > 0 else { return "0%" }
  let hundredths = (part * 20_000 + whole) / (whole * 2)
  let fraction = hundredths % 100
  return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)%"
}
