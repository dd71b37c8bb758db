import Desk
import Terminal
import Words

extension Console {
  /// Draws the picture as it is now; the bell rings with it once.
  func draw() -> Frame {
    let now = Instant(seconds: port.now.seconds)
    guard !seat.isTooSmall else {
      let canvas = ScreenFrame.tooSmall(seat.size, seat.words, now: now)
      shown = canvas
      return canvas.frame
    }
    readHistory()
    var canvas = Canvas(
      size: seat.size, now: now, borders: seat.preferences.effectiveBorders,
      ticks: seat.preferences.showsCountdowns)
    let context = context
    let base = layers.lastIndex { $0.scope.isScreen } ?? 0
    let frame = frame(layers[base].scope, context)
    frame.header(on: &canvas, standing: standingLine(context))
    for layer in layers[base...] { layer.draw(on: &canvas, context, books) }
    if let notice = notice ?? frame.restOfBanner { frame.notice(notice, on: &canvas) }
    let top = layers.top
    self.frame(top.scope, context).keys(on: &canvas, selection: top.selection(context))
    canvas.frame.title = title(context)
    canvas.frame.bells = alarm.ring()
    if let next = alarm.nextLook { canvas.changes(at: next) }
    shown = canvas
    return canvas.frame
  }

  /// When the picture next changes though nothing happens; nil when it never does.
  var changesAt: Instant? { shown?.changesAt }

  private func frame(_ scope: Scope, _ context: Context) -> ScreenFrame {
    ScreenFrame(context: context, scope: scope, isInputMethodOn: keyboard.isInputMethodOn)
  }

  private func readHistory() {
    let wanted = layers.last { $0.scope.isScreen }?.selection(context).history
    if let wanted { loadHistory(of: wanted) }
  }

  /// What the terminal's title says: what is late is seen even from another window.
  private func title(_ context: Context) -> String {
    let late = alarm.late > 0 ? context.say("超时 \(alarm.late) · ", "\(alarm.late) late · ") : ""
    return late + context.say("未办结 \(alarm.open)", "\(alarm.open) open") + " · " + context.desk.centre
  }
}
