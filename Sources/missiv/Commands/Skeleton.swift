/// The files that `missiv new` writes, to be filled in. What is optional stands as a comment.
enum Skeleton {
  static func text(of kind: New.Kind, id: String) -> String? {
    let name = id.split(separator: "/").last.map(String.init) ?? id
    return switch kind {
    case .site: nil
    case .municipality:
      """
      ---
      type: municipality
      name: \(name)          # kommunens eget namn, som Borås Stad
      code: "0000"          # SCB:s fyrställiga kommunkod
      # short-name: \(name)
      # county: Exempellän
      boards:
        - id: kommunstyrelsen
          name: Kommunstyrelsen
          kind: kommunstyrelse   # en av board-kinds i site.yaml
          body: executive
      ---

      """
    case .audit:
      """
      ---
      type: audit
      title: Granskning av …
      auditor: …                # vem som gjorde granskningen
      # commissioned-by: …      # vem som beställde den
      # date: 2026-01-31        # får vara 2026 eller 2026-01, och 2026? om det är osäkert
      # topics: [integration]
      # reply:
      #   due: 2026-06-30
      #   from: [kommunstyrelsen]
      # assessments:
      #   - of: [kommunstyrelsen]
      #     level: partly       # fully, largely, partly, insufficiently, not, not-assessable
      #     quote: revisorernas egna ord
      recommendations:
        items:
          - id: R1
            to: [kommunstyrelsen]
            text: rekommendationens egna ord
            # themes: [uppfoljning]
      # sources:
      #   - {title: Missiv, file: missiv.pdf, transcription: ocr-corrected}
      ---

      Dokumentets text.

      """
    case .reply:
      """
      ---
      type: reply
      by: [kommunstyrelsen]
      date: 2026-06-15
      # decision: {body: kommunstyrelsen, date: 2026-06-15, paragraph: "§ 1"}
      answers:
        - to: [R1]
          stance: accepts       # accepts, accepts-later, partly-accepts, considers-met, refers, rejects, no-position
          quote: nämndens egna ord
      # measures:
      #   - {id: M1, for: [R1], by: [kommunstyrelsen], force: shall, due: 2027, text: åtgärdens egna ord}
      ---

      Dokumentets text.

      """
    case .followUp:
      """
      ---
      type: follow-up
      by: auditors              # eller en lista med nämnder, när det är nämndens egen uppgift
      date: 2026-10-11
      findings:
        - for: [R1]
          status: partly        # implemented, largely, partly, in-progress, planned, not-started, remaining, will-not …
          quote: dokumentets egna ord
      ---

      Dokumentets text.

      """
    case .page:
      """
      ---
      type: page
      title: \(name)
      ---

      Text.

      """
    }
  }
}
