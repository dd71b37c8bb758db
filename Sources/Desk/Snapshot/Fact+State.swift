extension Fact {
  /// The bytes of a fact in a state.
  static let stateSize = 24

  func write(to writer: inout StateWriter) {
    writer.number(happened.milliseconds)
    writer.number(seq)
    writer.number(momentSeconds)
    writer.number(keyedLate)
    writer.number(what.rawValue)
    writer.code(topic)
    writer.number(detail)
    writer.number(flags.rawValue)
  }

  init(from reader: inout StateReader) throws(StateFault) {
    let bytes = try reader.take(Fact.stateSize)
    func number<Number: FixedWidthInteger>(_ offset: Int, _ type: Number.Type) -> Number {
      Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
    }
    guard let what = TicketStep(rawValue: bytes[20]) else { throw StateFault() }
    self.what = what
    happened = try StateReader.instant(number(0, Int64.self))
    seq = number(8, UInt32.self)
    momentSeconds = number(12, UInt32.self)
    keyedLate = number(16, UInt32.self)
    topic = try Topic.at(bytes[21])
    detail = bytes[22]
    flags = Flags(rawValue: bytes[23])
  }
}
