import Desk
import Foundation
import Journal
import TestSupport
import Testing

@testable import DeskStore

/// What is known to be lost may have been tickets: their numbers are in somebody's hand.
@Suite struct LostNumberTests {
  @Test func afterARestoredBackupAndARepairNoNumberIsGivenTwice() throws {
    let centre = try Centre()
    let live = try centre.open()
    for name in ["一", "二"] { _ = try live.perform(Centre.receive(name), at: centre.pass(.minutes(1))) }
    let backup = try centre.bytes()
    for name in ["三", "四", "五"] { _ = try live.perform(Centre.receive(name), at: centre.pass(.minutes(1))) }
    try centre.place.write(backup, to: "desk.journal")
    let restored = try centre.open()
    #expect(restored.access == .readOnly(.damage))
    _ = try Journal.repair(
      path: centre.path, RepairOrder(by: "li.na", reason: "从备份恢复"), patience: 1)
    let next = try centre.open().perform(Centre.receive("六"), at: centre.pass(.minutes(1)))
    #expect(next.ticket == TicketNumber(1006), "1003 to 1005 may have been told to residents")
    let warm = try centre.open()
    warm.keepSnapshot()
    #expect(try centre.open().desk.tickets.nextNumber == TicketNumber(1007))
  }

  @Test func whatIsLostInTheMiddleTakesNoNumbersAway() throws {
    let centre = try Centre()
    let live = try centre.open()
    for name in ["一", "二", "三"] { _ = try live.perform(Centre.receive(name), at: centre.pass(.minutes(1))) }
    var bytes = try centre.bytes()
    let ends = bytes.indices.filter { bytes[$0] == 0x0a }
    bytes[ends[ends.count - 3] + 100] ^= 1
    try centre.place.write(bytes, to: "desk.journal")
    _ = try Journal.repair(path: centre.path, RepairOrder(by: "li.na", reason: "x"), patience: 1)
    let next = try centre.open().perform(Centre.receive("四"), at: centre.pass(.minutes(1)))
    #expect(next.ticket == TicketNumber(1004))
  }
}
