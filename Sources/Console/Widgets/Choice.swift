import Desk
import Words

/// Something that can be picked from a list.
enum Choice: Hashable {
  case kind(TicketKind)
  case urgency(Urgency)
  case topic(Topic)
  case channel(Channel)
  /// Why something rests, and whether the clocks of the work stand still then.
  case reason(WaitingReason, stops: Bool)
  case outcome(VisitOutcome)
  case place(VisitPlace)
  case absence(AbsenceReason)
  case asker(Asker)
  /// One of a list that the desk keeps, by its code and what it is called.
  case option(String, Phrase)
  /// An order of somebody.
  case order(OrderID)
  /// Somebody of the staff; nil for nobody.
  case staff(StaffCode?)
  /// A technician, with what speaks against sending them.
  case technician(StaffCode, [Gate])
  /// A technician for one ticket, with when they would be there.
  case candidate(Candidate)
  case flag(Bool, FieldName)
  case action(ActionName)
  /// A list of the queue that was kept.
  case view(SavedView)
  case matter(FrequentMatter)
  /// A sentence that is put into a text.
  case phrase(String)

  /// What the list shows.
  func label(_ context: Context) -> String {
    let words = context.words
    return switch self {
    case .kind(let kind): words.name(kind)
    case .urgency(let urgency): words.name(urgency)
    case .topic(let topic): words.name(topic)
    case .channel(let channel): words.name(channel)
    case .reason(let reason, _): words.name(reason)
    case .outcome(let outcome): words.name(outcome)
    case .place(let place): words.name(place)
    case .absence(let reason): words.name(reason)
    case .asker(let asker): words.name(asker)
    case .option(_, let name): words.text(name)
    case .order(let id): id.description
    case .staff(nil): words.text("暂不指派", "Nobody yet")
    case .staff(let code?): context.name(of: code)
    case .technician(let code, _): context.name(of: code)
    case .candidate(let one): context.name(of: one.staff.code)
    case .flag(let value, let field): field.word(for: value, words)
    case .action(let name): ActionTable.entry(name).label(in: words.language)
    case .view(let view): view.name
    case .matter(let matter): words.text(matter.phrase)
    case .phrase(let text): text
    }
  }

  /// What stands beside it: role, trade, load, what speaks against it.
  func detail(_ context: Context) -> String {
    let words = context.words
    switch self {
    case .staff(let code?):
      guard let person = context.desk.staff[code] else { return "" }
      return ([words.name(person.role)] + person.trades.map { words.name($0) }).joined(separator: " ")
    case .technician(let code, let gates):
      guard let person = context.desk.staff[code] else { return "" }
      let trades = person.trades.map { words.name($0) }.joined(separator: "/")
      let load = context.say("在手\(context.desk.load(of: code))", "\(context.desk.load(of: code)) in hand")
      let against = gates.map { words.reason($0) }.joined(separator: words.text("，", ", "))
      return [trades, load, against.isEmpty ? "" : "! " + against].filter { !$0.isEmpty }
        .joined(separator: "  ")
    case .candidate(let one):
      return [warnings(context), words.hands(of: one)].filter { !$0.isEmpty }.joined(separator: " ")
    case .order(let id):
      guard let (ticket, order) = context.desk.order(id) else { return "" }
      return [
        context.name(of: order.technician), words.name(order.status), ticket.unit?.value ?? "",
        ticket.summary,
      ]
      .filter { !$0.isEmpty }.joined(separator: " ")
    case .action(let name): return ActionTable.entry(name).help(in: words.language)
    case .view(let view):
      return [
        view.list.name(in: words.language), view.search, view.order == .due ? "" : view.order.name(words),
      ]
      .filter { !$0.isEmpty }.joined(separator: "  ")
    case .matter(let matter):
      let terms = [words.name(matter.kind), words.name(matter.topic), words.name(matter.urgency)]
      return words.text(terms.joined(separator: " "), "")
    case .reason(_, let stops): return words.stops(stops)
    case .option(let code, _): return code
    case .kind, .urgency, .topic, .channel, .outcome, .place, .absence, .staff(nil), .flag, .phrase,
      .asker:
      return ""
    }
  }

