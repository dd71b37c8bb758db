import CNcurses

/// Terminals that draw ambiguous characters two columns wide (`TextWidth.ambiguousWidth` 2), while libc, and
/// so ncurses, counts one. ncurses is given two no-break spaces, which it takes for cells of their own, and
/// the character is written over them past ncurses, between saving and restoring the cursor (DECSC, DECRC).
extension CursesScreen {
  /// Whether ncurses counts the cell narrower than the frame does.
  static func isWidened(_ cell: Cell) -> Bool {
    guard cell.width == 2, TextWidth.ambiguousWidth == 2 else { return false }
    return cell.text.unicodeScalars.first.map { AmbiguousWidth.holds($0) } ?? false
  }

  /// What ncurses is given where that is a single scalar, as it nearly always is.
  static func onlyScalar(of cell: Cell) -> wchar_t? {
    let scalars = cell.text.unicodeScalars
    guard cell.width > 0, !isWidened(cell), let first = scalars.first,
      scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return nil }
    return wchar_t((TextWidth.characters.isWide ? first : LocaleCharacters.ascii(first)).value)
  }

  /// What ncurses is given for the cell: its own scalars, or the stand-in for either half of a
  /// widened one.
  static func scalars(of cell: Cell) -> [wchar_t] {
    if isWidened(cell) || cell.width == 0 { return [0xA0] }
    let scalars = cell.text.unicodeScalars
    return TextWidth.characters.isWide
      ? scalars.map { wchar_t($0.value) } : scalars.map { wchar_t(LocaleCharacters.ascii($0).value) }
  }

  /// Writes the widened characters of these rows over their stand-ins. All of a row that changed at all:
  /// ncurses may write a cell again only to move the cursor over it.
  func overlay(_ frame: Frame, rows: Set<Int>) {
    guard TextWidth.ambiguousWidth == 2, CursesKeys.understandsModes else { return }
    var bytes = ""
    for y in rows.sorted() where y >= 0 && y < frame.height {
      for x in 0..<frame.width where Self.isWidened(frame[x, y]) {
        let cell = frame[x, y]
        bytes += "\u{1B}[\(y + 1);\(x + 1)H\(pens.rendition(cell.style))\(cell.text)"
      }
    }
    if !bytes.isEmpty { send("\u{1B}7\(bytes)\u{1B}8") }
  }
}

extension CursesPens {
  /// The sequence that selects a style (ECMA-48 SGR).
  func rendition(_ style: Style) -> String {
    let look = theme.look(of: style, depth: depth)
    var codes = ["0"]
    let attributes: [(Look.Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.underline, "4"), (.reverse, "7"),
    ]
    codes += attributes.filter { look.attributes.contains($0.0) }.map(\.1)
    codes += Self.codes(look.foreground, base: 30)
    codes += Self.codes(look.background, base: 40)
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }

  private static func codes(_ colour: Colour?, base: Int) -> [String] {
    switch colour {
    case nil, .terminal: []
    case .indexed(let index) where index < 8: ["\(base + Int(index))"]
    case .indexed(let index) where index < 16: ["\(base + 52 + Int(index))"]
    case .indexed(let index): ["\(base + 8)", "5", "\(index)"]
    case .rgb(let red, let green, let blue): ["\(base + 8)", "2", "\(red)", "\(green)", "\(blue)"]
    }
  }
}
