import Foundation
import TestSupport
import Testing

/// A real terminal of its own: a private tmux server with one window and a shell in it.
final class TmuxTerminal {
  private let server = "dutydesk-\(UUID().uuidString.prefix(8))"

  /// Whether there is a tmux to test with.
  static let isThere = FileManager.default.isExecutableFile(atPath: path)
  private static let path =
    ["/usr/bin/tmux", "/usr/local/bin/tmux", "/bin/tmux"]
    .first { FileManager.default.isExecutableFile(atPath: $0) } ?? "/usr/bin/tmux"

  init(width: Int, height: Int) throws {
    try tmux(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y", "\(height)",
      "env -u NO_COLOR LANG=C.UTF-8 LC_ALL=C.UTF-8 PS1='READY> ' bash --norc --noprofile -i")
    try tmux("set-option", "-g", "status", "off")
    try tmux("resize-window", "-x", "\(width)", "-y", "\(height)")
    try wait("READY>")
  }

  deinit { _ = try? tmux("kill-server") }

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String {
    try Program.run(Self.path, ["-L", server, "-u"] + arguments)
  }

  /// Presses keys by their tmux names.
  func press(_ keys: String...) throws {
    for key in keys { try tmux("send-keys", key) }
  }

  func type(_ text: String) throws { try tmux("send-keys", "-l", text) }

  /// Types a command line into the shell.
  func command(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  /// Pastes as a terminal does, in brackets where the program asked for them.
  func paste(_ text: String) throws {
    try tmux("set-buffer", text)
    try tmux("paste-buffer", "-p")
  }

  func resize(_ width: Int, _ height: Int) throws {
    try tmux("resize-window", "-x", "\(width)", "-y", "\(height)")
  }

  /// What the terminal shows now.
  func screen() throws -> [String] {
    try tmux("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  func cursor() throws -> (x: Int, y: Int) {
    let parts = try tmux("display-message", "-p", "#{cursor_x} #{cursor_y}").split(
      whereSeparator: \.isWhitespace)
    return (Int(parts[0]) ?? -1, Int(parts[1]) ?? -1)
  }

  func title() throws -> String { try tmux("display-message", "-p", "#{pane_title}") }
  func isInAlternateScreen() throws -> Bool {
    try tmux("display-message", "-p", "#{alternate_on}").hasPrefix("1")
  }

  /// The process that the shell runs.
  func child() throws -> Int32 {
    let shell = try tmux("display-message", "-p", "#{pane_pid}").trimmingCharacters(
      in: .whitespacesAndNewlines)
    let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    return try #require(children.split(separator: " ").first.flatMap { Int32($0) })
  }

  /// Waits until the terminal shows a text; throws with what it shows instead when it never does.
  @discardableResult
  func wait(_ text: String, gone: Bool = false) throws -> [String] {
    try until("\(gone ? "no " : "")“\(text)”") { screen in
      screen.contains { $0.contains(text) } != gone
    }
  }

  /// Waits until what the terminal shows is as wanted.
  @discardableResult
  func until(_ what: String, _ isSo: ([String]) throws -> Bool) throws -> [String] {
    let deadline = Date(timeIntervalSinceNow: 30)
    var shown: [String] = []
    while Date() < deadline {
      shown = try screen()
      if try isSo(shown) { return shown }
      usleep(20_000)
    }
    throw NeverSeen(wanted: what, shown: shown)
  }

  struct NeverSeen: Error, CustomStringConvertible {
    let wanted: String
    let shown: [String]
    var description: String { "never saw \(wanted); the terminal shows\n" + shown.joined(separator: "\n") }
  }
}

/// Runs a program to its end.
enum Program {
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  @discardableResult
  static func run(_ path: String, _ arguments: [String]) throws -> String {
    let folder = try TemporaryDirectory()
    let out = try folder.write([], to: "out")
    let status = try spawn(path, arguments, out: out)
    let text = String(decoding: try folder.read("out"), as: UTF8.self)
    guard status == 0 else { throw Failed(description: "\(path) \(arguments): \(status)\n\(text)") }
    return text
  }

  /// Runs it with nothing to read and a file to write to. Foundation's `Process` waits until all that a program
  /// started has ended, which a tmux server does not.
  private static func spawn(_ path: String, _ arguments: [String], out: String) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, out, O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let error = posix_spawn(&child, path, &actions, nil, &words, environ)
    guard error == 0 else { throw Failed(description: "\(path): \(String(cString: strerror(error)))") }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// The program under test, beside the tests.
  static func dutydesk() throws -> String {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let bundle = CommandLine.arguments.first.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folders = [own, bundle, package.appendingPathComponent(".build/debug")].compactMap { $0 }
    let found = folders.map { $0.appendingPathComponent("dutydesk").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    return try #require(found, "no dutydesk beside the tests")
  }
}

/// A journal of a small centre in a folder of its own.
final class JournalOnDisk {
  private let folder: TemporaryDirectory
  let path: String

  init() throws {
    folder = try TemporaryDirectory()
    path = folder.file("desk.journal")
    try run("init", "--name", "翠湖花园服务中心", "--zone", "Asia/Shanghai")
    try run(
      "staff", "add", "wang", "--name", "王强", "--role", "technician", "--trade", "plumber", "--shift",
      "00:00-24:00")
    try run("unit", "add", "3-2-1201")
    try run("contact", "add", "3-2-1201", "--name", "张磊", "--phone", "13800000001", "--owner")
    try run("log", "3-2-1201 厨房漏水 !urgent #plumbing")
    try run("log", "3-2-1201 阳台灯不亮 #power")
    try run("log", "3-2-1201 想问物业费 =inquiry #fees")
  }

  @discardableResult
  func run(_ arguments: String...) throws -> String {
    try Program.run(try Program.dutydesk(), ["--journal", path, "--lang", "zh"] + arguments)
  }

  /// The command line that opens the console on it.
  var console: String {
    get throws { "'\(try Program.dutydesk())' --journal '\(path)' --lang zh" }
  }
}
