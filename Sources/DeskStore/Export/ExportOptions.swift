public import Desk

/// What is to be got out of a desk, and how it is written.
public struct ExportOptions: Sendable {
  public enum Format: String, CaseIterable, Sendable {
    case csv, jsonl, sql
  }

  public var format: Format
  public var names: CellStyle.Names
  public var isForSpreadsheet: Bool
  /// Only these tables; all where nil.
  public var tables: Set<String>?
  /// What is left out.
  public var without: Privacy
  /// Tickets received, and events recorded, from then on and before then; all where nil.
  public var from: Instant?
  public var to: Instant?

  public init(
    format: Format = .csv, names: CellStyle.Names, isForSpreadsheet: Bool = false, tables: Set<String>? = nil,
    without: Privacy = .open, from: Instant? = nil, to: Instant? = nil
  ) {
    self.format = format
    self.names = names
    self.isForSpreadsheet = isForSpreadsheet
    self.tables = tables
    self.without = without
    self.from = from
    self.to = to
  }

  /// Whether a moment lies in the days asked for.
  func covers(_ moment: Instant) -> Bool {
    (from.map { $0 <= moment } ?? true) && (to.map { moment < $0 } ?? true)
  }
}
