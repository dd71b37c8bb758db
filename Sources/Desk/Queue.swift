/// The lists that a desk works from.
public enum QueueName: String, Code {
  /// Nobody is responsible yet.
  case intake
  case open, mine, late, waiting
  /// The result is there and the resident does not know it yet, or an answer is all that is asked.
  case reply
  /// The return visit is owed.
  case visit
  case closed, all
  /// What is escalated to the person looking, and not acknowledged (R25).
  case escalated
  /// Nobody has acted on it for as long as the policy allows (R6).
  case sweep
  /// It rang longer than the policy allows before somebody answered (R7).
  case unattended

  /// The lists that have a tab of their own.
  public static let tabs: [QueueName] = [
    .intake, .open, .mine, .late, .waiting, .reply, .visit, .closed, .all, .escalated,
  ]
}

extension QueueName: Named {
  public func name(in language: Language) -> String {
    switch (self, language) {
    case (.intake, .zh): "待受理"
    case (.intake, .en): "Intake"
    case (.open, .zh): "未办结"
    case (.open, .en): "Open"
    case (.mine, .zh): "我的"
    case (.mine, .en): "Mine"
    case (.late, .zh): "超时"
    case (.late, .en): "Late"
    case (.waiting, .zh): "挂起"
    case (.waiting, .en): "Waiting"
    case (.reply, .zh): "待回复"
    case (.reply, .en): "Replies"
    case (.visit, .zh): "待回访"
    case (.visit, .en): "Visits"
    case (.closed, .zh): "已办结"
    case (.closed, .en): "Closed"
    case (.all, .zh): "全部"
    case (.all, .en): "All"
    case (.escalated, .zh): "上报"
    case (.escalated, .en): "Raised"
    case (.sweep, .zh): "未动"
    case (.sweep, .en): "Untouched"
    case (.unattended, .zh): "无人值班"
    case (.unattended, .en): "Unattended"
    }
  }
}

/// In what order a list is shown.
public enum QueueOrder: String, Code {
  /// Earliest due first; what is asked for again comes first within the hour (clock rules 5 and 11).
  case due
  /// Oldest receipt first.
  case age
  case number
}

/// Which tickets of a list are wanted; empty fields want all.
public struct TicketFilter: Hashable, Sendable {
  public var kinds: Set<TicketKind> = []
  public var statuses: Set<TicketStatus> = []
  public var urgencies: Set<Urgency> = []
  public var topics: Set<Topic> = []
  public var owner: StaffCode?
  public var unit: UnitCode?
  public var lateOnly = false
  /// Words that must all occur in number, place, person, phone, summary or reference, letter case aside.
  public var text = ""

  public init() {}

  /// Whether nothing is filtered away.
  public var isEmpty: Bool { self == TicketFilter() }

  /// Whether a ticket passes everything but lateness, which only a clock can tell.
  public func passes(_ ticket: Ticket) -> Bool {
    (kinds.isEmpty || kinds.contains(ticket.kind)) && (statuses.isEmpty || statuses.contains(ticket.status))
      && (urgencies.isEmpty || urgencies.contains(ticket.urgency))
      && (topics.isEmpty || topics.contains(ticket.topic))
      && (owner == nil || ticket.owner == owner || ticket.orders.contains { $0.technician == owner })
      && (unit == nil || ticket.unit == unit) && (text.isEmpty || contains(ticket))
  }

  private func contains(_ ticket: Ticket) -> Bool {
    text.lowercased().split(separator: " ").allSatisfy { word in
      ByteSearch.contains(ticket.summary, word) || ByteSearch.contains(ticket.unit?.value ?? "", word)
        || ByteSearch.contains(ticket.caller, word) || ByteSearch.contains(ticket.phone, word)
        || ByteSearch.contains(ticket.ref ?? "", word)
        || String(ticket.number.value) == (word.hasPrefix("#") ? word.dropFirst() : word[...])
    }
  }
}

/// Finds a piece of text in another byte by byte, ASCII letter case aside; Characters would cost a hundred times
/// as much on a hundred thousand tickets.
enum ByteSearch {
  /// Whether `needle`, given in lower case, occurs in `text`.
  static func contains(_ text: String, _ needle: Substring) -> Bool {
    var text = text
    var needle = String(needle)
    return text.withUTF8 { hay in
      needle.withUTF8 { pin in find(hay, pin) }
    }
  }

  private static func find(_ hay: UnsafeBufferPointer<UInt8>, _ pin: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = pin.first else { return true }
    guard hay.count >= pin.count else { return false }
    for start in 0...(hay.count - pin.count) where lower(hay[start]) == first {
      var i = 1
      while i < pin.count, lower(hay[start + i]) == pin[i] { i += 1 }
      if i == pin.count { return true }
    }
    return false
  }

  private static func lower(_ byte: UInt8) -> UInt8 { 65...90 ~= byte ? byte + 32 : byte }
}
