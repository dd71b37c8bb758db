import Foundation
import TestSupport

/// A service centre in a directory of its own, worked through the real binary.
final class Centre: Sendable {
  let directory: TemporaryDirectory
  /// The environment of every run; nothing of the tester's own reaches the program.
  let environment: [String: String]

  var journal: String { directory.file("desk.journal") }
  /// All bytes of the journal.
  var bytes: Data { (try? Data(contentsOf: URL(fileURLWithPath: journal))) ?? Data() }

  /// An empty directory, no journal yet.
  init(empty: Void) throws {
    directory = try TemporaryDirectory()
    environment = [
      "PATH": "/usr/bin:/bin", "HOME": directory.path, "LC_ALL": "C.UTF-8", "DUTYDESK_LANG": "en",
      "DUTYDESK_JOURNAL": directory.file("desk.journal"), "TMPDIR": directory.path,
    ]
  }

  /// A centre in Shanghai: the tester is manager, clerk `li.na` and supervisor `chen` share the account, `wang` is a
  /// plumber on duty around the clock, `zhao` an electrician; three rooms, one resident.
  convenience init() throws {
    try self.init(empty: ())
    for (name, data) in try Template.files.get() {
      try data.write(to: URL(fileURLWithPath: directory.file(name)))
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: directory.file(name))
    }
  }

  /// Runs the program to its end.
  func run(
    _ arguments: String..., environment extra: [String: String] = [:], input: Data = Data()
  ) throws -> Answer {
    try run(arguments, environment: extra, input: input)
  }

  /// Runs the program to its end.
  func run(
    _ arguments: [String], environment extra: [String: String] = [:], input: Data = Data()
  ) throws -> Answer {
    let files = ["in", "out", "err"].map { directory.file(UUID().uuidString + "." + $0) }
    defer { for name in files { unlink(name) } }
    try input.write(to: URL(fileURLWithPath: files[0]))
    let streams =
      [open(files[0], O_RDONLY | O_CLOEXEC)]
      + files.dropFirst().map { open($0, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600) }
    let child = try Child(
      try Program.dutydesk(), arguments, environment: environment.merging(extra) { $1 }, input: streams[0],
      output: streams[1], error: streams[2])
    for stream in streams { close(stream) }
    let status = child.wait()
    return Answer(
      arguments: arguments, status: status, bytes: try Data(contentsOf: URL(fileURLWithPath: files[1])),
      err: try String(contentsOfFile: files[2], encoding: .utf8))
  }

  /// Runs a shell line in which `$0` is the program, and gives what it printed.
  func shell(_ script: String) throws -> (status: Int32, out: String, err: String) {
    let files = ["out", "err"].map { directory.file(UUID().uuidString + "." + $0) }
    defer { for name in files { unlink(name) } }
    let streams = files.map { open($0, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600) }
    let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
    let child = try Child(
      "/bin/sh", ["-c", script, try Program.dutydesk()], environment: environment, input: null,
      output: streams[0],
      error: streams[1])
    for stream in streams + [null] { close(stream) }
    let status = child.wait()
    return (
      status, try String(contentsOfFile: files[0], encoding: .utf8),
      try String(contentsOfFile: files[1], encoding: .utf8)
    )
  }

  /// Runs the program and demands that it is done.
  @discardableResult
  func done(_ arguments: String..., environment extra: [String: String] = [:]) throws -> Answer {
    let answer = try run(arguments, environment: extra)
    guard answer.status == 0 else { throw Unexpected(answer: answer) }
    return answer
  }

  /// Takes in a ticket and gives its number.
  func ticket(_ arguments: String...) throws -> String { try ticket(arguments) }

  /// Takes in a ticket and gives its number.
  func ticket(_ arguments: [String]) throws -> String {
    let answer = try run(["new"] + arguments + ["--json"])
    guard answer.status == 0, let number = try answer.object()["ticket"] as? Int else {
      throw Unexpected(answer: answer)
    }
    return String(number)
  }

  /// What a command prints for scripts.
  func json(_ arguments: String...) throws -> Any {
    let answer = try run(arguments + ["--json"])
    guard answer.status == 0 else { throw Unexpected(answer: answer) }
    return try answer.json()
  }

  /// A ticket as scripts see it.
  func show(_ number: String, _ more: String...) throws -> [String: Any] {
    let answer = try run(["show", number, "--json"] + more)
    guard answer.status == 0 else { throw Unexpected(answer: answer) }
    return try answer.object()
  }
}

/// The journal that most tests begin with, made once.
private enum Template {
  static let files: Result<[String: Data], any Error> = Result {
    let centre = try Centre(empty: ())
    let account = Program.account
    try centre.done("init", "--name", "阳光花园", "--zone", "Asia/Shanghai")
    try centre.done("staff", "add", "li.na", "--name", "李娜", "--role", "clerk", "--os-user", account)
    try centre.done("staff", "add", "chen", "--name", "陈刚", "--role", "supervisor", "--os-user", account)
    try centre.done(
      "staff", "add", "wang", "--name", "王强", "--role", "technician", "--trade", "plumber", "--shift",
      "00:00-24:00", "--os-user", account, "--phone", "13900000001")
    try centre.done(
      "staff", "add", "zhao", "--name", "赵敏", "--role", "technician", "--trade", "electrician", "--limit", "2"
    )
    for room in ["3-2-901", "3-2-1201", "3-2-1202"] { try centre.done("unit", "add", room) }
    try centre.done("contact", "add", "3-2-1201", "--name", "张磊", "--phone", "13800001234", "--owner")
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: centre.directory.path)
    where name.hasPrefix("desk.journal") {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: centre.directory.file(name)))
    }
    return files
  }
}
