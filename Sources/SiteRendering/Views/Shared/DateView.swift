import AuditModel
import Mustache

/// A date in words, with its doubt: `{{#date}}<time datetime="{{machine}}">{{text}}</time>{{#doubt}}
/// ({{doubt}}){{/doubt}}{{/date}}`.
struct DateView: View {
  let context: SiteContext
  let date: EDTFDate

  static let view = ViewType<DateView>(
    "date",
    [
      .text("text") { $0.context.strings.date($0.date) },
      .text("machine") { $0.date.machine },
      .text("doubt") { $0.context.strings.doubt($0.date) },
    ])
}

extension SiteContext {
  func date(_ date: EDTFDate?) -> DateView? { date.map { DateView(context: self, date: $0) } }
}
