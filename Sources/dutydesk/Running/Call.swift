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
    guard let number = TicketNumber(text: text) else { throw UsageFault.badTicket(text) }
    return number
  }

  /// A work order's name, from the first argument; a ticket's number means its only order.
  func order() throws -> OrderID {
    let text = invocation.argument(0) ?? ""
    if let id = OrderID(text: text) { return id }
    guard let number = TicketNumber(text: text) else { throw UsageFault.badOrder(text) }
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

  /// A moment in any of the accepted forms.
  func time(_ option: OptionDefinition) throws -> Instant? {
    guard let text = invocation[option] else { return nil }
    guard let moment = TimeText.instant(text, now: session.started, zone: zone) else {
      throw UsageFault.badTime(option, text)
    }
    return moment
  }

  /// The moment at which a day begins in the centre's zone.
  func day(_ option: OptionDefinition) throws -> Instant? {
    try invocation.day(option, now: session.started, zone: zone)
  }

  /// A span of time.
  func duration(_ option: OptionDefinition) throws -> Seconds? {
    guard let text = invocation[option] else { return nil }
    guard let span = TimeText.duration(text) else { throw UsageFault.badDuration(option, text) }
    return span
  }

  /// `A..B`; a time of day after the dots is on the day of what stands before them.
  func window(_ option: OptionDefinition) throws -> Window? {
    guard let text = invocation[option] else { return nil }
    let bytes = Array(text.utf8)
    let dots = bytes.indices.dropLast().first { bytes[$0] == 46 && bytes[$0 + 1] == 46 }
    guard let dots else { throw UsageFault.badWindow(text) }
    let head = String(decoding: bytes[..<dots], as: UTF8.self)
    let tail = String(decoding: bytes[(dots + 2)...], as: UTF8.self)
    guard let start = TimeText.instant(head, now: session.started, zone: zone),
      let end = TimeText.instant(tail, now: start, zone: zone)
    else { throw UsageFault.badWindow(text) }
    return Window(start: start, end: end)
  }

  /// The text of an option, or of the argument after the first.
  func text(_ option: OptionDefinition) throws -> String { try invocation.text(option, orArgument: 1) }
}

extension Invocation {
  /// The moment at which the day of an option begins in a zone; nil where it was not given.
  func day(_ option: OptionDefinition, now: Instant, zone: Zone) throws -> Instant? {
    guard let text = self[option] else { return nil }
    guard text.utf8.count == 10, text.utf8.first.map({ 0x30...0x39 ~= $0 }) == true,
      let day = TimeText.instant(text, now: now, zone: zone)
    else { throw UsageFault.badDate(option, text) }
    return day
  }
}
