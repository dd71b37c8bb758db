import Desk
import DeskStore
import Terminal

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
  let me: StaffCode?
  /// How the person at the keyboard wants it.
  let preferences: Preferences
  var layers = LayerStack()
  var books = Books()
  var language: Language
  var size: Size
  var notice: Notice?
  var draft: IntakeScreen?
  /// Orders on emergencies whose technicians are still to be called.
  var calls: [OrderID] = []
  /// What was typed into forms that were put away without recording it.
  var parked: [Form.DraftName: Form] = [:]
  /// Calls that were put aside for others, the latest first.
  var parkedDrafts: [IntakeScreen] = []
  /// The centre's own phrases as they are written; nil where there are none.
  let phraseFile: [UInt8]?
  /// The draft as it was kept last.
  var keptDraft: String?
  /// A hanzi came where a command was expected.
  var isInputMethodOn = false
  var isMouseTaken: Bool
  var alarm = Alarm()
  /// Whether others did something that is not shown yet.
  private var hasNews = false
  /// What the owner of the terminal has still to do.
  var requests: [Request] = []
  /// Keys typed before a question appeared are no answer to it.
  var dropsTypedAhead = false
  /// The key being answered; a question asked by it must be confirmed by another.
  var key: Key = .enter
  let trackBook = TrackBook()
  /// Where somebody was before.
  var trail = Trail()
  /// The last place that was seen.
  var lastStop: Trail.Stop?
  /// Who has a ticket open at another console.
  var others: [PresenceFile.Person] = []
  /// What lay where on the last picture, and when it changes by itself.
  var shown: Canvas?

  init(
    port: any DeskPort, me: StaffCode?, language: Language, size: Size,
    preferences: Preferences = Preferences()
  ) {
    self.port = port
    phraseFile = port.personal(.phrases)
    self.me = me
    self.preferences = preferences
    isMouseTaken = preferences.takesMouse
    self.language = language
    self.size = size
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
      me: me, words: Words(language), restriction: port.restriction, size: size,
      others: port.restriction?.isOtherMoment == true ? [] : others,
      trackBook: trackBook,
      preferences: preferences, phrases: phrases(Words(language)))
  }

  private func phrases(_ words: Words) -> Phrases { Phrases(phraseFile, words.language) }

  var isTooSmall: Bool {
    size.width < ScreenFrame.smallest.width || size.height < ScreenFrame.smallest.height
  }

  // MARK: keys

  /// Answers keys in the order in which they came.
  func handle(_ keys: [Key]) {
    dropsTypedAhead = false
    for key in keys {
      if dropsTypedAhead, !key.isAboutTheTerminal { continue }
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
      self.key = key
      if notice?.isKept != true { notice = nil }
      books.isAlarmed = false
      type(key)
    }
  }

  private func type(_ key: Key) {
    guard !isTooSmall else {
      let action = preferences.keys.action(for: key, in: .queue, isTyping: false)
      if action == .quit || action == .suspend, let action { run(action) }
      return
    }
    let isTyping = layers.top.isTyping
    if isTyping, let effects = layers.update(.key(key), context) { return apply(effects) }
    if let action = preferences.keys.action(for: key, in: layers.top.scope, isTyping: isTyping) {
      if case .character = key { isInputMethodOn = false }
      return run(action)
    }
    explain(key, isTyping: isTyping)
  }

  /// A key that means nothing says so, and what would.
  private func explain(_ key: Key, isTyping: Bool) {
    guard !isTyping else { return }
    let words = Words(language)
    if case .character(let character) = key, !Key.folded(character).isASCII {
      isInputMethodOn = true
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
    guard !isTooSmall else { return }
    if !layers.top.isTyping, let intake = intake(for: text) {
      // What was begun with another caller is put aside for this one.
      parkDraft()
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
    guard !isTooSmall, let target = shown?.target(at: point) else { return }
    notice = nil
    key = .enter
    if case .action(let action) = target, layers.top.scope != .confirm { return run(action) }
    send(.press(target))
  }

  private func send(_ input: Input) {
    guard !isTooSmall else { return }
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
    books.counts = books.due.counts(of: context.desk, for: me, now: context.now)
    for name in QueueName.tabs where name != .closed && name != .all {
      books.counts[name, default: 0] += 0
    }
    if alarm.update(context, &books.due, rings: rings && preferences.rings) { books.isAlarmed = true }
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
    guard size != self.size else { return }
    self.size = size
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
