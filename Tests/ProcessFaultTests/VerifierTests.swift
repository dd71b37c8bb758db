import Foundation
import TestSupport
import Testing

extension ProcessFaults {
  /// The program of twenty lines that knows only the words of the format calls good and bad what dutydesk does.
  @Suite(.enabled(if: Machine.hasPython, "python3 is missing"))
  struct VerifierTests {
    @Test func bothSeeEverySpoiltLine() throws {
      var random = SeededRandom()
      let desk = try FaultDesk()
      for number in 1...20 { try desk.done("note", "1001", "a \(number)") }
      let good = try desk.bytes()
      let files = try desk.files()
      let cases = Tier.cases(30, long: 2_000)
      var missed = 0
      for place in 0..<cases {
        try desk.restore(files)
        var bytes = good
        bytes[(place * good.count / cases)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        try overwrite(desk, bytes)
        let evidence = try Evidence(desk)
        #expect(evidence.status == 3)
        #expect(evidence.disagreements == [])
        if evidence.status == 0 || evidence.records < evidenceRecords(good) - 1 { missed += 1 }
      }
      #expect(missed == 0)
      Summary.tell(
        "a bit of a journal flips (lost: unseen, or more than one record gone)", cases: cases, lost: missed)
    }

    @Test func bothSeeEveryLineThatWasTakenOut() throws {
      let desk = try FaultDesk()
      try desk.done("note", "1001", "a 1")
      let files = try desk.files()
      let lines = try desk.bytes().split(separator: 10).map { Array($0) + [10] }
      for place in 1..<lines.count - 1 {
        try desk.restore(files)
        try overwrite(desk, Array((lines[..<place] + lines[(place + 1)...]).joined()))
        let evidence = try Evidence(desk)
        #expect(evidence.status == 3)
        #expect(evidence.disagreements == [])
      }
    }

    @Test(.enabled(if: Machine.hasJQ, "jq is missing"))
    func jqReadsEveryRecordBesideBytesThatAreNone() throws {
      let desk = try FaultDesk()
      try desk.appendRaw([0, 1, 0xff, 0x0d, 0x0a] + Array("{\"half".utf8))
      for number in 1...20 { try desk.done("note", "1001", "quote \" tab \t line \n \(number) 漏水 😀") }
      let answer = try desk.start("/usr/bin/env", ["jq", "-R", "fromjson? | .seq", desk.journal])
      let records = try Evidence(desk).records
      #expect(answer.lines.compactMap { Int($0) } == Array(0..<records))
      let types = try desk.shell("grep -a '\"type\":\"ticket.noted\"' \"$J\" | jq -r .text | grep -c quote")
      #expect(types.lines == ["20"])
    }

    private func evidenceRecords(_ bytes: [UInt8]) -> Int { bytes.count { $0 == 10 } }

    /// In place: the file stays the same one.
    private func overwrite(_ desk: FaultDesk, _ bytes: [UInt8]) throws {
      let handle = try FileHandle(forUpdating: URL(fileURLWithPath: desk.journal))
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
    }
  }
}
