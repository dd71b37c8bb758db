import Desk
import Terminal

/// One layer of the console: a screen, or a dialog on top of one. Keys go through the layers from the top down,
/// drawing from the bottom up.
///
/// A layer is a value. It answers an input by changing itself and saying what else it wants; it never touches the
/// journal, and its view never changes it.
protocol Layer {
  /// Which actions exist here.
  var scope: Scope { get }
  /// Whether characters are text here and not commands.
  var isTyping: Bool { get }
  /// Where somebody is, for going back there; nil where there is nothing to come back to.
  var place: Whereabouts? { get }
  /// What ticket actions are about.
  func selection(_ context: Context) -> Selection
  /// Answers an input; nil when it is not meant for this layer.
  mutating func update(_ input: Input, _ context: Context) -> [Effect]?
  /// Takes in what changed on the desk, or that time made something late.
  mutating func refresh(_ context: Context, _ books: inout Books)
  /// Chooses a ticket that was just worked on, where it is listed here.
  mutating func choose(_ number: TicketNumber, _ context: Context)
  /// Draws itself.
  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books)
}

extension Layer {
  var isTyping: Bool { false }
  var place: Whereabouts? { nil }
  func selection(_ context: Context) -> Selection { Selection() }
  mutating func refresh(_ context: Context, _ books: inout Books) {}
  mutating func choose(_ number: TicketNumber, _ context: Context) {}
}

/// A layer that is filled in: it goes away when what it asked for is recorded, and says what is wrong where it was typed.
protocol FilledIn: Layer {
  var problem: Form.Problem? { get set }
}

/// A layer that works more out of the desk than is kept for going back.
protocol WorkedOut: Layer {
  /// When it was worked out, where that is too old to be shown after a minute; nil where it does not grow old.
  var made: Instant? { get }
  /// Lets go of it: refreshing works it out anew.
  mutating func forget()
}

extension WorkedOut {
  var made: Instant? { nil }

  /// Whether what was worked out is too old to be shown.
  func isStale(_ now: Instant) -> Bool { made.map { abs((now - $0).milliseconds) >= 60_000 } ?? false }

  /// Itself as it is kept for going back.
  var kept: any Layer {
    var copy = self
    copy.forget()
    return copy
  }
}

/// A place that one can come back to.
struct Whereabouts: Equatable {
  let name: String
  /// The ticket that the whole screen is about; without it the screen has nothing to show.
  var ticket: TicketNumber?

  init(_ name: String, about ticket: TicketNumber? = nil) {
    self.name = name
    self.ticket = ticket
  }
}

/// What ticket and order actions are about.
struct Selection: Equatable {
  var ticket: TicketNumber?
  /// The order chosen, where one is.
  var order: OrderID?
  /// The person chosen, where one is.
  var technician: StaffCode?
  /// Tickets that are marked, in the order of the list; steps are done to all of them.
  var marked: [TicketNumber] = []
  /// Whether an emergency is about the ticket, and no new one.
  var isEmergency = false
  /// The room chosen, where one is.
  var unit: UnitCode?
  /// Whether the history of the ticket is on the screen.
  var showsHistory = false

  /// The ticket whose history is on the screen.
  var history: TicketNumber? { showsHistory ? ticket : nil }
}

/// What is worked out once per change of the desk and shared by all screens.
struct Books {
  /// When everything is due.
  var due = DueBook()
  /// How many tickets each list holds.
  var counts: [QueueName: Int] = [:]
  /// Which tickets each place has.
  var units = UnitIndex()
  /// The clocks of what is on the screen.
  let tracks = TrackBook()
  /// What tickets are found by.
  var search = TicketSearch()
  /// The ticket whose history is at hand, and the event it ends with.
  var history: TicketHistory?
  /// What is being taken in was written by somebody else.
  var isForeign = false
  /// Something became late that nobody has looked at yet.
  var isAlarmed = false
}

/// The events of one ticket, read when somebody looked at it.
struct TicketHistory {
  let number: TicketNumber
  let lastSeq: Int64
  let events: [Event]

  /// What became of the matter, as it is told to the resident: the latest result, or why it was declined.
  var lastResult: String? {
    for event in events.standing.reversed() {
      switch event.entry.body {
      case .ticket(_, .resolved(let result)): return result
      case .ticket(_, .refused(let why, let instead)):
        return instead.isEmpty ? why : why + "，" + instead
      case .ticket(_, .reopened): return nil
      default: break
      }
    }
    return nil
  }

  /// The result that was reported last by a technician.
  var lastCompletion: Completion? {
    for event in events.standing.reversed() {
      if case .order(_, .completed(let completion)) = event.entry.body { return completion }
    }
    return nil
  }
}
