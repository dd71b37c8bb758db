/// Which tickets are the same matter, or a part of another one (DOMAIN, clock rule 12).
public struct TicketLinks: Hashable, Sendable {
  /// By a merged ticket, the one that goes on.
  private(set) var survivors: [TicketNumber: TicketNumber] = [:]
  /// By a part, the ticket it is a part of.
  private(set) var parents: [TicketNumber: TicketNumber] = [:]

  init() {}

  init(survivors: [TicketNumber: TicketNumber], parents: [TicketNumber: TicketNumber]) {
    self.survivors = survivors
    self.parents = parents
  }

  /// The ticket that this one was merged into.
  public func survivor(of number: TicketNumber) -> TicketNumber? { survivors[number] }

  /// The ticket in which the matter goes on, through any number of mergings.
  public func root(of number: TicketNumber) -> TicketNumber {
    var root = number
    for _ in 0..<survivors.count {
      guard let next = survivors[root] else { break }
      root = next
    }
    return root
  }

  /// The tickets merged into this one, and into those, in order of their numbers.
  public func merged(into number: TicketNumber) -> [TicketNumber] {
    survivors.keys.filter { $0 != number && root(of: $0) == root(of: number) && root(of: number) == number }
      .sorted()
  }

  /// The ticket that this one is a part of.
  public func parent(of number: TicketNumber) -> TicketNumber? { parents[number] }

  /// The parts of this ticket, in order of their numbers.
  public func children(of number: TicketNumber) -> [TicketNumber] {
    parents.filter { $0.value == number }.keys.sorted()
  }

  /// Whether `number` is a part of `whole`, at any depth, or is it.
  public func isPart(_ number: TicketNumber, of whole: TicketNumber) -> Bool {
    var step = number
    for _ in 0...parents.count {
      if step == whole { return true }
      guard let next = parents[step] else { return false }
      step = next
    }
    return false
  }

  mutating func merge(_ number: TicketNumber, into survivor: TicketNumber) { survivors[number] = survivor }
  mutating func unmerge(_ number: TicketNumber) { survivors[number] = nil }
  mutating func link(_ number: TicketNumber, parent: TicketNumber?) { parents[number] = parent }
}
