/// A matter that was referred to a body outside and has no final answer yet 外转 (R55).
///
/// It stops no clock: whoever waits, waits for the centre.
public struct Referral: Hashable, Sendable {
  public var body: RecordCode
  /// When it was referred, the first time.
  public var since: Instant
  /// By when an answer is expected.
  public var due: Instant
  /// How often the body was reminded.
  public var reminders: UInt16 = 0
}

/// What is said when a matter is referred, or referred again.
public struct Referring: MemberObject {
  public var body: RecordCode
  public var text: String
  /// By when an answer is asked for; nil for what the body, or the policy, gives.
  public var until: Instant?
  /// The number that the matter has there.
  public var ref: String

  public init() { self.init(to: RecordCode("")) }

  public init(to body: RecordCode, text: String = "", until: Instant? = nil, ref: String = "") {
    (self.body, self.text, self.until, self.ref) = (body, text, until, ref)
  }

  public mutating func members(_ m: inout some Members) throws {
    try m.needed("body", &body)
    try m.text("text", &text)
    try m.optional("until", &until)
    try m.text("ref", &ref, .open)
  }
}

/// What a body outside answers to a matter; after a final answer nothing more is expected.
public struct BodyAnswer: MemberObject {
  public var body: RecordCode
  public var text: String
  public var isFinal: Bool

  public init() { self.init(from: RecordCode("")) }

  public init(from body: RecordCode, text: String = "", isFinal: Bool = false) {
    (self.body, self.text, self.isFinal) = (body, text, isFinal)
  }

  public mutating func members(_ m: inout some Members) throws {
    try m.needed("body", &body)
    try m.text("text", &text)
    try m.mark("final", &isFinal)
  }
}

/// A body was never asked, or has answered finally; those that are still asked.
public struct NotReferred: RecordRefusal {
  let number: TicketNumber
  let body: RecordCode
  let open: [RecordCode]

  public var sentence: Phrase {
    let list = open.map(\.value).joined(separator: ", ")
    return Phrase(
      "工单\(number)没有外转给“\(body)”，或已最终答复。"
        + (open.isEmpty ? "没有单位在等答复。" : "等答复的单位：\(list)。"),
      "Ticket \(number) is not with “\(body)”, or has its final answer. "
        + (open.isEmpty ? "No body is still asked." : "Still asked: \(list)."))
  }
}

/// A ticket is to be closed that bodies outside have not answered (R55).
public struct StillReferred: RecordRefusal {
  let number: TicketNumber
  /// As they are called.
  let bodies: [String]

  public var isQuestion: Bool { true }
  public var sentence: Phrase {
    Phrase(
      "工单\(number)外转的单位还没有最终答复：\(bodies.joined(separator: "、"))。仍要结束吗？",
      "Ticket \(number) still waits for a final answer: \(bodies.joined(separator: ", ")). End it all the same?"
    )
  }
}

extension Ruling {
  func referred(_ ticket: Ticket, _ referring: Referring) throws(Refusal) -> [Entry] {
    _ = try desk.records.bodies.known(referring.body, self)
    if let until = referring.until { try notPassed(until) }
    try requireUnlessImported(referring.text, .text)
    try fits(referring.ref, .ref, limit: TextLimit.name)
    return [entry(.ticket(ticket.number, .referred(referring)))]
  }

  func answered(_ ticket: Ticket, _ answer: BodyAnswer) throws(Refusal) -> [Entry] {
    let open = desk.referrals(of: ticket.number)
    guard command.isImported || open.contains(where: { $0.body == answer.body }) else {
      throw refuse(NotReferred(number: ticket.number, body: answer.body, open: open.map(\.body)))
    }
    try requireUnlessImported(answer.text, .text)
    return [entry(.ticket(ticket.number, .answered(answer)))]
  }

  /// Nobody forgets a body that was asked: closing over it is meant.
  func askAboutReferrals(_ number: TicketNumber) throws(Refusal) {
    let open = desk.referrals(of: number)
    guard !command.isImported, !open.isEmpty else { return }
    try ask(refuse(StillReferred(number: number, bodies: open.map { desk.name(of: $0) })))
  }
}

extension ServiceDesk {
  /// What a ticket waits for from bodies outside, the earliest due first.
  ///
  /// What was asked for a ticket that goes on in this one is asked for this one.
  public func referrals(of number: TicketNumber) -> [Referral] {
    matter(of: number).flatMap { referrals[$0] ?? [] }.sorted { ($0.due, $0.body) < ($1.due, $1.body) }
  }

  /// A ticket and all that were merged into it.
  func matter(of number: TicketNumber) -> [TicketNumber] {
    referrals.isEmpty ? [number] : [number] + links.merged(into: number)
  }

  /// The body that was asked, as people call it.
  public func name(of referral: Referral) -> String { records.bodies.name(of: referral.body) }

  /// Asked again, a body is reminded: the day on which its answer is due stays, unless another one is named.
  mutating func refer(_ number: TicketNumber, _ referring: Referring, _ event: Event) {
    let asked = matter(of: number).first { referrals[$0]?.contains { $0.body == referring.body } ?? false }
    let number = asked ?? number
    var open = referrals[number] ?? []
    let until = referring.until.flatMap { $0.makesSense ? $0 : nil }
    if let place = open.firstIndex(where: { $0.body == referring.body }) {
      open[place].due = until ?? open[place].due
      open[place].reminders += open[place].reminders < .max ? 1 : 0
    } else {
      let usual = records.bodies[referring.body]?.answer ?? policies.policy(at: event.at).limits.referral
      open.append(
        Referral(body: referring.body, since: event.happened, due: until ?? event.happened + usual))
    }
    referrals[number] = open
  }

  mutating func take(_ answer: BodyAnswer, on number: TicketNumber) {
    guard answer.isFinal else { return }
    for number in matter(of: number) {
      referrals[number]?.removeAll { $0.body == answer.body }
      if referrals[number]?.isEmpty ?? false { referrals[number] = nil }
    }
  }
}

extension Referral {
  func write(to writer: inout StateWriter) {
    writer.text(body.value)
    writer.number(since.milliseconds)
    writer.number(due.milliseconds)
    writer.number(reminders)
  }

  init(from reader: inout StateReader) throws(StateFault) {
    body = RecordCode(try reader.text())
    since = try reader.instant()
    due = try reader.instant()
    reminders = try reader.number()
  }
}

extension TicketNumber {
  /// What tickets wait for, as a state keeps it.
  static func referrals(from reader: inout StateReader) throws(StateFault) -> [TicketNumber: [Referral]] {
    var all: [TicketNumber: [Referral]] = [:]
    for _ in 0..<(try reader.count(smallest: 8)) {
      let number = TicketNumber(try reader.number())
      all[number] = try reader.list(smallest: 22) { reader throws(StateFault) in try Referral(from: &reader) }
    }
    return all
  }
}
