import Desk

/// Something that can be picked from a list.
enum Choice: Hashable {
  case kind(TicketKind)
  case urgency(Urgency)
  case topic(Topic)
  case channel(Channel)
  case reason(WaitingReason)
  case satisfaction(Satisfaction)
  /// Somebody of the staff; nil for nobody.
  case staff(StaffCode?)
  /// A technician, with what speaks against sending them.
  case technician(StaffCode, [Gate])
  case flag(Bool, FieldName)
  case action(ActionName)

  /// What the list shows.
  func label(_ context: Context) -> String {
    let words = context.words
    return switch self {
    case .kind(let kind): words.name(kind)
    case .urgency(let urgency): words.name(urgency)
    case .topic(let topic): words.name(topic)
    case .channel(let channel): words.name(channel)
    case .reason(let reason): words.name(reason)
    case .satisfaction(let answer): words.name(answer)
    case .staff(nil): words.text("暂不指派", "Nobody yet")
    case .staff(let code?): context.name(of: code)
    case .technician(let code, _): context.name(of: code)
    case .flag(let value, let field): field.word(for: value, words)
    case .action(let name): ActionTable.entry(name).label(in: words.language)
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
    case .action(let name): return ActionTable.entry(name).help(in: words.language)
    case .kind, .urgency, .topic, .channel, .reason, .satisfaction, .staff(nil), .flag: return ""
    }
  }

  /// Whether something speaks against it.
  var isDoubtful: Bool {
    if case .technician(_, let gates) = self { return !gates.isEmpty }
    return false
  }

  /// Whether what was typed means it: part of its name in either language, or of its code.
  func matches(_ typed: String, _ context: Context) -> Bool {
    guard !typed.isEmpty else { return true }
    let wanted = typed.lowercased()
    return names(context).contains { $0.lowercased().contains(wanted) }
  }

  private func names(_ context: Context) -> [String] {
    func both(_ code: some Named) -> [String] {
      [code.rawValue] + Language.allCases.map { code.name(in: $0) }
    }
    switch self {
    case .kind(let kind): return both(kind)
    case .urgency(let urgency): return both(urgency)
    case .topic(let topic): return both(topic)
    case .channel(let channel): return both(channel)
    case .reason(let reason): return both(reason)
    case .satisfaction(let answer): return both(answer)
    case .staff(let code):
      guard let code else { return [label(context)] }
      let person = context.desk.staff[code]
      return [code.value, person?.name ?? ""] + (person.map { both($0.role) } ?? [])
    case .technician(let code, _):
      let person = context.desk.staff[code]
      return [code.value, person?.name ?? ""] + (person?.trades.flatMap { both($0) } ?? [])
    case .flag(let value, let field):
      return Language.allCases.map { field.word(for: value, Words($0)) }
    case .action(let name):
      let entry = ActionTable.entry(name)
      return [name.rawValue, entry.label.zh, entry.label.en, entry.help.zh, entry.help.en]
    }
  }
}
