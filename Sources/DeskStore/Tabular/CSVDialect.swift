/// How the cells and rows of a file are kept apart.
public struct CSVDialect: Hashable, Sendable {
  /// The byte between two cells.
  public var separator = UInt8(ascii: ",")
  /// The byte that ends a row: LF, before which there may be a CR, or a CR alone.
  public var newline = UInt8(ascii: "\n")
  /// Whether quotes and rows are taken as far as they have only one meaning.
  public var isTolerant = false

  public init() {}

  /// As RFC 4180 has it.
  public static let plain = CSVDialect()
}
