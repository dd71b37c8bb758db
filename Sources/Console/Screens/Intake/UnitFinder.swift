import Desk

/// Finds the places that a few typed characters may mean.
enum UnitFinder {
  /// The place that was typed in full, or the only one that a few typed characters may mean; else what was typed.
  static func place(_ typed: String, _ desk: ServiceDesk) -> UnitCode {
    let code = UnitCode(typed)
    guard desk.households[code] == nil else { return code }
    return PlaceFinder.only(typed, desk) ?? code
  }
}
