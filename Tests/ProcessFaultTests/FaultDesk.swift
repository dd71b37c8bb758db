import Foundation
import TestSupport

/// A journal in a directory of its own, worked on by real processes: seven records, ticket 1001 among them.
final class FaultDesk: Sendable {
  let directory: TemporaryDirectory
  let environment: [String: String]

  var journal: String { directory.file("desk.journal") }
  var state: String { journal + ".state" }

  /// An empty directory.
  init(empty: Void) throws {
    directory = try TemporaryDirectory()
    environment = [
      "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "HOME": directory.path, "LC_ALL": "C.UTF-8",
      "DUTYDESK_LANG": "en",
      "DUTYDESK_JOURNAL": directory.file("desk.journal"), "TMPDIR": directory.path,
    ]
  }

  convenience init() throws {
    try self.init(empty: ())
    try restore(try Template.files.get())
  }

  /// The journal and its state file, to be put back later.
  func files() throws -> [String: [UInt8]] {
    [
      "desk.journal": try directory.read("desk.journal"),
      "desk.journal.state": try directory.read("desk.journal.state"),
    ]
  }

  /// Puts files back as new ones that only their owner may read.
  func restore(_ files: [String: [UInt8]]) throws {
    for (name, bytes) in files {
      try directory.write(bytes, to: name)
      chmod(directory.file(name), 0o600)
    }
  }

  /// Empties the directory.
  func clear() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: directory.path) {
      try FileManager.default.removeItem(atPath: directory.file(name))
    }
  }

  func bytes() throws -> [UInt8] { try directory.read("desk.journal") }

  /// Bytes at the end of the journal that no writer of ours put there.
  func appendRaw(_ bytes: [UInt8]) throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: journal))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }

  /// Runs dutydesk to its end.
  @discardableResult
  func run(_ arguments: String...) throws -> Answer { try start(try Program.dutydesk(), arguments) }

  /// Runs dutydesk to its end and demands that it is done.
  @discardableResult
  func done(_ arguments: String...) throws -> Answer {
    let answer = try start(try Program.dutydesk(), arguments)
    guard answer.status == 0 else { throw Unexpected(answer: answer) }
    return answer
  }

  /// Runs a shell script in which `$0` is dutydesk, `$D` the directory and `$J` the journal.
  func shell(_ script: String, _ arguments: String...) throws -> Answer {
    let header = "D='\(directory.path)' J='\(journal)'\n"
    return try start("/bin/sh", ["-c", header + script, try Program.dutydesk()] + arguments)
  }

  /// Runs any program to its end.
  func start(_ path: String, _ arguments: [String]) throws -> Answer {
    let names = ["out", "err"].map { UUID().uuidString + "." + $0 }
    defer { for name in names { unlink(directory.file(name)) } }
    let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
    let streams = names.map { open(directory.file($0), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600) }
    let child = try Child(
      path, arguments, environment: environment, input: null, output: streams[0], error: streams[1])
    for stream in streams + [null] { close(stream) }
    let status = child.wait()
    let texts = try names.map { String(decoding: try directory.read($0), as: UTF8.self) }
    return Answer(words: [path] + arguments, status: status, out: texts[0], err: texts[1])
  }
}

/// What a run answered.
struct Answer: CustomStringConvertible {
  let words: [String]
  let status: Int32
  let out: String
  let err: String

  var lines: [String] { out.split(separator: "\n").map(String.init) }
  var description: String { "\(words) → \(status)\n\(out)--- error stream\n\(err)" }

  func object() throws -> [String: Any] {
    guard let object = try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any] else {
      throw Unexpected(answer: self)
    }
    return object
  }
}

/// An answer that is not what it should be, shown whole.
struct Unexpected: Error, CustomStringConvertible {
  let answer: Answer
  var description: String { answer.description }
}

/// The journal every test begins with, made once by the real binary.
private enum Template {
  static let files: Result<[String: [UInt8]], any Error> = Result {
    let desk = try FaultDesk(empty: ())
    let account = Program.account
    try desk.done("init", "--name", "阳光花园", "--zone", "Asia/Shanghai")
    try desk.done("staff", "add", "li.na", "--name", "李娜", "--role", "clerk", "--os-user", account)
    try desk.done(
      "staff", "add", "wang", "--name", "王强", "--role", "technician", "--trade", "plumber", "--shift",
      "00:00-24:00")
    try desk.done("unit", "add", "3-2-1201")
    try desk.done("new", "repair", "--summary", "厨房漏水", "--unit", "3-2-1201")
    return try desk.files()
  }
}
