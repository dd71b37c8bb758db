import Desk

extension Form {
  /// The form of an action; nil where the action needs to know nothing more and can be done at once.
  static func make(_ target: ActionTarget, _ context: Context, history: TicketHistory?) -> Form? {
    guard let step = target.action.step else { return nil }
    let fields = step.fields(StepScene(target: target, context: context, history: history))
    guard !fields.isEmpty else { return nil }
    let ticket = target.ticket.flatMap { context.desk.tickets[$0] }
    let seen = step.seesAll ? context.desk.lastSeq : ticket?.lastSeq ?? 0
    return Form(target: target, seen: seen, fields: FieldSet(fields))
  }
}

extension ActionTarget {
  /// What is done without a word; nil where something has to be known first.
  func plainAction(_ context: Context) throws(Unread) -> Action? {
    guard let step = action.step, step.isPlain else { return nil }
    return try step.read(FormReader(target: self, fields: FieldSet([]), context: context))
  }
}
