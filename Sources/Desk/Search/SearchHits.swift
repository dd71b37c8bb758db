/// What a search found: a set of ticket numbers that is asked often.
public struct SearchHits: Sendable {
  /// The numbers of all tickets, in order.
  private let numbers: [TicketNumber]
  private var bits: [UInt64]
  /// How many were found.
  public let count: Int

  init(_ places: [Int32], of numbers: [TicketNumber]) {
    self.numbers = numbers
    count = places.count
    bits = Array(repeating: 0, count: numbers.count / 64 + 1)
    for place in places { bits[Int(place) / 64] |= 1 << UInt64(place % 64) }
  }

  /// Whether a ticket was found.
  public func contains(_ number: TicketNumber) -> Bool {
    guard let place = place(of: number) else { return false }
    return bits[place / 64] >> UInt64(place % 64) & 1 == 1
  }

  /// Those of a list that were found, in its order.
  public func narrow(_ entries: [QueueEntry]) -> [QueueEntry] { entries.filter { contains($0.number) } }

  private func place(of number: TicketNumber) -> Int? {
    guard let first = numbers.first else { return nil }
    // Almost always the number less the first one; a journal with lost records is searched.
    let guess = Int(number.value) - Int(first.value)
    if numbers.indices.contains(guess), numbers[guess] == number { return guess }
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? low : nil
  }
}
