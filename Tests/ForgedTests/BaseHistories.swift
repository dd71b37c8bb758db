import Foundation
import TestSupport

@testable import Desk
@testable import DeskStore
@testable import Journal

/// The true histories that are forged: a journal with every type of event, a busy day told step by step, a made-up
/// centre.
enum BaseHistories {
  /// When the last of them ends: 2026-11-25T12:00:00Z.
  static let now = Instant(seconds: 1_795_608_000)

  static let all: [[RecordText]] = [everyEvent, busyDay, madeUp]

  private static let everyEvent: [RecordText] = {
    let path = fixture("golden/ProcessFaultTests/every-event-journal.txt")
    let bytes = [UInt8]((try? Data(contentsOf: URL(fileURLWithPath: path))) ?? Data())
    // The torn line that the journal healed itself of, and the healing, are the journal's matter.
    return bytes.split(separator: 10).filter { $0.first == UInt8(ascii: "{") && $0.last == UInt8(ascii: "}") }
      .map { RecordText(line: $0) }
      .filter { !String(decoding: $0.bytes, as: UTF8.self).contains("journal.healed") }
  }()

  private static let busyDay: [RecordText] = {
    var desk = ServiceDesk(zone: Zone(name: "Asia/Shanghai", firstOffset: 28_800))
    var records = [founding]
    func happen(_ entry: Entry, _ at: Instant) {
      desk.evolve(Event(seq: desk.lastSeq + 1, at: at, entry: entry))
      records.append(members(entry, at))
    }
    let began = now - .hours(8)
    desk.evolve(
      Event(
        seq: 0, at: began,
        entry: Entry(by: BusyDay.manager, body: .created(centre: "翠湖", zone: "Asia/Shanghai"))))
    happen(Entry(by: BusyDay.manager, body: .staffAdded(BusyDay.first)), began)
    for (place, command) in BusyDay.commands(now: now).enumerated() {
      let at = began + .minutes(Int64(place) * 3)
      do throws(Refusal) {
        for entry in try desk.decide(command, now: at) { happen(entry, at) }
      } catch {
        print("the busy day: step \(place) is refused: \(error)")
      }
    }
    return records
  }()

  private static let madeUp: [RecordText] = {
    guard let zone = try? ZoneReader.zone(named: DemoCentre.zoneName) else { return [] }
    let centre = DemoCentre(seed: 7, tickets: 12, now: now, zone: zone, account: "root")
    var desk = ServiceDesk(zone: zone)
    var records = [founding]
    let manager = Staff(code: StaffCode("root"), name: "周文博", role: .manager, accounts: ["root"])
    var steps = centre.steps()
    let first = Entry(by: manager.code, body: .staffAdded(manager))
    desk.evolve(Event(seq: 1, at: centre.founded, entry: first))
    records.append(members(first, centre.founded))
    while let step = steps.next() {
      for entry in (try? desk.decide(step.command, now: step.at)) ?? [] {
        desk.evolve(Event(seq: desk.lastSeq + 1, at: step.at, entry: entry))
        records.append(members(entry, step.at))
      }
    }
    return records
  }()

  private static let founding: RecordText = {
    everyEvent.first ?? RecordText([])
  }()

  /// An entry as the members of its record.
  static func members(_ entry: Entry, _ at: Instant) -> RecordText {
    var batch = Batch()
    batch.add(entry, at: at)
    return RecordText(Array(batch.members(0)))
  }
}
