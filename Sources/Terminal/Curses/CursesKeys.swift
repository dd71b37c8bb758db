import CNcurses

/// What ncurses' key codes mean, and sequences that terminal descriptions leave out.
enum CursesKeys {
  /// Codes of our own, beyond `KEY_MAX` and those ncurses hands out for extended capabilities.
  private static let pasteBegins: Int32 = 0x3000
  private static let pasteEnds: Int32 = 0x3001
  private static let focusGained: Int32 = 0x3002
  private static let focusLost: Int32 = 0x3003
  private static let controlUp: Int32 = 0x3004
  private static let controlDown: Int32 = 0x3005
  private static let controlLeft: Int32 = 0x3006
  private static let controlRight: Int32 = 0x3007
  private static let controlHome: Int32 = 0x3008
  private static let controlEnd: Int32 = 0x3009

  /// Whether the terminal takes private modes in ECMA-48 form.
  static var understandsModes: Bool {
    dutydesk_capability("cup").map { String(cString: $0).hasPrefix("\u{1B}[") } ?? false
  }

  /// Teaches ncurses both forms of the cursor keys (a multiplexer may send either), and paste and focus.
  static func define() {
    for (letter, code) in [("A", KEY_UP), ("B", KEY_DOWN), ("C", KEY_RIGHT), ("D", KEY_LEFT)] {
      define_key("\u{1B}O\(letter)", code)
      define_key("\u{1B}[\(letter)", code)
    }
    for (form, code) in [
      ("[H", KEY_HOME), ("OH", KEY_HOME), ("[1~", KEY_HOME), ("[7~", KEY_HOME), ("[F", KEY_END),
      ("OF", KEY_END), ("[4~", KEY_END), ("[8~", KEY_END), ("[2~", KEY_IC), ("[3~", KEY_DC),
      ("[5~", KEY_PPAGE), ("[6~", KEY_NPAGE), ("[Z", KEY_BTAB), ("OM", KEY_ENTER),
      ("[200~", pasteBegins), ("[201~", pasteEnds), ("[I", focusGained), ("[O", focusLost),
      // As xterm and nearly all others send them; then as rxvt does.
      ("[1;5A", controlUp), ("[1;5B", controlDown), ("[1;5D", controlLeft), ("[1;5C", controlRight),
      ("[1;5H", controlHome), ("[1;5F", controlEnd), ("Oa", controlUp), ("Ob", controlDown),
      ("Od", controlLeft), ("Oc", controlRight), ("[7^", controlHome), ("[8^", controlEnd),
    ] {
      define_key("\u{1B}\(form)", code)
    }
    for (number, form) in zip(Int32(1)..., ["OP", "OQ", "OR", "OS"]) {
      define_key("\u{1B}\(form)", KEY_F0 + number)
    }
    let tildes: [Int32] = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]
    for (number, tilde) in zip(Int32(1)..., tildes) {
      define_key("\u{1B}[\(tilde)~", KEY_F0 + number)
    }
  }

  /// The key behind a code; nil for codes that mean nothing here.
  static func token(_ code: Int32) -> KeyDecoder.Token? {
    switch code {
    case pasteBegins: return .pasteBegins
    case pasteEnds: return .pasteEnds
    case KEY_MOUSE: return mouse().map { .key($0) }
    case KEY_F0 + 1...KEY_F0 + 24: return .key(.function(Int(code - KEY_F0)))
    default: return keys[code].map { .key($0) }
    }
  }

  private static let keys: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home, KEY_END: .end,
    KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_IC: .insert, KEY_DC: .delete,
    KEY_BACKSPACE: .backspace, KEY_ENTER: .enter, KEY_BTAB: .backTab, KEY_RESIZE: .resize,
    focusGained: .focusGained, focusLost: .focusLost, controlUp: .controlUp, controlDown: .controlDown,
    controlLeft: .controlLeft, controlRight: .controlRight, controlHome: .controlHome,
    controlEnd: .controlEnd,
  ]

  private static func mouse() -> Key? {
    var x: Int32 = 0
    var y: Int32 = 0
    switch dutydesk_mouse_event(&x, &y) {
    case 1: return .click(x: Int(x), y: Int(y))
    case 2: return .wheel(up: true, x: Int(x), y: Int(y))
    case 3: return .wheel(up: false, x: Int(x), y: Int(y))
    default: return nil
    }
  }
}
