import Desk
import Settings
import Terminal
import Words

/// Lists of the queue kept under names.
extension Console {
  /// Those that were kept; what cannot be read counts as none and is told.
  private func savedViews() -> SavedViews {
    guard let bytes = port.personal(.views) else { return SavedViews() }
    do throws(SettingsFaults) {
      return try SavedViews(parsing: bytes, file: "views.conf")
    } catch {
      if let fault = error.faults.first { say(seat.words.sentence(for: fault)) }
      return SavedViews()
    }
  }

  func openViews() {
    let views = savedViews()
    if notice?.tone == .refused { return }
    guard !views.views.isEmpty else {
      let key = context.key(.saveView)
      return say("还没有保存的列表；\(key) 把现在的列表存下来。", "No list is kept yet; \(key) keeps the one you see.")
    }
    push(ViewList(views))
  }

  func keep(_ view: SavedView) {
    var views = savedViews()
    if notice?.tone == .refused { return }
    views.keep(view)
    keep(views)
    if notice == nil { notice = Notice(text: context.say("已保存列表：", "List kept: ") + view.name, tone: .done) }
  }

  func keep(_ views: SavedViews) {
    do {
      try port.keepPersonal(Array(views.text.utf8), as: .views)
    } catch {
      notice = Notice(text: port.sentence(for: error, in: seat.language), tone: .refused)
    }
  }

  func show(_ view: SavedView) {
    layers.popAll()
    layers.queue.show(view)
    layers.queue.refresh(context, &books)
  }
}
