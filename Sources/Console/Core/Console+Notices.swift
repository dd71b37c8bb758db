import Desk
import DeskStore
import Terminal
import Words

/// What is said on the notice line.
extension Console {
  /// Says something on the notice line until the next key.
  func say(_ zh: String, _ en: String) {
    notice = Notice(text: seat.words.text(zh, en), tone: .hint)
  }

  /// Says something that is wrong, until the next key.
  func say(_ news: String) { notice = Notice(text: news, tone: .refused) }

  /// Says that something went wrong with the journal; whoever is typing must not miss it.
  func complain(_ error: any Error) {
    let away = seat.words.text("（Esc 收起）", " (Esc puts this away)")
    notice = Notice(
      text: port.sentence(for: error, in: seat.language) + away, tone: .refused, isKept: true)
  }

  /// Says that somebody else keeps the journal, and who.
  func sayWaiting() {
    let words = seat.words
    notice = Notice(
      text: words.text("日志正被占用，稍候再存…… ", "The journal is in use; waiting to save... ")
        + words.sentence(forHolders: port.lockHolders), tone: .hint)
    refreshAll(rings: false)
  }

  /// Says that the machine's clock was set, by so much.
  func clockJumped(by span: Seconds) {
    let words = seat.words
    let much = words.duration(span < .zero ? .zero - span : span)
    say(
      span < .zero
        ? words.text(
          "本机时钟被往回拨了\(much)，请核对时间。", "The machine's clock was set back by \(much); check the time.")
        : words.text(
          "本机时钟被往前拨了\(much)，请核对时间。", "The machine's clock was set forward by \(much); check the time."))
    refreshAll(rings: true)
  }
}
