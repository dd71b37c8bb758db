import Foundation
import TestSupport

/// The program installed as its page says, and an account outside the group.
final class SetgidInstall {
  static let group = "games"
  static let account = "nobody"

  /// Why it cannot be tried here.
  static let reason =
    "needs root, setpriv, util-linux's script, the group \(group), the account \(account) and a filesystem that honours setgid"

  static let isPossible: Bool = {
    guard getuid() == 0, let place = try? TemporaryDirectory() else { return false }
    let script = """
      set -e
      chmod 755 "$0"; command -v setpriv script >/dev/null
      cp /usr/bin/id "$0/id"; chgrp \(group) "$0/id"; chmod 2755 "$0/id"
      [ "$(\(asOutsider) "$0/id" -gn)" = \(group) ]
      """
    return (try? Program.run("/bin/sh", ["-c", script, place.path])) != nil
  }()

  private static let asOutsider = "setpriv --reuid \(account) --regid nogroup --clear-groups"

  private let place: TemporaryDirectory
  var folder: String { place.file("desk") }
  /// Another folder of the group.
  var other: String { place.file("other") }
  /// A folder of the outsider's.
  var home: String { place.file("home") }
  var journal: String { folder + "/desk.journal" }
  private var program: String { place.file("dutydesk") }

  /// What the page tells to do, in a folder of the test's own.
  init() throws {
    place = try TemporaryDirectory()
    let script = """
      set -e
      chmod 755 "$0"
      cp "$1" "$0/dutydesk"; chgrp \(Self.group) "$0/dutydesk"; chmod 2755 "$0/dutydesk"
      install -d -g \(Self.group) -m 2770 "$0/desk" "$0/other"
      install -d -o \(Self.account) -m 755 "$0/home"
      export DUTYDESK_JOURNAL="$0/desk/desk.journal" DUTYDESK_LANG=en
      "$0/dutydesk" init --group \(Self.group) --name 翠湖 --zone Asia/Shanghai
      "$0/dutydesk" staff add li.na --name 李娜 --role manager --os-user \(Self.account)
      """
    try Program.run("/bin/sh", ["-c", script, place.path, try Program.dutydesk()])
  }

  /// Runs a shell line as the outsider; `$D` is the program, `$J` the journal.
  func outside(_ script: String, input: Data = Data()) throws -> Answer {
    let answers = try TemporaryDirectory()
    try input.write(to: URL(fileURLWithPath: answers.file("in")))
    let streams =
      [open(answers.file("in"), O_RDONLY | O_CLOEXEC)]
      + ["out", "err"].map { open(answers.file($0), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600) }
    let environment = [
      "PATH": "/usr/bin:/bin", "HOME": home, "LC_ALL": "C.UTF-8", "DUTYDESK_LANG": "en", "TERM": "xterm",
      "DUTYDESK_JOURNAL": journal, "D": program, "J": journal, "TMPDIR": home,
    ]
    let child = try Child(
      "/bin/sh", ["-c", "cd \"$HOME\" && exec \(Self.asOutsider) /bin/sh -c \"$0\"", script],
      environment: environment, input: streams[0], output: streams[1], error: streams[2])
    for stream in streams { close(stream) }
    let status = child.wait()
    return Answer(
      arguments: [script], status: status, bytes: Data(try answers.read("out")),
      err: String(decoding: try answers.read("err"), as: UTF8.self))
  }

  /// Runs the program as the outsider.
  func desk(_ arguments: String..., input: Data = Data()) throws -> Answer {
    try desk(arguments, input: input)
  }

  func desk(_ arguments: [String], input: Data = Data()) throws -> Answer {
    try outside("exec \"$D\" " + Self.quoted(arguments), input: input)
  }

  /// Runs the program as the outsider on a terminal; what it says is all in `out`.
  func terminal(_ arguments: [String], before variables: String = "") throws -> Answer {
    try outside(
      "\(variables) script -qec \(Self.quoted(["\"$D\" " + Self.quoted(arguments)])) /dev/null </dev/null")
  }

  private static func quoted(_ words: [String]) -> String {
    words.map { "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'" }.joined(separator: " ")
  }

  /// Every file of the group, with its bytes.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for place in [folder, other] {
      for name in try FileManager.default.contentsOfDirectory(atPath: place) {
        let path = place + "/" + name
        files[path] = try Data(contentsOf: URL(fileURLWithPath: path))
      }
    }
    return files
  }

  /// Name, mode and group of every file beside the journal.
  func modes() throws -> [String] {
    try Program.run("/bin/sh", ["-c", "cd \"$0\" && stat -c '%n %a %G' *", folder]).split(separator: "\n")
      .map(String.init)
  }

  /// A file that only the group may read.
  func secret(_ text: String) throws -> String {
    let path = other + "/secret"
    try Data("\(text) = \n".utf8).write(to: URL(fileURLWithPath: path))
    try Program.run("/bin/sh", ["-c", "chgrp \(Self.group) \"$0\" && chmod 640 \"$0\"", path])
    return path
  }

  /// So many tickets that a start takes long enough for a snapshot to be kept.
  static let manyTickets = tickets(from: 0)

  private static func tickets(from first: Int) -> Data {
    Data(
      ("kind,summary,received\n"
        + (first..<(first + 4000)).map { "repair,\($0),2026-01-01 08:00\n" }.joined()).utf8)
  }

  /// Adds tickets until opening the desk takes so long on this machine that it is kept for the next start.
  func writeSnapshot() throws {
    for round in 1..<16 where !FileManager.default.fileExists(atPath: journal + ".snapshot") {
      _ = try desk("import", "tickets", "-", input: Self.tickets(from: round * 4000))
      _ = try desk("list", "--limit", "1")
    }
  }
}
