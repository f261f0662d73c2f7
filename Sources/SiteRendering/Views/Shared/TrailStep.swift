import AuditModel
import Mustache

/// A step of the trail from the start page to a page.
struct TrailStep: View {
  let name: String
  let address: String
  var mark: [UInt8]?

  static let view = ViewType<TrailStep>(
    "trail-step", [.text("name") { $0.name }, .link("address") { $0.address }, .html("mark") { $0.mark }])
}

extension TrailStep {
  static func start(in context: SiteContext) -> TrailStep {
    TrailStep(name: context.strings.text(.menuStart), address: context.address(.start))
  }

  static func municipality(_ id: ID<Municipality>, in context: SiteContext) -> TrailStep {
    TrailStep(name: context.archive[id].shortName, address: context.address(id))
  }

  static func audit(_ id: ID<Audit>, in context: SiteContext) -> TrailStep {
    TrailStep(name: context.archive[id].title, address: context.address(id), mark: context.marks.document)
  }

  static func comparisons(in context: SiteContext) -> TrailStep {
    TrailStep(name: context.strings.text(.menuComparisons), address: context.address(.comparisons))
  }
}
