import Desk

/// Everything that can be done at the console, by a name that never changes: keys, menus, help and tests address it
/// so.
enum ActionName: String, CaseIterable, Hashable, Sendable {
  // Everywhere.
  case help, palette, queue, intake, board, overview, wall, registers, goBack, goForward, language, theme,
    mouse, redraw, suspend, quit, back
  // Moving about.
  case up, down, pageUp, pageDown, first, last, left, right, nextPane, previousPane, open
  // The queue.
  case find, goTo, sort, mark, markAll, openView, saveView, nextPage
  case listIntake, listOpen, listMine, listLate, listWaiting, listResult, listReply, listVisit, listClosed,
    listAll,
    listEscalated, listSweep, listUnattended, listBroken
  // A technician sent to an emergency was told; calls that were not taken in to the end.
  case called, drafts
  // Another time.
  case lookAt, previousEvent, nextEvent, previousHour, nextHour, shiftStart, present
  // A ticket.
  case assign, classify, edit, note, inform, check, respond, urge, promise, wait, resume, escalate, decide,
    resolve, refuse, reply, visit, close, reopen, cancel, inspect, dispatch, rebook, explain,
    merge, unmerge, link, undo, acknowledge
  // A work order.
  case send, accept, decline, travel, arrive, pause, `continue`, complete, signoff, withdraw, transfer, price,
    call, rework, exchange
  // People's hours, and emergencies.
  case away, roster, swapDuties, rush
  // The board's plan, and what goes on paper.
  case acceptVisit, acceptPlan, timeline, slip, saveA4, saveSlip
  // Forms and questions.
  case save, nextField, previousField, clear, lineMode, confirm, phrases
  // Taking in a call.
  case matters, nextCaller, putOnRecord, confirmPeople, nextBeside, previousBeside, urgeInstead, saveLinked

  /// The list of the queue that it shows.
  var list: QueueName? {
    switch self {
    case .listIntake: .intake
    case .listOpen: .open
    case .listMine: .mine
    case .listLate: .late
    case .listWaiting: .waiting
    case .listResult: .result
    case .listReply: .reply
    case .listVisit: .visit
    case .listClosed: .closed
    case .listAll: .all
    case .listEscalated: .escalated
    case .listSweep: .sweep
    case .listUnattended: .unattended
    case .listBroken: .broken
    default: nil
    }
  }

  /// The action that shows a list.
  init(_ list: QueueName) {
    self =
      switch list {
      case .intake: .listIntake
      case .open: .listOpen
      case .mine: .listMine
      case .late: .listLate
      case .waiting: .listWaiting
      case .result: .listResult
      case .reply: .listReply
      case .visit: .listVisit
      case .closed: .listClosed
      case .all: .listAll
      case .escalated: .listEscalated
      case .sweep: .listSweep
      case .unattended: .listUnattended
      case .broken: .listBroken
      }
  }

  /// What it asks of the desk, where it asks anything about a ticket or an order.
  var verb: Verb? {
    switch self {
    case .assign: .assign
    case .classify: .classify
    case .edit: .edit
    case .note: .note
    case .inform: .inform
    case .check: .check
    case .respond: .respond
    case .urge: .urge
    case .promise: .promise
    case .wait: .wait
    case .resume: .resume
    case .escalate: .escalate
    case .decide: .decide
    case .resolve: .resolve
    case .refuse: .refuse
    case .reply: .reply
    case .visit: .visit
    case .close: .close
    case .reopen: .reopen
    case .cancel: .cancel
    case .inspect: .inspect
    case .dispatch: .dispatch
    case .rebook: .rebook
    case .send: .send
    case .accept: .accept
    case .decline: .decline
    case .travel: .travel
    case .arrive: .arrive
    case .pause: .pause
    case .continue: .continue
    case .complete: .complete
    case .signoff: .signoff
    case .withdraw: .withdraw
    case .transfer, .exchange: .transfer
    case .price: .price
    case .call: .call
    case .rework: .rework
    case .away: .away
    case .roster, .swapDuties: .roster
    case .rush: .rush
    case .merge: .merge
    case .unmerge: .unmerge
    case .link: .link
    case .undo: .undo
    case .acknowledge: .acknowledge
    default: nil
    }
  }

  /// Whether it goes somewhere in a replay of the past.
  var isReplayStep: Bool { Self.replaySteps.contains(self) }

  /// The steps of a replay.
  static let replaySteps: [ActionName] = [
    .previousEvent, .nextEvent, .previousHour, .nextHour, .shiftStart, .present,
  ]

  /// Whether it is a step of a work order.
  var isOrderStep: Bool { Self.orderSteps.contains(self) }

  /// Whether it is about somebody's hours.
  var isPersonStep: Bool { Self.personSteps.contains(self) }

  /// What is about somebody's hours.
  static let personSteps: [ActionName] = [.away, .roster, .swapDuties]

  /// The steps of a ticket, in the order of its life.
  static let ticketSteps: [ActionName] = [
    .assign, .dispatch, .respond, .note, .inform, .promise, .rebook, .wait, .resume, .check, .resolve,
    .refuse, .reply,
    .close,
    .visit, .urge, .classify, .edit, .escalate, .acknowledge, .decide, .inspect, .merge, .unmerge, .link,
    .reopen, .cancel, .undo,
  ]

  /// The steps of a work order, in the order of its life.
  static let orderSteps: [ActionName] = [
    .accept, .travel, .arrive, .pause, .continue, .complete, .signoff, .send, .decline, .withdraw, .transfer,
    .exchange, .call, .price, .rework,
  ]
}
