import Mustache

/// A page at an earlier address that leads to the present one.
struct RedirectPage: View {
  let context: SiteContext
  /// The present address, relative to the site's root.
  let target: String

  static let view = ViewType<RedirectPage>(
    "redirect",
    [
      .link("target") { $0.target },
      .text("canonical") { $0.context.baseURL + Address(path: $0.target).canonical },
    ])
}
