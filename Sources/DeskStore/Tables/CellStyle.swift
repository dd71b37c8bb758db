public import Desk
import Journal

/// How cells and headings are written: in whose words, at whose time, for a spreadsheet or not.
public struct CellStyle: Hashable, Sendable {
  /// Whose words are written.
  public enum Names: Hashable, Sendable {
    /// Codes, UTC, fen, thousandths: for programs.
    case codes
    /// Titles and names of a language, yuan, the centre's time.
    case words(Language)
  }

  public let names: Names
  public let zone: Zone
  /// Whether phones and the like are kept from being taken for numbers or dates, and times stand without their zone.
  public let isForSpreadsheet: Bool

  public init(_ names: Names, zone: Zone, isForSpreadsheet: Bool = false) {
    self.names = names
    self.zone = zone
    self.isForSpreadsheet = isForSpreadsheet
  }

  /// What tells a spreadsheet that a file is UTF-8.
  public static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The heading of a column; that of a time without a zone names it.
  public func title(_ column: ColumnHeading) -> String {
    guard case .words(let language) = names else { return column.name }
    let title = column.title.said(in: language)
    guard isForSpreadsheet, column.type == .moment else { return title }
    return Phrase("\(title)（\(zone.name)）", "\(title) (\(zone.name))").said(in: language)
  }

  /// A cell as a text, before anything is done for the file it stands in.
  public func text(_ cell: TableCell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text), .label(let text): text
    case .code(let code, let name): word(code, name)
    case .integer(let value), .seconds(let value): String(value)
    case .money(let fen): isInCodes ? String(fen) : DecimalText.yuan(fen)
    case .quantity(let value): isInCodes ? String(value) : DecimalText.text(value, places: 3, atLeast: 0)
    case .moment(let moment): text(moment)
    case .day(let day): CivilTime.dayText(day)
    case .flag(let isTrue): flag(isTrue)
    case .list(let items): items.joined(separator: ";")
    case .codes(let codes): codes.map { word($0.code, $0.name) }.joined(separator: ";")
    case .json(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }

  /// A cell as it stands in comma-separated values: no text in it begins a formula.
  public func csv(_ cell: TableCell) -> String {
    switch cell {
    case .label(let text) where isForSpreadsheet: SheetCell.label(text)
    case .empty, .text, .label, .code, .list, .codes, .json: CSVGuard.guarded(text(cell))
    case .integer, .seconds, .money, .quantity, .moment, .day, .flag: text(cell)
    }
  }

  var isInCodes: Bool { names == .codes }

  func word(_ code: String, _ name: Phrase) -> String {
    if case .words(let language) = names { name.said(in: language) } else { code }
  }

  private func flag(_ isTrue: Bool) -> String {
    switch names {
    case .codes: isTrue ? "true" : "false"
    case .words(let language): (isTrue ? Phrase("是", "yes") : Phrase("否", "no")).said(in: language)
    }
  }

  private func text(_ moment: Instant) -> String {
    isInCodes ? MomentCell.utc(moment) : MomentCell.local(moment, zone, withOffset: !isForSpreadsheet)
  }
}
