/// All that tickets are found by, kept as they come and change, so that a search is answered while somebody types.
///
/// Marks answer short words and rule out most tickets for longer ones; the rest is compared with its folded texts. Whoever types one more
/// letter narrows what was found before.
public struct TicketSearch: Sendable {
  private var numbers: [TicketNumber] = []
  /// The last event of each ticket when its texts were taken.
  private var seqs: [Int64] = []
  private var marks = SearchMarks()
  /// Where each ticket's texts lie in the store.
  private var spans: [Range<Int32>] = []
  private var store = SearchText()
  /// Symbols in the store that belong to no ticket any more.
  private var waste = 0
  /// How many tickets had been taken out of the desk when it was last looked at.
  private var removals = 0
  /// The last event that was taken in.
  private var lastSeq: Int64 = -1
  /// What was found for the query so far and for its beginnings, a bit for each ticket.
  private var trail: [(query: SearchQuery, found: [UInt64])] = []

  public init() {}

  /// Whether there is nothing more to take in.
  public func isCurrent(_ desk: ServiceDesk) -> Bool {
    numbers.count == desk.tickets.count && lastSeq == desk.lastSeq
  }

  /// Takes in up to so many new tickets and what was changed; a search does the rest itself.
  public mutating func update(_ desk: ServiceDesk, limit: Int = .max) {
    guard !isCurrent(desk) else { return }
    if numbers.count > desk.tickets.count || lastSeq > desk.lastSeq { self = TicketSearch() }
    trail = []
    if lastSeq != desk.lastSeq { takeChanges(desk) }
    let left = desk.tickets.count - numbers.count
    reserveCapacity(desk.tickets.count)
    for place in numbers.count..<(numbers.count + Swift.min(left, limit)) {
      let ticket = desk.tickets[place]
      numbers.append(ticket.number)
      seqs.append(ticket.lastSeq)
      spans.append(keep(ticket, at: place, desk))
    }
    lastSeq = desk.lastSeq
  }

  /// Takes in what the events of tickets do not tell: who lives in a household, and how the staff is called.
  public mutating func note(_ event: Event, in desk: ServiceDesk) {
    switch event.entry.body {
    case .contactAdded(let contact), .contactEdited(let contact):
      forget { $0.unit == contact.unit }
    case .staffAdded(let person): forget { $0.isInHand(of: person.code) }
    case .staffEdited(let edit): forget { edit.name != nil && $0.isInHand(of: edit.code) }
    default: break
    }
    func forget(_ isMeant: (Ticket) -> Bool) {
      for place in numbers.indices where desk.tickets.indices.contains(place) && isMeant(desk.tickets[place])
      {
        seqs[place] = -1
        lastSeq = -1
      }
    }
  }

  /// What is found, of everything that the desk knows.
  public mutating func find(_ query: SearchQuery, in desk: ServiceDesk) -> SearchHits {
    update(desk)
    return SearchHits(found(query, desk), of: numbers)
  }

  // MARK: finding

  private mutating func found(_ query: SearchQuery, _ desk: ServiceDesk) -> [UInt64] {
    while let last = trail.last, !query.extends(last.query) { trail.removeLast() }
    if let last = trail.last, last.query == query { return last.found }
    var found = trail.last?.found ?? everything
    let words = query.words.map { ($0, SearchMarks.needed($0)) }
    for (_, needed) in words {
      for row in needed.rows { marks.narrow(&found, row: row) }
    }
    for (word, needed) in words where !needed.isExact { verify(&found, word) }
    if !query.dates.isEmpty { keep(&found, desk) { query.holds($0, desk.zone) } }
    trail.append((query, found))
    return found
  }

  /// Leaves only the tickets of which something holds.
  private func keep(_ found: inout [UInt64], _ desk: ServiceDesk, _ holds: (Ticket) -> Bool) {
    for index in found.indices {
      var left = found[index]
      while left != 0 {
        let bit = left & (~left + 1)
        left ^= bit
        if !holds(desk.tickets[index * 64 + bit.trailingZeroBitCount]) { found[index] ^= bit }
      }
    }
  }

  private var everything: [UInt64] {
    let count = numbers.count
    var all = [UInt64](repeating: .max, count: (count + 63) / 64)
    if count % 64 != 0 { all[count / 64] = (1 << UInt64(count % 64)) - 1 }
    return all
  }

  /// Leaves only the tickets whose number or texts match the word.
  private func verify(_ found: inout [UInt64], _ word: SearchWord) {
    let mayBeNumber = word.number != nil
    store.withHay(0..<store.count) { all in
      word.withMatcher { matches in
        for index in found.indices {
          var left = found[index]
          while left != 0 {
            let bit = left & (~left + 1)
            left ^= bit
            let place = index * 64 + bit.trailingZeroBitCount
            let span = spans[place]
            if mayBeNumber, word.matches(numbers[place]) { continue }
            let range = Int(span.lowerBound)..<Int(span.upperBound)
            if !matches.holds(all, range) { found[index] ^= bit }
          }
        }
      }
    }
  }

  // MARK: taking in

  private mutating func reserveCapacity(_ count: Int) {
    marks.reserve(count)
    guard numbers.isEmpty else { return }
    numbers.reserveCapacity(count)
    seqs.reserveCapacity(count)
    spans.reserveCapacity(count)
    store.reserveCapacity(count * 80)
  }

  private mutating func takeChanges(_ desk: ServiceDesk) {
    if removals != desk.tickets.removals {
      self = TicketSearch()
      removals = desk.tickets.removals
    }
    for place in numbers.indices where desk.tickets.lastSeq(at: place) != seqs[place] {
      let ticket = desk.tickets[place]
      waste += spans[place].count
      seqs[place] = ticket.lastSeq
      marks.clear(place)
      spans[place] = keep(ticket, at: place, desk)
    }
    if waste > 65_536, waste > store.count / 2 { self = TicketSearch() }
  }

  private mutating func keep(_ ticket: Ticket, at place: Int, _ desk: ServiceDesk) -> Range<Int32> {
    let start = store.count
    store.append(ticket, desk)
    store.withHay(start..<store.count) { marks.mark(place, ticket.number, $0, Pinyin.book) }
    return Int32(start)..<Int32(store.count)
  }
}

extension Ticket {
  /// Whether it is that person's, as owner or by an order.
  fileprivate func isInHand(of person: StaffCode) -> Bool {
    owner == person || orders.contains { $0.technician == person }
  }
}
