/// Words in any order, all of which must be found somewhere in a ticket.
public struct SearchQuery: Hashable, Sendable {
  /// The words, as folded.
  let words: [SearchWord]
  /// The days in which a ticket must have been received.
  let dates: [SearchDate]

  /// What is typed into a search: words between blanks, whatever their width.
  public init(_ text: String) {
    let parts = String(decoding: SearchText.symbols(text), as: UTF16.self).split(separator: " ")
    // A telephone number is looked for by its digits, whatever stands between them.
    var (words, dates) = ([SearchWord](), [SearchDate]())
    for word in PhoneNumber.joined(parts) {
      switch SearchDate.read(String(word)) {
      case .days(let date): dates.append(date)
      case .unfinished: break
      case .none:
        words.append(
          SearchWord(PhoneNumber.isOne(word) ? PhoneNumber(String(word))?.digits ?? "" : String(word)))
      }
    }
    (self.words, self.dates) = (words, dates)
  }

  /// Whether nothing is asked for, and so everything is found.
  public var isEmpty: Bool { words.isEmpty && dates.isEmpty }

  /// Whether whatever this finds, the other one finds too: somebody typed on.
  func extends(_ other: SearchQuery) -> Bool {
    dates.starts(with: other.dates) && words.count >= other.words.count
      && zip(words, other.words).allSatisfy { $0.extends($1) }
  }

  /// Whether a ticket was received on the days asked for.
  func holds(_ ticket: Ticket, _ zone: Zone) -> Bool {
    guard !dates.isEmpty else { return true }
    let wall = zone.civil(ticket.received)
    return dates.allSatisfy { $0.holds(wall) }
  }

  /// Whether a ticket is found by its number, its texts, who looks after it or who lives there.
  public func matches(_ ticket: Ticket, _ desk: ServiceDesk) -> Bool {
    var text = SearchText()
    return matches(ticket, desk, &text)
  }

  /// The same with room for the texts that is used again and again.
  func matches(_ ticket: Ticket, _ desk: ServiceDesk, _ text: inout SearchText) -> Bool {
    guard holds(ticket, desk.zone) else { return false }
    guard !words.isEmpty else { return true }
    text.removeAll()
    text.append(ticket, desk)
    return text.withHay(0..<text.count) { hay in
      words.allSatisfy { $0.matches(ticket.number) || $0.matches(hay, Pinyin.book) }
    }
  }
}
