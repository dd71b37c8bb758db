import Desk
import Words

/// Reads and judges what is typed into a field for a time, for the hint beside it and for saving alike: the one never calls
/// well what the other refuses.
struct TimeField {
  let name: FieldName
  let context: Context

  typealias Failure = Form.Problem.Failure

  /// What the field asks for; nil for a field that is for no time.
  private var sense: MomentSense? {
    switch name {
    case .by, .until, .window, .span: .future
    case .received, .moment, .when: .past
    case .days, .day: .either
    default: nil
    }
  }

  private var reading: MomentReading {
    MomentReading(now: context.now, zone: context.desk.zone, sense: sense ?? .either)
  }

  func moment(_ typed: String) throws(Failure) -> Instant {
    let moment = try read { (reading) throws(MomentFault) in try reading.moment(typed) }
    switch name {
    case .by: try judge(.promise(by: moment))
    case .until: try judge(.wait(until: moment))
    case .received: try judge(.happened(moment))
    default:
      guard moment <= context.present else { throw Failure(problem: .refused(.inTheFuture(moment))) }
    }
    return moment
  }

  func window(_ typed: String) throws(Failure) -> Window {
    let window = try read { (reading) throws(MomentFault) in
      name == .span ? try reading.span(typed) : try reading.window(typed)
    }
    try judge(name == .span ? .absence(window) : .visit(window))
    return window
  }

  func days(_ typed: String) throws(Failure) -> ClosedRange<Int> {
    let days = try read { (reading) throws(MomentFault) in try reading.days(typed) }
    guard name == .days || days.count == 1 else { throw Failure(problem: .unreadable(name)) }
    try judge(.roster(days))
    return days
  }

  /// What the typed text means, or why it cannot be taken; nil for a field that is for no time.
  func hint(_ typed: String) -> (text: String, isRefused: Bool)? {
    guard sense != nil else { return nil }
    do throws(Failure) {
      return (try meaning(typed), false)
    } catch {
      guard case .unreadable = error.problem else { return (short(error.problem), true) }
      return ("?", true)
    }
  }

  private func meaning(_ typed: String) throws(Failure) -> String {
    switch name {
    case .window, .span: context.words.time(try window(typed), context.desk.zone, now: context.now)
    case .days, .day: Self.text(try days(typed))
    default: context.time(try moment(typed))
    }
  }

  private static func text(_ days: ClosedRange<Int>) -> String {
    let first = CivilTime.dayText(days.lowerBound)
    return days.count == 1 ? first : first + ".." + CivilTime.dayText(days.upperBound)
  }

  /// Why it cannot be taken, in the few columns beside the field; the whole sentence comes with saving.
  private func short(_ problem: Form.Problem) -> String {
    switch problem {
    case .unclear(_, .leftOut(let before, let after)):
      let (last, first) = (hour(before), hour(after))
      return context.say("夏令时 \(last) 后是 \(first)", "after \(last) comes \(first)")
    case .unclear(_, .twice): return context.say("这一刻有两次", "comes twice")
    case .unclear(_, .passed(let moment)), .refused(.momentPassed(let moment)):
      return context.say("\(context.time(moment)) 已过", "\(context.time(moment)) is over")
    case .unclear(_, .notYet(let moment)), .refused(.inTheFuture(let moment)):
      return context.say("\(context.time(moment)) 还没到", "\(context.time(moment)) is to come")
    case .unclear(_, .reversed), .refused(.windowReversed):
      return context.say("结束早于开始", "ends before it starts")
    case .refused(.tooLate(let moment, _)):
      return context.say("\(context.time(moment)) 太久以前", "\(context.time(moment)) is too long ago")
    default: return context.say("不合理", "makes no sense")
    }
  }

  private func hour(_ moment: Instant) -> String {
    context.words.hour(moment, context.desk.zone, now: moment)
  }

  private func read<Value>(_ body: (MomentReading) throws(MomentFault) -> Value) throws(Failure) -> Value {
    do throws(MomentFault) {
      return try body(reading)
    } catch {
      throw Failure(problem: error == .unreadable ? .unreadable(name) : .unclear(name, error))
    }
  }

  private func judge(_ use: TimeUse) throws(Failure) {
    guard let refusal = context.desk.refusal(of: use, at: context.now) else { return }
    throw Failure(problem: .refused(refusal))
  }
}
