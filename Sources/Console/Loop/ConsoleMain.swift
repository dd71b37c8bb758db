public import Desk
public import DeskStore
import Journal
import Terminal
import Words

/// The console on a terminal.
public enum ConsoleMain {
  /// Opens the console on a desk and returns when somebody leaves it.
  ///
  /// - Parameters:
  ///   - store: the desk; one opened for reading, or at another moment, is shown with a banner and cannot be changed.
  ///   - moment: shown as it was recorded by then, until somebody goes to the present; nil for the present.
  ///   - me: who sits there; nil when nobody is known, and nothing can be changed then.
  ///   - language: of the screen; a key switches it.
  ///   - preferences: how the person who sits there wants it.
  ///   - news: a sentence to begin with, such as what is wrong with the preferences.
  ///
  /// Throws `ThemeError` for the theme and `ScreenError` where there is no terminal to open it on. The terminal is
  /// given back however this ends.
  public static func run(
    store: LiveDesk, lookingBackAt moment: Instant? = nil, me: StaffCode?, language: Language,
    preferences: Preferences = Preferences(), news: String? = nil
  ) throws {
    let theme = preferences.theme ?? Theme.defaultName
    let look = try Theme.named(theme)
    TextWidth.ambiguousWidth = preferences.ambiguousWidth
    var preferences = preferences
    if !TextWidth.characters.isWide { preferences.borders = .ascii }
    let port = try LiveDeskPort(store, lookingBackAt: moment)
    let screen = try CursesScreen(theme: look, mouse: preferences.takesMouse)
    defer { screen.close() }
    let console = Console(
      port: port, me: me, language: language, size: screen.size, preferences: preferences)
    if let news {
      console.say(news)
    } else if !TextWidth.characters.isWide {
      console.say(about: TextWidth.characters)
    } else if let jump = store.notices.clockJumps.last {
      console.say(Words(language).line(for: jump, store.desk.zone))
    }
    ConsoleLoop(console: console, port: port, screen: screen, theme: theme).run()
  }
}

extension Console {
  /// Says why lines are ASCII, and which variable to set where the terminal is better than its name.
  fileprivate func say(about characters: LocaleCharacters) {
    let name = characters.variable
    say(
      "\(name) 不是 UTF-8：框线用 ASCII，汉字可能乱码；请设 \(name)=C.UTF-8。",
      "\(name) is not UTF-8: ASCII lines, Chinese may not show; set \(name)=C.UTF-8.")
  }
}
