/// A place of the estate: a home, a shop, a parking space, a public area.
public struct Unit: Hashable, Sendable {
  public var code: UnitCode
  public var kind: UnitKind
  /// Anything worth knowing at the door.
  public var note: String

  public init(code: UnitCode, kind: UnitKind = .home, note: String = "") {
    self.code = code
    self.kind = kind
    self.note = note
  }
}

/// Somebody of a household, as owner or tenant (R56).
public struct Contact: Hashable, Sendable {
  public var unit: UnitCode
  public var name: String
  public var tenure: Tenure
  public var phone: String
  /// Put on record by a clerk while on the phone, and not confirmed yet.
  public var isProposed = false

  public init(unit: UnitCode, name: String, tenure: Tenure = .owner, phone: String = "") {
    self.unit = unit
    self.name = name
    self.tenure = tenure
    self.phone = phone
  }
}

/// A unit with the people who live there.
public struct Household: Hashable, Sendable {
  public var unit: Unit
  public var contacts: [Contact]

  public init(unit: Unit, contacts: [Contact] = []) {
    self.unit = unit
    self.contacts = contacts
  }
}
