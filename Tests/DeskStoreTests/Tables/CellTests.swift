import Desk
import TestSupport
import Testing

@testable import DeskStore

/// Cells: nothing that is written is run, and everything comes back.
@Suite struct CellTests {
  private static let shanghai = Zone(name: "Asia/Shanghai", firstOffset: 28_800)
  /// Summer time: the wall shows 2026-10-25 02:30 twice, and 2026-03-29 02:30 never.
  private static let berlin = Zone(
    name: "Europe/Berlin", firstOffset: 3208,
    transitions: [
      .init(second: -2_422_054_408, offset: 3600), .init(second: 1_774_746_000, offset: 7200),
      .init(second: 1_792_890_000, offset: 3600),
    ])
  private static let signs = Set("=+-@＝＋－＠\t\r\n".unicodeScalars)

  @Test func everyCellComesBackAndNoneBeginsAFormula() {
    var random = SeededRandom()
    let others: [Unicode.Scalar] = [
      "'", "'", " ", "a", "甲", "1", "0", "\"", "\"", ",", ";", "\u{0}", "\u{FEFF}", "\u{301}", "😀",
    ]
    let letters = Array(Self.signs) + others
    let sheet = CellStyle(.words(.zh), zone: Self.shanghai, isForSpreadsheet: true)
    let plain = CellStyle(.codes, zone: Self.shanghai)
    var spoilt: [String] = []
    for _ in 0..<300_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        text.unicodeScalars.append(letters.randomElement(using: &random) ?? "a")
      }
      for style in [sheet, plain] {
        for cell in [TableCell.text(text), .label(text)] {
          let written = style.csv(cell)
          // A label is a formula: one that is the text in it and nothing else.
          let isLabel =
            cell == .label(text) && written.utf8.starts(with: "=\"".utf8) && written.utf8.last == 0x22
          let isFormula = written.unicodeScalars.first.map { Self.signs.contains($0) } ?? false
          // Asked by bytes: `é` is equal to its decomposed form, and these are different texts.
          if !SheetCell.bare(written).utf8.elementsEqual(text.utf8) || isFormula && !isLabel {
            spoilt.append("\(text.debugDescription) \(written.debugDescription)")
          }
        }
      }
    }
    #expect(spoilt.prefix(5) == [])
  }

  @Test func whatASpreadsheetWouldSpoilIsKept() {
    let sheet = CellStyle(.words(.en), zone: Self.shanghai, isForSpreadsheet: true)
    #expect(sheet.csv(.label("13800001234")) == "=\"13800001234\"")
    #expect(sheet.csv(.label("3-2")) == "=\"3-2\"")
    #expect(sheet.csv(.label("a\"b")) == "=\"a\"\"b\"")
    #expect(sheet.csv(.label("")) == "")
    #expect(sheet.csv(.label(String(repeating: "1", count: 256))) == String(repeating: "1", count: 256))
    #expect(sheet.csv(.text("=1+1")) == "'=1+1" && sheet.csv(.text("'=1+1")) == "''=1+1")
    // Numbers are numbers, below zero too.
    #expect(sheet.csv(.seconds(-35)) == "-35" && sheet.csv(.money(-1250)) == "-12.50")
    // Somebody else's formula is not ours to undo.
    #expect(SheetCell.bare("=\"a\"&\"b\"") == "=\"a\"&\"b\"" && SheetCell.bare("=\"") == "=\"")
  }

  @Test func cellsSayTheSameInCodesAndWords() {
    let codes = CellStyle(.codes, zone: Self.shanghai)
    let zh = CellStyle(.words(.zh), zone: Self.shanghai)
    let en = CellStyle(.words(.en), zone: Self.shanghai)
    let moment = Instant(milliseconds: 1_795_592_400_123)
    let cases: [(TableCell, String, String, String)] = [
      (TableCell(TicketKind.repair), "repair", "报修", "Repair"), (.flag(true), "true", "是", "yes"),
      (.money(1250), "1250", "12.50", "12.50"), (.quantity(1500), "1500", "1.5", "1.5"),
      (.seconds(60), "60", "60", "60"), (.day(20_000), "2024-10-04", "2024-10-04", "2024-10-04"),
      (
        .codes([TableCell.Code(Trade.plumber), TableCell.Code(Trade.mason)]), "plumber;mason", "水工;泥瓦工",
        "Plumber;Mason"
      ),
      (.list(["a", "b"]), "a;b", "a;b", "a;b"), (.empty, "", "", ""),
      (
        .moment(moment), "2026-11-25T07:40:00.123Z", "2026-11-25 15:40:00.123+08:00",
        "2026-11-25 15:40:00.123+08:00"
      ),
    ]
    for (cell, code, chinese, english) in cases {
      #expect(codes.csv(cell) == code && zh.csv(cell) == chinese && en.csv(cell) == english, "\(cell)")
    }
  }

  @Test func everyMomentIsReadBackAsItself() {
    var random = SeededRandom()
    for zone in [Self.shanghai, Self.berlin, .utc] {
      // Whole years, and the hour in which summer time ends.
      let near: [ClosedRange<Int64>] = [
        -62_167_219_200_000...253_402_300_799_999, 1_792_882_800_000...1_792_893_600_000,
        1_774_742_400_000...1_774_749_600_000, -2_422_060_000_000...(-2_422_050_000_000),
      ]
      for range in near {
        for _ in 0..<3000 {
          let moment = Instant(milliseconds: Int64.random(in: range, using: &random) / 7 * 7)
          for text in [
            MomentCell.utc(moment), MomentCell.local(moment, zone, withOffset: true),
            MomentCell.local(moment, zone, withOffset: false),
          ] {
            #expect(MomentCell.read(text, zone) == moment, "\(text) in \(zone.name)")
          }
        }
      }
    }
    #expect(
      MomentCell.local(Instant(seconds: 1_792_888_200), Self.berlin, withOffset: false)
        == "2026-10-25 02:30:00")
    #expect(
      MomentCell.local(Instant(seconds: 1_792_891_800), Self.berlin, withOffset: false)
        == "2026-10-25 02:30:00+01:00")
  }

  @Test(arguments: [
    "", "2026-11-25", "2026-11-25 15:40", "2026-11-25 15:40:00 ", "2026-02-30 10:00:00",
    "2026-11-25 24:00:00",
    "2026-11-25 15:40:00+8", "2026-11-25 15:40:00.1", "26-11-25 15:40:00", "2026-03-29 02:30:00",
  ])
  func whatIsNoMomentOfOursIsNotRead(_ text: String) {
    #expect(MomentCell.read(text, Self.berlin) == nil)
  }
}
