/// Records about to be appended, in order. What depends on what others append meanwhile — seq, prev, crc — is put in
/// when the batch is appended, under the lock.
public struct Batch {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []

  public init() {}

  /// A batch as it was before.
  init(bytes: [UInt8], ends: [Int]) {
    self.bytes = bytes
    self.ends = ends
  }

  /// Adds a record: `at` and `on` in milliseconds since 1970, `by` and `actor` staff codes.
  /// `payload` writes the members behind `type`; it must not write one of the envelope's names.
  public mutating func add(
    at: Int64, by: String, actor: String? = nil, on: Int64? = nil, type: String,
    payload: (inout JSONWriter) throws -> Void = { _ in }
  ) rethrows {
    let length = bytes.count
    // The array moves into the writer and back, so that it is never copied.
    var writer = JSONWriter(continuing: bytes)
    bytes = []
    writer.moment("at", at)
    writer.field("by", by)
    if let actor { writer.field("actor", actor) }
    if let on { writer.moment("on", on) }
    writer.field("type", type)
    do {
      try payload(&writer)
    } catch {
      bytes = writer.finish()
      bytes.removeLast(bytes.count - length)
      throw error
    }
    bytes = writer.finish()
    ends.append(bytes.count)
  }

  /// How many records it holds.
  public var count: Int { ends.count }

  /// Whether it holds none.
  public var isEmpty: Bool { ends.isEmpty }

  /// About how many bytes its lines will have; never fewer than they do.
  public var byteCount: Int { bytes.count + ends.count * LineSealer.overhead }

  /// Empties it.
  public mutating func removeAll(keepingCapacity: Bool = false) {
    bytes.removeAll(keepingCapacity: keepingCapacity)
    ends.removeAll(keepingCapacity: keepingCapacity)
  }

  /// Before anything is written: no line may turn out too long when the first has the seq `first`.
  func checkLengths(from first: Int64) throws(JournalError) {
    for index in 0..<count {
      let members = members(index).count
      if members + LineSealer.overhead <= LineScanner.longest { continue }
      let length = members + LineSealer.overhead(of: first + Int64(index))
      guard length <= LineScanner.longest else { throw .recordTooLong(bytes: length) }
    }
  }

  /// The members of record `index` as they stand between `prev` and `crc`.
  func members(_ index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}
