import Desk
import DeskStore

/// A command about to be done on an open desk.
struct Call {
  let session: Session
  let invocation: Invocation
  let live: LiveDesk

  /// The moment at which the desk is looked at.
  var now: Instant { live.moment.instant ?? session.started }
  var zone: Zone { session.zone }
  var desk: ServiceDesk { live.desk }

  /// A ticket's number, from the first argument.
  func ticket() throws -> TicketNumber {
    let text = invocation.argument(0) ?? ""
    guard let number = TicketNumber(reference: text) else { throw UsageFault.badTicket(text) }
    return number
  }

  /// A work order's name, from the first argument; a ticket's number means its only order.
  func order() throws -> OrderID { try order(invocation.argument(0) ?? "") }

  /// The order that a text means: a ticket's only one by its number.
  func order(_ text: String) throws -> OrderID {
    if let id = OrderID(reference: text) { return id }
    guard let number = TicketNumber(reference: text) else { throw UsageFault.badOrder(text) }
    let ticket = try live.desk.known(number)
    let live = ticket.orders.filter { $0.status.isLive }
    let candidates = live.isEmpty ? ticket.orders : live
    guard candidates.count <= 1 else {
      throw UsageFault.whichOrder(candidates.map { OrderID(number, $0.index) })
    }
    return OrderID(number, candidates.first?.index ?? 1)
  }

  /// A staff member by code, or by a name that only one has.
  func staff(_ option: OptionDefinition) -> StaffCode? { invocation[option].map { staff(named: $0) } }

  /// The same for a text from anywhere.
  func staff(named text: String) -> StaffCode {
    let code = StaffCode(text)
    guard live.desk.staff[code] == nil else { return code }
    let named = live.desk.staff.values.filter { $0.isActive && $0.name == text }
    return named.count == 1 ? named[0].code : code
  }

  /// Reads times for an option that asks for such moments.
  func reading(_ sense: MomentSense) -> MomentReading {
    MomentReading(now: session.started, zone: zone, sense: sense)
  }

  /// A moment in any of the accepted forms.
  func time(_ option: OptionDefinition, _ sense: MomentSense) throws -> Instant? {
    guard let text = invocation[option] else { return nil }
    return try session.moment(option, text, sense, zone)
  }

  /// The moment at which a day begins in the centre's zone.
  func day(_ option: OptionDefinition, _ sense: MomentSense) throws -> Instant? {
    try invocation.day(option, reading(sense))
  }

  /// A day, as days after 1970-01-01.
  func dayNumber(_ option: OptionDefinition, _ sense: MomentSense) throws -> Int? {
    try invocation.dayNumber(option, reading(sense))
  }

  /// A span of time.
  func duration(_ option: OptionDefinition) throws -> Seconds? {
    guard let text = invocation[option] else { return nil }
    guard let span = MomentReading.span(text) else { throw UsageFault.badDuration(option, text) }
    return span
  }

  /// A stretch of time that is to come.
  func window(_ option: OptionDefinition, allowsDay: Bool = false) throws -> Window? {
    guard let text = invocation[option] else { return nil }
    do throws(MomentFault) {
      return try reading(.future).window(text, allowsDay: allowsDay)
    } catch .unreadable {
      throw UsageFault.badWindow(text)
    } catch {
      throw UsageFault.unclearTime(option, text, error)
    }
  }

  /// The text of an option, or of the argument after the first.
  func text(_ option: OptionDefinition) throws -> String { try invocation.text(option, orArgument: 1) }
}

extension Invocation {
  /// The moment at which the day of an option begins; nil where it was not given.
  func day(_ option: OptionDefinition, _ reading: MomentReading) throws -> Instant? {
    try dayNumber(option, reading).map {
      reading.zone.instant(CivilTime(secondsSinceEpoch: Int64($0) * 86_400))
    }
  }

  /// The same, as days after 1970-01-01.
  func dayNumber(_ option: OptionDefinition, _ reading: MomentReading) throws -> Int? {
    guard let text = self[option] else { return nil }
    guard let day = try? reading.day(text) else { throw UsageFault.badDate(option, text) }
    return day
  }
}
