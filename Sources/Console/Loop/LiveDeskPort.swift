import Desk
import DeskStore
import Glibc
import Journal
import Words

/// The console's door to the journal.
final class LiveDeskPort: DeskPort {
  private var live: LiveDesk
  /// The past that is shown instead; nil in the present.
  private var past: Replay?
  /// Events of others that came along with something recorded here.
  private var unseen: [Event] = []
  private lazy var presence = PresenceFile(beside: live.path)
  /// The desk has been kept for the next start.
  private var isKept = false
  /// Something else came to lie under the journal's name.
  private var stopped: StoreError?
  var whileWaiting: (() -> Void)?
  var lockHolders: [LockHolder] { live.lockHolders }

  /// With `lookingBackAt` the desk is shown as it was recorded by then.
  init(_ live: LiveDesk, lookingBackAt moment: Instant? = nil) throws(StoreError) {
    self.live = live
    if let moment { past = try Replay(JournalReplay(path: live.path), at: moment) }
  }

  var desk: ServiceDesk { past?.desk ?? live.desk }
  var now: Instant { past?.position.instant ?? live.moment.instant ?? WallClock.now }
  var present: Instant { WallClock.now }
  var replay: ReplayPosition? { past?.position }
  var isTicking: Bool { past == nil && live.moment == .live }
  var wakeDescriptor: Int32 { live.wakeFileDescriptor ?? -1 }

  var restriction: Restriction? {
    if let past { return .otherMoment(past.position.instant, asOf: true) }
    if let stopped { return .stopped(stopped) }
    return switch (live.moment, live.access) {
    case (.now(let instant), _): .otherMoment(instant, asOf: false)
    case (.asOf(let instant), _): .otherMoment(instant, asOf: true)
    case (.live, .readOnly(let reason)): .readOnly(reason)
    case (.live, .readWrite): live.desk.unrecognised > 0 ? .newerEvents(live.desk.unrecognised) : nil
    }
  }

  func look(_ move: ReplayMove) throws {
    if past == nil {
      var begun = try Replay(JournalReplay(path: live.path), at: now)
      try begun.move(move, now: WallClock.now)
      past = begun
    } else {
      try past?.move(move, now: WallClock.now)
    }
  }

  func lookAtPresent() throws {
    if live.moment != .live {
      live = try LiveDesk(path: live.path, writing: true)
      isKept = false
    }
    past = nil
  }

  func perform(_ command: Command) throws -> [Event] {
    guard past == nil else { throw StoreError.anotherMoment }
    if let stopped { throw stopped }
    do {
      let outcome = try live.perform(command) { whileWaiting?() }
      unseen += outcome.caughtUp
      return outcome.events
    } catch StoreError.refused(let refusal) {
      throw refusal
    } catch {
      throw recover(from: error)
    }
  }

  func performEach(_ commands: [Command]) throws -> [Result<[Event], Refusal>] {
    guard past == nil else { throw StoreError.anotherMoment }
    if let stopped { throw stopped }
    var results: [Result<[Event], Refusal>] = []
    do {
      let moment = WallClock.now
      try live.recording(asksAboutClock: true, waiting: tellWaiting) { record in
        for command in commands { results.append(try record(command, moment)) }
      }
      return results
    } catch StoreError.refused(let refusal) {
      throw refusal
    } catch {
      throw recover(from: error)
    }
  }

  private func tellWaiting() { whileWaiting?() }

  func history(of number: TicketNumber) -> [Event] {
    // A history that cannot be read shows as empty; the banner says what is wrong with the file.
    if let past { return (try? past.history(of: number)) ?? [] }
    return (try? live.history(of: number)) ?? []
  }

  func keep(_ text: String, as name: String) throws -> String { try SlipFile.write(text, name: name) }

  func personal(_ file: Personal) -> [UInt8]? {
    guard case .draft(let me) = file else { return place(of: file).read() }
    return PersonalFile.takeOverDraft(journal: live.path, me)
  }

  func keepPersonal(_ bytes: [UInt8]?, as file: Personal) throws { try place(of: file).write(bytes) }

  private func place(of file: Personal) -> PersonalFile {
    switch file {
    case .views: .views
    case .phrases: .phrases(journal: live.path)
    case .draft(let me): .draft(journal: live.path, me, process: getpid())
    }
  }

  func show(_ person: PresenceFile.Person?) { presence?.show(person) }

  func others() -> [PresenceFile.Person] { presence?.others() ?? [] }

  func follow() throws -> [Event] {
    live.drainWakeups()
    defer { unseen = [] }
    do {
      let events = unseen + (try live.follow(for: Self.longestFollow))
      stopped = nil
      // The past stays as it is; what came meanwhile is there when somebody returns.
      return past == nil ? events : []
    } catch {
      let known = stopped
      let fault = recover(from: error)
      // It is told once, and stays on the screen.
      guard known == nil || stopped != known else { return [] }
      throw fault
    }
  }

  var isBehind: Bool { live.isBehind }
  /// So long a key may wait for what others wrote, in milliseconds.
  private static let longestFollow: Int64 = 8

  /// First the snapshot for the next start, then what the last one had taken on trust.
  var hasQuietWork: Bool { !isKept || live.hasUnreadPart }

  func doQuietWork() throws {
    guard isKept else {
      isKept = true
      return live.saveSnapshot()
    }
    try live.readUnreadPart()
  }

  func takeMisled() -> Bool {
    defer { live.wasMisled = false }
    return live.wasMisled
  }

  /// After these only the file knows what counts. What is said of it in the end.
  private func recover(from error: any Error) -> any Error {
    guard case StoreError.journal(let fault) = error else { return error }
    switch fault {
    case .replaced, .shrunk, .io, .partlySaved: break
    default: return error
    }
    do {
      try live.reload()
      stopped = nil
      return error
    } catch {
      stopped = error
      return error
    }
  }

  func sentence(for error: any Error, in language: Language) -> String {
    let words = Words(language).knowing(desk)
    return switch error {
    case let refusal as Refusal: words.sentence(for: refusal, zone: desk.zone)
    case StoreError.journal(.busy):
      words.sentence(for: JournalError.busy) + words.text("", " ")
        + words.sentence(forHolders: live.lockHolders)
    case let error as StoreError: words.sentence(for: error, zone: desk.zone)
    case let error as JournalError: words.sentence(for: error)
    case let failure as SlipFile.Failure:
      words.text(
        "\(failure.path)写不了：\(SlipFile.reason(failure.code))。",
        "\(failure.path) cannot be written: \(SlipFile.reason(failure.code)).")
    default: String(describing: error)
    }
  }
}
