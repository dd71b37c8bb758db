import Desk
import DeskStore
import Terminal
import Words

/// What every screen may look at while it answers a key or draws itself; it lives as long as that takes.
struct Context {
  let desk: ServiceDesk
  /// The moment shown, on a full second, so that all countdowns change together.
  let now: Instant
  /// The present, where another moment is shown.
  let present: Instant
  /// Where a replay of the past stands.
  let replay: ReplayPosition?
  /// Who sits here; nil when nobody said.
  let me: StaffCode?
  let words: Words
  let restriction: Restriction?
  let size: Size
  /// Who has a ticket open at another console.
  let others: [PresenceFile.Person]
  /// The clocks of what is on the screen.
  let trackBook: TrackBook
  /// How the person at the keyboard wants the console.
  let preferences: Preferences
  /// The phrases of the centre.
  let phrases: Phrases

  /// The key of an action as the screen shows it; with `imeSafe` one that an input method lets through.
  func key(_ action: ActionName, imeSafe: Bool = false) -> String {
    preferences.keys.text(of: action, imeSafe: imeSafe)
  }

  /// Whether everything stands in flat lines, for somebody who hears or feels the screen.
  var isFlat: Bool { preferences.isForScreenReader }

  /// One phrase in both languages.
  func say(_ zh: String, _ en: String) -> String { words.text(zh, en) }

  /// Who else has a ticket open, those who write on it first.
  func others(at ticket: TicketNumber) -> [PresenceFile.Person] {
    others.isEmpty ? [] : others.filter { $0.ticket == ticket }.sorted { $0.isWriting && !$1.isWriting }
  }

  /// The same as a sentence; nil where there is nobody.
  func company(at ticket: TicketNumber) -> String? {
    let here = others(at: ticket)
    guard !here.isEmpty else { return nil }
    let texts = here.map { person in
      let name = person.staff == me ? say("您在另一个窗口", "you, in another window,") : name(of: person.staff)
      return person.isWriting
        ? say("\(name)正在填写", "\(name) is writing") : say("\(name)也开着", "\(name) has it open")
    }
    return "@ " + words.list(texts)
  }

  /// A person's name.
  func name(of code: StaffCode) -> String { desk.nameToRead(of: code) }

  /// A moment near now, short.
  func time(_ moment: Instant) -> String { words.time(moment, desk.zone, now: now) }

  /// How history lines name people and moments.
  var teller: Words.Teller {
    let (desk, zone, words, now) = (desk, desk.zone, words, now)
    return Words.Teller(
      name: { desk.nameToRead(of: $0) },
      time: { words.time($0, zone, now: now) }, body: { desk.records.bodies.name(of: $0) })
  }

  /// A sentence about a refusal.
  func sentence(_ refusal: Refusal) -> String { words.knowing(desk).sentence(for: refusal, zone: desk.zone) }

  /// Why nothing can be changed here, as a sentence for the header.
  var restrictionBanner: String? {
    guard let restriction else { return nil }
    switch restriction {
    case .readOnly(let reason): return words.sentence(for: reason)
    case .stopped(let error): return words.sentence(for: error, zone: desk.zone)
    case .newerEvents(let count):
      return say(
        "有\(count)个事件由更新的版本写成，不能登记，请升级。",
        count == 1
          ? "1 event of a newer version: reading only; upgrade to change it."
          : "\(count) events of a newer version: reading only; upgrade to change it.")
    case .otherMoment(let moment, let asOf):
      let when = words.fullTime(moment, desk.zone)
      return asOf
        ? say("显示截至 \(when) 已记录的情况，不能登记。", "As recorded up to \(when): reading only.")
        : say("显示 \(when) 的情况，不能登记。", "As at \(when): reading only.")
    }
  }

  /// The same for somebody who tried, with the way out.
  var restrictionSentence: String? {
    guard restriction?.isOtherMoment == true, let banner = restrictionBanner else { return restrictionBanner }
    let key = key(.present)
    return banner + say("按 \(key) 回到现在。", " \(key) goes back to the present.")
  }

  /// Since when the person who sits here is on duty, where that is on record.
  var shift: Shift? {
    me.flatMap { desk.staff[$0]?.shifts.hours(onDay: desk.zone.civil(now).daysSinceEpoch) }
  }
}
