public import Desk
public import Journal

/// A desk and the journal it is the fold of: reads it, follows it, and records what is decided.
///
/// Everything that changes the desk goes one way: under the journal's lock catch up with the others, decide on
/// that state, append, and fold in what was appended. Not for use from several threads.
public final class LiveDesk {
  /// The desk, as far as the journal has been read.
  public internal(set) var desk: ServiceDesk
  /// The file, without symbolic links.
  public let path: String
  /// The name it was opened by.
  private let name: String
  /// The moment at which the desk is shown.
  public let moment: Moment
  /// The name of the centre's zone, where this machine does not know it and times are therefore in UTC.
  public let unknownZone: String?

  var journal: Journal
  private let isWriting: Bool
  /// What the moment shows.
  private(set) var filter: MomentFilter
  /// The staff as it is today, whatever the moment.
  private var today: ServiceDesk
  /// Events of others that were folded in and that no caller has been told of yet.
  private var unreported: [Event] = []
  /// Whether the last look at what others recorded stopped before its end.
  public private(set) var isBehind = false
  /// How long the last replay took, in milliseconds.
  var replayTime: Int64 = 0
  /// When everything before the place of the desk was last read and checked; nil before that.
  var scanned: Instant?
  /// What the desk has on trust, as long as what lies before has not been read.
  var trust: Trust?
  /// A snapshot was not what the journal says, and the desk has been made anew since; whoever tells it takes it back.
  public var wasMisled = false

  /// Opens the journal at `path` and replays it; a desk at another moment than `.live` is never written. With `isProven`
  /// nothing that lies beside the journal is believed.
  ///
  /// Throws `JournalError`s as `StoreError.journal`. A zone unknown on this machine is no error but reported.
  public init(path: String, writing: Bool, moment: Moment = .live, isProven: Bool = false) throws(StoreError)
  {
    name = path
    let journal = try StoreError.journal { () throws in
      try Journal(path: path, writing: writing && moment == .live)
    }
    // An archive is looked at as at its own end: of what came later it knows nothing.
    let end = try StoreError.journal { () throws in try journal.sealedEnd() }.map {
      Instant(milliseconds: $0)
    }
    self.moment = end.map { moment.limited(to: $0) } ?? moment
    isWriting = writing && moment == .live
    self.journal = journal
    self.path = journal.path
    filter = try MomentFilter(end != nil && moment == .live ? .live : self.moment) { () throws(StoreError) in
      try JournalReplay(path: path).newRecords().map(\.at.milliseconds)
    }
    today = ServiceDesk()
    desk = ServiceDesk()
    let zone = try? ZoneReader.zone(named: journal.identity.zone)
    unknownZone = zone == nil ? journal.identity.zone : nil
    desk.zone = zone ?? .utc
    if !isProven { takeSnapshot(now: WallClock.now) }
    let start = WallClock.elapsed
    try replay()
    replayTime = WallClock.elapsed - start
    if trust == nil { scanned = WallClock.now }
  }

  /// Which journal it is.
  public var identity: Identity { journal.identity }
  /// What its reader should be told besides the events.
  public var notices: Notices { journal.notices }
  /// The last confirmed record.
  public var head: Head { journal.head }
  /// Whether the file lets this process write, and if not, why.
  public var access: Journal.Access { journal.access }
  /// Whether nothing can be recorded: another moment, a file that forbids it, or events of a newer version.
  public var isReadOnly: Bool {
    moment != .live || journal.access != .readWrite || desk.unrecognised > 0
  }
  /// Becomes readable when another process may have written; see `drainWakeups`.
  public var wakeFileDescriptor: Int32? { journal.wakeFileDescriptor }

  /// Who else holds the journal's lock now.
  public var lockHolders: [LockHolder] { journal.lockHolders() }

  /// Takes what the wake descriptor has to say, so that it can wake again; then call `follow`.
  public func drainWakeups() { journal.drainWakeups() }

  /// Who the process is on this desk, by today's staff whatever the moment.
  ///
  /// Throws `.disguised` where the kernel's word for it is worth nothing: in a user namespace that somebody made.
  public func whoAmI(named: StaffCode?) throws(Refusal) -> StaffCode {
    guard UserNamespace.isTrusted(onFileAt: path) else { throw .disguised(account: ProcessIdentity.account) }
    return try whoAmI(account: ProcessIdentity.account, named: named)
  }

  /// Who somebody of that account is.
  func whoAmI(account: String, named: StaffCode?) throws(Refusal) -> StaffCode {
    try (moment == .live ? desk : today).whoAmI(account: account, named: named)
  }

  /// The events that others have recorded since the last look, folded in; those that the moment does not show
  /// are left out.
  public func follow() throws(StoreError) -> [Event] {
    try catchUp { visit in _ = try journal.readNew(visit) }
    return takeUnreported()
  }

