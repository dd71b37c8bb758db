/// Where frames go and keys come from: the terminal through ncurses, or memory in tests.
public protocol Screen: AnyObject {
  /// Columns and rows now; changes when `.resize` comes.
  var size: Size { get }

  /// Becomes readable when keys are pending; for `wait(for:until:)`. Negative when there is none.
  var inputDescriptor: Int32 { get }

  /// Makes the terminal look like this frame. A frame equal to the one before writes nothing.
  func show(_ frame: Frame)

  /// All keys pending now; never waits.
  func readKeys() -> [Key]

  /// Gives the terminal back, runs the body (a shell, a stop by ^Z), takes the terminal again and repaints.
  func suspend(_ body: () -> Void)

  /// Stops the process as ^Z does in a shell, and repaints when it is continued.
  func suspendProcess()

  /// Changes the look from the next frame on.
  func setTheme(_ theme: Theme)

  /// Takes mouse clicks and the wheel, or leaves them to the terminal so that it can select text.
  func setMouse(_ taken: Bool)

  /// Repaints everything with the next frame, after something else wrote on the terminal.
  func redraw()

  /// Gives the terminal back for good. Closing twice does nothing.
  func close()
}

/// Why there is no screen.
public enum ScreenError: Error, Equatable, Sendable {
  /// Standard input or output is not a terminal.
  case notATerminal
  /// TERM is empty or not set.
  case terminalNotNamed
  /// No terminal description is installed under that name.
  case unknownTerminal(String)
  /// The terminal of that name cannot place its cursor.
  case incapableTerminal(String)
}
