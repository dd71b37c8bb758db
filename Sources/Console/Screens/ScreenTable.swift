import Desk
import Terminal

/// How each screen is opened: the only place that knows them all.
enum ScreenTable {
  /// What an action opens.
  enum Opening {
    /// On top of what is there.
    case push(any Layer)
    /// In place of all above the queue.
    case show(any Layer)
  }

  /// What an action opens from a place; nil where it opens none.
  static func opening(_ action: ActionName, from top: any Layer, selection: Selection, _ context: Context)
    -> Opening?
  {
    switch action {
    case .help: .push(HelpScreen(about: top.scope, isTyping: top.isTyping))
    case .palette: .push(Palette(about: top.scope, selection: selection, context))
    case .goTo: .push(NumberPrompt())
    case .lookAt: .push(MomentPrompt())
    case .board: .show(BoardScreen())
    case .overview: .show(OverviewScreen())
    case .wall: .show(WallScreen())
    case .registers: .show(RegistersScreen())
    default: nil
    }
  }

  /// The screen to begin with, above the queue.
  static func first(_ name: Preferences.Start) -> (any Layer)? {
    switch name {
    case .queue: nil
    case .overview: OverviewScreen()
    case .board: BoardScreen()
    case .wall: WallScreen()
    case .registers: RegistersScreen()
    }
  }
}
