import Console
import Desk
import DeskStore
import Terminal
import Words

extension CommandTable {
  static let console = CommandDefinition(
    path: ["console"], section: .start,
    summary: Phrase("打开控制台（缺省命令）", "opens the console, as no command does"),
    options: [.screen, .screenReader],
    examples: ["console --screen wall --theme day", "console --screen-reader"], takesMoment: true,
    work: .other { session, invocation in
      let (live, moment) = try session.openForConsole(invocation)
      try ConsoleRun(session, invocation).open(live, lookingBackAt: moment)
    })
}

/// The console, opened from the command line.
struct ConsoleRun {
  private let session: Session
  private let invocation: Invocation

  init(_ session: Session, _ invocation: Invocation) {
    self.session = session
    self.invocation = invocation
  }

  /// Shows the console until somebody leaves it, to a person where one is given; at first as it was recorded by `moment` where one is given.
  func open(_ live: LiveDesk, as person: StaffCode? = nil, lookingBackAt moment: Instant? = nil) throws {
    session.err.flush()
    var (preferences, news) = PreferencesFile(session).read()
    if let theme = invocation[.theme] { preferences.theme = theme }
    if invocation.has(.screenReader) { preferences.isForScreenReader = true }
    if let screen = invocation[.screen].flatMap({ Preferences.Start(rawValue: $0) }) {
      preferences.start = screen
    }
    let spoken = invocation[.lang] == nil ? preferences.language : nil
    try ConsoleMain.run(
      store: live, lookingBackAt: moment, me: try person ?? author(live),
      language: spoken ?? session.words.language,
      preferences: preferences, news: news)
  }

  /// Who sits there. Somebody whom the account does not name may still look; a name that is not theirs is refused.
  private func author(_ live: LiveDesk) throws -> StaffCode? {
    do {
      return try session.author(invocation, on: live)
    } catch Refusal.strangerAccount, Refusal.disguised, Refusal.whoAreYou {
      return nil
    }
  }
}
