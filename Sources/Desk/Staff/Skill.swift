/// A trade that somebody knows, and how well.
public struct Skill: Hashable, Sendable {
  public var trade: Trade
  /// 1 learning, 2 skilled, 3 master; nil where it is not on record.
  public var level: Int?

  public init(trade: Trade, level: Int? = nil) {
    self.trade = trade
    self.level = level
  }

  /// Reads `plumber` or `plumber:3`; nil for anything else.
  public init?(text: String) {
    let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let first = pieces.first, pieces.count <= 2, let trade = Trade.matching(String(first)) else {
      return nil
    }
    self.init(trade: trade)
    guard pieces.count == 2 else { return }
    guard let level = Int(pieces[1]), 1...3 ~= level else { return nil }
    self.level = level
  }

  /// `plumber` or `plumber:3`.
  public var text: String { level.map { "\(trade.rawValue):\($0)" } ?? trade.rawValue }

  /// Those of a record of levels, in the order of the trades.
  public static func all(_ levels: [Trade: Int]) -> [Skill] {
    Trade.allCases.compactMap { trade in levels[trade].map { Skill(trade: trade, level: $0) } }
  }

  /// The same as they are written.
  public static func texts(_ levels: [Trade: Int]) -> [String] { all(levels).map(\.text) }
}
