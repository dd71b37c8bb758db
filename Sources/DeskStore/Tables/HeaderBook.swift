import Desk

/// Our own headings, whichever names a table was written with.
public struct HeaderBook: Sendable {
  private let columns: [String: String]

  /// The headings of a table.
  public init(of table: any TableDescription) {
    var columns: [String: String] = [:]
    for heading in table.headings {
      for name in [heading.name, heading.title.zh, heading.title.en] {
        columns[Self.plain(name)] = heading.name
      }
    }
    self.columns = columns
  }

  /// The column that a cell of a header names, by its code or by its title in either language; and the zone that the
  /// times in it are told in, where the heading says one. nil for a heading of somebody else's.
  public func column(_ cell: String) -> (name: String, zone: String?)? {
    if let name = columns[Self.plain(cell)] { return (name, nil) }
    for (open, close) in [("（", "）"), (" (", ")")] {
      guard cell.hasSuffix(close), let end = cell.lastRange(of: open) else { continue }
      guard let name = columns[Self.plain(String(cell[..<end.lowerBound]))] else { continue }
      return (name, String(cell[end.upperBound...].dropLast()))
    }
    return nil
  }

  private static func plain(_ text: String) -> String { text.lowercased() }
}

extension String {
  /// Where a piece of it stands for the last time.
  fileprivate func lastRange(of piece: String) -> Range<String.Index>? {
    var place = endIndex
    while place > startIndex {
      place = index(before: place)
      if self[place...].hasPrefix(piece) { return place..<index(place, offsetBy: piece.count) }
    }
    return nil
  }
}
