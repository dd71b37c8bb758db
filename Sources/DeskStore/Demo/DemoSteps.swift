/// The steps of a made-up centre in the order of time; lives are written only when their tickets come in.
public struct DemoSteps: Sequence, IteratorProtocol {
  private let centre: DemoCentre
  private var registers: [DemoStep].Iterator
  private var nextLife = 0
  /// Lives under way, a heap with the earliest next step on top.
  private var lives: [Life] = []

  private struct Life {
    var place: Int
    var steps: [DemoStep]
    var next = 0

    func isBefore(_ other: Life) -> Bool {
      (steps[next].at, place) < (other.steps[other.next].at, other.place)
    }
  }

  init(_ centre: DemoCentre) {
    self.centre = centre
    registers = centre.registers.makeIterator()
  }

  public mutating func next() -> DemoStep? {
    if let register = registers.next() { return register }
    beginLives()
    guard !lives.isEmpty else { return nil }
    let step = lives[0].steps[lives[0].next]
    lives[0].next += 1
    if lives[0].next == lives[0].steps.count {
      lives.swapAt(0, lives.count - 1)
      lives.removeLast()
    }
    sink()
    return step
  }

  /// Begins the lives of the tickets that come in before anything else happens.
  private mutating func beginLives() {
    while nextLife < centre.plannedCount {
      if let first = lives.first, first.steps[first.next].at < centre.moment(nextLife) { return }
      let steps = centre.life(nextLife)
      if !steps.isEmpty {
        lives.append(Life(place: nextLife, steps: steps))
        rise()
      }
      nextLife += 1
    }
  }

  private mutating func rise() {
    var child = lives.count - 1
    while child > 0, lives[child].isBefore(lives[(child - 1) / 2]) {
      lives.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < lives.count && lives[child].isBefore(lives[least]) {
        least = child
      }
      if least == parent { return }
      lives.swapAt(parent, least)
      parent = least
    }
  }
}
