/// What `NAME.state` holds: one line of JSON, padded to a fixed size, so that replacing it never needs room.
struct StateBlock: Equatable {
  /// The size in bytes.
  static let size = 512
  /// What the file's name has behind that of the journal.
  static let suffix = ".state"

  /// The journal it belongs to.
  var uuid: String
  /// The last confirmed record.
  var head: Head
  /// A sync failed since the boot in `boot`.
  var isPoisoned = false
  /// The boot id of the machine when the block was written.
  var boot = ""
  /// Bytes whose author was told that they are not saved.
  var refused: Range<Int64>?
  /// The seq from which on what was refused is known: an earlier state file was lost.
  var since: Int64 = 0

  init(uuid: String, head: Head, boot: String) {
    self.uuid = uuid
    self.head = head
    self.boot = boot
  }

  /// The block as it is stored.
  var encoded: [UInt8] {
    var writer = JSONWriter(continuing: [0x7b])
    writer.field("uuid", uuid)
    writer.field("seq", head.seq)
    writer.field("offset", head.offset)
    writer.field("digest", head.digest.hex)
    writer.field("poisoned", isPoisoned)
    writer.field("boot", boot)
    if let refused { writer.field("refused", [refused.lowerBound, refused.upperBound]) }
    if since > 0 { writer.field("since", since) }
    var bytes = writer.finish()
    let padding = StateBlock.size - Record.tailLength - bytes.count
    bytes.append(contentsOf: repeatElement(0x20, count: max(padding, 0)))
    let crc = bytes.withUnsafeBytes { CRC32C.checksum($0) }
    bytes.append(contentsOf: ",\"crc\":\"".utf8)
    Hexadecimal.append(UInt64(crc), digits: 8, to: &bytes)
    bytes.append(contentsOf: "\"}\n".utf8)
    return bytes
  }

  /// The block stored in `bytes`; nil when it is torn, foreign or not whole.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == StateBlock.size, let base = bytes.baseAddress,
      LineScanner.hasGoodTail(base, bytes.count), bytes[0] == 0x7b
    else { return nil }
    let members = UnsafeRawBufferPointer(rebasing: bytes[1..<(bytes.count - Record.tailLength)])
    let cursor = JSONCursor(members: members, afterMember: false, skipsEnvelope: false)
    guard let block = try? StateBlock(reading: cursor) else { return nil }
    self = block
  }

  private init?(reading members: JSONCursor) throws(JSONFault) {
    var cursor = members
    var seq: Int64?
    var offset: Int64?
    var digest: Digest?
    self.init(uuid: "", head: .none, boot: "")
    while let key = try cursor.nextKey() {
      switch key {
      case "uuid": uuid = try cursor.readString()
      case "seq": seq = try cursor.readInt64()
      case "offset": offset = try cursor.readInt64()
      case "digest": digest = Digest(hex: try cursor.readString())
      case "poisoned": isPoisoned = try cursor.readBool()
      case "boot": boot = try cursor.readString()
      case "refused": refused = try StateBlock.readRange(&cursor)
      case "since": since = max(0, try cursor.readInt64())
      default: try cursor.skipValue()
      }
    }
    guard let seq, let offset, let digest, seq >= 0, offset > 0 else { return nil }
    head = Head(seq: seq, offset: offset, digest: digest)
  }

  private static func readRange(_ cursor: inout JSONCursor) throws(JSONFault) -> Range<Int64>? {
    var bounds: [Int64] = []
    try cursor.beginArray()
    while try cursor.nextElement() { bounds.append(try cursor.readInt64()) }
    guard bounds.count == 2, bounds[0] <= bounds[1] else { return nil }
    return bounds[0]..<bounds[1]
  }
}
