/// An import as the desk keeps it.
public struct ImportRecord: Hashable, Sendable {
  /// The number of the event with which it began, by which it can be taken back.
  public let seq: Int64
  public let at: Instant
  public let by: StaffCode
  public let note: ImportNote
  /// Whether it was taken back.
  public internal(set) var isUndone = false

  public init(seq: Int64, at: Instant, by: StaffCode, note: ImportNote) {
    self.seq = seq
    self.at = at
    self.by = by
    self.note = note
  }
}
