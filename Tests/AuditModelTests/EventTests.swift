import AuditModel
import Testing

@Suite struct EventTests {
  /// A recommendation with all that can happen to one.
  private func followedUp() -> Exempelby {
    var town = Exempelby()
    town.audit("fastighet-2018", date: "2018")
    town.recommend("R3")
    town.audit(date: "2022-09-15", asksBy: "2022-12-01", from: ["fn"])
    town.recommend("R2", to: ["fn"], with: ["gn"], repeats: [("fastighet-2018/R3", .strong)])
    town.reply(date: "2022-11-28", ["R2": .accepts], cites: [("gn", "2022-10-03"), ("ks", "2022-10-04")])
    town.measure("M1", for: ["R2"], due: "2023-12-31")
    town.measure("M2", for: ["R2"])
    town.move(["R2", "M1"], to: "2024-06-30", on: "2024-02-12")
    town.move(["M1"], to: "2024-12-31", on: "2024-05-27")
    town.claim("2025-01-27", ["R2": .implemented])
    town.verdict("2025-10-09", ["R2": .partly])
    town.audit("skola-2026", date: "2026")
    town.recommend("R7", repeats: [("skola-2022/R2", .partial)])
    return town
  }

  private func lines(_ events: [Event], _ archive: Archive) -> [String] {
    events.map { event in
      let who =
        switch event.voice {
        case .auditors: "auditors"
        case .boards(let boards): boards.map { archive[$0].shortID }.joined(separator: "+")
        case .claim(let boards): boards.map { archive[$0].shortID }.joined(separator: "+") + " claims"
        }
      let what =
        switch event.kind {
        case .audited: "audited"
        case .replyDue: "reply due"
        case .replied: "replied"
        case .answered(let id): archive[id].stance.rawValue
        case .cited(let cited): "cited " + (cited.paragraph ?? "")
        case .measuresDue(let measures): "due " + measures.map { archive[$0].shortID }.joined(separator: " ")
        case .due: "due"
        case .moved(_, let move): "moved \(move.days ?? 0) of \(move.totalDays ?? 0)"
        case .followedUp: "followed up"
        case .found(let id): archive[id].status.rawValue
        case .repeated(let id): "repeated by " + archive[id].shortID
        case .repeats(let id): "repeats " + archive[id].shortID
        }
      return "\(event.date?.description ?? "–") \(who): \(what)"
    }
  }

  @Test func aHistoryTellsEveryEventInOrderWithItsVoice() {
    let town = followedUp()
    #expect(
      lines(town.insight().history(of: town.recommendation("skola-2022/R2")), town.archive) == [
        "2018 auditors: repeats R3",
        "2022-09-15 auditors: audited",
        "2022-10-03 gn: cited § 32",
        "2022-11-28 fn: accepts",
        "2022-12-01 auditors: reply due",
        "2023-12-31 fn: due M1",
        "2024-02-12 fn: moved 182 of 182",
        "2024-05-27 fn: moved 184 of 366",
        "2025-01-27 fn claims: implemented",
        "2025-10-09 auditors: partly",
        "2026 auditors: repeated by R7",
      ])
  }

  @Test func anEventNamesItsDocumentAndParagraph() {
    let town = followedUp()
    let history = town.insight().history(of: town.recommendation("skola-2022/R2"))
    #expect(history[1].document == .audit(town.audit("skola-2022")))
    #expect(history[2].document == .reply(ID(0)))
    #expect(history[6].document == .followUp(ID(0)))
    #expect(history[6].paragraph == "§ 1")
    #expect(history[0].isUncertain && !history[1].isUncertain)
  }

  @Test func anAuditKnownByItsYearComesBeforeItsRepliesAndWhatHasNoDateRightAfterIt() {
    var town = Exempelby()
    town.audit("integration-2021", date: "2021", asksBy: "2021-04-16")
    town.recommend("R1")
    town.reply(by: ["fn"], date: nil, ["R1": .accepts])
    town.reply(by: ["ks"], date: "2021-11-12?", ["R1": .accepts], cites: [("an", "2021-03-23"), ("an", "2020-12-01")])
    let timeline = town.insight().timeline(of: town.audit("integration-2021"))
    #expect(
      lines(timeline, town.archive) == [
        "2020-12-01 an: cited § 32", "2021 auditors: audited", "– fn: replied", "2021-03-23 an: cited § 32",
        "2021-04-16 auditors: reply due", "2021-11-12? ks: replied",
      ])
    #expect(timeline.map(\.isUncertain) == [false, true, true, false, false, true])
  }

  @Test func measuresOfAReplyWithOneDeadlineAreOneEvent() {
    var town = Exempelby()
    town.audit()
    town.recommend("R1")
    town.reply(["R1": .accepts])
    town.measure("M1", for: ["R1"], by: ["an"], due: "2023")
    town.measure("M2", for: ["R1"], by: ["fn", "an"], due: "2023")
    town.measure("M3", for: ["R1"], by: ["an"], due: "2022")
    town.reply(by: ["ks"], date: "2022-12-24", ["R1": .accepts])
    town.measure("M4", for: ["R1"], by: ["an"], due: "2023")
    #expect(
      lines(town.insight().timeline(of: town.audit("skola-2022")), town.archive) == [
        "2022-09-15 auditors: audited", "2022-11-28 fn: replied", "2022-12-24 ks: replied", "2022 an: due M3",
        "2023 an+fn: due M1 M2", "2023 an: due M4",
      ])
  }

  @Test func aMunicipalitysTimelineKeepsEachAuditBeforeWhatCameOfIt() {
    var town = Exempelby()
    town.audit("a-2021", date: "2021")
    town.recommend("R1")
    town.reply(date: "2021-11-12", ["R1": .accepts])
    town.audit("b-2021", date: "2021-06-30")
    town.recommend("R1")
    town.reply(date: "2021-08-01", ["R1": .accepts])
    town.audit("c", date: nil)
    #expect(
      lines(town.insight().timeline(of: ID<Municipality>(0)), town.archive) == [
        "– auditors: audited", "2021-06-30 auditors: audited", "2021-08-01 fn: replied", "2021 auditors: audited",
        "2021-11-12 fn: replied",
      ])
  }

  @Test func aBoardsTimelineTellsWhatItWasAskedWhatItDidAndWhatOthersDidForIt() {
    var town = Exempelby(.incomplete)
    town.audit("integration-2021", date: "2021", asksBy: "2021-04-16")
    town.recommend("R2", to: ["an"])
    town.recommend("R3", to: ["ks"])
    town.reply(by: ["ks"], date: "2021-11-12?", ["R2": .considersMet, "R3": .accepts], cites: [("an", "2021-03-23")])
    town.measure("M1", for: ["R3"], by: ["an"], due: "2022")
    town.claim("2023-01-10", by: ["an"], ["M1": .implemented])
    town.verdict("2023-05-11", ["R2": .partly])
    town.audit("annat", date: "2022")
    town.recommend("R1", to: ["ks"])
    let board = town.board("an")
    #expect(
      lines(town.insight().timeline(of: board), town.archive) == [
        "2021 auditors: audited", "2021-03-23 an: cited § 32", "2021-04-16 auditors: reply due", "2021-11-12? ks: replied",
        "2022 an: due M1", "2023-01-10 an claims: followed up", "2023-05-11 auditors: followed up",
      ])
  }
}
