import Desk
import Terminal

/// One thread, one loop: wait for the keyboard, the journal or the next change of a clock; take in everything that is
/// there; then show one picture.
final class ConsoleLoop {
  private let console: Console
  private let port: any DeskPort
  private let screen: any Screen
  private var theme: String
  private var isOver = false

  /// However quiet the journal's wake-up is, it is looked at this often (JOURNAL).
  private static let lookEvery: Int64 = 1000

  init(console: Console, port: any DeskPort, screen: any Screen, theme: String) {
    self.console = console
    self.port = port
    self.screen = screen
    self.theme = theme
  }

  /// Runs until somebody quits or the terminal is gone.
  func run() {
    port.whileWaiting = { [unowned self] in showWaiting() }
    defer { port.whileWaiting = nil }
    var needsPicture = true
    var lastLook = monotonicMilliseconds()
    while !isOver {
      if noticeJump() { needsPicture = true }
      if port.takeMisled() {
        console.wasMisled()
        needsPicture = true
      }
      if needsPicture { screen.show(console.draw()) }
      let changes = changeDeadline
      let look = port.isTicking ? lastLook + Self.lookEvery : nil
      let isBehind = port.isBehind
      let isQuiet = !isBehind && (port.hasQuietWork || console.hasQuietWork)
      let awakening = wait(
        for: [screen.inputDescriptor, port.wakeDescriptor],
        until: isQuiet || isBehind ? monotonicMilliseconds() : earliest(changes, look))
      needsPicture = false
      let keys = screen.readKeys()
      if !keys.isEmpty {
        answer(keys)
        needsPicture = true
      }
      if isQuiet, keys.isEmpty, awakening.isEmpty, doQuietWork() { needsPicture = true }
      let time = monotonicMilliseconds()
      // The picture of a key comes before the next piece of what others wrote.
      if isBehind
        ? keys.isEmpty : awakening.contains(port.wakeDescriptor) || look.map({ $0 <= time }) ?? false
      {
        lastLook = time
        if follow() { needsPicture = true }
        if console.lookAround() { needsPicture = true }
      }
      if let changes, changes <= time {
        console.tick()
        needsPicture = true
      }
    }
  }

  /// What the two clocks of the machine are apart: it changes only when somebody sets one of them.
  private var clocksApart: Int64?
  /// When news was last shown, and how long that took.
  private var lastShow: Int64 = 0
  private var showTook: Int64 = 0
  /// Of the time while there is more to take in, one part in so many goes into showing it.
  private static let sparing: Int64 = 40
  /// When the picture was last shown while somebody else held the journal.
  private var lastWait: Int64 = 0

  /// Whether the machine's clock was set; then every countdown reads differently, and it is told.
  private func noticeJump() -> Bool {
    guard port.isTicking else { return false }
    let apart = port.now.milliseconds - monotonicMilliseconds()
    defer { clocksApart = apart }
    guard let before = clocksApart, abs(apart - before) > 2000 else { return false }
    console.clockJumped(by: Seconds(milliseconds: apart - before))
    return true
  }

  /// Shows that time goes on although nothing can be recorded yet.
  private func showWaiting() {
    let time = monotonicMilliseconds()
    guard time - lastWait >= 250 else { return }
    lastWait = time
    console.sayWaiting()
    screen.show(console.draw())
  }

  /// Does a piece of what waits for a quiet moment; true when there is something to show for it.
  private func doQuietWork() -> Bool {
    guard port.hasQuietWork else {
      console.doQuietWork()
      return false
    }
    let before = port.restriction
    do {
      try port.doQuietWork()
    } catch {
      console.complain(error)
      return true
    }
    return port.restriction != before
  }

  private func earliest(_ a: Int64?, _ b: Int64?) -> Int64? {
    guard let a, let b else { return a ?? b }
    return min(a, b)
  }

  /// When the picture next reads differently, on the monotonic clock.
  private var changeDeadline: Int64? {
    guard port.isTicking, let moment = console.changesAt else { return nil }
    return monotonicMilliseconds() + max(1, (moment - port.now).milliseconds)
  }

  /// Takes in what others wrote; true when it is to be shown. While there is more of it, the picture takes a small part of
  /// the time.
  private func follow() -> Bool {
    do {
      console.note(try port.follow())
      let time = monotonicMilliseconds()
      guard !port.isBehind || time - lastShow >= max(500, Self.sparing * showTook) else { return false }
      guard console.showNews() else { return false }
      lastShow = monotonicMilliseconds()
      showTook = lastShow - time
      return true
    } catch {
      console.complain(error)
      return true
    }
  }

  private func answer(_ keys: [Key]) {
    if keys.contains(.resize) { console.resize(to: screen.size) }
    console.handle(keys)
    let requests = console.takeRequests()
    for request in requests { serve(request) }
  }

  private func serve(_ request: Console.Request) {
    switch request {
    case .quit: isOver = true
    case .redraw: screen.redraw()
    case .mouse(let taken): screen.setMouse(taken)
    case .nextTheme: nextTheme()
    case .suspend:
      if let terminal = screen as? CursesScreen { terminal.suspendProcess() } else { screen.suspend {} }
    }
  }

  private func nextTheme() {
    let names = Theme.available()
    guard !names.isEmpty else { return }
    let place = names.firstIndex(of: theme) ?? -1
    theme = names[(place + 1) % names.count]
    do {
      screen.setTheme(try Theme.named(theme))
      console.say("配色：\(theme)", "Colours: \(theme)")
    } catch {
      console.say("配色 \(theme) 用不了。", "The theme \(theme) cannot be used.")
    }
  }
}
