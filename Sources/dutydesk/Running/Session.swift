import Desk
import DeskStore
import Journal
import Settings
import Terminal
import Words

/// One run of the program: its streams, its language, and the way to the journal.
final class Session {
  /// The phrases; people are known by name once a desk is open.
  private(set) var words: Words
  let out = Output(1)
  let err = Output(2)
  /// The moment at which the run began: all its clocks stand there.
  let started = WallClock.now
  /// The zone that times are told in; UTC until a journal is open.
  var zone = Zone.utc
  /// The journal that this run is about, once that is known.
  private var journal: String?
  /// Whether a change has been recorded, so that nothing printed afterwards may deny it.
  var isSaved = false
  /// What is said in lines of their own under the sentence of an error.
  var details: [String] = []
  /// What is told beneath the answer of a command that was done.
  var remarks: [String] = []
  /// What the shell is told where nothing went wrong on the way.
  var status = ExitStatus.done

  init(_ language: Language) { words = Words(language) }

  /// How what is printed is coloured.
  var ink: Ink { Ink(isColoured: out.isTerminal && Environment.allowsColour) }

  /// Where the journal lies for this command line; the rights of the program's group are for that one.
  func path(_ invocation: Invocation) throws -> String {
    let path = GroupRights.use(forJournal: try pathAsNamed(invocation))
    journal = path
    return path
  }

  /// Where a journal is to be made: with the caller's own rights.
  func pathAsNamed(_ invocation: Invocation) throws -> String {
    if let path = invocation[.journal], !path.isEmpty { return path }
    return try JournalPath.standard(Environment.forJournal)
  }

  /// Opens the desk for looking, at the moment that was asked for; what is wrong with the file is told on the
  /// error stream.
  func open(_ invocation: Invocation) throws -> LiveDesk {
    let path = try path(invocation)
    // Opened as if for writing, so that a reader hears of a file that could not be written.
    let live = try LiveDesk(path: path, writing: true, moment: try moment(invocation, path))
    know(live)
    banner(live)
    return live
  }

  /// Opens the desk for changing it; damage is told before any refusal.
  func openForChange(_ invocation: Invocation) throws -> LiveDesk {
    let live = try LiveDesk(path: try path(invocation), writing: true)
    know(live)
    if let fault = live.writingFault { throw fault }
    banner(live)
    return live
  }

  /// Opens the desk for the console, which shows for itself what is wrong with the file, and which plays the past
  /// back out of the present.
  func openForConsole(_ invocation: Invocation) throws -> (live: LiveDesk, lookingBackAt: Instant?) {
    guard out.isTerminal else { throw ScreenError.notATerminal }
    let path = try path(invocation)
    var moment = try moment(invocation, path)
    var past: Instant?
    if case .asOf(let instant) = moment { (moment, past) = (.live, instant) }
    let live = try LiveDesk(path: path, writing: true, moment: moment)
    know(live)
    return (live, past)
  }

  private func know(_ live: LiveDesk) {
    zone = live.desk.zone
    words = words.knowing(live.desk)
  }

  /// Who is at the keyboard.
  func author(_ invocation: Invocation, on live: LiveDesk) throws -> StaffCode {
    let named = invocation[.asStaff] ?? Environment.variable("DUTYDESK_AS")
    try live.proveAuthority()
    if live.wasMisled {
      err.line(words.misled)
      live.wasMisled = false
    }
    return try live.whoAmI(named: named.map(StaffCode.init))
  }

  private func moment(_ invocation: Invocation, _ path: String) throws -> Moment {
    for option in [OptionDefinition.now, .asOf] {
      guard let text = invocation[option] else { continue }
      let journal = try Journal(path: path, writing: false)
      zone = (try? ZoneReader.zone(named: journal.identity.zone)) ?? .utc
      let isNow = option.name == OptionDefinition.now.name
      let instant = try self.moment(option, text, isNow ? .either : .past, zone)
      if isNow { return .now(instant) }
      guard instant <= started else { throw UsageFault.notPast(option, instant) }
      return .asOf(instant)
    }
    return .live
  }

  /// The moment that an option means.
  func moment(_ option: OptionDefinition, _ text: String, _ sense: MomentSense, _ zone: Zone) throws
    -> Instant
  {
    do throws(MomentFault) {
      return try MomentReading(now: started, zone: zone, sense: sense).moment(text)
    } catch .unreadable {
      throw UsageFault.badTime(option, text)
    } catch {
      throw UsageFault.unclearTime(option, text, error)
    }
  }

  private func banner(_ live: LiveDesk) {
    for sentence in words.banner(live.notices, access: live.access, unrecognised: live.desk.unrecognised) {
      err.line(sentence)
    }
    if let zone = live.unknownZone { err.line(words.zoneUnknownHere(zone)) }
  }

  /// The one way from an error to a sentence and a status.
  func fail(_ error: any Error) -> ExitStatus {
    out.flush()
    let sentences = sentences(for: error)
    err.line("dutydesk: " + (sentences.first ?? ""))
    for sentence in sentences.dropFirst() { err.line(sentence) }
    if ExitStatus(error) == .busy, let journal,
      let holders = try? Journal(path: journal, writing: false).lockHolders(), !holders.isEmpty
    {
      details.append(words.sentence(forHolders: holders))
    }
    for detail in details { err.line("  " + detail) }
    err.flush()
    return isSaved ? .done : ExitStatus(error)
  }

  /// What an error says, one line for each fault of a file.
  private func sentences(for error: any Error) -> [String] {
    switch error {
    case let faults as SettingsFaults: faults.faults.map { words.sentence(for: $0) }
    case let faults as PolicyFaults: faults.faults.map { words.sentence(for: $0) }
    case let error as ThemeError: words.sentences(for: error)
    default: [sentence(for: error)]
    }
  }

  private func sentence(for error: any Error) -> String {
    switch error {
    case let fault as UsageFault: words.sentence(for: fault, zone: zone)
    case let refusal as Refusal: words.refused(refusal, zone: zone)
    case StoreError.refused(let refusal): words.refused(refusal, zone: zone)
    case let error as StoreError: words.sentence(for: error, zone: zone)
    case let error as JournalError: words.sentence(for: error)
    case let fault as CareFault: words.sentence(for: fault)
    case let failure as ImportFailure: words.sentence(for: failure, zone)
    case let failure as TableFailure: words.pair(failure.path, words.sentence(for: failure.fault))
    case let fault as ExportFault: words.sentence(for: fault)
    case let fault as DeskImportFault: words.sentence(for: fault)
    case let error as ScreenError: words.sentence(for: error)
    default: String(describing: error)
    }
  }
}

extension LiveDesk {
  /// What forbids every change, so that it is told before any rule is asked.
  fileprivate var writingFault: JournalError? {
    switch access {
    case .readWrite: nil
    case .readOnly(.damage): .damaged(notices.damage)
    case .readOnly(.poisoned): .poisoned
    case .readOnly(let reason): .readOnly(reason)
    }
  }
}
