import TestSupport
import Testing

@testable import Desk

/// Searching by days, and by letters whatever accents they bear.
@Suite struct SearchDateTests {
  private static let zone = Zone(name: "Asia/Shanghai", firstOffset: 28_800)

  private func desk() throws -> (ServiceDesk, [String: TicketNumber]) {
    var scene = Scene(zone: Self.zone)
    var numbers: [String: TicketNumber] = [:]
    for day in ["2024-11-20", "2025-10-31", "2025-11-01", "2025-11-20", "2025-12-31", "2026-01-02"] {
      let parts = day.split(separator: "-").compactMap { Int($0) }
      let on = Self.zone.instant(
        CivilTime(year: parts[0], month: parts[1], day: parts[2], hour: 0, minute: 30))
      numbers[day] = scene.desk.tickets.nextNumber
      scene.happen(
        .ticket(scene.desk.tickets.nextNumber, .received(Receipt(kind: .repair, summary: "漏水"))), on: on,
        isImported: true)
    }
    return (scene.desk, numbers)
  }

  @Test func daysMonthsAndYearsAreFound() throws {
    let (desk, numbers) = try desk()
    let expected: [(String, [String])] = [
      ("date:2025-11-20", ["2025-11-20"]), ("2025-11-20", ["2025-11-20"]),
      ("date:11-20", ["2024-11-20", "2025-11-20"]),
      ("11月", ["2024-11-20", "2025-11-01", "2025-11-20"]), ("11月20日", ["2024-11-20", "2025-11-20"]),
      ("11月20号", ["2024-11-20", "2025-11-20"]), ("2025年11月", ["2025-11-01", "2025-11-20"]),
      ("date:2025-11", ["2025-11-01", "2025-11-20"]), ("date:2024", ["2024-11-20"]),
      ("日期：2024", ["2024-11-20"]),
      ("date:2025-10-31..2025-11-01", ["2025-10-31", "2025-11-01"]),
      ("date:12-31..01-02", ["2025-12-31", "2026-01-02"]),
      ("date:2025-11..2025-12", ["2025-11-01", "2025-11-20", "2025-12-31"]),
      ("漏水 11月", ["2024-11-20", "2025-11-01", "2025-11-20"]), ("停电 11月", []),
      // Somebody is still typing.
      ("date:", Array(numbers.keys)), ("date:11-", Array(numbers.keys)),
    ]
    var search = TicketSearch()
    for (typed, days) in expected {
      let wanted = Set(days.compactMap { numbers[$0] })
      let query = SearchQuery(typed)
      #expect(Set(desk.tickets.filter { query.matches($0, desk) }.map(\.number)) == wanted, "\(typed)")
      let hits = search.find(query, in: desk)
      #expect(Set(desk.tickets.map(\.number).filter { hits.contains($0) }) == wanted, "\(typed)")
    }
  }

  @Test func typedLetterByLetterItIsWhatIsFoundAtOnce() throws {
    let (desk, _) = try desk()
    for whole in ["漏水 date:2025-11-20", "2025年11月 漏", "date:12-31..01-02 漏水"] {
      var search = TicketSearch()
      var typed = ""
      for character in whole {
        typed.append(character)
        let query = SearchQuery(typed)
        let hits = search.find(query, in: desk)
        for ticket in desk.tickets {
          #expect(hits.contains(ticket.number) == query.matches(ticket, desk), "\(typed)")
        }
      }
    }
  }

  @Test func aRoomOrANumberIsNoDate() {
    for word in ["3-2-1201", "11-12-1201", "1042", "1042.1", "20", "2025", "月", "电梯"] {
      #expect(SearchDate.read(word) == .none, "\(word)")
    }
  }

  @Test func accentsAndTheirFormsDoNotMatter() {
    for written in ["José Müller", "JOSÉ MÜLLER", "Jose\u{301} Mu\u{308}ller", "jose muller"] {
      for typed in ["jose", "JOSÉ", "Jose\u{301}", "müller", "Muller"] {
        #expect(SearchWord(typed).matches(written), "\(written) \(typed)")
      }
    }
    #expect(SearchWord("Ñandú").matches("nandu") && SearchWord("žižkov").matches("Žižkov"))
    #expect(!SearchWord("jose").matches("Josip"))
  }
}
