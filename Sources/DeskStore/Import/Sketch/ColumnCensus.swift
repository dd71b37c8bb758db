/// What stands in one column of a ledger.
public struct ColumnCensus: Sendable {
  public let name: String
  /// What its name says that it is for; nil where that is anybody's guess.
  public internal(set) var meaning: ColumnMeaning?
  /// Rows in which it says something.
  public private(set) var filled = 0
  /// Its values and in how many rows each stands; nil where there are more than thirty.
  public private(set) var values: [(text: String, count: Int)]? = []
  /// Values that a spreadsheet destroyed.
  public private(set) var damaged = 0
  /// Texts that only say that there is nothing.
  public private(set) var missing: Set<String> = []
  private(set) var moments: MomentGuess
  private var places: [String: Int] = [:]

  /// Values that are listed at most.
  public static let listed = 30

  private static let blanks: Set<String> = [
    "?", "-", "--", "—", "——", "/", "\\", "n/a", "na", "null", "none", "nil", "无", "空", "暂无", "(blank)",
    "\\n",
  ]

  init(_ name: String, _ meaning: ColumnMeaning?) {
    self.name = name
    self.meaning = meaning
    moments = MomentGuess(isForMoments: meaning?.isMoment ?? false)
  }

  mutating func take(_ text: String) {
    guard !text.isEmpty else { return }
    if text.utf8.count <= 8, Self.blanks.contains(text.lowercased()) {
      missing.insert(text)
      return
    }
    filled += 1
    if SpreadsheetDamage.of(text) != nil { damaged += 1 }
    moments.take(text)
    guard values != nil else { return }
    if let place = places[text] {
      values?[place].count += 1
    } else if places.count < Self.listed {
      places[text] = places.count
      values?.append((text, 1))
    } else {
      values = nil
      places = [:]
    }
  }

  /// A value that is no moment, where all should be; nil where all are.
  public var oddMoment: String? { moments.odd }
}
