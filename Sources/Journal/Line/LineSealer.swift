/// Turns the members of records into whole lines that continue the journal: seq, prev, crc.
struct LineSealer {
  /// What is added to the members of a record at most: `{"seq":…,"prev":"…",` and `,"crc":"…"}⏎`.
  static let overhead = 7 + 19 + 9 + 32 + 2 + Record.tailLength

  /// What is added to the members of record `seq`.
  static func overhead(of seq: Int64) -> Int {
    overhead - 19 + String(seq).utf8.count
  }

  /// The lines sealed since the last `clear`.
  private(set) var bytes: [UInt8] = []
  /// Where in `bytes` each of them ends.
  private(set) var ends: [Int] = []
  /// The head once they are written.
  private(set) var head: Head

  init(after head: Head) {
    self.head = head
  }

  /// Seals `members` as the next line.
  mutating func seal(_ members: ArraySlice<UInt8>) throws(JournalError) {
    let start = bytes.count
    let seq = head.seq + 1
    append("{\"seq\":")
    Decimal.append(seq, to: &bytes)
    append(",\"prev\":\"")
    head.digest.append(to: &bytes)
    append("\",")
    bytes.append(contentsOf: members)
    let crc = bytes.withUnsafeBytes { CRC32C.checksum(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    append(",\"crc\":\"")
    Hexadecimal.append(UInt64(crc), digits: 8, to: &bytes)
    append("\"}\n")
    let length = bytes.count - start
    guard length <= LineScanner.longest else {
      bytes.removeLast(length)
      throw .recordTooLong(bytes: length)
    }
    let digest = bytes.withUnsafeBytes { SHA256.digest(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    head = Head(seq: seq, offset: head.offset + Int64(length), digest: digest)
    ends.append(bytes.count)
  }

  /// Forgets the lines, once they are written.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
