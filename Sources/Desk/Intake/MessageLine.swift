/// One line of a message: what it says of the call is taken out of it where it stands apart, `王女士 138…`, and only read
/// where it is a part of a sentence, `我是3栋2单元1201的业主`.
struct MessageLine {
  private var characters: [Character]
  /// Whether a room or a number was taken out of it.
  private(set) var isTaken = false
  /// Whether anything was taken out of it.
  private var isCut = false

  init(_ text: some Sequence<Character>) { characters = Array(text) }

  /// What nothing was made of, without the signs that nothing stands between any more.
  var rest: String {
    let text = Self.trimmed(Substring(String(characters)))
    return !isCut || text.contains { !Self.isSeparator($0) } ? String(text) : ""
  }

  static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace || ",，、;；:：".contains(first) { text.removeFirst() }
    while let last = text.last, last.isWhitespace || ",，、;；:：".contains(last) { text.removeLast() }
    return text
  }

  // MARK: marks, room, number

  /// Marks of one-line intake that mean something; what only looks like one stays.
  mutating func takeMarks(into draft: inout IntakeDraft, _ marked: inout Set<Int>, _ desk: ServiceDesk) {
    for word in String(characters).split(whereSeparator: \.isWhitespace).reversed()
    where IntakeLine.isMarked(word) {
      var (tried, used) = (draft, marked)
      guard IntakeLine.take(word, isFirst: false, into: &tried, &used, desk: desk),
        tried.problems.count == draft.problems.count
      else { continue }
      (draft, marked) = (tried, used)
      let from = word.base.distance(from: word.base.startIndex, to: word.startIndex)
      characters.removeSubrange(from..<from + word.count)
      isCut = true
    }
  }

  mutating func takeRoom(into draft: inout IntakeDraft, _ desk: ServiceDesk) {
    guard let room = WrittenRoom.first(in: Array(characters.prefix(IntakeMessage.most)), desk) else { return }
    draft.receipt.unit = room.unit
    isTaken = true
    let next = characters.indices.contains(room.range.upperBound) ? characters[room.range.upperBound] : " "
    take(room.range, isApart: next != "的" && next != "业" && next != "住", Self.roomLabels)
  }

  mutating func takePhone(into draft: inout IntakeDraft, _ desk: ServiceDesk) {
    let parts = numbers
    for start in parts.indices {
      for end in (start..<min(parts.count, start + 5)).reversed() {
        let range = parts[start].lowerBound..<parts[end].upperBound
        guard start == end || isOneRun(range) else { continue }
        let text = String(parts[start...end].flatMap { characters[$0] })
        guard isPhone(text, at: range, desk) else { continue }
        draft.receipt.phone = Self.bare(text)
        isTaken = true
        take(range, isApart: isEnd(range.upperBound), Self.phoneLabels)
        return
      }
    }
  }

  /// A number without the brackets and the full stop of the sentence around it.
  private static func bare(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, ".-".contains(last) { text.removeLast() }
    let (open, close) = ("(（", ")）")
    if let first = text.first, let last = text.last, open.contains(first), close.contains(last) {
      return bare(String(text.dropFirst().dropLast()))
    }
    if let first = text.first, open.contains(first), !text.contains(where: { close.contains($0) }) {
      text.removeFirst()
    }
    if let last = text.last, close.contains(last), !text.contains(where: { open.contains($0) }) {
      text.removeLast()
    }
    return String(text)
  }

  private func isPhone(_ text: String, at range: Range<Int>, _ desk: ServiceDesk) -> Bool {
    guard PhoneNumber.isOne(text), let number = PhoneNumber(text) else { return false }
    if number.isMobile { return true }
    guard number.digits.utf8.count <= 12 else { return false }
    return "0(（+＋".contains(text.first ?? " ") || label(before: range.lowerBound, Self.phoneLabels) != nil
      || !desk.contacts(withPhone: text).isEmpty
  }

  /// The places of digits with the signs that numbers are written with.
  private var numbers: [Range<Int>] {
    var found: [Range<Int>] = []
    for (place, character) in characters.prefix(IntakeMessage.most).enumerated()
    where PhoneNumber.isSymbol(character) {
      if let last = found.last, last.upperBound == place {
        found[found.count - 1] = last.lowerBound..<place + 1
      } else {
        found.append(place..<place + 1)
      }
    }
    return found
  }

  /// Whether nothing but blanks stands between the parts of a number.
  private func isOneRun(_ range: Range<Int>) -> Bool {
    characters[range].allSatisfy { PhoneNumber.isSymbol($0) || $0 == " " || $0 == "\u{3000}" }
  }

  // MARK: who

  /// Somebody of the household, or a name that is said to be one.
  mutating func takeName(into draft: inout IntakeDraft, _ desk: ServiceDesk) {
    let known = draft.receipt.unit.flatMap { desk.households[$0] }?.contacts.map(\.name) ?? []
    guard draft.receipt.caller.isEmpty, let (name, range) = named(known) ?? said else { return }
    draft.receipt.caller = name
    let next = range.upperBound
    let isBeforeANumber = characters.indices.contains(next) && PhoneNumber.isSymbol(characters[next])
    take(range, isApart: isEnd(next) || isBeforeANumber, Self.nameLabels)
  }

  /// Somebody of these.
  private func named(_ known: [String]) -> (String, Range<Int>)? {
    for name in known {
      if let place = range(of: Array(name)) { return (name, place) }
    }
    return nil
  }

  /// The first word that is said to be a name.
  private var said: (String, Range<Int>)? {
    let words = words
    for (place, word) in words.enumerated() {
      if PersonName.isTitle(String(characters[word])), words.indices.contains(place + 1),
        characters[word.upperBound..<words[place + 1].lowerBound].allSatisfy({ $0.isWhitespace || $0 == "." })
      {
        let whole = word.lowerBound..<words[place + 1].upperBound
        return (String(characters[whole]), whole)
      }
      let isLabelled = label(before: word.lowerBound, Self.nameLabels) != nil
      if let name = PersonName.said(String(characters[word]), isLabelled: isLabelled) { return (name, word) }
    }
    return nil
  }

  /// Two or three hanzi beside a room or a number that can be a name.
  mutating func takeBareName(into draft: inout IntakeDraft) {
    guard isTaken, draft.receipt.caller.isEmpty else { return }
    guard let word = words.first(where: { PersonName.canBeOne(String(characters[$0])) }) else { return }
    draft.receipt.caller = String(characters[word])
    take(word, isApart: true, Self.nameLabels)
  }

  /// What stands between separators and digits.
  private var words: [Range<Int>] {
    characters.indices.prefix(IntakeMessage.most).split { place in
      Self.isSeparator(characters[place]) || PhoneNumber.isSymbol(characters[place])
    }.map { $0.startIndex..<$0.endIndex }
  }

  private func range(of name: [Character]) -> Range<Int>? {
    guard name.count > 1, characters.count >= name.count else { return nil }
    let start = (0...characters.count - name.count).prefix(IntakeMessage.most).first {
      characters[$0..<$0 + name.count].elementsEqual(name)
    }
    return start.map { $0..<$0 + name.count }
  }

  // MARK: taking out

  /// Takes something out, with the label before it, where it begins a word of its own.
  private mutating func take(_ range: Range<Int>, isApart: Bool, _ labels: [String]) {
    let start = label(before: range.lowerBound, labels) ?? range.lowerBound
    guard isApart, isEnd(start - 1) else { return }
    isCut = true
    characters.replaceSubrange(start..<range.upperBound, with: " ")
    tidy(at: start)
  }

  /// One sign is left where one stood on either side.
  private mutating func tidy(at place: Int) {
    var (start, end) = (place, place + 1)
    while start > 0, Self.isJoint(characters[start - 1]) { start -= 1 }
    while end < characters.count, Self.isJoint(characters[end]) { end += 1 }
    let sign = characters[start..<end].first { !$0.isWhitespace } ?? " "
    characters.replaceSubrange(start..<end, with: start == 0 || end == characters.count ? [] : [sign])
  }

  /// Where a label that ends before a place begins; nil where none stands there.
  private func label(before place: Int, _ labels: [String]) -> Int? {
    var end = place
    while end > 0, characters[end - 1].isWhitespace || ":：".contains(characters[end - 1]) { end -= 1 }
    for label in labels where label.count <= end {
      let start = end - label.count
      if isEnd(start - 1), String(characters[start..<end]).lowercased() == label { return start }
    }
    return nil
  }

  private func isEnd(_ place: Int) -> Bool {
    !characters.indices.contains(place) || Self.isSeparator(characters[place])
  }

  private static func isSeparator(_ character: Character) -> Bool {
    character.isWhitespace || isJoint(character) || "。.!！?？()（）[]【】~～".contains(character)
  }
  private static func isJoint(_ character: Character) -> Bool {
    character.isWhitespace || ",，、;；:：/".contains(character)
  }

  private static let roomLabels = [
    "房号", "地址", "住址", "房间", "房间号", "住", "我住", "我家", "我是", "room", "address", "flat",
  ]
  private static let phoneLabels = [
    "电话", "联系电话", "电话号码", "手机", "手机号", "手机号码", "联系方式", "我电话", "我的电话", "tel", "phone", "mobile",
  ]
  private static let nameLabels = ["姓名", "联系人", "报修人", "业主", "住户", "我是", "我叫", "name", "contact"]
}
