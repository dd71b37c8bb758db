/// What the machine knows and the journal does not, handed to ``ServiceDesk/decide(_:now:in:)`` as a value so that deciding
/// stays pure.
public struct Surroundings: Hashable, Sendable {
  /// The accounts that exist here, of those that the decision can be about; nil where there is no machine to ask, as in
  /// memory: all exist then.
  public var accounts: Set<String>?
  /// Whether the kernel knows the user of this process as the superuser.
  public var isRoot: Bool
  /// Whoever began the journal.
  public var founder: Founder?

  /// The first manager, as the journal's beginning has it.
  public struct Founder: Hashable, Sendable {
    public var code: StaffCode
    /// The accounts that could act as that person then.
    public var accounts: [String]

    public init(code: StaffCode, accounts: [String]) {
      self.code = code
      self.accounts = accounts
    }
  }

  public init(accounts: Set<String>?, isRoot: Bool = false, founder: Founder? = nil) {
    self.accounts = accounts
    self.isRoot = isRoot
    self.founder = founder
  }

  /// No machine: every account exists, and nobody is its superuser.
  public static let none = Surroundings(accounts: nil)

  /// Whether an account of that name exists here.
  func hasAccount(_ name: String) -> Bool { accounts?.contains(name) ?? true }
}

extension Staff {
  /// An active manager who can get at this desk, by an account that exists.
  func isManagerHere(_ surroundings: Surroundings) -> Bool {
    isActive && role == .manager && accounts.contains { surroundings.hasAccount($0) }
  }
}
