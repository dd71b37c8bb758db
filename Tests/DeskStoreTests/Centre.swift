import Desk
import Foundation
import TestSupport

@testable import DeskStore

/// A small centre on a journal of its own, with a clock that goes where it is told.
final class Centre {
  /// 2026-11-22 08:00 in Shanghai.
  static let morning = Instant(seconds: 1_795_305_600)
  static let manager = StaffCode("li.na")
  static let clerk = StaffCode("chen")
  static let wang = StaffCode("wang")

  let place: TemporaryDirectory
  var path: String { place.file("desk.journal") }
  var clock = Centre.morning

  init(staffed: Bool = true) throws {
    place = try TemporaryDirectory()
    let live = try LiveDesk.create(
      path: path, centre: "翠湖", zone: "Asia/Shanghai", firstManager: "li.na", name: "李娜", at: clock)
    guard staffed else { return }
    for person in [
      Staff(code: Self.clerk, name: "陈晨", role: .clerk, accounts: ["desk"]),
      Staff(code: Self.wang, name: "王强", role: .technician, trades: [.plumber]),
    ] {
      _ = try live.perform(Command(by: Self.manager, action: .addStaff(person)), at: clock)
    }
    _ = try live.perform(
      Command(by: Self.manager, action: .addUnit(Unit(code: UnitCode("3-2-1201")))), at: clock)
  }

  func open(writing: Bool = true, moment: Moment = .live) throws -> LiveDesk {
    try LiveDesk(path: path, writing: writing, moment: moment)
  }

  /// Lets time pass.
  func pass(_ span: Seconds) -> Instant {
    clock = clock + span
    return clock
  }

  func bytes() throws -> [UInt8] { try place.read("desk.journal") }

  static func receive(_ summary: String, on: Instant? = nil, by: StaffCode = Centre.clerk) -> Command {
    Command(
      by: by, on: on,
      action: .receive(
        Receipt(kind: .repair, unit: UnitCode("3-2-1201"), topic: .plumbing, summary: summary)))
  }

  static func on(_ number: Int32, _ action: TicketAction, on: Instant? = nil) -> Command {
    Command(by: clerk, on: on, action: .ticket(TicketNumber(number), action))
  }
}
