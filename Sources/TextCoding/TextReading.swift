/// A file's encoding, judged once over all its bytes, never piece by piece.
public struct TextReading {
  public let encoding: TextEncoding
  /// Whether the user, or a mark at the beginning, says so, and nothing had to be assumed.
  public let isCertain: Bool
  /// Bytes at the beginning that are a mark and no text.
  public let markLength: Int64

  /// Judges bytes; `told` is what the user says they are. Throws ``EncodingFault``, and what reading them throws.
  public init(_ source: some TextSource, told: TextEncoding? = nil) throws {
    let mark = try Self.mark(source)
    if let told {
      self = try Self.told(told, mark, source)
      return
    }
    if let mark, mark.encoding != .utf8 {
      self = mark
      return
    }
    let judge = try Self.judge(source)
    if mark == nil, let hidden = try Self.unmarked(judge, source) {
      throw EncodingFault.unmarked(hidden)
    }
    guard let fault = judge.fault else {
      if let mark {
        self = mark
        return
      }
      switch judge.runs.verdict {
      case .utf8: self.init(.utf8, isCertain: true, markLength: 0)
      case .gb18030: self.init(.gb18030, isCertain: false, markLength: 0)
      case .undecided: throw EncodingFault.undecided(at: try Self.firstContested(source))
      }
      return
    }
    if judge.isCutOff, judge.hasLong || mark != nil { throw EncodingFault.cutOff(.utf8) }
    if mark != nil { throw EncodingFault.invalid(.utf8, at: try source.place(of: fault, in: .utf8)) }
    do {
      try Self.proveChinese(source, fault)
    } catch is EncodingFault where judge.isCutOff {
      throw EncodingFault.cutOff(.utf8)
    }
    self.init(.gb18030, isCertain: false, markLength: 0)
  }

  private init(_ encoding: TextEncoding, isCertain: Bool, markLength: Int64) {
    self.encoding = encoding
    self.isCertain = isCertain
    self.markLength = markLength
  }

  /// Whether the bytes after the mark are UTF-8 as they stand.
  public var isPlain: Bool { encoding == .utf8 }

  /// Hands the text over in UTF-8, piece by piece.
  public func decode(_ source: some TextSource, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    do {
      var decoder = try Decoder(encoding, from: markLength)
      var text: [UInt8] = []
      try source.pass(from: markLength) { bytes, _ in
        text.removeAll(keepingCapacity: true)
        try decoder.decode(bytes, into: &text)
        try text.withUnsafeBufferPointer(body)
        return true
      }
      text.removeAll(keepingCapacity: true)
      try decoder.end(into: &text)
      try text.withUnsafeBufferPointer(body)
    } catch let stop as DecodingStop {
      switch stop {
      case .invalid(let offset):
        throw EncodingFault.invalid(encoding, at: try source.place(of: offset, in: encoding))
      case .cutOff: throw EncodingFault.cutOff(encoding)
      case .irreversible: throw EncodingFault.irreversible(encoding)
      case .unavailable: throw EncodingFault.unavailable(encoding)
      }
    }
  }

  /// The UTF-8 of a small file read as a whole, without a mark.
  public static func utf8(of bytes: [UInt8], told: TextEncoding? = nil) throws(EncodingFault) -> [UInt8] {
    let source = ByteArraySource(bytes: bytes)
    do {
      let reading = try TextReading(source, told: told)
      if reading.isPlain { return Array(bytes[Int(reading.markLength)...]) }
      var text: [UInt8] = []
      try reading.decode(source) { text += $0 }
      return text
    } catch let fault as EncodingFault {
      throw fault
    } catch {
      throw .unavailable(told ?? .utf8)
    }
  }
}

