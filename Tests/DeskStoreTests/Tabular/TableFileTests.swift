import Foundation
import TestSupport
import Testing
import TextCoding

@testable import DeskStore

@Suite struct TableLayouts {
  @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
  func separatorsAndLineEndsAreFound(separator: String, end: String) throws {
    let lines = [["ref", "on", "text"], ["A1", "1,5;2|x\ty", ""], ["A2", "", "z"]]
    let text = lines.map { $0.map { $0.contains("5") ? "\"\($0)\"" : $0 }.joined(separator: separator) + end }
    let table = try ReadTable(text.joined())
    #expect(table.file.header == lines[0])
    #expect(table.rows == Array(lines.dropFirst()))
    var told: [TableAssumption] = end == "\r" ? [.carriageReturns] : []
    if separator != "," { told.append(.separator(separator.utf8.first ?? 0)) }
    #expect(table.file.assumptions == told)
  }

  @Test func decimalCommasDoNotMakeColumns() throws {
    let table = try ReadTable("ref;cost\nA1;12,50\nA2;3,00\nA3;4\n")
    #expect(table.rows == [["A1", "12,50"], ["A2", "3,00"], ["A3", "4"]])
  }

  @Test func semicolonsInATextDoNotSeparate() throws {
    let table = try ReadTable("ref,text\nA1,a;b;c\nA2,a;b;c\n")
    #expect(table.rows == [["A1", "a;b;c"], ["A2", "a;b;c"]])
    #expect(table.file.assumptions.isEmpty)
  }

  @Test(arguments: ["sep=;\n", "\"sep=;\"\r\n", "SEP=;\n", "sep=;,,\n"])
  func theLineThatNamesTheSeparatorIsHeeded(first: String) throws {
    let table = try ReadTable(first + "a;b\n1,2;3\n")
    #expect(table.file.header == ["a", "b"] && table.rows == [["1,2", "3"]])
    #expect(table.file.headerLine == 2)
    #expect(table.file.assumptions == [.separatorLine(UInt8(ascii: ";"))])
  }

  @Test func theUserKnowsTheSeparatorBest() throws {
    let table = try ReadTable("a,b;c,d\n1,2;3,4\n", .init(separator: UInt8(ascii: ";")))
    #expect(table.file.header == ["a,b", "c,d"] && table.file.assumptions.isEmpty)
  }

  @Test(arguments: [
    "阳光花园报修台账\n", "阳光花园报修台账,,,,\n", "阳光花园报修台账,,,,\n制表：张三,,,2024-12-01,\n", "\n\n台账,,,,\n,,,,\n",
    "基本信息,,,处理,\n", "\"阳光花园\n报修台账\",,,,\n",
  ])
  func titlesAboveTheHeaderAreSkippedAndTold(title: String) throws {
    let table = try ReadTable(
      title + "单号,报修时间,房号,内容,状态\nA1,2024/3/5,1-1,漏水,完成\nA2,2024/3/6,,,\nA3,2024/3/7,,,\n")
    #expect(table.file.header == ["单号", "报修时间", "房号", "内容", "状态"])
    #expect(table.rows.count == 3)
    let line = title.filter { $0 == "\n" }.count + 1
    #expect(table.file.headerLine == line)
    guard case .header(line, let below)? = table.file.assumptions.first else {
      Issue.record("\(table.file.assumptions)")
      return
    }
    #expect(title.contains(below))
    #expect(try ReadTable(title + "a,b,c\n1,2,3\n", .init(skip: line - 1)).file.header == ["a", "b", "c"])
  }

  @Test(arguments: [
    "unit\n5-1-101\n5-1-102\n", "unit,name\n5-1-101,a\n", "a,b,c,d\n1,,,\n2,,,\n3,x,,\n",
    "a,b\n1,2,3,4,5,6\n1,2\n3,4\n",
    "ref,on\n", "ref", "2023,2024,2025\n1,2,3\n",
  ])
  func aHeaderInTheFirstLineStaysTheHeader(text: String) throws {
    let table = try ReadTable(text)
    #expect(table.file.headerLine == 1 && table.file.assumptions.isEmpty)
  }

