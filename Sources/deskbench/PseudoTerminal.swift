import CSystem
import Glibc

/// A program running in a pseudo-terminal of its own, watched from outside as a person's terminal would.
final class PseudoTerminal {
  private let descriptor: Int32
  let process: pid_t

  /// Starts a program; nil where it cannot be started.
  init?(_ arguments: [String], rows: Int32 = 40, columns: Int32 = 120) {
    guard let path = Self.find(arguments[0]) else { return nil }
    let environment = ["TERM=xterm-256color", "LANG=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=/", "LESS=-S"]
    var pid: pid_t = 0
    descriptor = Self.withCStrings(arguments) { argv in
      Self.withCStrings(environment) { envp in
        dutydesk_spawn_in_terminal(path, argv, envp, rows, columns, &pid)
      }
    }
    guard descriptor >= 0 else { return nil }
    process = pid
  }

  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(descriptor)
  }

  /// Sends keys.
  func type(_ keys: String) {
    var keys = keys
    keys.withUTF8 { _ = write(descriptor, $0.baseAddress, $0.count) }
  }

  /// Waits for the first byte, at most so many milliseconds; the time it came, or nil.
  func firstByte(within milliseconds: Int32) -> Double? {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, milliseconds) > 0 ? now() : nil
  }

  /// Reads until nothing more comes for so many milliseconds: bytes, the time of the last one.
  func drain(quiet milliseconds: Int32) -> (bytes: Int, last: Double) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var total = 0
    var last = now()
    while firstByte(within: milliseconds) != nil {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      total += count
      last = now()
    }
    return (total, last)
  }

  /// Reads for so many milliseconds, whatever comes.
  func settle(_ milliseconds: Double) {
    let end = now() + milliseconds / 1000
    while now() < end { _ = drain(quiet: 50) }
  }

  /// From starting a program until its first picture is complete; nil where none comes.
  static func secondsToFirstFrame(_ command: [String]) -> Double? {
    let start = now()
    guard let terminal = PseudoTerminal(command), terminal.firstByte(within: 60_000) != nil else {
      return nil
    }
    return terminal.drain(quiet: 120).last - start
  }

  /// Processor time used so far, in seconds, from the kernel's accounts (proc(5), stat).
  func processorSeconds() -> Double {
    guard let text = readText("/proc/\(process)/stat"), let end = text.lastIndex(of: ")") else { return 0 }
    let fields = text[end...].split(separator: " ")
    guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else { return 0 }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Memory of its own and resident memory in MiB (proc(5), status).
  func memory() -> (anonymous: Double, resident: Double) {
    let lines = (readText("/proc/\(process)/status") ?? "").split(separator: "\n")
    func field(_ name: String) -> Double {
      let line = lines.first { $0.hasPrefix(name + ":") }
      return line.flatMap { Double($0.filter { "0"..."9" ~= $0 }) }.map { $0 / 1024 } ?? .nan
    }
    return (field("RssAnon"), field("VmRSS"))
  }

  static func find(_ program: String) -> String? {
    if program.contains("/") { return access(program, X_OK) == 0 ? program : nil }
    return ["/usr/bin/", "/bin/"].map { $0 + program }.first { access($0, X_OK) == 0 }
  }

  private static func withCStrings<R>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R
  ) -> R {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}

/// Seconds on the monotonic clock.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// A file as text; nil when it cannot be read or is empty.
func readText(_ path: String) -> String? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else { break }
    bytes += buffer[..<count]
  }
  return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
}
