/// Somebody who works for the centre or for a provider of it.
public struct Staff: Hashable, Sendable {
  public var code: StaffCode
  public var name: String
  public var role: StaffRole
  public var trades: [Trade]
  /// How well they know a trade: 1 learning, 2 skilled, 3 master; trades without a level on record are left out.
  public var levels: [Trade: Int]
  /// What they are certified for; lift work needs `lift`.
  public var licences: [Licence]
  /// Accounts of the operating system that may act as this person.
  public var accounts: [String]
  /// The hours on duty, day by day.
  public var shifts: UsualHours
  /// Hours at home during which they can be called out for what is critical or urgent, day by day.
  public var onCalls: UsualHours
  /// The outside company they work for; empty for the centre's own people.
  public var provider: String
  public var phone: String
  /// The company's number for them, by which they are known at every desk of it; empty where there is none.
  public var ref: String
  /// How many orders they take at once; nil where nothing is agreed.
  public var limit: Int?
  /// False once they have left; their history stays.
  public var isActive: Bool

  public init(
    code: StaffCode, name: String, role: StaffRole, trades: [Trade] = [], levels: [Trade: Int] = [:],
    licences: [Licence] = [], accounts: [String] = [], shift: Shift? = nil, onCall: Shift? = nil,
    provider: String = "", phone: String = "", ref: String = "", limit: Int? = nil, isActive: Bool = true
  ) {
    self.code = code
    self.name = name
    self.role = role
    self.trades = trades
    self.levels = levels
    self.licences = licences
    self.accounts = accounts
    shifts = UsualHours(shift)
    onCalls = UsualHours(onCall)
    self.provider = provider
    self.phone = phone
    self.ref = ref
    self.limit = limit
    self.isActive = isActive
  }

  /// The hours on duty that were decided on last.
  public var shift: Shift? { shifts.latest }
  /// The hours on call that were decided on last.
  public var onCall: Shift? { onCalls.latest }
}

/// What of a staff record changes; nil leaves a field as it is.
public struct StaffEdit: Hashable, Sendable {
  public var code: StaffCode
  public var name: String?
  public var role: StaffRole?
  public var trades: [Trade]?
  public var levels: [Trade: Int]?
  public var licences: [Licence]?
  public var accounts: [String]?
  public var shift: Shift?
  public var onCall: Shift?
  /// The day from which the shift and the hours on call hold, counted from 1970-01-01; nil for the day it is recorded.
  public var from: Int?
  /// Why, where hours of days that are over are put right, or where the superuser restored somebody.
  public var reason = HoursReason.none
  public var provider: String?
  public var phone: String?
  public var ref: String?
  public var limit: Int?

  public init(code: StaffCode) { self.code = code }

  /// Whether it would change nothing.
  public var isEmpty: Bool {
    var rest = self
    (rest.from, rest.reason) = (nil, .none)
    return rest == StaffEdit(code: code)
  }
}
