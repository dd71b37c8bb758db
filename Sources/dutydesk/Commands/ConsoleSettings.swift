import Console
import Desk
import Glibc
import Journal
import Settings
import Terminal
import Words

extension CommandTable {
  private static let themeFile = ArgumentDefinition(
    placeholder: "FILE",
    help: Phrase("配色文件，或内置配色的名称；- 为标准输入", "a theme file, or the name of a theme; - reads standard input"))
  private static let settingsFile = ArgumentDefinition(
    placeholder: "FILE",
    help: Phrase("设置文件；缺省为自己的 console.conf", "the settings file; else your own console.conf")
  ).optional
  private static let markdown = OptionDefinition(
    "markdown", nil, Phrase("输出 Markdown 表格", "prints a Markdown table"))

  static let themeList = CommandDefinition(
    path: ["theme", "list"], section: .settings, summary: Phrase("列出配色", "lists the themes"),
    examples: ["theme list"], formats: [.json],
    work: .other { session, invocation in
      let names = Theme.available()
      guard !invocation.has(.json) else {
        return session.out.json(names) { writer, name in writer.field("theme", name) }
      }
      for name in names { session.out.line(name) }
    })

  static let themeCheck = CommandDefinition(
    path: ["theme", "check"], section: .settings,
    summary: Phrase("检查配色文件：错误的行列，对比度不足之处", "checks a theme: every fault with its place, and poor contrast"),
    arguments: [themeFile], examples: ["theme check lobby.theme", "theme check night --json"],
    formats: [.json],
    work: .other { session, invocation in
      ThemeCheck(session).run(invocation.argument(0) ?? "-", isJSON: invocation.has(.json))
    })

  static let keysList = CommandDefinition(
    path: ["keys", "list"], section: .settings,
    summary: Phrase("列出控制台的按键，含自己改过的", "lists the keys of the console, your own changes included"),
    options: [markdown], examples: ["keys list", "keys list --markdown --lang zh"], formats: [.json],
    work: .other { session, invocation in
      let (preferences, news) = PreferencesFile(session).read()
      if let news { session.err.line(news) }
      let list = KeyList(preferences, language: session.words.language)
      if invocation.has(.json) {
        session.out.json(list.entries) { writer, entry in
          writer.field("action", entry.action)
          writer.field("keys", entry.keys)
          writer.field("label", entry.label)
          writer.field("help", entry.help)
          writer.field("where", entry.places)
        }
      } else {
        for line in invocation.has(markdown) ? list.markdown : list.lines { session.out.line(line) }
      }
    })

  static let keysCheck = CommandDefinition(
    path: ["keys", "check"], section: .settings,
    summary: Phrase(
      "检查控制台设置和按键文件，逐条说明第几行第几列有何错误", "checks the settings and keys of the console: every fault with its place"
    ),
    arguments: [settingsFile], examples: ["keys check", "keys check console.conf --json"], formats: [.json],
    work: .other { session, invocation in
      guard let path = invocation.argument(0) ?? PreferencesFile.path else { throw UsageFault.noHome }
      var faults: [SettingsFault] = []
      do {
        _ = try Preferences(parsing: try FileBytes.settings(path), file: path)
      } catch let error as SettingsFaults {
        faults = error.faults
      }
      let report = SettingsReport(session, path: path, faults: faults)
      if invocation.has(.json) { report.json() } else { report.text() }
    })
}

/// A person's `console.conf`.
struct PreferencesFile {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// Where it lies; nil where nobody knows a home.
  static var path: String? { UserFolder.settings.map { $0 + "/console.conf" } }

  /// What can be used of it; where something cannot, a sentence that says so.
  func read() -> (preferences: Preferences, news: String?) {
    guard let path = Self.path, access(path, F_OK) == 0 else { return (Preferences(), nil) }
    let preferences: Preferences
    let faults: [SettingsFault]
    do {
      (preferences, faults) = Preferences.salvaging(try FileBytes.settings(path), file: "console.conf")
    } catch let error as SettingsFaults {
      (preferences, faults) = (Preferences(), error.faults)
    } catch {
      return (Preferences(), session.words.text("设置读不了：", "Settings cannot be read: ") + path)
    }
    guard let first = faults.first else { return (preferences, nil) }
    let check = session.words.text(
      "console.conf有\(faults.count)处没有采用（dutydesk keys check）：",
      "\(faults.count) of console.conf not used (dutydesk keys check): ")
    return (preferences, check + session.words.sentence(for: first))
  }
}

/// What was found in a settings file.
struct SettingsReport {
  private let session: Session
  private let path: String
  private let faults: [SettingsFault]

  init(_ session: Session, path: String, faults: [SettingsFault]) {
    self.session = session
    self.path = path
    self.faults = faults
    if !faults.isEmpty { session.status = .usage }
  }

  func text() {
    for fault in faults { session.out.line(session.words.sentence(for: fault)) }
    guard faults.isEmpty else { return }
    session.out.line(session.words.text("\(path)：没有错误。", "\(path): no faults."))
  }

  func json() {
    session.out.json(faults) { writer, fault in
      writer.field("line", Int64(fault.line))
      writer.field("column", Int64(fault.column))
      writer.field("severity", "error")
      writer.field("message", session.words.sentence(for: fault.kind))
    }
  }
}
