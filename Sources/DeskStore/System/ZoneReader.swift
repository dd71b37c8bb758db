public import Desk
import Glibc
import Synchronization

/// Reads a named time zone from the C library into a value for the domain.
///
/// The C library takes an unknown name for UTC without a word, so the zone's file is looked for first.
public enum ZoneReader {
  /// The years whose changes are read: 1970 to 2069. Before and after, the nearest offset holds.
  static let seconds: Range<Int64> = 0..<3_155_760_000
  /// No zone has changed twice within a week and back.
  static let step: Int64 = 604_800

  // The zone of the C library is one for the whole process.
  private static let turn = Mutex<Void>(())

  /// The zone of that name; throws `StoreError.unknownZone` where this machine has none. About 1 ms.
  ///
  /// Sets the environment's `TZ` meanwhile and puts it back: no other thread may read local times then.
  public static func zone(named name: String) throws(StoreError) -> Zone {
    if name == "UTC" { return .utc }
    guard isKnown(name) else { throw .unknownZone(name) }
    return turn.withLock { _ in read(name) }
  }

  /// Whether the zone database of this machine has a zone of that name.
  public static func isKnown(_ name: String) -> Bool {
    if name == "UTC" { return true }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }),
      name.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
    else { return false }
    let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
    return beginsLikeAZone(folder + "/" + name)
  }

  /// A zone file begins with `TZif` (RFC 8536); the database's folder holds lists and tables as well.
  private static func beginsLikeAZone(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    var start: UInt32 = 0
    return Glibc.read(file, &start, 4) == 4 && UInt32(bigEndian: start) == 0x545a_6966
  }

  private static func read(_ name: String) -> Zone {
    let before = getenv("TZ").map { String(cString: $0) }
    setenv("TZ", ":" + name, 1)
    tzset()
    defer {
      if let before { setenv("TZ", before, 1) } else { unsetenv("TZ") }
      tzset()
    }
    let first = offset(at: seconds.lowerBound)
    var transitions: [Zone.Transition] = []
    var current = first
    var known = seconds.lowerBound
    while known < seconds.upperBound {
      let next = min(known + step, seconds.upperBound)
      let there = offset(at: next)
      if there != current {
        transitions.append(Zone.Transition(second: change(after: known, by: next), offset: there))
        current = there
      }
      known = next
    }
    return Zone(name: name, firstOffset: first, transitions: transitions)
  }

  /// The first second whose offset is not that of `low` any more.
  private static func change(after low: Int64, by high: Int64) -> Int64 {
    let old = offset(at: low)
    var (low, high) = (low, high)
    while high - low > 1 {
      let middle = (low + high) / 2
      if offset(at: middle) == old { low = middle } else { high = middle }
    }
    return high
  }

  private static func offset(at second: Int64) -> Int32 {
    var time = time_t(second)
    var local = tm()
    localtime_r(&time, &local)
    return Int32(local.tm_gmtoff)
  }
}
