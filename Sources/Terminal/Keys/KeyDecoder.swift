/// Turns what ncurses hands over, one code at a time, into keys: puts combining marks on their character,
/// Escape and a character into Alt, pasted characters into one paste, and drops escape sequences that no
/// terminal description names.
struct KeyDecoder {
  /// One code from `wget_wch`.
  enum Token: Equatable {
    /// A character code, control characters included.
    case scalar(UInt32)
    /// A key that ncurses recognised.
    case key(Key)
    case pasteBegins
    case pasteEnds
  }

  /// Pasted text so far; nil outside a paste. A paste may arrive in many reads.
  private var pasted: String.UnicodeScalarView?
  /// What has come of a mouse report, `ESC [ < 0 ; 250 ; 12 M` after its `<`; nil outside one. It may arrive in two reads.
  private var report: [UInt32]?
  /// A report is no longer than this.
  private static let longestReport = 24
  /// No terminal is wider.
  private static let farthest = 99_999
  /// The scalar before, to make one line end of `\r\n`.
  private var lastPasted: Unicode.Scalar?

  /// The keys in all codes that were pending together.
  mutating func decode(_ tokens: [Token]) -> [Key] {
    var keys: [Key] = []
    var rest = tokens[...]
    while let token = rest.popFirst() {
      if case .scalar(let value) = token, report != nil {
        mouse(value, &keys)
        continue
      }
      report = nil
      switch token {
      case .pasteBegins: pasted = pasted ?? String.UnicodeScalarView()
      case .pasteEnds: endPaste(&keys)
      case .key(let key): self.key(key, &keys)
      case .scalar(let value) where pasted != nil: paste(value)
      case .scalar(0x1B): escape(&rest, &keys)
      case .scalar(let value): plain(value, &keys)
      }
    }
    return keys
  }

  /// The key a control character stands for.
  static func control(_ code: UInt8) -> Key {
    switch code {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    default: .control(Character(Unicode.Scalar(code + 0x40)))
    }
  }

  private func plain(_ value: UInt32, _ keys: inout [Key]) {
    if value < 0x20 || value == 0x7F {
      keys.append(Self.control(UInt8(value)))
      return
    }
    guard let scalar = Unicode.Scalar(value), !TextWidth.isControl(scalar) else { return }
    if TextWidth.isStripped(scalar) { return }
    if case .character(let base)? = keys.last, TextWidth.width(of: scalar) == 0 {
      let joined = String(base) + String(scalar)
      if let whole = joined.first, joined.count == 1 { keys[keys.count - 1] = .character(whole) }
    } else {
      keys.append(.character(Character(scalar)))
    }
  }

  private mutating func escape(_ rest: inout ArraySlice<Token>, _ keys: inout [Key]) {
    guard case .scalar(let next)? = rest.first, next != 0x1B else {
      keys.append(.escape)
      return
    }
    rest.removeFirst()
    let isSequence = next == UInt32(UInt8(ascii: "[")) || next == UInt32(UInt8(ascii: "O"))
    if next == UInt32(UInt8(ascii: "[")), case .scalar(UInt32(UInt8(ascii: "<")))? = rest.first {
      rest.removeFirst()
      report = []
    } else if isSequence, !rest.isEmpty {
      dropSequence(&rest)
    } else if let scalar = Unicode.Scalar(next), next >= 0x20, next != 0x7F {
      keys.append(.alt(Character(scalar)))
    } else {
      keys.append(.escape)
      plain(next, &keys)
    }
  }

  /// One more character of a mouse report; the last one says whether a button went down or up.
  private mutating func mouse(_ value: UInt32, _ keys: inout [Key]) {
    let isPart = 0x30...0x39 ~= value || value == UInt32(UInt8(ascii: ";"))
    guard !isPart else {
      report?.append(value)
      if report?.count ?? 0 > Self.longestReport { report = nil }
      return
    }
    let numbers = (report ?? []).split(separator: UInt32(UInt8(ascii: ";"))).map { digits in
      digits.reduce(0) { min(Self.farthest, $0 * 10 + Int($1 - 0x30)) }
    }
    report = nil
    // Anything else than the end of a report: the rest of one was lost.
    guard value == UInt32(UInt8(ascii: "M")) || value == UInt32(UInt8(ascii: "m")) else {
      return plain(value, &keys)
    }
    guard value == UInt32(UInt8(ascii: "M")), numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else {
      return
    }
    let (x, y) = (numbers[1] - 1, numbers[2] - 1)
    // Shift, Alt and Ctrl are bits 4, 8 and 16 of the button.
    switch numbers[0] & ~0x1C {
    case 0: keys.append(.click(x: x, y: y))
    case 64: keys.append(.wheel(up: true, x: x, y: y))
    case 65: keys.append(.wheel(up: false, x: x, y: y))
    default: break
    }
  }

  /// A control sequence ends with its first character from `@` to `~` (ECMA-48, 5.4).
  private func dropSequence(_ rest: inout ArraySlice<Token>) {
    while case .scalar(let value)? = rest.first {
      rest.removeFirst()
      if (0x40...0x7E).contains(value) || value < 0x20 { return }
    }
  }

  private mutating func paste(_ value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else { return }
    if scalar == "\n", lastPasted == "\r" {
      lastPasted = scalar
      return
    }
    lastPasted = scalar
    pasted?.append(scalar == "\r" ? "\n" : scalar)
  }

  /// Line ends and tabs that a terminal sends as keys stay in the paste, and news of the terminal itself does
  /// not touch it. Any other key ends it, so that a lost end mark cannot swallow what is typed.
  private mutating func key(_ key: Key, _ keys: inout [Key]) {
    switch key {
    case .enter where pasted != nil: pasted?.append("\n")
    case .tab where pasted != nil: pasted?.append("\t")
    case .resize, .focusGained, .focusLost, .closed: keys.append(key)
    default:
      endPaste(&keys)
      keys.append(key)
    }
  }

  private mutating func endPaste(_ keys: inout [Key]) {
    guard let text = pasted else { return }
    pasted = nil
    lastPasted = nil
    keys.append(.paste(String(text)))
  }
}
