/// A list of the queue of which only some entries are shown; the list itself is not copied.
public struct NarrowedList: RandomAccessCollection, Sendable {
  private let all: [QueueEntry]
  private let numbers: [TicketNumber]
  /// The places of those shown; nil where all are.
  private let places: [Int32]?

  /// A whole list.
  public init(_ all: [QueueEntry]) { self.init(all, all.map(\.number), nil) }

  private init(_ all: [QueueEntry], _ numbers: [TicketNumber], _ places: [Int32]?) {
    self.all = all
    self.numbers = numbers
    self.places = places
  }

  /// Those of the whole list that were found, in its order.
  public func narrowed(to hits: SearchHits) -> NarrowedList {
    let found = [Int32](unsafeUninitializedCapacity: numbers.count) { memory, count in
      for place in numbers.indices where hits.contains(numbers[place]) {
        memory.initializeElement(at: count, to: Int32(truncatingIfNeeded: place))
        count += 1
      }
    }
    return NarrowedList(all, numbers, found)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { places?.count ?? all.count }
  public subscript(place: Int) -> QueueEntry { all[places.map { Int($0[place]) } ?? place] }
}
