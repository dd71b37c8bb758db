import Desk
import DeskStore
import Terminal
import Words

/// The console: a stack of layers over a desk. Keys come in, pictures go out; whoever runs it owns the terminal.
final class Console {
  /// What only the owner of the terminal can do.
  enum Request: Equatable {
    case quit, suspend, redraw
    case mouse(Bool)
    /// The theme after this one in the list.
    case nextTheme
  }

  let port: any DeskPort
  var seat: Seat
  var layers = LayerStack()
  /// What is worked out of the desk for all of them.
  var books = Books()
  var keyboard: Keyboard
  var notice: Notice?
  var alarm = Alarm()
  /// Orders on emergencies whose technicians are still to be called.
  var calls: [OrderID] = []
  var drafts = Drafts()
  /// Where somebody was before.
  var trail = Trail()
  /// Who has a ticket open at another console.
  var others: [PresenceFile.Person] = []
  /// Whether others did something that is not shown yet.
  private var hasNews = false
  /// What the owner of the terminal has still to do.
  var requests: [Request] = []
  /// What lay where on the last picture, and when it changes by itself.
  var shown: Canvas?

  init(
    port: any DeskPort, me: StaffCode?, language: Language, size: Size,
    preferences: Preferences = Preferences()
  ) {
    self.port = port
    seat = Seat(
      me: me, preferences: preferences, phraseFile: port.personal(.phrases), language: language, size: size)
    keyboard = Keyboard(isMouseTaken: preferences.takesMouse)
    if let first = ScreenTable.first(preferences.start) { layers.push(first) }
    refreshAll(rings: false)
    noteStop()
    takeUpDraft()
  }

  /// What the layers may look at now. To be let go before anything is recorded: the desk is one value, and a second
  /// holder would make every change copy it.
  var context: Context {
    Context(
      desk: port.desk, now: Instant(seconds: port.now.seconds), present: port.present, replay: port.replay,
      me: seat.me, words: seat.words, restriction: port.restriction, size: seat.size,
      others: port.restriction?.isOtherMoment == true ? [] : others, trackBook: books.tracks,
      preferences: seat.preferences, phrases: seat.phrases)
  }

  // MARK: keys

  /// Answers keys in the order in which they came.
  func handle(_ keys: [Key]) {
    keyboard.dropsTypedAhead = false
    for key in keys {
      if keyboard.dropsTypedAhead, !key.isAboutTheTerminal { continue }
      handle(key)
      noteStop()
    }
    showPresence()
    saveDraft()
  }

  private func handle(_ key: Key) {
    switch key {
    case .resize, .focusGained, .focusLost: return
    case .closed: requests.append(.quit)
    case .click(let x, let y): press(Point(x: x, y: y))
    case .wheel(let up, _, _): send(.scroll(up ? -3 : 3))
    case .paste(let text):
      if notice?.isKept != true { notice = nil }
      paste(text)
    case .escape where notice?.isKept == true: notice = nil
    default:
      keyboard.key = key
      if notice?.isKept != true { notice = nil }
      books.isAlarmed = false
      type(key)
    }
  }

  private func type(_ key: Key) {
    guard !seat.isTooSmall else {
      let action = seat.preferences.keys.action(for: key, in: .queue, isTyping: false)
      if action == .quit || action == .suspend, let action { run(action) }
      return
    }
    let isTyping = layers.top.isTyping
    if isTyping, let effects = layers.update(.key(key), context) { return apply(effects) }
    if let action = seat.preferences.keys.action(for: key, in: layers.top.scope, isTyping: isTyping) {
      if case .character = key { keyboard.isInputMethodOn = false }
      return run(action)
    }
    explain(key, isTyping: isTyping)
  }

  /// A key that means nothing says so, and what would.
  private func explain(_ key: Key, isTyping: Bool) {
    guard !isTyping else { return }
    let words = seat.words
    if case .character(let character) = key, !Key.folded(character).isASCII {
      keyboard.isInputMethodOn = true
      notice = Notice(
        text: words.text(
          "输入法已开启：请用功能键、Ctrl 组合键或方向键；\(context.key(.palette, imeSafe: true)) 列出全部操作。",
          "The input method is on: use function keys, Ctrl or arrows; \(context.key(.palette, imeSafe: true)) lists everything."
        ), tone: .hint)
    } else if let name = KeyName(key)?.text {
      notice = Notice(
        text: words.text(
          "\(name) 在这里没有用处；\(context.key(.help)) 显示能用的按键。",
          "\(name) does nothing here; \(context.key(.help)) shows what does."),
        tone: .hint)
    }
  }