  @Test func columnsCanBeToldApart() throws {
    let table = try ReadTable(" a ,,a,a#2,b\u{3000},,\n1,2,3,4,5,,\n6,7,8,9,10,x,\n")
    #expect(table.file.header == ["a", "#2", "a#3", "a#2", "b", "#6"])
    #expect(table.rows == [["1", "2", "3", "4", "5", ""], ["6", "7", "8", "9", "10", "x"]])
    #expect(table.file.assumptions == [.emptyColumns(1), .unnamed(["#2", "#6"]), .repeated(["a#3"])])
  }

  @Test func aNameOverTwoLinesIsOneName() throws {
    #expect(try ReadTable("\"报修\n时间\",\"Due \r\ndate\"\n1,2\n").file.header == ["报修时间", "Due date"])
  }

  @Test func emptyCellsAtTheEndMayLackOrBeTooMany() throws {
    let table = try ReadTable("a,b,c,d\n1,2\n1,2,3,4,,\n1,2,3,4,5\n合计\n,,,\n \n5,6,7,8\n")
    #expect(table.rows == [["1", "2", "", ""], ["1", "2", "3", "4"], ["5", "6", "7", "8"]])
    #expect(
      table.faults == [
        4: .wrongCellCount(found: 5, expected: 4), 5: .wrongCellCount(found: 1, expected: 4),
      ])
  }

  @Test func quotesAreTakenAsFarAsTheyHaveOneMeaning() throws {
    let table = try ReadTable(
      "a,b\n1,5\" pipe\n2, \"x, y\" \n3,=\"0138\"\n4,=\"a,b\"\n5,a\"b,c\"\n6,\"a\"b\n7,say \"hi\"\n8,\"\"\n")
    #expect(
      table.rows == [
        ["1", "5\" pipe"], ["2", "x, y"], ["3", "=\"0138\""], ["4", "=\"a,b\""], ["7", "say \"hi\""],
        ["8", ""],
      ])
    #expect(table.faults == [6: .strayQuote, 7: .strayQuote])
  }

  @Test func aNulCharacterRefusesItsRow() throws {
    let table = try ReadTable("a,b\n1,x\0\n\0,2\n3,4\n")
    #expect(table.rows == [["3", "4"]])
    #expect(table.faults == [2: .nulCharacter(cell: 2), 3: .nulCharacter(cell: 1)])
  }
}

@Suite struct TableFiles {
  private static let ledger = "单号,内容,备注\nA1,厨房漏水,\nA2,\"下水道，\n堵\",急\n"

  @Test(arguments: ["utf-8", "gb18030", "utf-16le", "utf-16be"], [false, true])
  func theEncodingIsJudgedForTheWholeFile(encoding: String, throughPipe: Bool) throws {
    let mark: [UInt8] = encoding == "utf-16le" ? [0xFF, 0xFE] : encoding == "utf-16be" ? [0xFE, 0xFF] : []
    let table = try ReadTable(mark + (try encoded(Self.ledger, encoding)), throughPipe: throughPipe)
    #expect(table.file.header == ["单号", "内容", "备注"])
    #expect(table.rows == [["A1", "厨房漏水", ""], ["A2", "下水道，\n堵", "急"]])
    #expect(table.file.encoding.name == encoding)
    #expect(table.file.assumptions == (encoding == "gb18030" ? [.encoding(.gb18030)] : []))
  }

  @Test func aCellThatIsUTF8ByChanceIsReadLikeItsFile() throws {
    let table = try ReadTable(Array("ref,summary\nA1,".utf8) + [0xC2, 0xA9, 0xCB, 0xAE, 0x0A])
    #expect(table.rows == [["A1", "漏水"]])
    let among = try ReadTable(try encoded("ref,summary\nA1,漏水\nA2,报修\n", "gb18030"))
    #expect(among.rows == [["A1", "漏水"], ["A2", "报修"]])
  }

