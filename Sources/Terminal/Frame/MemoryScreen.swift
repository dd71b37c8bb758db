/// A screen without a terminal: keeps every frame and hands out the keys it was given.
public final class MemoryScreen: Screen {
  /// Every frame shown, in order; a frame equal to the one before is not repeated.
  public private(set) var frames: [Frame] = []
  /// What happened besides frames, in order.
  public private(set) var events: [Event] = []
  /// Columns and rows.
  public private(set) var size: Size
  /// No descriptor: there is nothing to wait for.
  public let inputDescriptor: Int32 = -1
  /// The theme set last.
  public private(set) var theme: Theme?

  private var pending: [Key] = []

  /// What a terminal would have been told.
  public enum Event: Equatable, Sendable {
    case suspended, resumed, redrawn, closed
    case mouse(Bool)
    case bell(Int)
  }

  /// A screen of that size.
  public init(size: Size) { self.size = size }

  /// The frame on the screen.
  public var frame: Frame? { frames.last }

  /// Whether it was closed.
  public var isClosed: Bool { events.contains(.closed) }

  /// Puts keys into the queue.
  public func type(_ keys: Key...) { pending += keys }

  /// Puts a text into the queue, one key for each character; a line break is Enter.
  public func type(_ text: String) {
    pending += text.map { $0.isNewline ? .enter : .character($0) }
  }

  /// Changes the size and tells so, as a terminal does.
  public func resize(to size: Size) {
    self.size = size
    pending.append(.resize)
  }

  /// Keeps the frame.
  public func show(_ frame: Frame) {
    guard frame != frames.last, !isClosed else { return }
    if frame.bells > 0 { events.append(.bell(frame.bells)) }
    frames.append(frame)
  }

  /// All keys in the queue.
  public func readKeys() -> [Key] {
    defer { pending = [] }
    return pending
  }

  /// Runs the body between `suspended` and `resumed`.
  public func suspend(_ body: () -> Void) {
    events.append(.suspended)
    body()
    events.append(.resumed)
  }

  /// Suspends and resumes at once.
  public func suspendProcess() { suspend {} }

  /// Keeps the theme.
  public func setTheme(_ theme: Theme) { self.theme = theme }

  /// Notes it.
  public func setMouse(_ taken: Bool) { events.append(.mouse(taken)) }

  /// Notes it.
  public func redraw() { events.append(.redrawn) }

  /// Notes it.
  public func close() {
    if !isClosed { events.append(.closed) }
  }
}
