/// The files that `missiv new` writes, to be filled in. What is optional stands as a comment; what must be written is `…`, which
/// no site is built with (`not-filled-in`), so that no invented fact is published.
enum Skeleton {
  static func text(of kind: New.Kind) -> String? {
    switch kind {
    case .site: nil
    case .municipality:
      """
      ---
      type: municipality
      name: …               # kommunens eget namn, som Exempelby kommun
      code: …               # SCB:s fyrställiga kommunkod inom citattecken, som "9901"
      # short-name: Exempelby
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
      title: …                  # som Granskning av skolornas lokaler
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
            to: […]             # nämnden, som kommunstyrelsen
            text: …             # rekommendationens egna ord
            # themes: [uppfoljning]
      # sources:
      #   - {title: Missiv, file: missiv.pdf, transcription: ocr-corrected}
      # Under raden --- skrivs dokumentets egen text.
      ---

      """
    case .reply:
      """
      ---
      type: reply
      by: […]                   # nämnden som svarar, som kommunstyrelsen
      date: …                   # dagen för beslutet, som 2026-06-15
      # decision: {body: kommunstyrelsen, date: 2026-06-15, paragraph: "§ 1"}
      answers:
        - to: [R1]
          stance: …             # accepts, accepts-later, partly-accepts, considers-met, refers, rejects, no-position
          quote: …              # nämndens egna ord
      # measures:
      #   - {id: M1, for: [R1], by: [kommunstyrelsen], force: shall, due: 2027, text: åtgärdens egna ord}
      # Under raden --- skrivs dokumentets egen text.
      ---

      """
    case .followUp:
      """
      ---
      type: follow-up
      by: …                     # auditors, eller en lista med nämnder, när det är nämndens egen uppgift
      date: …                   # som 2026-10-11
      findings:
        - for: [R1]
          status: …             # implemented, largely, partly, in-progress, planned, not-started, remaining, will-not …
          quote: …              # dokumentets egna ord
      # Under raden --- skrivs dokumentets egen text.
      ---

      """
    case .page:
      """
      ---
      type: page
      title: …
      # Under raden --- skrivs sidans text.
      ---

      """
    }
  }
}
