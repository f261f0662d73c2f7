/// A sentence or a word with places for values, one for each that the program puts together itself.
///
/// The raw value is its key under `phrases:` in a strings file. What a page's template can say by itself is not here but
/// stands in the file's other groups, which templates read as `{{words.group.name}}`.
public enum Phrase: String, Sendable, CaseIterable {
  // Dates
  case asOf = "as-of"
  case dateUncertain = "date.uncertain"
  case dateApproximate = "date.approximate"
  case dateMissing = "date.missing"

  // Lists and names
  case listLast = "list.last"
  case glossary
  case replyTitle = "reply.title"
  case claimTitle = "claim.title"
  case verdictTitle = "verdict.title"

  // The main menu and the footer
  case menuStart = "menu.start"
  case menuAudits = "menu.audits"
  case menuRecommendations = "menu.recommendations"
  case menuComparisons = "menu.comparisons"
  case menuBoards = "menu.boards"
  case menuMethod = "menu.method"
  case menuAccessibility = "menu.accessibility"

  // States, on a chip and in a count
  case stateUnasked = "state.unasked"
  case stateNotInCollection = "state.not-in-collection"
  case stateAwaitingReply = "state.awaiting-reply"
  case stateReplyOverdue = "state.reply-overdue"
  case stateAnswered = "state.answered"
  case stateRejected = "state.rejected"
  case stateUnderWay = "state.under-way"
  case stateReportedDone = "state.reported-done"
  case statePartlyDone = "state.partly-done"
  case stateDone = "state.done"
  case stateRemaining = "state.remaining"
  case stateObsolete = "state.obsolete"
  case stateTransferred = "state.transferred"
  case countUnasked = "count.unasked"
  case countNotInCollection = "count.not-in-collection"
  case countAwaitingReply = "count.awaiting-reply"
  case countReplyOverdue = "count.reply-overdue"
  case countAnswered = "count.answered"
  case countRejected = "count.rejected"
  case countUnderWay = "count.under-way"
  case countReportedDone = "count.reported-done"
  case countPartlyDone = "count.partly-done"
  case countDone = "count.done"
  case countRemaining = "count.remaining"
  case countObsolete = "count.obsolete"
  case countTransferred = "count.transferred"

  // Flags
  case flagRecurring = "flag.recurring"
  case flagDeadlineMoved = "flag.deadline-moved"
  case flagNoDeadline = "flag.no-deadline"
  case flagNeverFollowedUp = "flag.never-followed-up"
  case flagNoFollowUpInCollection = "flag.no-follow-up-in-collection"

  // Levels of assessments
  case levelFully = "level.fully"
  case levelLargely = "level.largely"
  case levelPartly = "level.partly"
  case levelInsufficiently = "level.insufficiently"
  case levelNot = "level.not"
  case levelNotAssessable = "level.not-assessable"

  // What boards answer
  case stanceAccepts = "stance.accepts"
  case stanceAcceptsLater = "stance.accepts-later"
  case stancePartlyAccepts = "stance.partly-accepts"
  case stanceConsidersMet = "stance.considers-met"
  case stanceRefers = "stance.refers"
  case stanceRejects = "stance.rejects"
  case stanceNoPosition = "stance.no-position"

  // Long lists
  case pagerPosition = "pager.position"
}