  private func paste(_ text: String) {
    guard !seat.isTooSmall else { return }
    if !layers.top.isTyping, let intake = intake(for: text) {
      // What was begun with another caller is put aside for this one.
      drafts.park()
      return open(intake)
    }
    if let effects = layers.update(.key(.paste(text)), context) { apply(effects) }
    if text.utf8.count > TextField.most, text.count > TextField.most {
      say(
        "粘贴的文字太长，只留下前\(TextField.most)个字。",
        "What was pasted is too long: the first \(TextField.most) characters are kept.")
    }
  }

  /// The call that a text is about which is pasted where nothing is typed: a number that somebody has, or a message that
  /// says of which room it is or whom to ring; nil for any other text.
  private func intake(for text: String) -> IntakeScreen? {
    let context = context
    guard port.restriction?.isOtherMoment != true else { return nil }
    var intake = IntakeScreen(context)
    let digits = text.filter { $0.isASCII && $0.isNumber }
    if digits.utf8.count >= 7, text.utf8.count <= 20, !context.desk.people(withPhone: digits).isEmpty {
      intake.takePhone(digits, context)
      return intake
    }
    let isMessage = IntakeMessage.namesSomebody(text, desk: context.desk) && intake.takeMessage(text, context)
    return isMessage ? intake : nil
  }

  private func press(_ point: Point) {
    guard !seat.isTooSmall, let target = shown?.target(at: point) else { return }
    notice = nil
    keyboard.key = .enter
    if case .action(let action) = target, layers.top.scope != .confirm { return run(action) }
    send(.press(target))
  }

  private func send(_ input: Input) {
    guard !seat.isTooSmall else { return }
    if let effects = layers.update(input, context) { apply(effects) }
  }

  // MARK: what changed

  /// Takes in what others wrote.
  func takeIn(_ events: [Event]) {
    note(events)
    showNews()
  }

  /// Takes note of what others did, to be shown later.
  func note(_ events: [Event]) {
    guard !events.isEmpty else { return }
    noteMoves(events)
    hasNews = true
  }

  /// Shows what has been taken note of; false where there is nothing.
  @discardableResult func showNews() -> Bool {
    guard hasNews else { return false }
    hasNews = false
    books.isForeign = true
    refreshAll(rings: true)
    books.isForeign = false
    return true
  }

  /// Takes in that time passed: something may be late now.
  func tick() {
    guard alarm.isDue(at: port.now) || layers.isStale(port.now) else { return }
    refreshAll(rings: true)
  }

  func noteMoves(_ events: [Event]) {
    for event in events {
      books.search.note(event, in: port.desk)
      if case .ticket(_, .edited(let edit)) = event.entry.body, edit.unit != nil { books.units.reset() }
    }
  }

  func refreshAll(rings: Bool) {
    let context = context
    books.units.update(context.desk)
    books.counts = books.due.counts(of: context.desk, for: seat.me, now: context.now)
    for name in QueueName.tabs where name != .closed && name != .all {
      books.counts[name, default: 0] += 0
    }
    if alarm.update(context, &books.due, rings: rings && seat.preferences.rings) { books.isAlarmed = true }
    for number in layers.compactMap(\.place?.ticket) { alarm.see(number) }
    layers.refresh(context, &books)
  }

  /// Hands over what the owner of the terminal has to do.
  func takeRequests() -> [Request] {
    defer { requests = [] }
    return requests
  }

  /// Takes in a new size of the screen.
  func resize(to size: Size) {
    guard size != seat.size else { return }
    seat.size = size
    refreshAll(rings: false)
  }
}

extension Key {
  /// Not something somebody typed.
  var isAboutTheTerminal: Bool {
    switch self {
    case .resize, .closed, .focusGained, .focusLost: true
    default: false
    }
  }
}
