import Desk

@testable import DeskStore
@testable import Journal

/// A line is read the same by the scanner that knows the order of the house and by the general one; what is
/// understood of it comes back from the line it is written as; a flipped bit is found.
enum LineProperty {
  /// All that is read from a line.
  struct Reading: Equatable {
    var event: Event
    var prev: Digest
    /// The payload's keys, and the bytes of each value.
    var keys: [String] = []
    var values: [[UInt8]] = []
  }

  static func fault(of body: [UInt8]) -> String? {
    let line = SealedLine(body)
    guard line.end > 0, line.bytes.count <= LineScanner.longest else { return nil }
    let bytes = UnsafeRawBufferPointer(line.bytes)
    let fixed = LineScanner.scanFixedOrder(bytes, line.end)
    let general = LineScanner.scanAnyOrder(bytes, line.end)
    let scanned = line.record { $0.seq }
    guard scanned == fixed?.seq ?? general?.seq else { return "the scanners do not add up" }
    guard scanned != nil else { return nil }
    if bytes[0] != 0x7b { return "taken without its brace" }
    return disagreement(bytes, fixed, general) ?? faultOfWriting(line) ?? faultOfBit(line)
      ?? faultOfLineFeed(line)
  }

  // MARK: Two ways of scanning

  private static func disagreement(
    _ bytes: UnsafeRawBufferPointer, _ fixed: Envelope?, _ general: Envelope?
  ) -> String? {
    let one = fixed.flatMap { reading(bytes, $0) }
    let other = general.flatMap { reading(bytes, $0) }
    if general != nil, other == nil { return "the general scanner takes a payload that is none" }
    guard fixed != nil else { return nil }
    guard let one else { return general == nil ? nil : "only the fixed order finds fault with the payload" }
    // A member of the envelope's name farther back is payload in the fixed order alone: see Format.md.
    if one.keys.contains(where: Self.envelope.contains) { return nil }
    guard let other else { return "only the fixed order takes it" }
    return one == other ? nil : "\(one) is not \(other)"
  }

  private static let envelope: Set = ["seq", "prev", "at", "by", "actor", "on", "type"]

  /// What is in the line; nil when its payload is no strict JSON. Every value is passed over and also read.
  private static func reading(_ bytes: UnsafeRawBufferPointer, _ envelope: Envelope) -> Reading? {
    guard let base = bytes.baseAddress else { return nil }
    let record = Record(base: base, envelope: envelope, offset: 0, length: bytes.count)
    var reading = Reading(event: EventReader.event(from: record), prev: record.prev)
    var payload = record.payload
    do {
      while let key = try payload.nextKey() {
        let start = payload.position
        var reader = payload
        try payload.skipValue()
        let isRead = (try? read(&reader)) != nil
        if !isRead || reader.position != payload.position { return nil }
        reading.keys.append(key.string)
        reading.values.append(Array(payload.bytes[start..<payload.position]))
      }
    } catch {
      return nil
    }
    return reading
  }

  /// Reads a value by what it is instead of passing over it.
  private static func read(_ cursor: inout JSONCursor) throws {
    cursor.skipSpace()
    switch cursor.position < cursor.bytes.count ? cursor.bytes[cursor.position] : 0 {
    case UInt8(ascii: "\""): _ = try cursor.readString()
    case UInt8(ascii: "{"):
      try cursor.beginObject()
      while try cursor.nextKey() != nil { try read(&cursor) }
    case UInt8(ascii: "["):
      try cursor.beginArray()
      while try cursor.nextElement() { try read(&cursor) }
    case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try cursor.readBool()
    case UInt8(ascii: "n"): _ = try cursor.readNull()
    default: try cursor.skipValue()
    }
  }

  // MARK: Writing again

  /// What is understood is written as a line of the same meaning.
  private static func faultOfWriting(_ line: borrowing SealedLine) -> String? {
    let read = line.record { EventReader.event(from: $0) }
    guard let event = read, let again = rewritten(event) else { return nil }
    let found = SealedLine(again).record { EventReader.event(from: $0) }
    return found == event ? nil : "\(event) is written as \(found.map { "\($0)" } ?? "no record")"
  }

  /// The event as a line without its closing bytes; nil for one that is not understood.
  private static func rewritten(_ event: Event) -> ArraySlice<UInt8>? {
    if case .unrecognised = event.entry.body { return nil }
    let entry = event.entry
    var batch = Batch()
    batch.add(
      at: event.at.milliseconds, by: entry.by.value, actor: entry.actor?.value, on: entry.on?.milliseconds,
      type: entry.body.typeName
    ) { entry.write(to: &$0) }
    var sealer = LineSealer(after: Head(seq: event.seq - 1, offset: 0, digest: .zero))
    guard (try? sealer.seal(batch.members(0))) != nil else { return nil }
    return sealer.bytes.dropLast(Record.tailLength)
  }

  // MARK: Rot

  private static func faultOfBit(_ line: borrowing SealedLine) -> String? {
    // Which bit depends on the checksum, so that each line has another one.
    let place = line.bytes[(line.end)...].reduce(0) { $0 &* 31 &+ Int($1) }
    let (byte, bit) = (place / 8 % line.bytes.count, UInt8(place % 8))
    line.bytes[byte] ^= 1 << bit
    defer { line.bytes[byte] ^= 1 << bit }
    return line.record { $0.seq } == nil ? nil : "bit \(bit) of byte \(byte) flips and nobody notices"
  }

  /// A line whose only fault is its line feed counts for those who ask so, and for nobody else.
  private static func faultOfLineFeed(_ line: borrowing SealedLine) -> String? {
    let last = line.bytes.count - 1
    let seq = line.record { $0.seq }
    line.bytes[last] = 0x4a
    defer { line.bytes[last] = 0x0a }
    guard let base = UnsafeRawPointer(line.bytes.baseAddress), line.record({ $0.seq }) == nil else {
      return "taken without its line feed"
    }
    let found = LineScanner.scan(base, line.bytes.count, ignoringLineFeed: true)
    return found?.seq == seq ? nil : "a line feed costs the record"
  }
}
