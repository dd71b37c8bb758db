/// What a search found: a set of ticket numbers that is asked often.
public struct SearchHits: Sendable {
  /// The numbers of all tickets, in order.
  private let numbers: [TicketNumber]
  /// A bit for each of them.
  private let bits: [UInt64]

  init(_ bits: [UInt64], of numbers: [TicketNumber]) {
    self.numbers = numbers
    self.bits = bits
  }

  /// Whether a ticket was found.
  public func contains(_ number: TicketNumber) -> Bool {
    guard let place = place(of: number) else { return false }
    return bits[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  private func place(of number: TicketNumber) -> Int? {
    guard let first = numbers.first else { return nil }
    // Almost always the number less the first one; a journal with lost records is searched.
    let guess = Int(number.value) - Int(first.value)
    if guess >= 0, guess < numbers.count, numbers[guess] == number { return guess }
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? low : nil
  }
}
