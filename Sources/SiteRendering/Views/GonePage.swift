import AuditModel
import Mustache

/// What stands at an address whose page was taken away: since when, and why.
struct GonePage: View {
  let context: SiteContext
  let removal: AddressRegister.Removal

  static let view = ViewType<GonePage>(
    "gone",
    [
      .text("day") { page in EDTFDate(page.removal.day).map { page.context.strings.date($0) } ?? page.removal.day },
      .text("reason") { $0.removal.reason },
    ])
}
