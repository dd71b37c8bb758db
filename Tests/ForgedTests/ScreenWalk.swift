import Terminal

@testable import Console
@testable import Desk
@testable import DeskStore

/// Opens every screen of the console on a desk and draws it, in both languages and in two sizes.
struct ScreenWalk {
  private let reading: Reading
  private let live: LiveDesk

  init(_ reading: Reading, _ live: LiveDesk) {
    self.reading = reading
    self.live = live
  }

  /// The language and the size that the screens are shown in.
  static let shapes = [(Language.zh, Size(width: 80, height: 24)), (.en, Size(width: 200, height: 60))]

  func walk(_ shape: (language: Language, size: Size)) {
    guard
      let shown = reading.look(
        "open for the screens",
        { try LiveDesk(path: live.path, writing: false, moment: .now(BaseHistories.now)) }),
      let port = reading.look("the door of the screens", { try LiveDeskPort(shown) }),
      let console = reading.look(
        "the first frame",
        { Console(port: port, me: BusyDay.manager, language: shape.language, size: shape.size) })
    else { return }
    walk(console)
  }

  private func walk(_ console: Console) {
    for action in [
      ActionName.listAll, .listLate, .listUnattended, .overview, .wall, .board, .timeline, .nextPane,
      .registers,
      .nextPane, .nextPane, .last, .queue, .intake, .back, .help, .back, .palette, .back,
    ] { press(action, console) }
    for number in live.desk.tickets.prefix(3).map(\.number) + live.desk.tickets.suffix(1).map(\.number) {
      press(.goTo, console)
      reading.look("typing a number") {
        console.handle(String(number.value).map { .character($0) } + [.enter])
      }
      press(.explain, console)
      press(.slip, console)
      press(.queue, console)
    }
  }

  /// Does something by the first of its keys that works here, if it can be done here, and draws.
  private func press(_ action: ActionName, _ console: Console) {
    guard let top = console.layers.last else { return }
    let key = ActionTable.entry(action).keys.first {
      KeyMap.standard.action(for: $0, in: top.scope, isTyping: top.isTyping) == action
    }
    guard let key else { return }
    reading.look("the frame after \(action)") {
      console.handle([key])
      _ = console.draw().text
    }
  }
}
