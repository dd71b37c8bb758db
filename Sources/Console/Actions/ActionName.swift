import Desk

/// Everything that can be done at the console, by a name that never changes: keys, menus, help and tests address it
/// so. What each means stands in its row of the `ActionTable`.
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
    merge, unmerge, link, refer, answered, undo, acknowledge
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
}
