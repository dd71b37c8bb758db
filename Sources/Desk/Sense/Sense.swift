/// Beyond what numbers and moments make no sense at a service centre.
///
/// `decide` refuses what lies beyond, whatever door it comes in by; what an older version let in, or somebody else wrote, is
/// told in histories and counts for nothing. A number keyed into the wrong field, a telephone or an identity card, is
/// always beyond.
public enum Sense {
  /// Ten weeks of minutes: nobody works on one order for so long without going home.
  public static let labour: ClosedRange<Int64> = 0...99_999
  /// A million of anything, in thousandths, and no less than the least part.
  public static let quantity: ClosedRange<Int64> = 1...1_000_000_000
  /// Just under a thousand million yuan, in fen: beyond it somebody has keyed a phone number.
  public static let price: ClosedRange<Int64> = 0...99_999_999_999
  /// Nobody lets it ring a hundred times.
  public static let rings: ClosedRange<Int64> = 0...99
  /// Orders at once; nobody has a hundred in hand, and with none they could not be sent at all.
  public static let orderLimit: ClosedRange<Int64> = 1...99
  /// Learning, skilled, master.
  public static let skillLevel: ClosedRange<Int64> = 1...3
  /// Eight digits: at a thousand tickets a day they last for 270 years.
  public static let ticket: ClosedRange<Int64> = 1001...99_999_999
  /// A number so far beyond the next one was given by nobody; the hundredth part of it may be missing after a disaster.
  public static let ticketGap: Int32 = 1_000_000
  /// Orders of one ticket, those handed on and taken back among them; a mark of the clocks has a byte for the number.
  public static let order: ClosedRange<Int64> = 1...250
  /// A machine's clock is put back by less than this when it is corrected.
  public static let clockBack = Seconds.minutes(10)
  /// A desk at which nothing was recorded for so long is rarer than a clock that is years ahead.
  public static let clockAhead = Seconds.days(400)
  /// From the beginning of 1970, when journals' clocks begin, to the end of the century.
  public static let moments = Instant(seconds: 0)...Instant(seconds: 4_102_444_799)
  /// The days of those moments, counted from 1970-01-01.
  public static let days: ClosedRange<Int64> = 0...47_481
  /// What is promised, planned or licensed beyond thirty years is a slip of the hand.
  public static let ahead = Seconds.days(10_958)
  /// A visit that is promised for a time more than a year ahead is asked about.
  public static let usualAhead = Seconds.days(366)
  /// A visit is promised for a stretch of a year at most.
  public static let window = Seconds.days(366)
  /// Nobody is down as away for more than five years in one go.
  public static let absence = Seconds.days(1827)

  /// The lines of one material list.
  public static let materials = 200
  /// Licences of one person, and accounts of one person.
  public static let licences = 40
  public static let accounts = 40
  /// Whom an emergency is sent in one step.
  public static let technicians = 40
  /// The lines of a plan that are taken over in one step.
  public static let assignments = 500
  /// Versions of the policy; a mark of the clocks has two bytes for the place.
  public static let policies = 1000
}

extension Instant {
  /// Whether it lies in the time of which a desk can speak.
  public var makesSense: Bool { Sense.moments ~= self }
}

extension Window {
  /// Whether it is a stretch in that time, not reversed and not longer than `longest`.
  func makesSense(_ longest: Seconds) -> Bool {
    start < end && start.makesSense && end.makesSense && end - start <= longest
  }
}

extension OrderID {
  /// Whether orders are numbered so.
  public var makesSense: Bool {
    Sense.order ~= Int64(index) && Sense.ticket ~= Int64(ticket.value)
  }
}