  /// The same for about so many milliseconds: where others record by the thousand, whoever sits at a keyboard is not kept
  /// waiting. ``isBehind`` says whether there is more.
  public func follow(for milliseconds: Int64) throws(StoreError) -> [Event] {
    struct Enough: Error {}
    let end = WallClock.elapsed + milliseconds
    try catchUp { visit in
      var count = 0
      do {
        _ = try journal.readNew { record in
          try visit(record)
          count += 1
          if count % Self.followStride == 0, WallClock.elapsed >= end { throw Enough() }
        }
      } catch is Enough {
        isBehind = true
      }
    }
    return takeUnreported()
  }

  /// So many events are folded in before somebody looks at the clock.
  private static let followStride = 16

  /// All that happened to a ticket, orders included, read back from the journal in the order of recording.
  public func history(of number: TicketNumber) throws(StoreError) -> [Event] {
    guard let ticket = desk.tickets[number] else { throw .refused(.unknownTicket(number)) }
    return try events(at: ticket.facts.map { Int64($0.seq) })
  }

  /// The events with these numbers, read back from the journal; numbers it does not have are left out.
  public func events(at seqs: [Int64]) throws(StoreError) -> [Event] {
    try journal.events(at: seqs)
  }
}

extension LiveDesk {
  /// Reads the whole journal into an empty desk.
  private func replay() throws(StoreError) {
    var desk = desk
    var filter = filter
    var today = today
    let isLive = moment == .live
    try StoreError.journal { () throws in
      _ = try journal.readNew { record in
        let event = EventReader.event(from: record)
        if filter.admits(event) { desk.evolve(event) }
        if !isLive { today.evolveStaff(event) }
      }
    }
    (self.desk, self.today, self.filter) = (desk, today, filter)
  }

  /// Folds in what `read` hands over; what of it the moment shows waits for `takeUnreported`.
  func catchUp(_ read: ((Record) throws -> Void) throws -> Void) throws(StoreError) {
    isBehind = false
    try StoreError.journal { () throws in
      try read { record in
        let event = EventReader.event(from: record)
        if filter.admits(event) {
          desk.evolve(event)
          unreported.append(event)
        }
        if moment != .live { today.evolveStaff(event) }
      }
    }
  }

  /// The events of others since they were last asked for.
  func takeUnreported() -> [Event] {
    defer { unreported = [] }
    return unreported
  }

  /// Forgets the desk and reads it from the file again: after an append that failed halfway, and after
  /// `JournalError.replaced` or `.shrunk`, only the file knows what counts. `wakeFileDescriptor` is a new one then.
  public func reload() throws(StoreError) { try reload(isProven: false) }

  /// The same; with `isProven` by the journal's own lines alone.
  func reload(isProven: Bool) throws(StoreError) {
    let fresh = try LiveDesk(path: name, writing: isWriting, moment: moment, isProven: isProven)
    try requireSame(fresh)
    (journal, desk, filter, today) = (fresh.journal, fresh.desk, fresh.filter, fresh.today)
    (replayTime, scanned, trust) = (fresh.replayTime, fresh.scanned, fresh.trust)
    (unreported, isBehind) = ([], false)
  }

  /// What is opened again under the name must be this journal, and go on from where it was last seen: another one, or an
  /// older copy, is not taken for it, however it came there.
  private func requireSame(_ fresh: LiveDesk) throws(StoreError) {
    let (known, uuid) = (journal.head, journal.identity.uuid)
    guard fresh.journal.identity.uuid == uuid || uuid.isEmpty || fresh.journal.identity.uuid.isEmpty else {
      throw .anotherJournal(path: path)
    }
    guard known.seq >= 0 else { return }
    guard fresh.journal.head.seq >= known.seq else {
      throw .earlierJournal(path: path, missing: (fresh.journal.head.seq + 1)...known.seq)
    }
    let isSame = try StoreError.journal { () throws in try fresh.journal.holds(known) }
    if !isSame { throw .divergedJournal(path: path, seq: known.seq) }
  }
}

extension ServiceDesk {
  /// Folds in only what tells who somebody is.
  fileprivate mutating func evolveStaff(_ event: Event) {
    switch event.entry.body {
    case .staffAdded, .staffEdited, .staffLeft, .importUndone: evolve(event)
    default: break
    }
  }
}

extension StoreError {
  /// Does something with the journal, and gives its errors their place here.
  static func journal<Value>(_ work: () throws -> Value) throws(StoreError) -> Value {
    do {
      return try work()
    } catch let error as JournalError {
      throw .journal(error)
    } catch let error as StoreError {
      throw error
    } catch let refusal as Refusal {
      throw .refused(refusal)
    } catch {
      throw .unexpected(String(describing: error))
    }
  }
}
