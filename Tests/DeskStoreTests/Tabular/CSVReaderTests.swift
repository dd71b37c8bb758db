import Foundation
import TestSupport
import Testing

@testable import DeskStore

/// All that a reader finds in a text, handed over in pieces of some length.
private func findings(_ text: String, pieces: Int = 1 << 16) throws -> [CSVFinding] {
  try findings(Array(text.utf8), pieces: pieces)
}

private func findings(_ bytes: [UInt8], pieces: Int = 1 << 16) throws -> [CSVFinding] {
  var rest = bytes[...]
  var reader = CSVReader { room in
    let part = rest.prefix(min(pieces, room.count))
    room.copyBytes(from: part)
    rest = rest.dropFirst(part.count)
    return part.count
  }
  var found: [CSVFinding] = []
  while let finding = try reader.next() { found.append(finding) }
  return found
}

/// The cells of the rows among them.
private func cells(_ findings: [CSVFinding]) -> [[String]] {
  findings.compactMap { if case .row(let row) = $0 { row.cells } else { nil } }
}

private func faults(_ findings: [CSVFinding]) -> [Int: CSVFault] {
  var faults: [Int: CSVFault] = [:]
  for case .fault(let line, let fault) in findings { faults[line] = fault }
  return faults
}

@Suite struct CSVReading {
  @Test(arguments: [1, 2, 3, 7, 65536])
  func cellsKeepCommasQuotesAndLineEnds(pieces: Int) throws {
    let text = "a,b,c\r\n\"1,2\",\"say \"\"hi\"\"\",\"two\r\nlines\"\r\n,,\nx,\"\",z"
    let found = try findings(text, pieces: pieces)
    #expect(
      cells(found) == [
        ["a", "b", "c"], ["1,2", "say \"hi\"", "two\r\nlines"], ["", "", ""], ["x", "", "z"],
      ])
  }

  @Test func rowsKnowTheLineOnWhichTheyBegin() throws {
    let found = try findings("a,b\n\"1\n\n2\",x\n\n\n3,y\n")
    let lines = found.compactMap { if case .row(let row) = $0 { row.line } else { nil } }
    #expect(lines == [1, 2, 7])
  }

  @Test func aByteOrderMarkIsNotPartOfTheFirstCell() throws {
    #expect(cells(try findings([0xEF, 0xBB, 0xBF] + Array("名称\n".utf8), pieces: 1)) == [["名称"]])
  }

  @Test func nothingAtAllAndOnlyBlankLinesAreNoRows() throws {
    #expect(try findings("").isEmpty)
    #expect(try findings("\n\r\n\n").isEmpty)
    #expect(try findings([0xEF, 0xBB, 0xBF]).isEmpty)
  }

  @Test func aLoneCarriageReturnIsText() throws {
    #expect(cells(try findings("a\rb,c\r", pieces: 1)) == [["a\rb", "c\r"]])
  }

  @Test func wrongNumbersOfCellsRefuseOnlyTheirRow() throws {
    let found = try findings("a,b\n1\n2,3\n4,5,6\n7,8\n")
    #expect(cells(found) == [["a", "b"], ["2", "3"], ["7", "8"]])
    #expect(
      faults(found) == [
        2: .wrongCellCount(found: 1, expected: 2), 4: .wrongCellCount(found: 3, expected: 2),
      ])
  }

  @Test func bytesThatAreNotUTF8RefuseOnlyTheirRow() throws {
    let found = try findings(Array("a,b\n1,".utf8) + [0xFF, 0x0A] + Array("2,é\n".utf8))
    #expect(cells(found) == [["a", "b"], ["2", "é"]])
    #expect(faults(found) == [2: .malformedText(cell: 2)])
  }

  @Test func halfACharacterInTwoCellsIsNotOne() throws {
    let e = Array("é".utf8)
    let found = try findings(Array("a,b\n".utf8) + [e[0], 0x2C, e[1], 0x0A])
    #expect(faults(found) == [2: .malformedText(cell: 1)])
  }

  @Test(arguments: [1, 5, 65536])
  func aQuoteThatIsNeverClosedRefusesOnlyItsRow(pieces: Int) throws {
    let found = try findings("a,b\n1,\"oops\n2,3\n4,5\n", pieces: pieces)
    #expect(cells(found) == [["a", "b"], ["2", "3"], ["4", "5"]])
    #expect(faults(found) == [2: .unterminatedQuote])
  }

  @Test(arguments: ["1,x\"y\"", "1,\"x\"y", "1,\"x\" "])
  func textBesideQuotesRefusesOnlyItsRow(row: String) throws {
    let found = try findings("a,b\n\(row)\n2,3\n")
    #expect(cells(found) == [["a", "b"], ["2", "3"]])
    #expect(faults(found) == [2: .strayQuote])
  }

  @Test func aRowWithoutEndIsGivenUpAndTheNextOneRead() throws {
    let long = String(repeating: "x", count: CSVReader.rowLimit + 200_000)
    let found = try findings("a\n\(long)\nb\n")
    #expect(cells(found) == [["a"], ["b"]])
    #expect(faults(found) == [2: .tooLong])
  }

  @Test func aQuotedCellLongerThanARowMayBeIsGivenUp() throws {
    let long = String(repeating: "x\n", count: CSVReader.rowLimit)
    let found = try findings("a\n\"\(long)").prefix(3)
    #expect(faults(Array(found))[2] == .unterminatedQuote)
  }

  @Test func aPipeIsReadToItsEnd() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let text = "a,b\n" + (0..<1000).map { "\($0),值\n" }.joined()
    #expect(write(ends[1], text, text.utf8.count) == text.utf8.count)
    close(ends[1])
    defer { close(ends[0]) }
    var reader = CSVReader(descriptor: ends[0])
    var count = 0
    while let finding = try reader.next() {
      guard case .row(let row) = finding else { continue }
      if count > 0 { #expect(row.cells == ["\(count - 1)", "值"]) }
      count += 1
    }
    #expect(count == 1001)
    #expect(reader.bytesRead == text.utf8.count)
  }

  @Test func aDescriptorThatCannotBeReadSaysWhy() {
    var reader = CSVReader(descriptor: -1)
    #expect(throws: TableFault.unreadable(EBADF)) { try reader.next() }
  }

  @Test func whatTheWriterWritesTheReaderReads() throws {
    var random = SeededRandom()
    let pieces = ["", "a", ",", "\"", "\n", "\r\n", "\r", " ", "水", "é", "\"\""]
    for _ in 0..<300 {
      let width = Int.random(in: 1...4, using: &random)
      let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (0..<width).map { _ in
          (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined()
        }
      }
      var writer = CSVWriter()
      for row in rows { writer.row(row) }
      let found = try findings(writer.bytes, pieces: Int.random(in: 1...9, using: &random))
      #expect(cells(found).map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
    }
  }

  @Test func noBytesWhateverMakeTheReaderStumble() throws {
    var random = SeededRandom()
    let alphabet: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x61, 0xC3, 0xA9, 0xFF, 0x00]
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      let whole = try findings(bytes)
      #expect(try findings(bytes, pieces: 1) == whole)
      let lines = whole.map { finding in
        switch finding {
        case .row(let row): row.line
        case .fault(let line, _): line
        }
      }
      #expect(lines == lines.sorted() && Set(lines).count == lines.count)
    }
  }
}

@Suite struct CSVWriting {
  @Test func cellsAreQuotedOnlyWhereNeeded() {
    var writer = CSVWriter()
    writer.row(["a", "b c", "d,e", "say \"hi\"", "two\nlines", " edge"])
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "a,b c,\"d,e\",\"say \"\"hi\"\"\",\"two\nlines\",\" edge\"\r\n")
  }

  @Test func aRowOfOneEmptyCellIsNoBlankLine() {
    var writer = CSVWriter()
    writer.row([""])
    #expect(writer.bytes == Array("\"\"\r\n".utf8))
  }
}
