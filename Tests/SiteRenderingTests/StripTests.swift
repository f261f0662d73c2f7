import Charts
import Testing

@testable import AuditModel
@testable import SiteRendering

@Suite struct StripViewTests {
  private let context = TinySite("").context

  private func event(_ date: String?, _ kind: Event.Kind = .due) -> Event {
    Event(date: date.flatMap { EDTFDate($0) }, kind: kind, voice: .auditors, document: .glossary)
  }

  private func draw(_ events: [Event]) -> String? {
    StripView.make(context, events, anchor: "a").map { String(decoding: $0.picture, as: UTF8.self) }
  }

  @Test func numbersAreThoseOfTheListEvenWhereAnEventHasNoDate() throws {
    let picture = try #require(draw([event(nil), event("2021-03-23"), event("2022-09-23")]))
    #expect(picture.contains(">2</text>") && picture.contains(">3</text>") && !picture.contains(">1</text>"))
    #expect(picture.contains("<title id=\"a-t\">Tidslinje 2021–2022</title>"))
    #expect(draw([event(nil), event("2021-03-23")]) == nil)
  }

  @Test func ofManyEventsTheMilestonesAreDrawn() throws {
    let many = (1...20).map { event("2021-03-\($0 + 9)", $0 % 5 == 0 ? .replyDue : .due) }
    let view = try #require(StripView.make(context, many, anchor: "a"))
    #expect(view.note == "Granskningen, svaren och uppföljningarna ur listan under, med samma nummer.")
    #expect(String(decoding: view.picture, as: UTF8.self).split(separator: "strip-num").count == 5)
    #expect(draw((1...20).map { event("2021-03-\($0 + 9)", .replyDue) }) == nil)
  }
}
