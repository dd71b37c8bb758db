/// Which tickets are the same matter, or a part of another one (DOMAIN, clock rule 12).
public struct TicketLinks: Hashable, Sendable {
  /// By a merged ticket, the one that goes on.
  private(set) var survivors = TicketForest()
  /// By a part, the ticket it is a part of.
  private(set) var parents = TicketForest()

  init() {}

  init(survivors: [TicketNumber: TicketNumber], parents: [TicketNumber: TicketNumber]) {
    // In order, so that of links that go in a circle the same one is left out every time.
    for link in survivors.sorted(by: { $0.key < $1.key }) { _ = merge(link.key, into: link.value) }
    for link in parents.sorted(by: { $0.key < $1.key }) { self.link(link.key, parent: link.value) }
  }

  /// The ticket that this one was merged into.
  public func survivor(of number: TicketNumber) -> TicketNumber? { survivors.up[number] }

  /// The ticket in which the matter goes on, through any number of mergings.
  public func root(of number: TicketNumber) -> TicketNumber { survivors.root(of: number) }

  /// The tickets merged into this one, and into those, in order of their numbers; none for one that was merged itself.
  public func merged(into number: TicketNumber) -> [TicketNumber] {
    survivors.up[number] == nil ? survivors.all(below: number).sorted() : []
  }

  /// The ticket that this one is a part of. Relations follow a merging: what a merged ticket was a part of, the one that goes
  /// on is a part of, and a part of a merged ticket is one of the ticket in which that goes on.
  public func parent(of number: TicketNumber) -> TicketNumber? {
    guard let parent = above(number)?.parent else { return nil }
    // Mergings can make a circle of parts; nothing is a part of its own part.
    var seen: Set<TicketNumber> = [number]
    var step = parent
    while seen.insert(step).inserted {
      guard let next = above(step)?.parent else { return parent }
      step = next
    }
    return step == number ? nil : parent
  }

  /// Which ticket said so that this one is a part of another: itself, or one that was merged into it.
  func holder(ofParentOf number: TicketNumber) -> TicketNumber? { above(number)?.holder }

  private func above(_ number: TicketNumber) -> (holder: TicketNumber, parent: TicketNumber)? {
    for holder in [number] + merged(into: number) {
      guard let said = parents.up[holder] else { continue }
      let parent = root(of: said)
      if parent != root(of: number) { return (holder, parent) }
    }
    return nil
  }

  /// The parts of this ticket, in order of their numbers; none for one that was merged, whose parts are those of the ticket that
  /// goes on.
  public func children(of number: TicketNumber) -> [TicketNumber] {
    guard survivor(of: number) == nil else { return [] }
    let said = ([number] + merged(into: number)).flatMap { parents.down[$0, default: []] }
    return Set(said.map { root(of: $0) }).filter { parent(of: $0) == number }.sorted()
  }

  /// Whether `number` is a part of `whole`, at any depth, or is it.
  public func isPart(_ number: TicketNumber, of whole: TicketNumber) -> Bool {
    var step = number
    while step != whole {
      guard let next = parent(of: step) else { return false }
      step = next
    }
    return true
  }

  /// Whether it could be: nothing goes on in what was merged into it.
  mutating func merge(_ number: TicketNumber, into survivor: TicketNumber) -> Bool {
    survivors.set(number, below: survivor)
  }
  mutating func unmerge(_ number: TicketNumber) { survivors.remove(number) }

  /// Makes it a part of another, or of none; a link that would lead back to itself is none.
  mutating func link(_ number: TicketNumber, parent: TicketNumber?) {
    if let parent { _ = parents.set(number, below: parent) } else { parents.remove(number) }
  }
}

/// Tickets below others, each below one at most and none below itself, whatever is said: every way up ends.
struct TicketForest: Hashable, Sendable {
  private(set) var up: [TicketNumber: TicketNumber] = [:]
  private(set) var down: [TicketNumber: Set<TicketNumber>] = [:]

  /// The uppermost one above a ticket; itself where there is none.
  func root(of number: TicketNumber) -> TicketNumber {
    var root = number
    while let next = up[root] { root = next }
    return root
  }

  /// Whether a ticket is below another, or is it.
  func isBelow(_ number: TicketNumber, _ other: TicketNumber) -> Bool {
    var step = number
    while step != other {
      guard let next = up[step] else { return false }
      step = next
    }
    return true
  }

  /// All below a ticket, at any depth.
  func all(below number: TicketNumber) -> [TicketNumber] {
    var found: [TicketNumber] = []
    var left = Array(down[number, default: []])
    while let next = left.popLast() {
      found.append(next)
      left += down[next, default: []]
    }
    return found
  }

  /// Puts a ticket below another; false, and all stays, where that would be a circle.
  mutating func set(_ number: TicketNumber, below other: TicketNumber) -> Bool {
    guard !isBelow(other, number) else { return false }
    remove(number)
    up[number] = other
    down[other, default: []].insert(number)
    return true
  }

  mutating func remove(_ number: TicketNumber) {
    guard let other = up.removeValue(forKey: number) else { return }
    down[other]?.remove(number)
    if down[other]?.isEmpty ?? false { down[other] = nil }
  }
}