extension TextReading {
  private static func mark(_ source: some TextSource) throws -> TextReading? {
    var head: [UInt8] = []
    try source.pass { bytes, _ in
      head += bytes.prefix(4 - head.count)
      return head.count < 4
    }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return Self(.utf8, isCertain: true, markLength: 3) }
    if head.starts(with: [0xFF, 0xFE]) { return Self(.utf16LittleEndian, isCertain: true, markLength: 2) }
    if head.starts(with: [0xFE, 0xFF]) { return Self(.utf16BigEndian, isCertain: true, markLength: 2) }
    if head == [0x84, 0x31, 0x95, 0x33] { return Self(.gb18030, isCertain: true, markLength: 4) }
    return nil
  }

  private static func judge(_ source: some TextSource) throws -> UTF8Judge {
    var judge = UTF8Judge()
    try source.pass { bytes, offset in
      judge.take(bytes, at: offset)
      return true
    }
    judge.end(at: source.byteCount)
    return judge
  }

  private static func told(_ told: TextEncoding, _ mark: TextReading?, _ source: some TextSource) throws
    -> TextReading
  {
    if let mark, mark.encoding != told, told.form != .utf16ByMark || mark.encoding == .utf8 {
      throw EncodingFault.contradicted(told: told, mark: mark.encoding)
    }
    if told == .utf8 {
      let judge = try judge(source)
      if judge.isCutOff { throw EncodingFault.cutOff(.utf8) }
      if let fault = judge.fault {
        throw EncodingFault.invalid(.utf8, at: try source.place(of: fault, in: .utf8))
      }
    }
    if told.form == .utf16ByMark {
      if let mark { return mark }
      let judge = try judge(source)
      return Self(
        judge.zeros.even > judge.zeros.odd ? .utf16BigEndian : .utf16LittleEndian, isCertain: true,
        markLength: 0)
    }
    return mark ?? Self(told, isCertain: true, markLength: 0)
  }

  /// What it seems to be where a tenth of its bytes and more are zero, nearly all of them at one side, and line ends among
  /// those that have one at theirs.
  private static func unmarked(_ judge: UTF8Judge, _ source: some TextSource) throws -> TextEncoding? {
    let (even, odd) = judge.zeros
    guard even + odd > 0, (even + odd) * 10 >= source.byteCount else { return nil }
    let isBigEndian = even > odd
    guard isBigEndian ? even >= 19 * odd : odd >= 19 * even else { return nil }
    var (feeds, paired): (Int64, Int64) = (0, 0)
    var previous: UInt8 = 0xFF
    try source.pass { bytes, offset in
      for (index, byte) in bytes.enumerated() {
        if byte == 0x0A { feeds += 1 }
        let isSecond = (offset + Int64(index)) % 2 == 1
        if isSecond, isBigEndian ? previous == 0 && byte == 0x0A : previous == 0x0A && byte == 0 {
          paired += 1
        }
        previous = byte
      }
      return true
    }
    guard 3 * paired >= feeds else { return nil }
    return isBigEndian ? .utf16BigEndian : .utf16LittleEndian
  }

  /// Throws unless the whole is valid GB18030 and likely to be Chinese; `fault` is where it stops being UTF-8.
  private static func proveChinese(_ source: some TextSource, _ fault: Int64) throws {
    var share = HanziShare()
    let reading = Self(.gb18030, isCertain: false, markLength: 0)
    do {
      try reading.decode(source) { _ in }
    } catch EncodingFault.invalid(_, let place) {
      throw EncodingFault.neither(utf8: try source.place(of: fault, in: .utf8), gb18030: place)
    }
    try source.pass { bytes, _ in
      share.take(bytes)
      return true
    }
    guard share.isLikely else { throw EncodingFault.unlikely(at: try source.place(of: fault, in: .utf8)) }
  }

  private static func firstContested(_ source: some TextSource) throws -> BytePlace {
    var first: Int64 = 0
    try source.pass { bytes, offset in
      guard let index = bytes.firstIndex(where: { $0 >= 0x80 }) else { return true }
      first = offset + Int64(index)
      return false
    }
    return try source.place(of: first, in: .utf8)
  }
}

/// The decoder of an encoding.
private enum Decoder {
  case plain
  case utf16(UTF16Decoder)
  case library(LibraryDecoder)

  init(_ encoding: TextEncoding, from offset: Int64) throws(DecodingStop) {
    switch encoding.form {
    case .utf8: self = .plain
    case .utf16(let isBigEndian): self = .utf16(UTF16Decoder(isBigEndian: isBigEndian, from: offset))
    case .utf16ByMark: self = .utf16(UTF16Decoder(isBigEndian: false, from: offset))
    case .library(let name): self = .library(try LibraryDecoder(name, from: offset))
    }
  }

  mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, into text: inout [UInt8]) throws(DecodingStop) {
    switch self {
    case .plain: text += bytes
    case .utf16(var decoder):
      try decoder.decode(bytes, into: &text)
      self = .utf16(decoder)
    case .library(let decoder): try decoder.decode(bytes, into: &text)
    }
  }

  mutating func end(into text: inout [UInt8]) throws(DecodingStop) {
    switch self {
    case .plain: break
    case .utf16(let decoder): try decoder.end()
    case .library(let decoder): try decoder.end(into: &text)
    }
  }
}
