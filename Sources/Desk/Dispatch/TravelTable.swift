/// How long the way between two places takes on foot, by what they have in common.
public struct TravelTable: Hashable, Sendable {
  /// To another job in the same room.
  public var sameRoom: Seconds
  /// To another room at the same entrance.
  public var sameRiser: Seconds
  /// To another entrance of the same building.
  public var sameBuilding: Seconds
  /// To another building of the same phase, and to or from a place that is not known.
  public var samePhase: Seconds
  /// To another phase of the estate.
  public var elsewhere: Seconds

  /// A table; 1, 2, 4, 8 and 15 minutes where nothing is said.
  public init(
    sameRoom: Seconds = .minutes(1), sameRiser: Seconds = .minutes(2), sameBuilding: Seconds = .minutes(4),
    samePhase: Seconds = .minutes(8), elsewhere: Seconds = .minutes(15)
  ) {
    self.sameRoom = sameRoom
    self.sameRiser = sameRiser
    self.sameBuilding = sameBuilding
    self.samePhase = samePhase
    self.elsewhere = elsewhere
  }

  /// The time from one place to another, the same both ways.
  ///
  /// Two codes without a phase lie in the same one: an estate that has no phases names none.
  public func time(from start: Address?, to end: Address?) -> Seconds {
    guard let start, let end else { return samePhase }
    if start == end, start.room != nil { return sameRoom }
    let isPlaced = start.building != nil && end.building != nil
    if start.phase != end.phase, isPlaced || (start.phase != nil && end.phase != nil) { return elsewhere }
    guard let building = start.building, building == end.building else { return samePhase }
    guard let riser = start.riser, riser == end.riser else { return sameBuilding }
    return sameRiser
  }
}
