import Terminal

extension ActionTable {
  private static func step(
    _ name: ActionName, _ keys: [Key], _ zh: (String, String), _ en: (String, String)
  ) -> ActionEntry {
    ActionEntry(name, keys, (zh.0, en.0), (zh.1, en.1), Scope.screens)
  }

  /// Looking at another time; with Ctrl the arrows move in time, past every input method.
  static let replay: [ActionEntry] = [
    step(
      .lookAt, [.character("@")], ("回看", "回看以前的某一时刻，只能查看"),
      ("Look back", "Shows the desk as it stood at another time, for reading")),
    step(
      .previousEvent, [.character(","), .controlLeft], ("上一步", "回看：退回一个事件"),
      ("Step back", "In the past: one event back")),
    step(
      .nextEvent, [.character("."), .controlRight], ("下一步", "回看：前进一个事件"),
      ("Step on", "In the past: one event on")),
    step(
      .previousHour, [.character("["), .controlUp], ("前一时", "回看：退到整点"),
      ("Hour back", "In the past: back to the full hour")),
    step(
      .nextHour, [.character("]"), .controlDown], ("后一时", "回看：进到整点"),
      ("Hour on", "In the past: on to the full hour")),
    step(
      .shiftStart, [.character("{"), .controlHome], ("接班时", "回看：退到本人接班的时刻，没有班次则为零点"),
      ("Shift start", "In the past: back to where your shift began, or midnight")),
    step(
      .present, [.character("}"), .controlEnd], ("现在", "结束回看，回到现在"),
      ("Present", "Ends looking back: the desk as it is")),
  ]
}
