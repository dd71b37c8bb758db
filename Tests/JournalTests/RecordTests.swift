import TestSupport
import Testing

@testable import Journal

struct RecordTests {
  /// The line of one record with every envelope member.
  private func sealed(_ batch: Batch, after head: Head = .none) throws -> [UInt8] {
    var sealer = LineSealer(after: head)
    for index in 0..<batch.count { try sealer.seal(batch.members(index)) }
    return sealer.bytes
  }

  private var full: Batch {
    var batch = Batch()
    batch.add(
      at: Sample.moment, by: "li.na", actor: "wang.wei", on: Sample.moment - 60_000, type: "ticket.received"
    ) { writer in
      writer.field("ticket", 7)
      writer.field("text", "漏水 \"急\"\n\u{1}")
      writer.field("seen", false)
    }
    return batch
  }

  /// A line with `members` in any order, with its right checksum.
  private func line(_ members: String) -> [UInt8] {
    let body = Array("{\(members)".utf8)
    let crc = body.withUnsafeBytes { CRC32C.checksum($0) }
    var tail: [UInt8] = []
    Hexadecimal.append(UInt64(crc), digits: 8, to: &tail)
    return body + Array(",\"crc\":\"".utf8) + tail + Array("\"}\n".utf8)
  }

  private func scan<Value>(_ bytes: [UInt8], _ look: (Record) throws -> Value) rethrows -> Value? {
    try bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let envelope = LineScanner.scan(base, buffer.count) else {
        return nil
      }
      return try look(Record(base: base, envelope: envelope, offset: 0, length: buffer.count))
    }
  }

  @Test func `the bytes of a small journal are these`() throws {
    let sample = try Sample(2)
    try golden(String(decoding: try sample.bytes, as: UTF8.self), "small-journal.txt")
  }

  @Test func `a record comes back as it was written`() throws {
    let entry = try scan(try sealed(full)) { record throws in
      #expect(record.seq == 0 && record.prev == .zero)
      #expect(record.at == Sample.moment && record.on == Sample.moment - 60_000)
      #expect(record.by == "li.na" && record.actor == "wang.wei")
      #expect(record.typeIs("ticket.received") && !record.typeIs("ticket.receive"))
      return try Entry(record)
    }
    #expect(entry?.ticket == 7 && entry?.text == "漏水 \"急\"\n\u{1}")
  }

  @Test func `members in any order give the same record`() throws {
    let prev = String(repeating: "0", count: 32)
    let written = try sealed(full)
    let other = line(
      #" "text":"漏水 \"急\"\n\u0001","on":"2026-11-22T04:16:35.123Z" ,"type":"ticket.received","ticket":7,"seen":false,"#
        + #""actor":"wang.w\u0065i","seq":0,"prev":"\#(prev)","by":"li.na","at":"2026-11-22T04:17:35.123Z""#)
    let look = { (record: Record) in
      var keys: Set<String> = []
      var payload = record.payload
      while let key = try payload.nextKey() {
        keys.insert(key.string)
        try payload.skipValue()
      }
      let entry = try Entry(record)
      return (
        "\(record.seq) \(record.at) \(record.on ?? 0) \(record.by) \(record.actor ?? "") \(record.type)",
        keys, entry
      )
    }
    let fixed = try #require(try scan(written, look))
    let general = try #require(try scan(other, look))
    #expect(fixed.0 == general.0)
    #expect(fixed.1 == general.1 && fixed.1 == ["ticket", "text", "seen"])
    #expect(fixed.2 == general.2)
  }

  @Test func `actor and on are found in every order of the envelope before the payload`() {
    var members = [
      #""seq":0"#, #""prev":"\#(String(repeating: "0", count: 32))""#, #""at":"2026-11-22T04:17:35.123Z""#,
      #""by":"li.na""#, #""actor":"wang.wei""#, #""on":"2026-11-22T04:16:35.123Z""#,
      #""type":"ticket.noted""#,
    ]
    var tried = 0
    func permute(_ count: Int) {
      guard count > 1 else {
        tried += 1
        let found = scan(line("\(members.joined(separator: ",")),\"note\":\"x\"")) { record in
          "\(record.by) \(record.actor ?? "nobody") \(record.on ?? 0) \(record.type)"
        }
        #expect(found == "li.na wang.wei \(Sample.moment - 60_000) ticket.noted", "\(members)")
        return
      }
      for place in 0..<count {
        permute(count - 1)
        members.swapAt(count % 2 == 0 ? place : 0, count - 1)
      }
    }
    permute(members.count)
    #expect(tried == 5040)
  }

  @Test func `both ways of scanning find the same in what this program writes`() throws {
    var random = SeededRandom()
    for _ in 0..<300 {
      var batch = Batch()
      batch.add(
        at: Int64.random(in: Timestamp.bounds, using: &random),
        by: ["li.na", "王", "a\"b", ""].randomElement(using: &random)!,
        actor: [nil, "x", "é"].randomElement(using: &random)!,
        on: Bool.random(using: &random) ? Int64.random(in: Timestamp.bounds, using: &random) : nil,
        type: "ticket.noted"
      ) { writer in
        if Bool.random(using: &random) { writer.field("note", "x") }
      }
      let head = Head(seq: Int64.random(in: -1...1_000_000_000, using: &random), offset: 0, digest: .zero)
      let bytes = try sealed(batch, after: head)
      bytes.withUnsafeBytes { buffer in
        let end = buffer.count - Record.tailLength
        guard let general = LineScanner.scanAnyOrder(buffer, end) else {
          Issue.record("\(String(decoding: bytes, as: UTF8.self))")
          return
        }
        if let fixed = LineScanner.scanFixedOrder(buffer, end) {
          #expect(fixed.seq == general.seq && fixed.at == general.at && fixed.on == general.on)
          for (a, b) in [(fixed.by, general.by), (fixed.actor, general.actor), (fixed.type, general.type)] {
            #expect(a.start == b.start && a.count == b.count)
          }
        }
      }
    }
  }

  @Test(arguments: [
    #""seq":1,"at":"2026-11-22T04:17:35.123Z","by":"a","type":"t""#,
    #""seq":-1,"prev":"00000000000000000000000000000000","at":"2026-11-22T04:17:35.123Z","by":"a","type":"t""#,
    #""seq":01,"prev":"00000000000000000000000000000000","at":"2026-11-22T04:17:35.123Z","by":"a","type":"t""#,
    #""seq":1,"prev":"0000000000000000000000000000000A","at":"2026-11-22T04:17:35.123Z","by":"a","type":"t""#,
    #""seq":1,"prev":"00000000000000000000000000000000","at":"2026-11-32T04:17:35.123Z","by":"a","type":"t""#,
    #""seq":1,"prev":"00000000000000000000000000000000","at":"2026-11-22T04:17:35.123Z","type":"t""#,
    #""seq":1,"prev":"00000000000000000000000000000000","at":"2026-11-22T04:17:35.123Z","by":"a""#,
    #""seq":1,"seq":1,"prev":"00000000000000000000000000000000","at":"2026-11-22T04:17:35.123Z","by":"a","type":"t""#,
    #""seq":1,"prev":"00000000000000000000000000000000","at":"2026-11-22T04:17:35.123Z","by":"a","type":"t"}"#,
    "",
  ])
  func `a line without a whole envelope is no record, whatever its checksum`(members: String) {
    #expect(scan(line(members)) { $0.seq } == nil)
  }

  @Test func `no single flipped bit, cut or added byte leaves a line good`() throws {
    let good = try sealed(full)
    for place in good.indices {
      for bit in 0..<8 {
        var bytes = good
        bytes[place] ^= 1 << UInt8(bit)
        #expect(scan(bytes) { $0.seq } == nil, "byte \(place) bit \(bit)")
      }
      #expect(scan(Array(good[..<place])) { $0.seq } == nil)
    }
  }

  @Test func `seqs, hashes and checksums chain on`() throws {
    let bytes = try sealed(Sample.batch(1..<4))
    var digest = Digest.zero
    for (number, line) in bytes.split(separator: 0x0a).enumerated() {
      let line = Array(line) + [0x0a]
      let found = try #require(scan(line) { ($0.seq, $0.prev) })
      #expect(found == (Int64(number), digest))
      digest = line.withUnsafeBytes { SHA256.digest($0) }
    }
  }

  @Test func `a batch forgets a record whose payload throws`() throws {
    struct Refused: Error {}
    var batch = Sample.batch(1..<2)
    #expect(throws: Refused.self) {
      try batch.add(at: 0, by: "a", type: "t") { writer in
        writer.field("x", "y")
        throw Refused()
      }
    }
    #expect(batch.count == 1)
    #expect(try sealed(batch) == sealed(Sample.batch(1..<2)))
    batch.removeAll()
    #expect(batch.isEmpty && batch.byteCount == 0)
  }
}
