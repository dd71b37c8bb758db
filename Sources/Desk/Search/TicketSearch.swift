/// All that tickets are found by, kept as they come and change, so that a search is answered while somebody types.
///
/// Every ticket has marks that rule it out quickly; the rest is compared with its folded texts. Whoever types one more
/// letter narrows what was found before.
public struct TicketSearch: Sendable {
  private var numbers: [TicketNumber] = []
  /// The last event of each ticket when its texts were taken.
  private var seqs: [Int64] = []
  private var marks: [SearchMarks] = []
  /// Where each ticket's texts lie in the store.
  private var spans: [Range<Int32>] = []
  private var store: [UInt16] = []
  /// Symbols in the store that belong to no ticket any more.
  private var waste = 0
  /// The last event that was taken in.
  private var lastSeq: Int64 = -1
  private var trail: [(query: SearchQuery, places: [Int32])] = []

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
    let end = desk.tickets.count - numbers.count > limit ? numbers.count + limit : desk.tickets.count
    for place in numbers.count..<end {
      let ticket = desk.tickets[place]
      numbers.append(ticket.number)
      seqs.append(ticket.lastSeq)
      let (span, mark) = store(ticket, desk)
      spans.append(span)
      marks.append(mark)
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
    case .created, .staffLeft, .unitAdded, .unitEdited, .policyAdopted, .rosterSet,
      .dutiesSwapped,
      .absenceAdded, .absenceEnded, .ticket, .order, .healed, .repaired, .archived, .unrecognised:
      break
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
    return SearchHits(places(query), of: numbers)
  }

  // MARK: finding

  private mutating func places(_ query: SearchQuery) -> [Int32] {
    while let last = trail.last, !query.extends(last.query) { trail.removeLast() }
    if let last = trail.last, last.query == query { return last.places }
    var needed = SearchMarks()
    for word in query.words { needed.formUnion(SearchMarks(needed: word)) }
    // One letter is decided by its mark alone.
    let words = query.words.filter { !($0.isSpelled && $0.symbols.count == 1) }
    let found = candidates(needed).filter { place in
      guard !words.isEmpty else { return true }
      let span = spans[Int(place)]
      return store.withUnsafeBufferPointer { store in
        let hay = UnsafeBufferPointer(rebasing: store[Int(span.lowerBound)..<Int(span.upperBound)])
        return words.allSatisfy { $0.matches(numbers[Int(place)]) || $0.matches(hay, Pinyin.book) }
      }
    }
    trail.append((query, found))
    return found
  }

  private func candidates(_ needed: SearchMarks) -> [Int32] {
    if let last = trail.last { return last.places.filter { marks[Int($0)].hold(needed) } }
    var places: [Int32] = []
    places.reserveCapacity(numbers.count)
    for place in marks.indices where marks[place].hold(needed) { places.append(Int32(place)) }
    return places
  }

  // MARK: taking in

  private mutating func takeChanges(_ desk: ServiceDesk) {
    for place in numbers.indices where desk.tickets.lastSeq(at: place) != seqs[place] {
      let ticket = desk.tickets[place]
      waste += spans[place].count
      seqs[place] = ticket.lastSeq
      let (span, mark) = store(ticket, desk)
      spans[place] = span
      marks[place] = mark
    }
    if waste > 65_536, waste > store.count / 2 { self = TicketSearch() }
  }

  private mutating func store(_ ticket: Ticket, _ desk: ServiceDesk) -> (Range<Int32>, SearchMarks) {
    let start = store.count
    SearchText.append(ticket, desk, to: &store)
    let mark = store.withUnsafeBufferPointer {
      SearchMarks(ticket.number, UnsafeBufferPointer(rebasing: $0[start...]), Pinyin.book)
    }
    return (Int32(start)..<Int32(store.count), mark)
  }
}

extension Ticket {
  /// Whether it is that person's, as owner or by an order.
  fileprivate func isInHand(of person: StaffCode) -> Bool {
    owner == person || orders.contains { $0.technician == person }
  }
}
