/// The sealed copy of a period: the journal from its beginning to the end of the period, byte for byte, and one more
/// line that says so and forbids writing.
public struct Archive: Equatable, Sendable {
  /// The file.
  public let path: String
  /// The UUID of the journal it was copied from.
  public let uuid: String
  /// The seqs recorded in the period.
  public let seqs: ClosedRange<Int64>
  /// The last line it shares with the journal: by this head either can be held against the other.
  public let head: Head
  /// The line that seals it.
  public let seal: Head
}

extension Journal {
  /// Copies what was recorded until the end of `period`, in milliseconds since 1970, into a new file at `archive`,
  /// seals it and checks it as `verify` does. The journal is only read.
  ///
  /// Throws `.damaged`, `.exists`, or `CareFault.emptyPeriod` where nothing was recorded in the period.
  public static func archive(path: String, period: Range<Int64>, to archive: String) throws -> Archive {
    try Journal.archive(path: path, period: period, to: archive, on: LinuxFileSystem())
  }

  static func archive(
    path: String, period: Range<Int64>, to archive: String, on fileSystem: any FileSystem
  ) throws -> Archive {
    guard !GroupRights.covers(archive) else { throw JournalError.io(.open, .accessDenied) }
    try Opening.refuseNetwork(directoryName(of: archive), fileSystem)
    if (try? fileSystem.status(named: archive)) != nil { throw JournalError.exists(path: archive) }
    let journal = try Journal(path: path, writing: false, on: fileSystem)
    var cut = ArchiveCut(period, of: journal)
    try journal.readNew { cut.take($0) }
    guard journal.notices.damage.isEmpty else { throw JournalError.damaged(journal.notices.damage) }
    guard let seal = try cut.seal() else { throw CareFault.emptyPeriod }
    return try journal.write(seal, to: archive)
  }

  private func write(_ seal: Seal, to archive: String) throws -> Archive {
    var batch = Batch()
    batch.add(at: fileSystem.now(), by: "journal", type: "journal.archived", payload: seal.write)
    var sealer = LineSealer(after: seal.end)
    try sealer.seal(batch.members(0))
    let temporary = archive + ".new-" + identity.uuid
    do {
      try copy(0..<seal.end.offset, and: sealer.bytes, to: temporary, mode: 0o400)
      let found = try Journal.verify(path: temporary, on: fileSystem)
      guard found.damage.isEmpty, found.head == sealer.head else {
        throw CareFault.copyDiffers(path: archive)
      }
      try publish(temporary, as: archive)
    } catch {
      try? fileSystem.unlink(temporary)
      throw error
    }
    return Archive(path: archive, uuid: identity.uuid, seqs: seal.seqs, head: seal.end, seal: sealer.head)
  }

  private func publish(_ temporary: String, as archive: String) throws(JournalError) {
    do {
      try fileSystem.link(temporary, to: archive)
    } catch .io(_, .exists) {
      throw .exists(path: archive)
    }
    try fileSystem.unlink(temporary)
    try fileSystem.syncDirectory(of: archive)
  }

  /// Writes `range` of the journal and `more` to a new file called `name`, through to the disk.
  func copy(_ range: Range<Int64>, and more: [UInt8] = [], to name: String, mode: UInt32) throws(JournalError)
  {
    let file = OwnedFile(try fileSystem.open(name, .createNew), fileSystem)
    // The group comes first: a mode for it means nothing while the group is another one.
    let own = try fileSystem.status(self.file.number)
    if try fileSystem.status(file.number).group != own.group, mode & 0o070 != 0 {
      try fileSystem.setGroup(file.number, own.group)
    }
    try fileSystem.setMode(file.number, mode)
    try forEachChunk(of: range) { chunk throws(JournalError) in
      try fileSystem.writeFully(file.number, chunk)
    }
    try more.withBytes { bytes throws(JournalError) in try fileSystem.writeFully(file.number, bytes) }
    try fileSystem.sync(file.number)
    try fileSystem.dropCache(file.number)
  }
}

/// Finds where an archive has to end: behind the last record of the period, or behind the last decision about damage
/// before it, without which the copy could not be verified.
private struct ArchiveCut {
  /// A record, and where its line ends; nil for one that lies in its repair, which has to come along.
  private struct Place {
    let seq: Int64
    let end: Int64?
  }

  private let period: Range<Int64>
  private let journal: Journal
  private var places: [Place] = []
  private var times: [Int64] = []
  /// The decisions about damage, where each ends and from which byte and seq on it speaks.
  private var decisions: [(seq: Int64, end: Int64, bytes: Int64, missing: Int64?)] = []
  private var isSealed = false

  init(_ period: Range<Int64>, of journal: Journal) {
    self.period = period
    self.journal = journal
  }

  mutating func take(_ record: Record) {
    isSealed = isSealed || record.typeIs(Seal.type)
    guard !isSealed else { return }
    let end = record.offset + Int64(record.length)
    places.append(Place(seq: record.seq, end: journal.restored[record.seq] == nil ? end : nil))
    times.append(record.at)
    guard let decision = Decision(record) else { return }
    decisions.append((record.seq, end, decision.bytes.lowerBound, decision.missing?.lowerBound))
  }

  /// What seals the copy; nil when nothing was recorded in the period. A clock that was wrong for a while puts only the
  /// records of that while into another period.
  func seal() throws(JournalError) -> Seal? {
    let reached = ClockOrder.reached(times)
    let first = ClockOrder.count(reached, by: period.lowerBound - 1)
    let count = ClockOrder.count(reached, by: period.upperBound - 1)
    guard first < count else { return nil }
    let last = places[count - 1].seq
    var (end, endSeq) = (Int64(0), Int64(-1))
    for place in places[..<count] {
      if let placeEnd = place.end { (end, endSeq) = (placeEnd, place.seq) }
    }
    for decision in decisions where decision.seq > last {
      guard decision.bytes < end || decision.missing.map({ $0 <= last }) ?? false else { continue }
      (end, endSeq) = (decision.end, decision.seq)
    }
    guard let line = try journal.line(endingAt: end) else { return nil }
    return Seal(
      period: period, uuid: journal.identity.uuid, seqs: places[first].seq...last,
      end: Head(seq: endSeq, offset: end, digest: line.digest))
  }
}
