import Glibc
import Journal

/// From the beginning of a durable append in one process until another sees the record; the yardstick is a byte through
/// a pipe after a plain write and fdatasync.
struct FollowBench {
  let scratch: Scratch
  private let rounds = 500

  func run() throws {
    print(
      "follower: \(rounds) appends, milliseconds from the beginning of the append until another process sees it"
    )
    let journal = try BareJournal(creating: scratch.file("follow.journal"))
    let writer = try journal.open()
    try measure("journal", "journal-follower", journal.path) { _ in try BareJournal.append(to: writer) }
    let file = try RawFile(scratch.file("follow.raw"))
    let fifo = scratch.file("follow.fifo")
    try SystemFault.check(mkfifo(fifo, 0o600), "mkfifo")
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 300)
    var bell: Int32 = -1
    try measure("pipe", "pipe-follower", fifo) { isFirst in
      if isFirst { bell = try SystemFault.check(open(fifo, O_WRONLY | O_CLOEXEC), "open") }
      try file.append(line)
      try file.sync()
      try SystemFault.check(line.withUnsafeBytes { write(bell, $0.baseAddress, 1) }, "write")
    }
    close(bell)
    unlink(fifo)
  }

  private func measure(_ label: String, _ part: String, _ path: String, _ append: (Bool) throws -> Void)
    throws
  {
    var ends: [Int32] = [-1, -1]
    try SystemFault.check(pipe(&ends), "pipe")
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { for end in ends where end >= 0 { close(end) } }
    let child = try Program.startOwn([part, path, String(rounds)], output: ends[1])
    close(ends[1])
    ends[1] = -1
    var times: [Double] = []
    _ = try moment(ends[0])
    for round in 0..<rounds {
      let start = now()
      try append(round == 0)
      times.append((try moment(ends[0]) - start) * 1000)
    }
    try Program.wait(child)
    print("  \(label)  p50 \(fixed(percentile(times, 0.5), 2)), p99 \(fixed(percentile(times, 0.99), 2))")
  }

  /// The next moment the follower tells, in seconds of the monotonic clock, which all processes share.
  private func moment(_ descriptor: Int32) throws -> Double {
    var value = 0.0
    let count = withUnsafeMutableBytes(of: &value) { read(descriptor, $0.baseAddress, $0.count) }
    guard count == MemoryLayout<Double>.size else { throw SystemFault("the follower ended") }
    return value
  }

  /// The part of the follower, where the arguments ask for it; its exit status.
  static func child(_ arguments: [String]) -> Int32? {
    guard arguments.count == 3, let rounds = Int(arguments[2]) else { return nil }
    do {
      switch arguments[0] {
      case "journal-follower": try follow(arguments[1], rounds)
      case "pipe-follower": try listen(arguments[1], rounds)
      default: return nil
      }
      return 0
    } catch {
      return 5
    }
  }

  private static func follow(_ path: String, _ rounds: Int) throws {
    let journal = try Journal(path: path, writing: false)
    _ = try journal.readNew { _ in }
    let wake = journal.wakeFileDescriptor ?? -1
    tell()
    var seen = 0
    while seen < rounds {
      var polled = pollfd(fd: wake, events: Int16(POLLIN), revents: 0)
      _ = poll(&polled, 1, 1000)
      journal.drainWakeups()
      var found = 0
      _ = try journal.readNew { _ in found += 1 }
      for _ in 0..<found { tell() }
      seen += found
    }
  }

  private static func listen(_ path: String, _ rounds: Int) throws {
    tell()
    let file = try SystemFault.check(open(path, O_RDONLY | O_CLOEXEC), "open")
    var byte: UInt8 = 0
    for _ in 0..<rounds where read(file, &byte, 1) == 1 { tell() }
  }

  private static func tell() {
    var value = now()
    _ = withUnsafeBytes(of: &value) { write(1, $0.baseAddress, $0.count) }
  }
}
