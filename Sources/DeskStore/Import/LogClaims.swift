import Desk

/// All that one row of a log says: how a ticket stood from a moment on.
///
/// What a row is silent about is nil and changes nothing. Everything in it is looked at, whether it is news or not, so that
/// a row is refused in every import or in none, wherever a file is cut.
struct LogClaims {
  var ref: String
  var on: Instant
  /// When the matter came in, where the row says so.
  var received: Instant?
  /// nil where the map says that the state means nothing.
  var condition: LogCondition?
  var reopened: Int?
  var kind: TicketKind?
  var urgency: Urgency?
  var topic: Topic?
  var channel: Channel?
  var unit: UnitCode?
  var caller: String
  var phone: String
  var summary: String
  var owner: StaffCode?
  var actor: StaffCode?
  /// By place among the texts that the map notes.
  var notes: [String]

  /// The ticket with which a log begins; throws where the row does not say what it needs.
  func receipt() throws(RowReason) -> Receipt {
    guard let kind else { throw .missing(.kind) }
    guard !summary.isEmpty else { throw .missing(.summary) }
    var receipt = Receipt(
      kind: kind, urgency: urgency ?? .normal, unit: unit, topic: topic ?? .other, summary: summary,
      caller: caller, phone: phone, channel: channel ?? .phone, ref: ref)
    _ = receipt.judge(isTopicSaid: topic != nil, isUrgencySaid: urgency != nil)
    return receipt
  }

  /// What is to be corrected in a matter.
  func edit(of matter: TicketView.Matter) -> TicketEdit {
    TicketEdit(
      unit: unit == matter.unit ? nil : unit,
      caller: caller.isEmpty || caller == matter.caller ? nil : caller,
      phone: phone.isEmpty || phone == matter.phone ? nil : phone,
      summary: summary.isEmpty || summary == matter.summary ? nil : summary)
  }

  /// What else the matter is to be called.
  func classification(of matter: TicketView.Matter) -> Classification {
    Classification(
      kind: kind == matter.kind ? nil : kind, urgency: urgency == matter.urgency ? nil : urgency,
      topic: topic == matter.topic ? nil : topic)
  }

  /// Places of the notes that are news.
  func news(_ notes: [[String]]) -> [Int] {
    self.notes.indices.filter { !self.notes[$0].isEmpty && !notes[$0].contains(self.notes[$0]) }
  }

  /// Whether the log counts a reopening more than the desk knows, of a ticket that can be reopened.
  func isReopened(_ story: TicketStory) -> Bool {
    reopened.map { $0 > story.view.reopenings + story.uncounted } ?? false
  }

  /// Leaves out what already held before the row's moment: of several rows of one moment, those that say how it was came
  /// first. A state that comes before the one of the moment in the life of a ticket is behind it, too.
  mutating func leaveOutWhatWas(in story: TicketStory) {
    let before = story.before
    let isTakenUp = reopened.map { $0 > before.reopenings + story.uncounted } ?? false
    if let condition, !isTakenUp {
      if condition == before.said || condition == before.real { self.condition = nil }
    }
    if let condition, !isReopened(story), let reached = story.rank(at: on), condition.rank < reached {
      self.condition = nil
    }
    let matter = before.matter
    if kind == matter.kind { kind = nil }
    if urgency == matter.urgency { urgency = nil }
    if topic == matter.topic { topic = nil }
    if unit == matter.unit { unit = nil }
    if caller == matter.caller { caller = "" }
    if phone == matter.phone { phone = "" }
    if summary == matter.summary { summary = "" }
    if owner == matter.owner { owner = nil }
  }

  /// Whether nothing in it is news.
  func agrees(with story: TicketStory) -> Bool {
    let view = story.view
    return (condition == nil || condition == view.said || condition == view.real) && !isReopened(story)
      && (owner == nil || owner == view.matter.owner) && edit(of: view.matter).isEmpty
      && classification(of: view.matter).isEmpty && news(view.notes).isEmpty
  }
}
