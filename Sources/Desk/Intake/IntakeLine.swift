/// What one line of intake says, and what of it could not be understood.
public struct IntakeDraft: Hashable, Sendable {
  public var receipt: Receipt
  public var problems: [Problem]
  /// What was judged by the words of the matter, because the line says nothing of it.
  public var judged: Set<JudgedMember> = []

  /// A word of the line that names nothing the desk knows.
  public enum Problem: Hashable, Sendable {
    case unknownUnit(String, similar: [UnitCode])
    case unknownStaff(String)
    case unknownWord(String)
    /// The same thing is said twice, differently.
    case saidTwice(String)
    /// The number is that of people in several homes, and the line says no room.
    case severalHomes(String, [Contact])
    case nothingSaid
  }
}

/// Intake in one line: `3-2-1201 厨房漏水 !urgent @wang #plumbing`.
///
/// `!` urgency, `@` owner, `#` topic, `=` kind, `%` channel, `~` caller, a registered place, a phone number; the rest
/// is the summary, by whose words urgency and topic are judged where no mark gives them. Codes and both languages' names are understood, full-width marks too. A room may be written in part,
/// `32-12` anywhere or `3212` as the first word, where only one place can be meant, and as people write it, `3栋2单元1201`.
/// Several lines are a message: see ``IntakeMessage``.
public enum IntakeLine {
  /// Reads the line against the registers; kind repair and urgency normal where it says nothing else.
  public static func parse(_ text: String, desk: ServiceDesk) -> IntakeDraft {
    if IntakeMessage.lines(of: text).count > 1 { return IntakeMessage.parse(text, desk: desk) }
    var draft = IntakeDraft(receipt: Receipt(kind: .repair, summary: ""), problems: [])
    var said: [Substring] = []
    var marked: Set<Int> = []
    let words = PhoneNumber.joined(
      text.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{3000}" || $0 == "\n" }))
    let first = words.first
    for word in words where !take(word, isFirst: word == first, into: &draft, &marked, desk: desk) {
      said.append(word)
    }
    draft.receipt.summary = said.joined(separator: " ")
    if said.isEmpty { draft.problems.append(.nothingSaid) }
    finish(&draft, marked, desk: desk)
    return draft
  }

  /// What the words and the registers add to what was said.
  static func finish(_ draft: inout IntakeDraft, _ marked: Set<Int>, desk: ServiceDesk) {
    draft.judged = draft.receipt.judge(
      isTopicSaid: marked.contains(Self.topicMark), isUrgencySaid: marked.contains(Self.urgencyMark))
    complete(&draft, desk: desk)
  }

  /// Whether a word of a message begins with a mark; `~` ends too many of them.
  static func isMarked(_ word: Substring) -> Bool {
    guard let mark = word.first, word.dropFirst().first != nil else { return false }
    return marks.contains { $0.contains(mark) } && mark != "~" && mark != "～"
  }

  private static let marks = ["!！", "#＃", "=＝", "%％", "~～", "@＠"]
  /// Places of the marks of urgency and topic.
  private static let (urgencyMark, topicMark) = (0, 1)

  /// Whether the word was a mark of its own, and not a part of the summary.
  static func take(
    _ word: Substring, isFirst: Bool, into draft: inout IntakeDraft, _ marked: inout Set<Int>,
    desk: ServiceDesk
  ) -> Bool {
    guard let mark = word.first else { return true }
    let rest = word.dropFirst()
    func set<Value>(_ value: Value?, _ apply: (Value) -> Void) {
      if let value { apply(value) } else { draft.problems.append(.unknownWord(String(word))) }
    }
    let meaning = Self.marks.firstIndex { $0.contains(mark) }
    if let meaning, !rest.isEmpty, !marked.insert(meaning).inserted {
      draft.problems.append(.saidTwice(String(word)))
      return true
    }
    switch mark {
    case _ where rest.isEmpty: return false
    case "!", "！": set(Urgency.matching(rest)) { draft.receipt.urgency = $0 }
    case "#", "＃": set(Topic.matching(rest)) { draft.receipt.topic = $0 }
    case "=", "＝": set(TicketKind.matching(rest)) { draft.receipt.kind = $0 }
    case "%", "％": set(Channel.matching(rest)) { draft.receipt.channel = $0 }
    case "~", "～": draft.receipt.caller = String(rest)
    case "@", "＠":
      let person = desk.staffInOrder.first { $0.isActive && ($0.code.value == rest || $0.name == rest) }
      guard let person else {
        draft.problems.append(.unknownStaff(String(rest)))
        return true
      }
      draft.receipt.owner = person.code
    default: return place(word, isFirst: isFirst, into: &draft, desk: desk)
    }
    return true
  }

  private static func place(
    _ word: Substring, isFirst: Bool, into draft: inout IntakeDraft, desk: ServiceDesk
  ) -> Bool {
    if draft.receipt.unit == nil, let room = WrittenRoom.first(in: Array(word), desk),
      room.range == 0..<word.count
    {
      draft.receipt.unit = room.unit
      return true
    }
    if draft.receipt.caller.isEmpty, let name = PersonName.said(String(word), isLabelled: false), name == word
    {
      draft.receipt.caller = name
      return true
    }
    if draft.receipt.unit == nil, desk.households[UnitCode(String(word))] != nil {
      draft.receipt.unit = UnitCode(String(word))
      return true
    }
    if draft.receipt.phone.isEmpty, PhoneNumber.isOne(word) {
      draft.receipt.phone = String(word)
      return true
    }
    let folded = SearchText.symbols(word)
    guard folded.allSatisfy({ 48...57 ~= $0 || $0 == 45 }) else { return false }
    let text = String(decoding: folded, as: UTF16.self)
    let dashes = folded.count { $0 == 45 }
    guard draft.receipt.unit == nil, dashes == 2 || isFirst && (dashes > 0 || 4...6 ~= folded.count) else {
      return false
    }
    return room(text, isCertain: dashes == 2, into: &draft, desk: desk)
  }

  /// A room written in part, where only one can be meant; of several none is guessed.
  private static func room(
    _ text: String, isCertain: Bool, into draft: inout IntakeDraft, desk: ServiceDesk
  ) -> Bool {
    let found = PlaceFinder.rooms(text, desk, limit: 5)
    if found.count == 1 {
      draft.receipt.unit = found[0]
      return true
    }
    guard isCertain || !found.isEmpty else { return false }
    let similar = found.isEmpty ? desk.unitsSimilar(to: UnitCode(text)) : found
    draft.problems.append(.unknownUnit(text, similar: similar))
    return true
  }

  /// Whether somebody may be who gave that number; whoever gave another is somebody else.
  private static func mayBe(_ contact: Contact, _ phone: String) -> Bool {
    phone.isEmpty || contact.phone.isEmpty
      || PhoneNumber.isOne(of: PhoneNumber.all(in: phone), in: contact.phone)
  }

  /// What the registers know of the place or the phone number and the line does not say.
  private static func complete(_ draft: inout IntakeDraft, desk: ServiceDesk) {
    if draft.receipt.unit == nil, !draft.receipt.phone.isEmpty,
      case let found = desk.people(withPhone: draft.receipt.phone), let first = found.first
    {
      guard found.allSatisfy({ $0.unit == first.unit }) else {
        draft.problems.append(.severalHomes(draft.receipt.phone, found))
        return
      }
      draft.receipt.unit = first.unit
      if draft.receipt.caller.isEmpty, found.count == 1 { draft.receipt.caller = first.name }
    }
    guard let unit = draft.receipt.unit, let household = desk.households[unit] else { return }
    // Whom of several is on the phone only the clerk can hear.
    let named =
      draft.receipt.caller.isEmpty && household.contacts.count == 1
        && Self.mayBe(household.contacts[0], draft.receipt.phone)
      ? household.contacts.first : household.contacts.first { $0.name == draft.receipt.caller }
    guard let named else { return }
    if draft.receipt.caller.isEmpty { draft.receipt.caller = named.name }
    if draft.receipt.phone.isEmpty { draft.receipt.phone = named.phone }
  }
}

extension ServiceDesk {
  /// The people with that phone number on record, else those who called with it before.
  public func people(withPhone phone: String) -> [Contact] {
    let onRecord = contacts(withPhone: phone)
    return onRecord.isEmpty ? callers(withPhone: phone) : onRecord
  }

  /// The people with that phone number, however it is written, in the order of their units.
  public func contacts(withPhone phone: String) -> [Contact] {
    let numbers = PhoneNumber.all(in: phone)
    return households.values.flatMap { $0.contacts.filter { PhoneNumber.isOne(of: numbers, in: $0.phone) } }
      .sorted { ($0.unit, $0.name) < ($1.unit, $1.name) }
  }

  /// The tickets of a place, newest first.
  public func tickets(at unit: UnitCode) -> [Ticket] {
    tickets.lazy.filter { $0.unit == unit }.reversed()
  }
}
