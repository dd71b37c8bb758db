import Desk
import Terminal
import Words

/// What becomes of a call: a ticket, a part of another one, or an urge of one that is there already.
extension IntakeScreen {
  mutating func save(_ context: Context) -> [Effect] {
    guard let command = command(context) else { return [] }
    return [.keepDraft(self), .perform(command, from: nil)]
  }

  /// A ticket of its own that is a part of the one chosen.
  mutating func saveLinked(_ context: Context) -> [Effect] {
    leave(context)
    guard let twin = chosenTwin(context), let command = command(context) else { return [] }
    // Who may not link at all learns it before anything is recorded.
    if case .refused(let refusal)? = ActionAvailability.obstacle(.link, Selection(ticket: twin), context),
      case .notPermitted = refusal
    {
      problem = .refused(refusal)
      return []
    }
    return [.keepDraft(self), .takeIn(command, partOf: twin)]
  }

  /// No ticket: the one chosen is asked for again, with what was typed.
  mutating func urge(_ context: Context) -> [Effect] {
    leave(context)
    guard let twin = chosenTwin(context) else { return [] }
    let selection = Selection(ticket: twin)
    if let why = context.whyNot(.urge, selection) {
      problem = .said(why)
      return []
    }
    guard let me = context.me, let target = ActionTarget(.urge, selection, context.desk) else { return [] }
    let seen = context.desk.tickets[twin]?.lastSeq
    if let problem = fields.unmatched {
      refuse(problem)
      return []
    }
    let action = TicketAction.urge(text: urgeText(of: twin, context))
    let command = Command(by: me, seen: seen, action: .ticket(twin, action))
    // One that nobody chose is named before it is urged.
    guard self.twin == nil else { return [.keepDraft(self), .perform(command, from: target)] }
    return [
      .keepDraft(self),
      .push(Confirm(.urge(twin), asked: .control("R"), then: .perform(command, from: target))),
    ]
  }

  /// What was typed, and who says so where it is somebody else than before.
  private func urgeText(of twin: TicketNumber, _ context: Context) -> String {
    let receipt = draft(context).receipt
    let ticket = context.desk.tickets[twin]
    var words = [receipt.summary]
    if let unit = receipt.unit, unit != ticket?.unit { words.append(unit.value) }
    if receipt.caller != ticket?.caller { words.append(receipt.caller) }
    if receipt.phone != ticket?.phone { words.append(receipt.phone) }
    let said = words.filter { !$0.isEmpty }.joined(separator: " ")
    // The same person says nothing new: that they asked again is what is to be told.
    return said.isEmpty ? context.say("再次来问", "asked again") : said
  }

  private mutating func chosenTwin(_ context: Context) -> TicketNumber? {
    let found = twins(context)
    guard found.isEmpty else { return found.first { $0.number == twin }?.number ?? found[0].number }
    problem = .said(
      context.say("旁边没有可能是同一件事的工单。", "There is no ticket beside it that may be the same matter."))
    return nil
  }

  private mutating func command(_ context: Context) -> Command? {
    leave(context)
    guard let me = context.me else {
      problem = .said(context.whyNot(.note, Selection()) ?? "")
      return nil
    }
    do throws(Form.Problem.Failure) {
      let draft = draft(context)
      if let first = draft.problems.first { throw .init(problem: .said(first.sentence(context.words))) }
      try IntakeText.check(fields, context, isLine: line != nil)
      let on = line == nil ? IntakeText.received(of: fields, context) : nil
      let told = line == nil ? TextField.trimmed(fields.text(.answer)) : ""
      let action: Action = told.isEmpty ? .receive(draft.receipt) : .answer(draft.receipt, text: told)
      return Command(by: me, on: on, action: action)
    } catch {
      refuse(error.problem)
      return nil
    }
  }

  // MARK: tickets that may be the same

  /// Tickets that may be about the same matter, the likeliest first.
  func twins(_ context: Context) -> [Duplicate] {
    Duplicates(of: draft(context).receipt, in: context.desk, now: context.now).found()
  }

  /// The next of what stands beside the form: places while they are offered, else tickets that may be the same.
  mutating func moveBeside(_ step: Int, _ context: Context) {
    if matters != nil { return matters?.move(by: step, context) ?? () }
    if isSuggesting(context), moveInList(step, context) { return }
    let found = twins(context)
    guard !found.isEmpty else { return }
    let place = found.firstIndex { $0.number == twin } ?? 0
    twin = found[max(0, min(found.count - 1, place + step))].number
  }
}
