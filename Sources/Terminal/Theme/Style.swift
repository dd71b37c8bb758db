/// How a cell is to look, said by meaning: a role, and the row state it lies on.
public struct Style: Equatable, Hashable, Sendable {
  /// What the text means.
  public var role: Role
  /// The state of the row beneath it, such as `.selected` or `.marked`; it gives the background.
  public var overlay: Role?

  /// A role by itself.
  public init(_ role: Role) {
    self.role = role
    self.overlay = nil
  }

  /// A role on a row of another role: late text on the selected row.
  public init(_ role: Role, on overlay: Role?) {
    self.role = role
    self.overlay = overlay
  }

  /// Plain text.
  public static let normal = Style(.normal)

  /// The same meaning on a row of that state; nil takes the state away.
  public func on(_ overlay: Role?) -> Style { Style(role, on: overlay) }
}
