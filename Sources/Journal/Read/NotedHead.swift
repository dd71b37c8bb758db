/// A head that somebody wrote down elsewhere, such as on the shift handover sheet: `SEQ:DIGEST`.
public struct NotedHead: Equatable, Sendable {
  /// The seq of the last record at that time.
  public let seq: Int64
  /// What its whole line hashed to.
  public let digest: Digest

  public init(seq: Int64, digest: Digest) {
    self.seq = seq
    self.digest = digest
  }

  /// The head written in `text`; nil for any other form. Whoever copies by hand may put blanks or hyphens between
  /// the digits and write them large.
  public init?(_ text: String) {
    let halves = text.split(separator: ":", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, halves[0].utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let seq = Int64(halves[0]),
      let digest = Digest(hex: halves[1].filter { $0 != " " && $0 != "-" }.lowercased())
    else { return nil }
    self.init(seq: seq, digest: digest)
  }

  /// `57:` and 32 lowercase hexadecimal digits.
  public var text: String { "\(seq):\(digest.hex)" }
}

extension Head {
  /// The form to write down.
  public var noted: NotedHead { NotedHead(seq: seq, digest: digest) }
}

/// What a journal has to say to a noted head.
public enum Agreement: Equatable, Sendable {
  /// The record is there as it was, and so is everything before it.
  case unchanged
  /// The journal ends before that record.
  case cutOff(last: Int64)
  /// That record is not there, though later ones are.
  case missing
  /// Another record has that seq: it, or something before it, was rewritten.
  case differs(found: Digest)
  /// The record is as it was, but these bytes before it were damaged since.
  case changedBefore([Range<Int64>])
}

/// Looks out for a noted head while the journal is checked.
struct HeadSearch {
  private let noted: NotedHead
  /// The digests of the records with that seq, and where each ends.
  private var found: [(digest: Digest, end: Int64)] = []

  init(_ noted: NotedHead) { self.noted = noted }

  /// Takes in a record of the journal that ends at `end`.
  mutating func take(seq: Int64, digest: Digest, end: Int64) {
    if seq == noted.seq { found.append((digest, end)) }
  }

  /// The answer, once all has been read.
  func agreement(_ head: Head, _ notices: Notices, restored: [Int64: GoodCopy]) -> Agreement {
    if let copy = restored[noted.seq] {
      let places = notices.repaired.filter { $0.restored.contains(noted.seq) }.map(\.bytes)
      return copy.digest == noted.digest ? .changedBefore(places) : .differs(found: copy.digest)
    }
    guard let place = found.first(where: { $0.digest == noted.digest }) else {
      if let other = found.first { return .differs(found: other.digest) }
      return noted.seq > head.seq ? .cutOff(last: head.seq) : .missing
    }
    let open = notices.damage.map(\.bytes)
    // What a person had decided on by then was known when the head was written down.
    let decided = notices.repaired.filter { $0.seq > noted.seq }.map(\.bytes)
    let changed = (open + decided).filter { $0.lowerBound < place.end }
    return changed.isEmpty ? .unchanged : .changedBefore(changed.sorted { $0.lowerBound < $1.lowerBound })
  }
}
