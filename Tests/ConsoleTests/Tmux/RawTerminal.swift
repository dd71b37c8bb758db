import CSystem
import Foundation
import TestSupport
import Testing

/// The real binary in a pseudo-terminal of its own, watched byte by byte: what it writes, to the last sequence, which
/// a multiplexer keeps to itself.
final class RawTerminal {
  private let descriptor: Int32
  private let process: pid_t
  private let journal: JournalOnDisk
  private var isOver = false
  private var isOpen = true
  /// All that was written so far.
  private(set) var bytes: [UInt8] = []

  /// Opens the console on a journal. Nothing of the environment is passed on but what is named here.
  init(
    _ journal: JournalOnDisk, _ environment: [String: String] = [:], width: Int32 = 80, height: Int32 = 24
  ) throws {
    self.journal = journal
    let program = try Program.dutydesk()
    var variables = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"]
    variables["SWIFT_BACKTRACE"] = "enable=no"
    variables.merge(environment) { $1 }
    let arguments = [program, "--journal", journal.path, "--lang", "zh"]
    let words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    let named = variables.filter { !$0.value.isEmpty }.map { "\($0)=\($1)" }
    let settings: [UnsafeMutablePointer<CChar>?] = named.map { strdup($0) } + [nil]
    defer { for text in words + settings { free(text) } }
    var pid: pid_t = 0
    descriptor = dutydesk_spawn_in_terminal(program, words, settings, height, width, &pid)
    guard descriptor >= 0 else { throw NeverCame(wanted: "a pseudo-terminal", written: "") }
    process = pid
  }

  deinit {
    if !isOver {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    if isOpen { close(descriptor) }
  }

  /// What was written so far, as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Sends keys.
  func send(_ keys: String) { send(bytes: Array(keys.utf8)) }

  func send(bytes: [UInt8]) {
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
  }

  /// Reads until what was written since `start` holds a text; throws with it where it never does.
  func wait(_ text: String, since start: Int = 0) throws {
    let wanted = Array(text.utf8)
    let deadline = Date(timeIntervalSinceNow: 30)
    while Date() < deadline {
      if Data(bytes[start...]).range(of: Data(wanted)) != nil { return }
      guard read(within: 100) else { break }
    }
    throw NeverCame(wanted: text, written: String(decoding: bytes[start...], as: UTF8.self))
  }

  /// Reads until nothing has come for so many milliseconds.
  func rest(_ milliseconds: Int32 = 200) {
    while isReadable(within: milliseconds), read(within: 0) {}
  }

  /// Reads to the end and gives the exit status; 128 and the number of the signal that ended it.
  func end() -> Int32 {
    while isReadable(within: 30_000), read(within: 0) {}
    return reap()
  }

  /// Takes the terminal away, as a lost connection does, and gives the exit status.
  func hangUp() -> Int32 {
    close(descriptor)
    isOpen = false
    return reap()
  }

  private func reap() -> Int32 {
    var code: Int32 = 0
    waitpid(process, &code, 0)
    isOver = true
    return code & 0x7F == 0 ? (code >> 8) & 0xFF : 128 + (code & 0x7F)
  }

  struct NeverCame: Error, CustomStringConvertible {
    let wanted: String
    let written: String
    var description: String { "never came: \(wanted); written was\n\(written.debugDescription)" }
  }

  private func isReadable(within milliseconds: Int32) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, milliseconds) > 0
  }

  /// Takes what comes within so many milliseconds, if anything does; false at the end.
  private func read(within milliseconds: Int32) -> Bool {
    guard isReadable(within: milliseconds) else { return true }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return false }
    bytes += buffer[..<count]
    return true
  }
}
