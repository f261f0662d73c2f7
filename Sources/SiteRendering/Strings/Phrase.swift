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

  // Who speaks
  case auditors
  case voiceClaim = "voice.claim"
  case voiceVerdict = "voice.verdict"

  // Documents
  case documentAudit = "document.audit"
  case documentReply = "document.reply"
  case documentClaim = "document.claim"
  case documentVerdict = "document.verdict"
  case sourcePages = "source.pages"
  case transcriptionVerbatim = "transcription.verbatim"
  case transcriptionCorrected = "transcription.corrected"
  case transcriptionExcerpt = "transcription.excerpt"

  // What a field is called beside the reason that it was inferred
  case fieldDate = "field.date"
  case fieldMunicipality = "field.municipality"
  case fieldAssessments = "field.assessments"
  case fieldObservations = "field.observations"
  case fieldRecommendations = "field.recommendations"
  case fieldFollows = "field.follows"
  case fieldSigned = "field.signed"
  case fieldAnswers = "field.answers"
  case fieldMeasures = "field.measures"
  case fieldSources = "field.sources"
  case fieldOther = "field.other"

  // Audits
  case kindBasic = "kind.basic"
  case kindInDepth = "kind.in-depth"
  case kindFollowUp = "kind.follow-up"
  case kindPreStudy = "kind.pre-study"
  case kindAnnual = "kind.annual"
  case kindOther = "kind.other"
  case auditDescription = "audit.description"
  case auditAnswerNone = "audit.answer-none"
  case auditAnswerCount = "audit.answer-count"
  case auditsDescription = "audits.description"
  case asAWhole = "as-a-whole"
  case tonePositive = "tone.positive"
  case toneNegative = "tone.negative"
  case toneMixed = "tone.mixed"
  case countRecommendations = "count.recommendations"
  case countUnits = "count.units"
  case umbrellaNotCounted = "umbrella.not-counted"
  case umbrellaSentence = "umbrella.sentence"

  // How it stands, in sentences
  case standingAnswered = "standing.answered"
  case standingUnasked = "standing.unasked"
  case standingDone = "standing.done"
  case standingNoFollowUpHere = "standing.no-follow-up-here"
  case standingNeverFollowedUp = "standing.never-followed-up"
  case verification
  case sentenceVerdictThenClaim = "sentence.verdict-then-claim"
  case sentenceClaimThenVerdict = "sentence.claim-then-verdict"
  case sentenceVerdict = "sentence.verdict"
  case sentenceClaim = "sentence.claim"
  case sentenceNeverFollowedUp = "sentence.never-followed-up"
  case sentenceAnswered = "sentence.answered"

  // What findings say
  case statusImplemented = "status.implemented"
  case statusLargely = "status.largely"
  case statusPartly = "status.partly"
  case statusInProgress = "status.in-progress"
  case statusPlanned = "status.planned"
  case statusNotStarted = "status.not-started"
  case statusRemaining = "status.remaining"
  case statusWillNot = "status.will-not"
  case statusNotFollowedUp = "status.not-followed-up"
  case statusObsolete = "status.obsolete"
  case statusTransferred = "status.transferred"
  case statusUndetermined = "status.undetermined"

  // Replies
  case replyDescription = "reply.description"
  case replyCoverage = "reply.coverage"
  case replyNotAsked = "reply.not-asked"
  case replyAwaited = "reply.awaited"
  case replyOverdueDays = "reply.overdue-days"
  case replyOnTheDay = "reply.on-the-day"
  case replyInTime = "reply.in-time"
  case replyLate = "reply.late"
  case replyUndated = "reply.undated"
  case replyNotInCollection = "reply.not-in-collection"

  // Measures and deadlines
  case forceShall = "force.shall"
  case forceUrged = "force.urged"
  case forceIntends = "force.intends"
  case measureOverdue = "measure.overdue"
  case measureNotInCollection = "measure.not-in-collection"
  case measureNoReport = "measure.no-report"
  case measureNotDue = "measure.not-due"
  case measuresLaidOn = "measures.laid-on"
  case deadlineMoved = "deadline.moved"
  case noReason = "no-reason"

  // Follow-ups
  case verdictDescription = "verdict.description"
  case claimDescription = "claim.description"

  // Recommendations
  case recommendationTitle = "recommendation.title"
  case repeatsClearly = "repeats.clearly"
  case repeatsPartly = "repeats.partly"

  // Events of a timeline
  case eventRecommended = "event.recommended"
  case eventAudited = "event.audited"
  case eventReplyDue = "event.reply-due"
  case eventReplied = "event.replied"
  case eventAnswered = "event.answered"
  case eventCited = "event.cited"
  case eventMeasuresDue = "event.measures-due"
  case eventDue = "event.due"
  case eventDeadlineSet = "event.deadline-set"
  case eventMoved = "event.moved"
  case eventJudged = "event.judged"
  case eventClaimed = "event.claimed"
  case eventVerdict = "event.verdict"
  case eventClaim = "event.claim"
  case eventRepeated = "event.repeated"
  case eventRepeats = "event.repeats"
  case stripTitle = "strip.title"

  // Municipalities and boards
  case municipalityDescription = "municipality.description"
  case municipalityAnswer = "municipality.answer"
  case municipalityAnswerNone = "municipality.answer-none"
  case countOwed = "count.owed"
  case boardFrom = "board.from"
  case boardTo = "board.to"
  case boardFromTo = "board.from-to"
  case placeAudits = "place.audits"

  // Key figures
  case shareOf = "share-of"
  case figureRecommendations = "figure.recommendations"
  case figureUnits = "figure.units"
  case figurePlaces = "figure.places"
  case figureAudits = "figure.audits"
  case figureReplies = "figure.replies"
  case figureFollowUps = "figure.follow-ups"
  case figureInTime = "figure.in-time"
  case figureOverdue = "figure.overdue"
  case figureNotInCollection = "figure.not-in-collection"
  case figureMedianLate = "figure.median-late"
  case figureDone = "figure.done"
  case figureNeverFollowedUp = "figure.never-followed-up"
  case figureConfirmed = "figure.confirmed"
  case figureTimeToDone = "figure.time-to-done"
  case figureMoved = "figure.moved"
  case figureRecurring = "figure.recurring"

  // State bars and plots
  case barOfAudit = "bar.of-audit"
  case barOfPlace = "bar.of-place"
  case barOfAll = "bar.of-all"
  case plotDue = "plot.due"
  case plotCount = "plot.count"

  // The start page
  case startDescription = "start.description"
  case startAnswerNone = "start.answer-none"
  case startAnswerUnknown = "start.answer-unknown"
  case startAnswerCount = "start.answer-count"
  case startAnswered = "start.answered"
  case startNoFollowUp = "start.no-follow-up"
  case startFollowedUp = "start.followed-up"
  case startRecurring = "start.recurring"
  case lateReplies = "late.replies"
  case lateMeasures = "late.measures"
  case missingReplies = "missing.replies"
  case missingMeasures = "missing.measures"
}
