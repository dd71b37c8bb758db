import Desk
import DeskStore

@testable import Console

/// A desk in memory behind the console's door: the same deciding and folding, no file.
final class MemoryDesk: DeskPort {
  private var today: ServiceDesk
  /// The moment it is.
  var clock: Instant
  private var past: Replay?
  /// What forbids changes in the present.
  var obstacle: Restriction?
  var isTicking = true

  var desk: ServiceDesk { past?.desk ?? today }
  var now: Instant {
    get { past?.position.instant ?? clock }
    set { clock = newValue }
  }
  var present: Instant { clock }
  var replay: ReplayPosition? { past?.position }
  var restriction: Restriction? {
    get { past.map { .otherMoment($0.position.instant, asOf: true) } ?? obstacle }
    set { obstacle = newValue }
  }
  var wakeDescriptor: Int32 { -1 }
  /// All events, in order.
  private(set) var events: [Event] = []
  /// What is kept for one person.
  var kept: [Personal: [UInt8]] = [:]
  /// What keeping it throws.
  var keepingFails = false
  /// What this console shows to others, and who is there.
  private(set) var presence: PresenceFile.Person?
  var company: [PresenceFile.Person] = []
  /// What somebody else wrote and the console has not seen yet.
  private var foreign: [Event] = []
  /// Thrown by the next recording.
  var failure: (any Error)?
  /// How often a history was read.
  private(set) var historiesRead = 0

  var whileWaiting: (() -> Void)?
  /// Pieces of quiet work left, and what happens with each.
  var quietPieces = 0
  var onQuietPiece: (() throws -> Void)?
  var hasQuietWork: Bool { quietPieces > 0 }
  /// The desk was made anew, as after a false snapshot.
  var isMisled = false
  /// Makes a ticket another one than before, without an event that anybody could notice.
  func restate(_ number: TicketNumber, summary: String) {
    today.evolve(
      Event(
        seq: 1, at: clock,
        entry: Entry(by: SmallDesk.supervisor, body: .ticket(number, .edited(TicketEdit(summary: summary))))))
  }

  func takeMisled() -> Bool {
    defer { isMisled = false }
    return isMisled
  }

  /// What was kept as files, by name.
  private(set) var files: [String: String] = [:]

  func keep(_ text: String, as name: String) throws -> String {
    if let failure { throw failure }
    files[name] = text
    return "./" + name
  }

  func doQuietWork() throws {
    quietPieces -= 1
    try onQuietPiece?()
  }

  init(desk: ServiceDesk, now: Instant) {
    today = desk
    clock = now
  }

  func perform(_ command: Command) throws -> [Event] {
    if let failure {
      self.failure = nil
      throw failure
    }
    guard restriction?.isOtherMoment != true else { throw StoreError.anotherMoment }
    let entries = try today.decide(command, now: now)
    return entries.map(record)
  }

  func performEach(_ commands: [Command]) throws -> [Result<[Event], Refusal>] {
    try commands.map { command in
      do { return .success(try perform(command)) } catch let refusal as Refusal { return .failure(refusal) }
    }
  }

  func personal(_ file: Personal) -> [UInt8]? { kept[file] }

  func keepPersonal(_ bytes: [UInt8]?, as file: Personal) throws {
    if keepingFails { throw StoreError.anotherMoment }
    kept[file] = bytes
  }

  func show(_ person: PresenceFile.Person?) { presence = person }
  func others() -> [PresenceFile.Person] { company }

  /// What another console writes; seen by `follow`.
  func performElsewhere(_ command: Command) throws {
    foreign += try perform(command)
  }

  private func record(_ entry: Entry) -> Event {
    let event = Event(seq: Int64(events.count), at: now, entry: entry)
    events.append(event)
    today.evolve(event)
    return event
  }

  /// Records an entry without asking, as when a desk is set up.
  func add(_ entry: Entry) { _ = record(entry) }

  func history(of number: TicketNumber) -> [Event] {
    historiesRead += 1
    if let past { return (try? past.history(of: number)) ?? [] }
    return events.filter { $0.entry.body.ticket == number }
  }

  func look(_ move: ReplayMove) throws {
    if past == nil { past = try Replay(MemoryReplay(self), at: clock) }
    try past?.move(move, now: clock)
  }

  func lookAtPresent() {
    past = nil
    if restriction?.isOtherMoment == true { obstacle = nil }
  }

  /// How many foreign events one look brings, and what happens then; nil for all of them.
  var pieceLength: Int?
  var onPiece: (() -> Void)?
  var isBehind: Bool { pieceLength != nil && !foreign.isEmpty }

  func follow() throws -> [Event] {
    let piece = Array(foreign.prefix(pieceLength ?? foreign.count))
    foreign.removeFirst(piece.count)
    if !piece.isEmpty { onPiece?() }
    return piece
  }

  func sentence(for error: any Error, in language: Language) -> String { "\(error)" }
}

/// The events of a desk in memory as the source of a replay.
private final class MemoryReplay: ReplaySource {
  private unowned let desk: MemoryDesk
  private var known = 0
  let zone: Zone

  init(_ desk: MemoryDesk) {
    self.desk = desk
    zone = desk.desk.zone
  }

  func newRecords() -> [(seq: Int64, at: Instant)] {
    defer { known = desk.events.count }
    return desk.events[known...].map { ($0.seq, $0.at) }
  }

  func events(at seqs: [Int64]) -> [Event] { seqs.map { desk.events[Int($0)] } }
}
