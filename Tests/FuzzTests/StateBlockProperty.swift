@testable import Journal

/// A block of the state file is refused, or it says the same when it is stored again.
enum StateBlockProperty {
  /// `body` is a block up to its padding.
  static func fault(of body: [UInt8]) -> String? {
    let room = StateBlock.size - Record.tailLength
    let line = SealedLine(body.prefix(room) + repeatElement(0x20, count: max(0, room - body.count)))
    guard let block = StateBlock(UnsafeRawBufferPointer(line.bytes)) else { return nil }
    if line.bytes.count != StateBlock.size { return "\(line.bytes.count) bytes are taken" }
    let place = body.count * 8 / 3 % (StateBlock.size * 8)
    line.bytes[place / 8] ^= 1 << UInt8(place % 8)
    if StateBlock(UnsafeRawBufferPointer(line.bytes)) != nil {
      return "bit \(place) flips and nobody notices"
    }
    let again = block.encoded
    // Names that no process of ours gives may need more room when they are escaped.
    guard again.count == StateBlock.size else { return nil }
    let found = again.withUnsafeBytes { StateBlock($0) }
    return found == block ? nil : "\(block) is stored as \(found.map { "\($0)" } ?? "no block")"
  }
}