  /// Whether something speaks against it.
  var isDoubtful: Bool {
    if case .technician(_, let gates) = self { return !gates.isEmpty }
    if case .candidate(let one) = self { return !one.gates.isEmpty || one.broken != nil }
    return false
  }

  /// As much of what stands beside it as has to be read whole: nothing that warns is overlooked.
  func warnings(_ context: Context) -> String {
    switch self {
    case .candidate(let one):
      let words = context.words
      return words.sight(of: one) { words.hour($0, context.desk.zone, now: context.now) }
    case .technician(_, let gates): return gates.isEmpty ? "" : detail(context)
    default: return ""
    }
  }

  /// How well what was typed means it, 0 for best: its name or code in full in either language, the beginning of
  /// one, a part of one, its pinyin, a part of what is said about it; nil where it does not.
  func rank(_ typed: String, _ context: Context) -> Int? {
    if case .matter(let matter) = self { return matter.rank(typed) }
    let wanted = TextField.trimmed(typed).lowercased()
    let names = names(context).map { $0.lowercased() }
    if names.contains(wanted) { return 0 }
    if names.contains(where: { $0.hasPrefix(wanted) }) { return 1 }
    if names.contains(where: { $0.contains(wanted) }) { return 2 }
    // By the sound of the hanzi: `gps` is 给排水, `lina` is 李娜.
    let word = SearchWord(wanted)
    if names.contains(where: { word.begins($0) }) { return 3 }
    return about(context).contains { $0.lowercased().contains(wanted) } ? 4 : nil
  }

  private func names(_ context: Context) -> [String] {
    switch self {
    case .kind(let kind): return both(kind)
    case .urgency(let urgency): return both(urgency)
    case .topic(let topic): return both(topic)
    case .channel(let channel): return both(channel)
    case .reason(let reason, _): return both(reason)
    case .outcome(let outcome): return both(outcome)
    case .place(let place): return both(place)
    case .absence(let reason): return both(reason)
    case .asker(let asker): return both(asker)
    case .option(let code, let name): return [code, name.zh, name.en]
    case .order(let id): return [id.description]
    case .staff(let code):
      guard let code else { return [label(context)] }
      return [code.value, context.desk.staff[code]?.name ?? ""]
    case .technician(let code, _): return [code.value, context.desk.staff[code]?.name ?? ""]
    case .candidate(let one): return [one.staff.code.value, one.staff.name]
    case .flag(let value, let field):
      return Language.allCases.map { field.word(for: value, Words($0)) }
    case .action(let name):
      let entry = ActionTable.entry(name)
      return [entry.label.zh, entry.label.en]
    case .view(let view): return [view.name]
    case .matter: return []
    case .phrase(let text): return [text]
    }
  }

  /// What is said about it: a person's role and trades, the help of an action.
  private func about(_ context: Context) -> [String] {
    switch self {
    case .staff(let code?), .technician(let code, _):
      guard let person = context.desk.staff[code] else { return [] }
      return both(person.role) + person.trades.flatMap { both($0) }
    case .candidate(let one): return both(one.staff.role) + one.staff.trades.flatMap { both($0) }
    case .order: return [detail(context)]
    case .action(let name):
      let entry = ActionTable.entry(name)
      return [entry.help.zh, entry.help.en]
    case .view(let view): return [view.search]
    case .kind, .urgency, .topic, .channel, .reason, .outcome, .place, .absence, .staff(nil), .flag, .matter,
      .phrase, .asker, .option:
      return []
    }
  }

  private func both(_ code: some Named) -> [String] {
    [code.rawValue] + Language.allCases.map { code.name(in: $0) }
  }
}

extension Choice {
  /// A body outside.
  init(_ body: Body) { self = .option(body.code.value, Phrase(body.name, body.name)) }
}
