import Desk
import Journal
import TestSupport
import Testing

@testable import DeskStore

/// The one list of tables: what it holds, and that nothing in it can be taken for something else.
@Suite struct TableCatalogueTests {
  /// CENTRES.md §2, with what tells the lines of a register apart.
  private static let wanted: [String: String] = [
    "tickets":
      "number kind status urgency topic channel unit summary caller phone owner owner_name received keyed rings important "
      + "window_from window_to result resolved reply replied closed satisfied urged cycle waiting_for escalated decision "
      + "merged_into parent charge ref imported due due_clock late_from policy",
    "orders":
      "order ticket technician technician_name trade status dispatched window_from window_to accepted travelling arrived "
      + "completed signed labour_min labour_price price agreed_by materials_total charge result rework_of next why despite",
    "materials": "order ticket name quantity price amount",
    "visits": "ticket seq at by satisfied text place",
    "promises":
      "ticket clock cycle policy target_s started due state met breached decided kept late_s paused_s elapsed_s "
      + "late_entered desk_s technician_s parts_s resident_s outside_s",
    "waits": "ticket from to cause why seq",
    "events": "seq at on by actor type ticket order data told",
    "contacts": "unit name role phone",
    "staff":
      "code name role trades levels licences os_user phone shift on_call provider limit active ref",
    "units": "unit kind note",
    "rosters": "seq at by staff with from to duty why correction",
    "absences": "seq at by event staff reason from to text",
    "policies": "seq at by name effective meeting file",
  ]

  @Test func everyTableHasItsColumns() {
    #expect(Set(TableCatalogue.all.map(\.name)) == Set(Self.wanted.keys))
    for table in TableCatalogue.all {
      let names = table.headings.map(\.name)
      #expect(names.sorted() == Self.wanted[table.name]?.split(separator: " ").map(String.init).sorted())
      #expect(table.key.allSatisfy { names.contains($0) }, "\(table.name)")
    }
  }

  @Test func everyHeadingNamesOneColumnInEveryLanguage() throws {
    #expect(Set(TableCatalogue.all.map(\.letter)).count == TableCatalogue.all.count)
    for table in TableCatalogue.all {
      let book = HeaderBook(of: table)
      #expect(table.name.utf8.allSatisfy { 97...122 ~= $0 })
      for column in table.headings {
        #expect(column.name.utf8.allSatisfy { 97...122 ~= $0 || $0 == 95 })
        #expect(!column.title.zh.isEmpty && !column.title.en.isEmpty)
        for text in [column.name, column.title.zh, column.title.en, column.title.en.uppercased()] {
          #expect(book.column(text)?.name == column.name, "\(table.name).\(column.name): \(text)")
        }
      }
      #expect(book.column("SLA") == nil && book.column("") == nil)
    }
  }

  @Test func aHeadingOfTimesForASpreadsheetNamesTheirZone() throws {
    let zone = Zone(name: "Asia/Shanghai", firstOffset: 28_800)
    let book = HeaderBook(of: TableCatalogue.tickets)
    for language in Language.allCases {
      let style = CellStyle(.words(language), zone: zone, isForSpreadsheet: true)
      for column in TableCatalogue.tickets.headings {
        let found = try #require(book.column(style.title(column)))
        #expect(found.name == column.name)
        #expect(found.zone == (column.type == .moment ? "Asia/Shanghai" : nil))
      }
    }
  }

  @Test func everyMemberOfEveryEventSaysWhomItIsAbout() throws {
    var entries = RandomEntries(SeededRandom())
    var met: Set<String> = []
    for _ in 0..<20_000 {
      let entry = entries.entry()
      var writer = JSONWriter()
      writer.document { entry.write(to: &$0) }
      let bytes = writer.finish()
      try bytes.withUnsafeBytes { bytes in
        var cursor = JSONCursor(bytes)
        try cursor.beginObject()
        while let key = try cursor.nextKey() {
          #expect(
            EventMembers.privacy(of: key.string, in: entry.body.typeName) != nil,
            "\(key.string) of \(entry.body.typeName)")
          try cursor.skipValue()
        }
      }
      met.insert(entry.body.typeName)
    }
    #expect(met.count > 35, "\(met.count)")
    #expect(EventMembers.privacy(of: "summary", in: "ticket.invented") == nil)
    #expect(EventMembers.privacy(of: "invented", in: "ticket.received") == nil)
    #expect(EventMembers.isKnown("summary") && !EventMembers.isKnown("sumary"))
  }

  @Test func aTableWithoutItsKeyIsNotWritten() {
    #expect(TableCatalogue.contacts.columns(without: .person).isEmpty)
    #expect(TableCatalogue.units.columns(without: .room).isEmpty)
    #expect(TableCatalogue.staff.columns(without: .staff).isEmpty)
    let left = TableCatalogue.tickets.columns(without: .everything).map(\.heading)
    #expect(left.allSatisfy { $0.privacy.isEmpty } && left.contains { $0.name == "number" })
  }
}
