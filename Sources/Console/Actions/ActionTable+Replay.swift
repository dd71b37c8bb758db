import Desk
import DeskStore
import Terminal
import Words

extension ActionTable {
  private static func look(
    _ name: ActionName, _ keys: [Key], _ label: Phrase, _ help: Phrase,
    _ move: @escaping @Sendable (Context) -> ReplayMove?
  ) -> ActionEntry {
    ActionEntry(name, keys, label, help, Scope.screens, .look(move))
  }

  /// Looking at another time; with Ctrl the arrows move in time, past every input method.
  static let replay: [ActionEntry] = [
    ActionEntry(
      .lookAt, [.character("@")], Phrase("回看", "Look back"),
      Phrase("回看以前的某一时刻，只能查看", "Shows the desk as it stood at another time, for reading"), Scope.screens),
    look(
      .previousEvent, [.character(","), .controlLeft], Phrase("上一步", "Step back"),
      Phrase("回看：退回一个事件", "In the past: one event back")
    ) { _ in .previousEvent },
    look(
      .nextEvent, [.character("."), .controlRight], Phrase("下一步", "Step on"),
      Phrase("回看：前进一个事件", "In the past: one event on")
    ) { _ in .nextEvent },
    look(
      .previousHour, [.character("["), .controlUp], Phrase("前一时", "Hour back"),
      Phrase("回看：退到整点", "In the past: back to the full hour")
    ) { _ in .previousHour },
    look(
      .nextHour, [.character("]"), .controlDown], Phrase("后一时", "Hour on"),
      Phrase("回看：进到整点", "In the past: on to the full hour")
    ) { _ in .nextHour },
    look(
      .shiftStart, [.character("{"), .controlHome], Phrase("接班时", "Shift start"),
      Phrase("回看：退到本人接班的时刻，没有班次则为零点", "In the past: back to where your shift began, or midnight")
    ) { .shiftStart($0.shift) },
    look(
      .present, [.character("}"), .controlEnd], Phrase("现在", "Present"),
      Phrase("结束回看，回到现在", "Ends looking back: the desk as it is")
    ) { _ in nil },
  ]
}
