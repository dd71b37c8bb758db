import Foundation
import Journal
import TestSupport
import Testing

/// A running `dutydesk watch` whose lines go to a file.
final class Follower {
  private let desk: FaultDesk
  private let name = UUID().uuidString + ".watch"
  private let child: Child

  init(_ desk: FaultDesk, from seq: Int) throws {
    self.desk = desk
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    let out = open(desk.directory.file(name), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    defer { for stream in [null, out] { close(stream) } }
    child = try Child(
      try Program.dutydesk(), ["watch", "--from", String(seq)], environment: desk.environment, input: null,
      output: out, error: null)
  }

  /// Waits until it has printed so many bytes, ends it and gives all it printed.
  func finish(after count: Int) throws -> [UInt8] {
    let deadline = Date(timeIntervalSinceNow: 60)
    while try desk.directory.read(name).count < count, Date() < deadline { usleep(2_000) }
    child.signal(SIGINT)
    #expect(child.wait() == 0)
    return try desk.directory.read(name)
  }
}

extension FaultDesk {
  /// The lines of all records, as a follower should have printed them.
  func recordLines() throws -> [UInt8] {
    var lines: [UInt8] = []
    try Journal(path: journal, writing: false).readNew { lines += Array($0.line) }
    return lines
  }
}
