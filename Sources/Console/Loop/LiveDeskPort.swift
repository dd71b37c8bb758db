import Desk
import DeskStore
import Journal

/// The console's door to the journal.
final class LiveDeskPort: DeskPort {
  private let live: LiveDesk
  /// Events of others that came along with something recorded here.
  private var unseen: [Event] = []
  /// The desk has been kept for the next start.
  private var isKept = false

  init(_ live: LiveDesk) { self.live = live }

  var desk: ServiceDesk { live.desk }
  var now: Instant { live.moment.instant ?? WallClock.now }
  var isTicking: Bool { live.moment == .live }
  var wakeDescriptor: Int32 { live.wakeFileDescriptor ?? -1 }

  var restriction: Restriction? {
    switch (live.moment, live.access) {
    case (.now(let instant), _): .otherMoment(instant, asOf: false)
    case (.asOf(let instant), _): .otherMoment(instant, asOf: true)
    case (.live, .readOnly(let reason)): .readOnly(reason)
    case (.live, .readWrite): live.desk.unrecognised > 0 ? .newerEvents(live.desk.unrecognised) : nil
    }
  }

  func perform(_ command: Command) throws -> [Event] {
    do {
      let outcome = try live.perform(command)
      unseen += outcome.caughtUp
      return outcome.events
    } catch StoreError.refused(let refusal) {
      throw refusal
    } catch {
      recover(from: error)
      throw error
    }
  }

  func history(of number: TicketNumber) -> [Event] {
    // A history that cannot be read shows as empty; the banner says what is wrong with the file.
    (try? live.history(of: number)) ?? []
  }

  func follow() throws -> [Event] {
    live.drainWakeups()
    defer { unseen = [] }
    do {
      return unseen + (try live.follow())
    } catch {
      recover(from: error)
      throw error
    }
  }

  /// First the snapshot for the next start, then what the last one had taken on trust.
  var hasQuietWork: Bool { !isKept || live.hasUnreadPart }

  func doQuietWork() throws {
    guard isKept else {
      isKept = true
      return live.saveSnapshot()
    }
    try live.readUnreadPart()
  }

  /// After these only the file knows what counts.
  private func recover(from error: any Error) {
    guard case StoreError.journal(let fault) = error else { return }
    switch fault {
    case .replaced, .shrunk, .io, .partlySaved: try? live.reload()
    default: break
    }
  }

  func sentence(for error: any Error, in language: Language) -> String {
    let words = Words(language)
    return switch error {
    case let refusal as Refusal: words.sentence(for: refusal, zone: desk.zone)
    case let error as StoreError: words.sentence(for: error, zone: desk.zone)
    case let error as JournalError: words.sentence(for: error)
    default: String(describing: error)
    }
  }
}
