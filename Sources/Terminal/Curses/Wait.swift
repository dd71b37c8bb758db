import CSystem
import Glibc

/// What ended a wait.
public struct Awakening: Equatable, Sendable {
  /// Descriptors that can be read without waiting, or whose other end is gone.
  public var ready: Set<Int32> = []
  /// A signal came: the size may have changed, or a stop was asked for. `readKeys` says which.
  public var interrupted = false

  /// Whether that descriptor can be read.
  public func contains(_ descriptor: Int32) -> Bool { ready.contains(descriptor) }

  /// Nothing came before the deadline.
  public var isEmpty: Bool { ready.isEmpty && !interrupted }
}

/// Milliseconds on the monotonic clock, which no change of the time of day moves.
public func monotonicMilliseconds() -> Int64 {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
}

/// Sleeps until one of the descriptors can be read, a signal comes, or the deadline (milliseconds on the
/// monotonic clock) is over; nil waits for ever. Negative descriptors are left out.
///
/// While a `CursesScreen` is open, a signal that comes just before the sleep still ends it.
public func wait(for descriptors: [Int32], until deadline: Int64?) -> Awakening {
  var polled = descriptors.filter { $0 >= 0 }.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  while true {
    var left = timespec()
    if let deadline {
      let milliseconds = max(0, deadline - monotonicMilliseconds())
      left = timespec(tv_sec: Int(milliseconds / 1000), tv_nsec: Int(milliseconds % 1000) * 1_000_000)
    }
    let count =
      deadline == nil
      ? dutydesk_crash_guard_poll(&polled, nfds_t(polled.count), nil)
      : dutydesk_crash_guard_poll(&polled, nfds_t(polled.count), &left)
    if count < 0 { return Awakening(interrupted: errno == EINTR) }
    if count == 0, let deadline, monotonicMilliseconds() < deadline { continue }
    return Awakening(ready: Set(polled.filter { $0.revents != 0 }.map(\.fd)))
  }
}
