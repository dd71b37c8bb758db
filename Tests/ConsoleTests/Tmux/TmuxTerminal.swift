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

  /// Where what runs in it keeps what is the person's own.
  private let home: TemporaryDirectory
  /// Kept until the terminal goes: what runs in it works on this journal.
  private let journal: JournalOnDisk?

  /// - Parameter backtrace: how a Swift program that crashes in it speaks; else it dies without a word, whatever the
  ///   tests were started with.
  init(width: Int, height: Int, keeping journal: JournalOnDisk? = nil, backtrace: String = "enable=no") throws
  {
    self.journal = journal
    home = try TemporaryDirectory()
    try tmux(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y", "\(height)",
      "env -u NO_COLOR LANG=C.UTF-8 LC_ALL=C.UTF-8 SWIFT_BACKTRACE='\(backtrace)' "
        + "XDG_STATE_HOME='\(home.path)' XDG_CONFIG_HOME='\(home.path)' PS1='READY> ' "
        + "bash --norc --noprofile -i")
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

  /// Sends bytes as the terminal itself would, such as a mouse report.
  func send(_ bytes: String) throws {
    try tmux("set-buffer", bytes)
    try tmux("paste-buffer", "-r")
  }

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

  /// The same with the text of a file, which may be longer than a command line.
  func paste(file: String) throws {
    try tmux("load-buffer", file)
    try tmux("paste-buffer", "-p")
  }

  /// What tmux says of the pane.
  func display(_ format: String) throws -> String {
    try tmux("display-message", "-p", format).trimmingCharacters(in: .whitespacesAndNewlines)
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

  /// The caret once a picture is whole: while one is being drawn it goes about the screen.
  func caretAtRest() throws -> (x: Int, y: Int) {
    var last = try cursor()
    var seen = 0
    try until("a caret at rest") { _ in
      let now = try cursor()
      seen = now == last ? seen + 1 : 0
      last = now
      return seen >= 4
    }
    return last
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

  /// Appends a whole record of a type that this version does not know, as a newer one would have: who does not know
  /// all that a journal says may not write to it.
  func addRecordOfANewerVersion(_ type: String) throws {
    let script = """
      import hashlib, json, sys
      path, type = sys.argv[1:]
      last = open(path, 'rb').read().splitlines(keepends=True)[-1]
      record = json.loads(last)
      head = {'seq': record['seq'] + 1, 'prev': hashlib.sha256(last).hexdigest()[:32]}
      body = json.dumps(head | {k: record[k] for k in ('at', 'by')} | {'type': type}, separators=(',', ':'))
      line = body[:-1].encode()
      crc = 0xFFFFFFFF
      for byte in line:
        crc ^= byte
        for bit in range(8):
          crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
      open(path, 'ab').write(line + b',"crc":"%08x"}\\n' % (crc ^ 0xFFFFFFFF))
      """
    try Program.run("/usr/bin/python3", ["-c", script, path, type])
  }

  /// The command line that opens the console on it.
  var console: String {
    get throws { "'\(try Program.dutydesk())' --journal '\(path)' --lang zh" }
  }
}
