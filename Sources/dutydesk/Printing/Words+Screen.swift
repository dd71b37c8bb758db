import Settings
import Terminal
import Words

/// Why the console cannot be opened.
extension Words {
  func sentence(for error: ScreenError) -> String {
    switch error {
    case .notATerminal:
      text(
        "控制台需要终端。不用终端可查看队列：dutydesk list",
        "The console needs a terminal. Without one the queue can be seen with: dutydesk list")
    case .terminalNotNamed:
      text(
        "没有设置终端类型，请设置例如 TERM=xterm-256color。", "No terminal type is set: try TERM=xterm-256color.")
    case .unknownTerminal(let name):
      text(
        "本机不认识终端类型\(quoted(name))，可试 TERM=xterm-256color。其他命令不受影响。",
        "This machine knows no terminal type \(quoted(name)): try TERM=xterm-256color. All other commands do without."
      )
    case .incapableTerminal(let name):
      text(
        "终端\(quoted(name))不能定位光标，无法显示控制台。可用：dutydesk list",
        "The terminal \(quoted(name)) cannot place its cursor, so the console cannot be shown. Use: dutydesk list"
      )
    }
  }

  /// What is wrong with a theme, one line for each fault.
  func sentences(for error: ThemeError) -> [String] {
    switch error {
    case .unknown(let name, let available):
      [
        text(
          "没有配色\(quoted(name))，可选：\(list(available))",
          "There is no theme \(quoted(name)). One of: \(list(available))")
      ]
    case .unreadable(let path, let number):
      [text("不能读取\(path)：\(Errors.text(number))。", "\(path) cannot be read: \(Errors.text(number)).")]
    case .faulty(let faults): faults.faults.map { sentence(for: $0) }
    }
  }
}
