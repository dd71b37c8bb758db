import Desk

extension Form {
  /// The form of an action; nil where the action needs to know nothing more and can be done at once.
  static func make(_ deed: Deed, _ context: Context, history: TicketHistory?) -> Form? {
    guard let step = deed.action.step else { return nil }
    let fields = step.fields(StepScene(deed: deed, context: context, history: history))
    guard !fields.isEmpty else { return nil }
    let ticket = deed.ticket.flatMap { context.desk.tickets[$0] }
    let seen = step.seesAll ? context.desk.lastSeq : ticket?.lastSeq ?? 0
    return Form(deed: deed, seen: seen, fields: FieldSet(fields))
  }
}

extension Deed {
  /// What is done without a word; nil where something has to be known first.
  func plainAction(_ context: Context) throws(Unread) -> Action? {
    guard let step = action.step, step.isPlain else { return nil }
    return try step.read(FormReader(deed: self, fields: FieldSet([]), context: context))
  }
}
