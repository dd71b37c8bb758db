public import Desk
public import Terminal

/// How a person wants the console: what `console.conf` says, and the keys it changes.
public struct Preferences: Equatable, Sendable {
  /// The name of a theme or the path of one; nil for the usual one.
  public var theme: String?
  /// The language of the screen; nil for that of the environment.
  public var language: Language?
  /// What lines and boxes are drawn with; nil for what the width of ambiguous characters asks for.
  public var borders: Borders?
  /// Columns in which the terminal draws `…—·①` and the like: 1 or 2.
  public var ambiguousWidth = 1
  /// Flat lines for a screen reader or a Braille display: words instead of marks, no panes beside each other, no boxes.
  public var isForScreenReader = false
  /// Whether countdowns run; nil: they do, except for a screen reader, which would read each change aloud.
  public var ticks: Bool?
  /// Whether the mouse is taken at the start.
  public var takesMouse = true
  /// Whether alarms ring the bell.
  public var rings = true
  /// The screen to begin with.
  public var start = Start.queue
  var keys = KeyMap.standard

  /// Screens to begin with.
  public enum Start: String, CaseIterable, Sendable { case queue, overview, board, wall, registers }

  public init() {}

  /// Whether countdowns run.
  var showsCountdowns: Bool { ticks ?? !isForScreenReader }

  /// What lines are drawn with on this terminal.
  var effectiveBorders: Borders {
    if isForScreenReader { return .none }
    return borders ?? (ambiguousWidth == 1 ? .line : .ascii)
  }
}
