import AuditModel
import Testing

@Suite struct LineageTests {
  private func town() -> Exempelby {
    var town = Exempelby()
    town.audit("a", date: "2015")
    town.recommend("R1")
    town.audit("b", date: "2018")
    town.recommend("R1", repeats: [("a/R1", .strong)])
    town.recommend("R2")
    town.audit("c", date: "2022")
    town.recommend("R1", repeats: [("b/R1", .partial), ("b/R2", .strong)])
    town.audit("d", date: "2025")
    town.recommend("R1", repeats: [("c/R1", .strong), ("a/R1", .partial)])
    return town
  }

  private func steps(_ steps: [Lineage.Step], _ archive: Archive) -> [String] {
    steps.map { "\(archive[$0.recommendation].id.dropFirst(10)) \($0.strength.rawValue) \($0.distance)" }
  }

  @Test func theChainRunsBothWaysNearestFirst() {
    let town = town()
    let lineage = town.insight().lineage(of: town.recommendation("c/R1"))
    #expect(steps(lineage.earlier, town.archive) == ["b/R1 partial 1", "b/R2 strong 1", "a/R1 strong 2"])
    #expect(steps(lineage.later, town.archive) == ["d/R1 strong 1"])
    let first = town.insight().lineage(of: town.recommendation("a/R1"))
    #expect(first.earlier.isEmpty)
    #expect(steps(first.later, town.archive) == ["b/R1 strong 1", "d/R1 partial 1", "c/R1 partial 2"])
  }

  @Test func whatStandsAloneHasNoChain() {
    var town = town()
    town.recommend("R9")
    #expect(town.insight().lineage(of: town.recommendation("d/R9")).isEmpty)
  }

  @Test func aCircleEnds() {
    let origin = Origin(file: 0, lower: 0, upper: 0)
    let around = (0..<3).map { index in
      Recommendation(
        id: "r\(index)", shortID: "r\(index)", audit: ID(0), text: "",
        repeats: [.init(of: ID((index + 1) % 3), strength: .strong)], origin: origin)
    }
    let audit = Audit(
      id: "a", municipality: ID(0), title: "", auditor: "", recommendations: [ID(0), ID(1), ID(2)],
      body: Body(file: 0, start: 0, isEmpty: true), origin: origin)
    let town = Municipality(id: "m", name: "m", code: "0000", body: audit.body, origin: origin)
    let archive = Archive(
      site: Site(title: "", baseURL: ""), municipalities: [town], audits: [audit], recommendations: around)
    let lineage = compare(archive, asOf: day("2026-11-21")).lineage(of: ID(0))
    #expect(lineage.earlier.map(\.recommendation) == [ID(1), ID(2)])
    #expect(lineage.later.isEmpty)
  }
}
