import Foundation
import TestSupport
import Testing

extension ProcessFaults {
  /// A journal of format 1 with every type of event, written by the real binary in 2026 (`make-every-event.sh`) and
  /// never since: what is in it must be read the same for ever.
  @Suite struct GoldenJournalTests {
    private let desk: FaultDesk
    private let bytes: [UInt8]

    init() throws {
      desk = try FaultDesk(empty: ())
      let golden = fixture("golden/ProcessFaultTests/every-event-journal.txt")
      bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: golden)))
      try desk.restore(["desk.journal": bytes])
    }

    @Test func itIsSound() throws {
      let answer = try desk.done("verify", "--json")
      let head = try #require(try answer.object()["head"] as? [String: Any])
      #expect(head["seq"] as? Int == 54)
      #expect(head["digest"] as? String == "293d1fd300d5cbc21bbc2b0334e0e3f7")
      let evidence = try Evidence(desk)
      #expect(evidence.records == 55 && evidence.healed == 1 && evidence.unfinished == nil)
      #expect(evidence.disagreements == [])
      #expect(try desk.bytes() == bytes)
    }

    @Test func everyTypeOfEventIsInIt() throws {
      var types: Set<String> = []
      for line in bytes.split(separator: 10) {
        let record = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
        if let type = record?["type"] as? String { types.insert(type) }
      }
      #expect(types.count == 40)
    }

    /// Fields may be added; those that are there say the same for ever. Clocks follow the policy, not the journal.
    @Test func itsTicketsAreTheSameForEver() throws {
      let moment = ["--now", "2026-12-01T00:00:00Z"]
      let list = try desk.start(
        try Program.dutydesk(), ["list", "--queue", "all", "--sort", "number", "--json"] + moment)
      #expect(list.status == 0 && list.err.isEmpty, "\(list)")
      var lines: [String] = []
      for number in try #require(try objects(list)).compactMap({ $0["number"] as? Int }) {
        let show = try desk.start(
          try Program.dutydesk(), ["show", "\(number)", "--json", "--history"] + moment)
        lines.append(try line(try show.object()))
      }
      try golden(lines.joined(separator: "\n") + "\n", "every-event-tickets.txt")
    }

    private func objects(_ answer: Answer) throws -> [[String: Any]]? {
      try JSONSerialization.jsonObject(with: Data(answer.out.utf8)) as? [[String: Any]]
    }

    private func line(_ ticket: [String: Any]) throws -> String {
      var kept: [String: Any] = [:]
      for key in [
        "number", "kind", "status", "urgency", "unit", "topic", "summary", "caller", "channel", "owner",
        "received",
        "keyed", "last_seq", "urged", "ref", "cycle", "history",
      ] { kept[key] = ticket[key] }
      kept["orders"] = (ticket["orders"] as? [[String: Any]])?.map { order in
        ["order", "technician", "status"].map { order[$0] ?? NSNull() }
      }
      kept["history"] = (ticket["history"] as? [[String: Any]])?.map { step in
        ["seq", "at", "by", "type"].map { step[$0] ?? NSNull() }
      }
      let data = try JSONSerialization.data(
        withJSONObject: kept, options: [.sortedKeys, .withoutEscapingSlashes])
      return String(decoding: data, as: UTF8.self)
    }
  }
}
