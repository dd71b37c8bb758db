/// Whom a column, or a member of an event, says something about; empty for what concerns nobody.
public struct Privacy: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Codes, numbers and times of the desk itself.
  public static let open: Privacy = []
  /// The building.
  public static let place = Privacy(rawValue: 1)
  /// The flat.
  public static let room = Privacy(rawValue: 2)
  /// What somebody wrote, which may name anybody.
  public static let text = Privacy(rawValue: 4)
  /// A resident.
  public static let person = Privacy(rawValue: 8)
  /// Somebody who works here.
  public static let staff = Privacy(rawValue: 16)
  /// What somebody pays.
  public static let money = Privacy(rawValue: 32)

  /// All of them: what holds a record as a whole.
  public static let everything: Privacy = [.place, .room, .text, .person, .staff, .money]

  /// Each class by the name it is called by in a manifest.
  public static let names: [(name: String, privacy: Privacy)] = [
    ("place", .place), ("room", .room), ("text", .text), ("person", .person), ("staff", .staff),
    ("money", .money),
  ]

  /// The names of its classes; `open` where there is none.
  public var text: [String] {
    let names = Self.names.filter { contains($0.privacy) }.map(\.name)
    return names.isEmpty ? ["open"] : names
  }
}
