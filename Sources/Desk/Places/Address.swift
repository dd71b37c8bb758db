/// What a unit code says about where a place lies: which phase 期, building 栋, riser 单元 and room 室.
///
/// Codes are free text, and public areas seldom follow the pattern of flats, so whatever can be understood is taken
/// and the rest left open.
public struct Address: Hashable, Sendable {
  /// The part of the estate; nil where it is not named.
  public var phase: String?
  /// The building.
  public var building: String?
  /// The entrance of the building.
  public var riser: String?
  /// The flat, or the name of the spot, such as `大堂`.
  public var room: String?

  /// An address from its parts.
  public init(phase: String? = nil, building: String? = nil, riser: String? = nil, room: String? = nil) {
    self.phase = phase
    self.building = building
    self.riser = riser
    self.room = room
  }

  /// Reads `3-2-1502`, `1-3-2-1502` (phase first), `3-1502` (no risers), `3栋2单元1502室`, `3栋电梯` and the like.
  ///
  /// Of anything else, such as the parking space `P2-118`, the whole code becomes the name of the spot.
  public init(_ code: UnitCode) {
    if let named = Self.named(code.value) {
      self = named
      return
    }
    let parts = code.parts.map(String.init)
    let isUnderground = parts.first.map(Self.isUnderground) ?? false
    switch parts.count {
    case _ where isUnderground || parts.contains(""): self.init(room: code.value)
    case 2: self.init(building: parts[0], room: parts[1])
    case 3: self.init(building: parts[0], riser: parts[1], room: parts[2])
    case 4: self.init(phase: parts[0], building: parts[1], riser: parts[2], room: parts[3])
    default: self.init(room: code.value)
    }
  }

  /// Levels below ground belong to no building: `P2`, `B1`.
  private static func isUnderground(_ part: String) -> Bool {
    let bytes = Array(part.utf8)
    guard let first = bytes.first, bytes.count > 1 else { return false }
    return [66, 98, 80, 112].contains(first) && bytes.dropFirst().allSatisfy { 48...57 ~= $0 }
  }

  /// What a word after a number says the number is of.
  private enum Part {
    case phase, building, riser, room
  }

  private static let words: [(word: String, part: Part)] = [
    ("期", .phase), ("号楼", .building), ("栋", .building), ("幢", .building), ("单元", .riser), ("室", .room),
  ]

  private mutating func set(_ part: Part, _ text: String) {
    switch part {
    case .phase: phase = text
    case .building: building = text
    case .riser: riser = text
    case .room: room = text
    }
  }

  /// Reads numbers followed by their words; nil when the code does not begin with one.
  private static func named(_ code: String) -> Address? {
    var address = Address()
    var rest = code[...]
    while true {
      let number = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      let after = rest[number.endIndex...]
      guard !number.isEmpty, let known = words.first(where: { after.hasPrefix($0.word) }) else { break }
      address.set(known.part, String(number))
      rest = after.dropFirst(known.word.count)
      if rest.first == "-" { rest = rest.dropFirst() }
    }
    guard rest.startIndex != code.startIndex else { return nil }
    if address.building == nil, rest.contains("-") {
      let inner = Address(UnitCode(String(rest)))
      return Address(
        phase: address.phase ?? inner.phase, building: inner.building, riser: inner.riser, room: inner.room)
    }
    if !rest.isEmpty { address.room = String(rest) }
    return address
  }
}
