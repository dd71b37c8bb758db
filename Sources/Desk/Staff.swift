/// The hours of the day during which somebody is on duty, on the centre's wall clock.
public struct Shift: Hashable, Sendable {
  /// Minutes after midnight at which it begins, 0–1439.
  public var start: Int
  /// Minutes after midnight at which it is over, 1–1440; not after `start` for a shift across midnight.
  public var end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// Reads `08:00-17:00`, `20:00-08:00`, `00:00-24:00`; nil for anything else.
  public init?(text: String) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let start = Self.minutes(ends[0]), let end = Self.minutes(ends[1]), start < 1440,
      end > 0, start != end
    else { return nil }
    self.init(start: start, end: end)
  }

  /// `08:00-17:00`.
  public var text: String { Self.text(start) + "-" + Self.text(end) }

  /// Whether it is running at a moment.
  public func covers(_ instant: Instant, in zone: Zone) -> Bool {
    let wall = zone.civil(instant)
    let minute = wall.hour * 60 + wall.minute
    return start < end ? minute >= start && minute < end : minute >= start || minute < end
  }

  private static func minutes(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count <= 2, parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { 48...57 ~= $0 } }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...24).contains(hour), (0...59).contains(minute),
      hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }

  private static func text(_ minutes: Int) -> String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return two(minutes / 60) + ":" + two(minutes % 60)
  }
}

/// Somebody who works for the centre or for a provider of it.
public struct Staff: Hashable, Sendable {
  public var code: StaffCode
  public var name: String
  public var role: StaffRole
  public var trades: [Trade]
  /// Licences by name; lift work needs `lift`.
  public var licences: [String]
  /// Accounts of the operating system that may act as this person.
  public var accounts: [String]
  public var shift: Shift?
  public var phone: String
  /// How many orders they take at once; nil where nothing is agreed.
  public var limit: Int?
  /// False once they have left; their history stays.
  public var isActive: Bool

  public init(
    code: StaffCode, name: String, role: StaffRole, trades: [Trade] = [], licences: [String] = [],
    accounts: [String] = [], shift: Shift? = nil, phone: String = "", limit: Int? = nil, isActive: Bool = true
  ) {
    self.code = code
    self.name = name
    self.role = role
    self.trades = trades
    self.licences = licences
    self.accounts = accounts
    self.shift = shift
    self.phone = phone
    self.limit = limit
    self.isActive = isActive
  }
}

/// What of a staff record changes; nil leaves a field as it is.
public struct StaffEdit: Hashable, Sendable {
  public var code: StaffCode
  public var name: String?
  public var role: StaffRole?
  public var trades: [Trade]?
  public var licences: [String]?
  public var accounts: [String]?
  public var shift: Shift?
  public var phone: String?
  public var limit: Int?

  public init(code: StaffCode) { self.code = code }

  /// Whether it would change nothing.
  public var isEmpty: Bool { self == StaffEdit(code: code) }
}
