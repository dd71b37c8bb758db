import CNcurses
import CSystem
import Glibc

/// The terminal, through ncurses. One at a time in a process.
///
/// While it is open, a fault gives the terminal back before the process dies, SIGHUP and SIGTERM arrive as
/// `.closed`, a SIGTSTP from outside as `^Z`, and a new size as `.resize`.
public final class CursesScreen: Screen {
  /// Standard input.
  public let inputDescriptor: Int32 = STDIN_FILENO

  var pens: CursesPens
  /// What the terminal shows; nil when that is not known.
  var shown: Frame?
  /// What it showed before `shown` was forgotten, for a repaint by ourselves.
  var latest: Frame?
  /// Whether the cursor is shown; nil when that is not known.
  var cursorIsVisible: Bool?
  var decoder = KeyDecoder()
  let keyWindow: UnsafeMutablePointer<WINDOW>
  private let terminal: OpaquePointer
  private let titles: Bool
  private var titleIsOurs = false
  private var mouseTaken: Bool
  private(set) var isOpen = true

  /// Takes the terminal. Throws when there is none, or none that ncurses knows.
  public init(theme: Theme, mouse: Bool = true) throws(ScreenError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard let name = Theme.environment("TERM") else { throw .terminalNotNamed }
    _ = TextWidth.localeName
    Self.forgetStandingSize()
    set_escdelay(Theme.environment("SSH_CONNECTION") == nil ? 25 : 150)
    guard dutydesk_crash_guard_install() == 0 else { throw .notATerminal }
    guard let terminal = dutydesk_newterm(name) else {
      dutydesk_crash_guard_remove()
      throw .unknownTerminal(name)
    }
    guard dutydesk_capability("cup") != nil, let keyWindow = newpad(1, 1) else {
      endwin()
      delscreen(terminal)
      dutydesk_crash_guard_remove()
      throw .incapableTerminal(name)
    }
    self.terminal = terminal
    self.keyWindow = keyWindow
    // In an 8-bit set bytes of a hanzi may be controls that end the title in its middle.
    self.titles = Self.hasTitle(name) && TextWidth.characters.isWide
    self.mouseTaken = mouse
    self.pens = CursesPens(theme: theme)
    Self.prepare(keyWindow)
    describeReset()
    enterModes()
  }

  deinit { close() }

  /// Columns and rows.
  public var size: Size {
    Size(width: Int(dutydesk_columns()), height: Int(dutydesk_rows()))
  }

  /// `LINES` and `COLUMNS` of the environment would hold the size for good; where the terminal tells its own, that counts.
  private static func forgetStandingSize() {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else { return }
    unsetenv("LINES")
    unsetenv("COLUMNS")
  }

  /// Raw input, so that ^C, ^S, ^Q and ^Z are keys; Enter apart from ^J; no insertion by the terminal, which
  /// breaks wide characters.
  private static func prepare(_ keyWindow: UnsafeMutablePointer<WINDOW>) {
    raw()
    noecho()
    nonl()
    keypad(keyWindow, true)
    nodelay(keyWindow, true)
    idcok(dutydesk_standard_window(), false)
    CursesKeys.define()
  }

  /// Tells the crash guard how this terminal is put back.
  private func describeReset() {
    var reset = ""
    for name in ["sgr0", "op", "cnorm", "rmkx", "rmcup"] {
      guard let value = dutydesk_capability(name).map({ String(cString: $0) }) else { continue }
      if !value.contains("$<") { reset += value }
    }
    dutydesk_crash_guard_set_sequence(reset, reset.utf8.count)
  }

  private func enterModes() {
    takeMouse()
    if CursesKeys.understandsModes { send("\u{1B}[?2004h\u{1B}[?1004h") }
  }

  private func leaveModes() {
    if CursesKeys.understandsModes { send("\u{1B}[?2004l\u{1B}[?1004l\u{1B}[?1006l") }
    if titleIsOurs { send("\u{1B}[23;2t") }
    titleIsOurs = false
  }

  /// Gives the terminal back, runs the body, takes it again and repaints. No signal tells of a size that
  /// changed meanwhile, so `.resize` comes in any case.
  public func suspend(_ body: () -> Void) {
    guard isOpen else { return body() }
    leaveModes()
    endwin()
    dutydesk_crash_guard_arm(0)
    body()
    dutydesk_crash_guard_arm(1)
    reset_prog_mode()
    enterModes()
    cursorIsVisible = nil
    redraw()
    if let latest { show(latest) }
    raise(SIGWINCH)
  }

  /// Stops the process, as ^Z does in a shell, and repaints when it is continued.
  public func suspendProcess() { suspend(dutydesk_crash_guard_stop) }

  /// Changes the look from the next frame on.
  public func setTheme(_ theme: Theme) {
    pens = CursesPens(theme: theme)
    shown = nil
  }

  /// Takes mouse clicks and the wheel, or leaves them to the terminal.
  public func setMouse(_ taken: Bool) {
    guard taken != mouseTaken else { return }
    mouseTaken = taken
    takeMouse()
  }

  /// Places beyond column 223 are told in decimal only (SGR, 1006); terminals that do not know it send the old form.
  private func takeMouse() {
    dutydesk_take_mouse(mouseTaken ? 1 : 0)
    if CursesKeys.understandsModes { send(mouseTaken ? "\u{1B}[?1006h" : "\u{1B}[?1006l") }
  }

  /// Repaints everything with the next frame.
  public func redraw() {
    shown = nil
    clearok(dutydesk_physical_window(), true)
  }

  /// Gives the terminal back for good.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    leaveModes()
    endwin()
    delwin(keyWindow)
    delscreen(terminal)
    dutydesk_crash_guard_remove()
  }

  /// Sets the terminal's title where terminals of that name have one; the one before comes back at the end.
  func setTitle(_ title: String) {
    guard titles, isOpen else { return }
    if !titleIsOurs { send("\u{1B}[22;2t") }
    titleIsOurs = true
    send("\u{1B}]2;\(TextWidth.sanitise(title))\u{07}")
  }

  private static func hasTitle(_ name: String) -> Bool {
    ["xterm", "tmux", "screen", "rxvt", "alacritty", "kitty", "foot", "wezterm", "st-"].contains {
      name.hasPrefix($0)
    }
  }

  /// Bytes past ncurses, which keeps nothing back between two calls.
  func send(_ sequence: String) {
    var bytes = Array(sequence.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
