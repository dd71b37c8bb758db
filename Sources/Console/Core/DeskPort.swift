public import Desk
public import DeskStore
public import Journal

/// The desk as the console sees it: what is known, what can be asked, what others changed.
///
/// The screens know nothing of files; tests stand a desk in memory behind this.
public protocol DeskPort: AnyObject {
  /// What is known now.
  var desk: ServiceDesk { get }
  /// The moment the screens show.
  var now: Instant { get }
  /// Whether `now` goes on by itself; a desk shown at another moment stands still.
  var isTicking: Bool { get }
  /// Why nothing can be changed here; nil when it can.
  var restriction: Restriction? { get }
  /// The present, whatever moment the screens show.
  var present: Instant { get }
  /// Where a replay of the past stands; nil where none is shown.
  var replay: ReplayPosition? { get }
  /// Becomes readable when somebody else may have written; negative when nobody can.
  var wakeDescriptor: Int32 { get }

  /// Records what is asked and returns the events it became. Throws a `Refusal`, or what went wrong with the
  /// journal; nothing is recorded then.
  func perform(_ command: Command) throws -> [Event]
  /// Records one after the other in one go, at one moment, so that all of it is one step of its author; what is refused
  /// hinders no other. Throws what went wrong with the journal.
  func performEach(_ commands: [Command]) throws -> [Result<[Event], Refusal>]
  /// All events of a ticket, in the order of recording.
  func history(of number: TicketNumber) -> [Event]
  /// Goes somewhere in the past, or begins to look back at all; the desk is another one then.
  func look(_ move: ReplayMove) throws
  /// Shows the desk as it is.
  func lookAtPresent() throws
  /// What others wrote since the last call, or the first part of it.
  func follow() throws -> [Event]
  /// Whether there is more of it.
  var isBehind: Bool { get }
  /// Keeps a text as a file beside the person who asks; the path. Throws a sentence's worth of what went wrong.
  func keep(_ text: String, as name: String) throws -> String
  /// What is kept for the person who asks; nil where nothing is.
  func personal(_ file: Personal) -> [UInt8]?
  /// Keeps it, or with nil forgets it. Throws a sentence's worth of what went wrong.
  func keepPersonal(_ bytes: [UInt8]?, as file: Personal) throws
  /// Shows others which ticket somebody has open here.
  func show(_ person: PresenceFile.Person?)
  /// Who has a ticket open elsewhere.
  func others() -> [PresenceFile.Person]
  /// Called again and again while somebody else keeps this console from recording, so that the screen lives.
  var whileWaiting: (() -> Void)? { get set }
  /// Who keeps everybody else from recording now.
  var lockHolders: [LockHolder] { get }
  /// Whether there is something to look after while nobody types.
  var hasQuietWork: Bool { get }
  /// Does a small piece of it, some milliseconds; throws what is wrong with the journal.
  func doQuietWork() throws
  /// Whether the desk was made anew since the last call, because the snapshot that it began with was false.
  func takeMisled() -> Bool
  /// One sentence about an error that `perform` or `follow` threw.
  func sentence(for error: any Error, in language: Language) -> String
}

extension DeskPort {
  public var hasQuietWork: Bool { false }
  public func doQuietWork() throws {}
  public func takeMisled() -> Bool { false }
  public var lockHolders: [LockHolder] { [] }
}

/// What the console keeps for one person.
public enum Personal: Hashable, Sendable {
  /// The lists of the queue that they kept.
  case views
  /// What they had typed into intake.
  case draft(StaffCode)
  /// The phrases of the centre, for everybody: a text file beside the journal, one phrase a line.
  case phrases
}

/// Why a desk can only be looked at.
public enum Restriction: Equatable, Sendable {
  /// The journal cannot be written, for this reason.
  case readOnly(ReadOnlyReason)
  /// What lies under the journal's name is not this journal any more: nothing is written until it is.
  case stopped(StoreError)
  /// So many events were written by a newer version and are not understood: who does not know all may not add to it.
  case newerEvents(Int)
  /// It is shown as at another moment; `asOf` leaves out what was not recorded by then.
  case otherMoment(Instant, asOf: Bool)

  /// Whether it is the moment that forbids changes, and not the journal.
  var isOtherMoment: Bool {
    if case .otherMoment = self { return true }
    return false
  }
}
