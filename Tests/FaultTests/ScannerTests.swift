import Foundation
import TestSupport
import Testing

@testable import Journal

struct ScannerTests {
  private let envelope: Set = ["seq", "prev", "at", "by", "actor", "on", "type", "crc"]

  /// What two readers must agree on.
  private struct Reading: Equatable {
    var seq: Int64
    var prev: String
    var texts: [String: String]
    /// The payload's keys, in order of spelling.
    var keys: [String]
  }

  @Test func `on random and mutated lines the scanner and Foundation agree`() throws {
    var random = SeededRandom()
    var lines = RandomLine(random.fork())
    var cases = Cases("scanner against Foundation, random line")
    var mutations = Cases("scanner against Foundation, mutated line")
    var accepted = 0
    for number in 0..<Tier.pick(3000, long: 200_000) {
      let body = lines.body()
      let whole = ForeignLine.closed(body)
      let ours = scanned(whole)
      let name = "line \(number), seed \(random.seed): \(String(decoding: whole, as: UTF8.self))"
      cases.count(ours == nil ? "refused a good line" : disagreement(ours, whole), name)
      for _ in 0..<3 {
        let line = ForeignLine.closed(lines.mutated(body))
        let reading = scanned(line)
        if reading != nil { accepted += 1 }
        mutations.count(disagreement(reading, line), "\(name) as \(String(decoding: line, as: UTF8.self))")
      }
    }
    #expect(accepted > cases.tried / 10 && accepted < mutations.tried - cases.tried / 10)
  }

  private func disagreement(_ ours: Reading?, _ line: [UInt8]) -> String? {
    // A physical line has no line feed inside and begins with its brace; Foundation knows of no lines.
    if line.dropLast().contains(0x0a) { return nil }
    if line.first != 0x7b { return ours == nil ? nil : "taken without its brace" }
    // A line in the order of the house whose payload has a member of the envelope's name farther back.
    if hasDoubledKey(line) || ours.map({ !envelope.isDisjoint(with: $0.keys) }) ?? false { return nil }
    let theirs = foundation(line)
    switch (ours, theirs) {
    case (nil, nil): return nil
    // Foundation refuses exponents that no Double holds, and lets a comma stand before a brace or bracket.
    case (_?, nil) where has(#"[0-9][eE]\+?[0-9]{3}"#, line): return nil
    case (nil, _?) where has(#",[ \t\r]*[}\]]"#, line): return nil
    case (let ours?, nil): return "taken, Foundation does not: \(ours)"
    case (nil, let theirs?): return "refused, Foundation reads \(theirs)"
    case (let ours?, let theirs?): return ours == theirs ? nil : "\(ours) is not \(theirs)"
    }
  }

  // MARK: Ours

  private func scanned(_ line: [UInt8]) -> Reading? {
    line.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let envelope = LineScanner.scan(base, buffer.count) else {
        return nil
      }
      let record = Record(base: base, envelope: envelope, offset: 0, length: buffer.count)
      var keys: [String] = []
      var payload = record.payload
      do {
        while let key = try payload.nextKey() {
          keys.append(key.string)
          try payload.skipValue()
        }
      } catch {
        return nil
      }
      var texts = ["by": record.by, "type": record.type, "at": Timestamp.format(record.at)]
      texts["actor"] = record.actor
      texts["on"] = record.on.map(Timestamp.format)
      return Reading(seq: record.seq, prev: record.prev.hex, texts: texts, keys: keys.sorted(by: bytewise))
    }
  }

  // MARK: Theirs

  /// The same from Foundation's parser; nil for what it refuses and for what the format refuses.
  private func foundation(_ line: [UInt8]) -> Reading? {
    guard
      let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
      let number = object["seq"] as? NSNumber, isWhole(line), let seq = Int64(exactly: number), seq >= 0,
      seq <= LineScanner.highestSeq, let prev = object["prev"] as? String, isHex(prev),
      let at = object["at"] as? String, Timestamp.parse(at) != nil, let by = object["by"] as? String,
      let type = object["type"] as? String
    else { return nil }
    var texts = ["by": by, "type": type, "at": at]
    for key in ["actor", "on"] {
      guard let value = object[key] else { continue }
      guard let text = value as? String, key == "actor" || Timestamp.parse(text) != nil else { return nil }
      texts[key] = text
    }
    let keys = object.keys.filter { !envelope.contains($0) }
    return Reading(seq: seq, prev: prev, texts: texts, keys: keys.sorted(by: bytewise))
  }

  /// Whether some key stands twice in the outermost object: readers differ in which value they take.
  private func hasDoubledKey(_ line: [UInt8]) -> Bool {
    let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
    var count = 0
    line.withUnsafeBytes { buffer in
      var members = JSONCursor(buffer)
      guard (try? members.beginObject()) != nil else { return }
      while (try? members.nextKey()) ?? nil != nil, (try? members.skipValue()) != nil { count += 1 }
    }
    return object.map { count > $0.count } ?? false
  }

  private func isHex(_ text: String) -> Bool {
    text.utf8.count == 32 && text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }

  /// Whether `seq` is written in digits alone: `1e3` and `1.0` are numbers, but no seqs.
  private func isWhole(_ line: [UInt8]) -> Bool {
    has(#""seq"[ \t\r]*:[ \t\r]*(-?0|[1-9][0-9]*)[ \t\r]*[,}]"#, line)
  }

  private func has(_ expression: String, _ line: [UInt8]) -> Bool {
    String(decoding: line, as: UTF8.self).range(of: expression, options: .regularExpression) != nil
  }

  private func bytewise(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }
}
