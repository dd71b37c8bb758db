import Glibc

/// A pipe whose ends are closed when it goes away.
public final class Channel {
  public private(set) var reading: Int32
  public private(set) var writing: Int32

  public init() {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  public func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  public func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  /// The bytes that are there; waits for some, none at the end.
  public func read() -> [UInt8] {
    var room = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(reading, &room, room.count)
    return Array(room.prefix(max(0, count)))
  }

  deinit {
    closeReading()
    closeWriting()
  }
}
