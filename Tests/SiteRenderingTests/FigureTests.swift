import Testing

@testable import AuditModel
@testable import SiteRendering

@Suite struct FigureTests {
  private let context = TinySite("").context

  private func figures(_ change: (inout KeyFigures) -> Void) -> [String] {
    var figures = KeyFigures()
    change(&figures)
    return Figure.figures(figures, in: context).map { $0.value + " " + $0.label }
  }

  @Test func belowFiveNoPerCentIsShown() {
    #expect(
      figures { $0.done = Share(count: 3, of: 4) }.contains("3 av 4 genomförda enligt revisorerna, av dem som följts upp"))
    #expect(
      figures { $0.done = Share(count: 3, of: 5) }
        .contains("3 av 5 genomförda enligt revisorerna, av dem som följts upp (60 procent)"))
  }

  @Test func aMedianSaysItsNAndNeedsFive() {
    let four = figures {
      $0.replyTimes.n = 4
      $0.replyTimes.medianDaysLate = 12
    }
    #expect(!four.contains { $0.contains("median") })
    let five = figures {
      $0.replyTimes.n = 5
      $0.replyTimes.medianDaysLate = 12
    }
    #expect(five.contains("12 dagar efter begärt datum, median för 5 svar"))
  }

  @Test func daysBeforeTheDateAreNoNegativeNumber() {
    let early = figures {
      $0.replyTimes.n = 5
      $0.replyTimes.medianDaysLate = -3
    }
    #expect(early.contains("3 dagar före begärt datum, median för 5 svar"))
  }

  @Test func whatIsClaimedButNotConfirmedIsAGapOfItsOwn() {
    let gap = figures {
      $0.claimed = 8
      $0.confirmed = Share(count: 5, of: 6)
    }
    #expect(gap.contains { $0.hasPrefix("3 av 8 uppges klara men är inte bekräftade") })
  }

  @Test func whatNothingIsKnownOfIsLeftOut() {
    #expect(figures { _ in } == ["0 rekommendationer"])
  }
}
