public import Desk
import Glibc
import Journal

/// Who else has which ticket open, in a small file beside the journal.
///
/// Every console holds a slot of 64 bytes by a lock of its open file (open file description locks, Linux 3.15), so that
/// whoever dies is gone from it at once, however they died. Nothing of it is a record: where the file cannot be had,
/// nobody is seen, and nothing else suffers.
public final class PresenceFile {
  /// Somebody at a ticket.
  public struct Person: Hashable, Sendable {
    public let staff: StaffCode
    public let ticket: TicketNumber
    /// Whether they have a form of it open.
    public let isWriting: Bool

    public init(staff: StaffCode, ticket: TicketNumber, isWriting: Bool) {
      self.staff = staff
      self.ticket = ticket
      self.isWriting = isWriting
    }
  }

  static let suffix = ".presence"
  private static let slotSize = 64
  private static let mostSlots = 128
  // <fcntl.h> has them for _GNU_SOURCE only.
  private static let getLock: Int32 = 36
  private static let setLock: Int32 = 37

  private let file: Int32
  private let slot: Int
  private var shown: Person?

  /// Takes a slot in the file beside a journal; nil where there is none to be had.
  public init?(beside journal: String) {
    let path = journal + Self.suffix
    file = GroupRights.forFile(path) { Self.openFile(path, journal) }
    guard file >= 0 else { return nil }
    let free = (0..<Self.mostSlots).first { [file] in Self.lock(file, $0, Self.setLock) == true }
    guard let free else {
      close(file)
      return nil
    }
    slot = free
    write([UInt8](repeating: 0, count: Self.slotSize))
  }

  deinit {
    write([UInt8](repeating: 0, count: Self.slotSize))
    close(file)
  }

  private static func openFile(_ path: String, _ journal: String) -> Int32 {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    var own = stat()
    var its = stat()
    guard file >= 0, fstat(file, &own) == 0, stat(journal, &its) == 0, own.st_mode & S_IFMT == S_IFREG else {
      if file >= 0 { close(file) }
      return -1
    }
    // Open to the same people as the journal.
    if own.st_uid == geteuid(), its.st_mode & S_IRGRP != 0, fchown(file, uid_t.max, its.st_gid) == 0 {
      fchmod(file, its.st_mode & 0o660)
    }
    return file
  }

  /// Shows which ticket this console has open; nil for none.
  public func show(_ person: Person?) {
    guard person != shown else { return }
    shown = person
    var bytes = [UInt8](repeating: 0, count: Self.slotSize)
    if let person {
      bytes[0] = person.isWriting ? 3 : 1
      for byte in 0..<4 {
        bytes[4 + byte] = UInt8(truncatingIfNeeded: person.ticket.value >> (8 * Int32(byte)))
      }
      for (place, byte) in person.staff.value.utf8.prefix(Self.slotSize - 9).enumerated() {
        bytes[8 + place] = byte
      }
    }
    write(bytes)
  }

  /// Who has a ticket open at another console, in the order of the slots.
  public func others() -> [Person] {
    var room = [UInt8](repeating: 0, count: Self.mostSlots * Self.slotSize)
    let count = pread(file, &room, room.count, 0)
    guard count > 0 else { return [] }
    return (0..<count / Self.slotSize).compactMap { place in
      guard place != slot, let person = Self.person(room[(place * Self.slotSize)...].prefix(Self.slotSize)),
        Self.lock(file, place, Self.getLock) == false
      else { return nil }
      return person
    }
  }

  private static func person(_ bytes: ArraySlice<UInt8>) -> Person? {
    let bytes = Array(bytes)
    guard bytes[0] & 1 != 0 else { return nil }
    let number = (0..<4).reduce(Int32(0)) { $0 | Int32(truncatingIfNeeded: Int(bytes[4 + $1]) << (8 * $1)) }
    let code = String(decoding: bytes[8...].prefix { $0 != 0 }, as: UTF8.self)
    guard !code.isEmpty, number > 0 else { return nil }
    return Person(staff: StaffCode(code), ticket: TicketNumber(number), isWriting: bytes[0] & 2 != 0)
  }

  private func write(_ bytes: [UInt8]) {
    _ = pwrite(file, bytes, bytes.count, off_t(slot * Self.slotSize))
  }

  /// Whether a slot was taken, or could be; nil where that cannot be asked.
  private static func lock(_ file: Int32, _ slot: Int, _ command: Int32) -> Bool? {
    var lock = Glibc.flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = off_t(slot * slotSize)
    lock.l_len = off_t(slotSize)
    let result = withUnsafeMutablePointer(to: &lock) { fcntl(file, command, UnsafeMutableRawPointer($0)) }
    if command == setLock { return result == 0 }
    guard result == 0 else { return nil }
    return lock.l_type == Int16(F_UNLCK)
  }
}