  @Test func rowsCanBeReadInAnyOrder() throws {
    var random = SeededRandom()
    let long = String(repeating: "长", count: 30_000)
    let cells = (0..<2000).map { ["R\($0)", $0 % 500 == 3 ? long : "第\($0)行\n漏水", ""] }
    let text = cells.map { "\($0[0]),\"\($0[1])\"\r\n" }.joined()
    let table = try ReadTable([0xEF, 0xBB, 0xBF] + Array(("a,b,c\r\n" + text).utf8))
    #expect(table.rows == cells)
    for place in (0..<2000).shuffled(using: &random).prefix(500) {
      let row = try table.file.row(at: table.places[place].offset, line: table.places[place].line)
      #expect(row.cells == cells[place] && row.line == table.places[place].line)
    }
    #expect(throws: CSVFault.self) { try table.file.row(at: table.file.byteCount, line: 1) }
    var again = table.file.rows()
    guard case .row(let first)? = try again.next() else {
      Issue.record("no row")
      return
    }
    #expect(first.cells == cells[0])
  }

  @Test func theCallersDescriptorIsLeftWhereItWas() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(Array("skipped\na,b\n1,2\n".utf8), to: "rows.csv")
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    try handle.seek(toOffset: 8)
    let file = try TableFile(descriptor: handle.fileDescriptor)
    #expect(file.header == ["a", "b"])
    #expect(try handle.offset() == 8)
    try handle.close()
    var rows = file.rows()
    guard case .row(let row)? = try rows.next() else {
      Issue.record("no row")
      return
    }
    #expect(row.cells == ["1", "2"])
  }

  @Test func whatIsNoTextOfRowsIsNamed() {
    #expect(tableFault([0x50, 0x4B, 0x03, 0x04, 0x14]) == .notRows(.workbook))
    #expect(tableFault([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]) == .notRows(.oldWorkbook))
    #expect(tableFault(Array("\n<html><table>".utf8)) == .notRows(.page))
    #expect(tableFault([]) == .noHeader)
    #expect(tableFault(Array("\n\r\n , ,\n".utf8)) == .noHeader)
    #expect(tableFault(Array("a,b\n1,2\n".utf8), .init(skip: 5)) == .noHeader)
    #expect(tableFault(Array("a,\"b\n1,2\n".utf8)) == .badHeader(line: 1, .unterminatedQuote))
    #expect(tableFault([UInt8](repeating: 97, count: 3 << 20)) == .badHeader(line: 1, .tooLong))
    #expect(
      tableFault(Array("a\n".utf8) + [0xFF])
        == .encoding(
          .neither(
            utf8: BytePlace(line: 2, column: 1, byte: 0xFF),
            gb18030: BytePlace(line: 2, column: 1, byte: 0xFF))))
  }

  @Test func aDescriptorThatCannotBeReadSaysWhy() throws {
    #expect(throws: TableFault.unreadable(EBADF)) { try TableFile(descriptor: -1) }
    let folder = try TemporaryDirectory()
    let descriptor = open(folder.path, O_RDONLY)
    defer { close(descriptor) }
    #expect(throws: TableFault.unreadable(EISDIR)) { try TableFile(descriptor: descriptor) }
  }

  @Test func noBytesWhateverMakeItStumble() throws {
    var random = SeededRandom()
    let alphabet: [UInt8] = [
      0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D, 0x61, 0x3D, 0x20, 0xC2, 0xA9, 0xFF, 0x00, 0x31,
    ]
    for _ in 0..<1000 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      guard let table = try? ReadTable(bytes) else { continue }
      #expect(table.rows.allSatisfy { $0.count == table.file.header.count })
      #expect(Set(table.file.header).count == table.file.header.count)
      for (row, place) in zip(table.rows, table.places) {
        #expect(try table.file.row(at: place.offset, line: place.line).cells == row)
      }
    }
  }

  private func encoded(_ text: String, _ encoding: String) throws -> [UInt8] {
    try #require(written(text, in: encoding))
  }
}
