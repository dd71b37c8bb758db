/// Ruin and recreate: a few neighbouring jobs are taken out and put back where they cost least, and what is no worse
/// than before is kept (Schrimpf et al. 2000; strings of stops as in Christiaens and Vanden Berghe 2020).
struct PlanSearch {
  private let model: PlanModel
  private(set) var routes: PlanRoutes
  private var random: PlanRandom
  /// Jobs to be put back, and what they are sorted by.
  private var pool: [Int] = []
  private var keys: [Int]
  private var touched: [Int] = []
  private var isTouched: [Bool]
  /// The stops of the touched routes as they were, and where those of each begin.
  private var kept: [Int] = []
  private var keptStart: [Int] = []

  init(_ model: PlanModel, seed: UInt64) {
    self.model = model
    routes = PlanRoutes(model)
    random = PlanRandom(seed: seed)
    keys = Array(repeating: 0, count: model.jobs.count)
    isTouched = Array(repeating: false, count: model.starts.count)
  }

  /// In which order jobs are put in; each is best for some problems.
  private enum Order: Int, CaseIterable {
    case due, weight, choice, length, chance
  }

  /// Puts all jobs in by each order, and keeps the best result.
  mutating func construct() {
    let empty = routes
    var best = routes
    for order in Order.allCases {
      pool = Array(model.jobs.indices)
      recreate(in: order)
      if routes.cost < best.cost { best = routes }
      if order != .chance { routes = empty }
    }
    routes = best
    // Or the first round that is taken back would bring back the empty routes.
    forget()
  }

  /// Rounds of ruin and recreate until so many steps are reckoned, or so many rounds in a row improved nothing.
  mutating func improve(steps: Int, patience: Int) {
    guard !model.jobs.isEmpty, !model.starts.isEmpty else { return }
    var idle = 0
    while idle < patience, routes.steps < steps {
      let before = routes.cost
      pool.removeAll(keepingCapacity: true)
      ruin()
      let order = Order(rawValue: random.below(Order.allCases.count)) ?? .chance
      recreate(in: order)
      if before < routes.cost { rollBack() }
      idle = routes.cost < before ? 0 : idle + 1
      forget()
    }
  }

  // MARK: Ruin

  private mutating func ruin() {
    let wanted = 1 + random.below(min(model.jobs.count, 8))
    if random.below(4) == 0 {
      for _ in 0..<wanted { takeOut(random.below(model.jobs.count)) }
      return
    }
    let seed = random.below(model.jobs.count)
    let first = model.firstCandidate[seed]
    let count = model.firstCandidate[seed + 1] - first
    var worker = routes.worker[seed]
    takeOut(seed)
    guard count > 0 else { return }
    var tries = 3
    while pool.count < wanted, tries > 0 {
      if worker < 0 { worker = model.candidates[first + random.below(count)] }
      takeString(of: worker, upTo: wanted - pool.count)
      worker = -1
      tries -= 1
    }
  }

  /// Takes some consecutive stops out of a route.
  private mutating func takeString(of worker: Int, upTo most: Int) {
    let length = routes.lengths[worker]
    guard length > 0 else { return }
    let count = 1 + random.below(min(length, most))
    let first = random.below(length - count + 1)
    keep(worker)
    for _ in 0..<count where routes.lengths[worker] > first {
      pool.append(routes.stop(first, of: worker))
      routes.remove(at: first, of: worker)
    }
  }

  private mutating func takeOut(_ job: Int) {
    let worker = routes.worker[job]
    if worker < 0 {
      if !pool.contains(job) { pool.append(job) }
      return
    }
    keep(worker)
    for index in 0..<routes.lengths[worker] where routes.stop(index, of: worker) == job {
      routes.remove(at: index, of: worker)
      pool.append(job)
      return
    }
  }

  // MARK: Recreate

  private mutating func recreate(in order: Order) {
    for job in pool { keys[job] = key(of: job, in: order) }
    sortPool()
    for job in pool where routes.worker[job] < 0 { place(job) }
  }

  /// What cannot be saved any more goes last, whatever the order; what is critical or urgent is never given up.
  private mutating func key(of job: Int, in order: Order) -> Int {
    let due = model.jobs[job].startBy
    let lost = due < 0 && !model.jobs[job].grade.isEmergency ? 1 << 60 : 0
    switch order {
    case .due: return lost + due
    case .weight: return lost - model.jobs[job].weight << 34 + due
    case .choice: return lost + (model.firstCandidate[job + 1] - model.firstCandidate[job]) << 34 + due
    case .length: return lost + model.jobs[job].duration
    case .chance: return random.below(1 << 30)
    }
  }

  /// By key, and jobs of equal keys by number; by hand, since the pool is small and this is the hot loop.
  private mutating func sortPool() {
    if pool.count > 24 {
      pool.sort { (keys[$0], $0) < (keys[$1], $1) }
      return
    }
    for index in pool.indices.dropFirst() {
      let job = pool[index]
      var place = index
      while place > 0, keys[pool[place - 1]] > keys[job] {
        pool[place] = pool[place - 1]
        place -= 1
      }
      pool[place] = job
    }
  }

  /// One candidate in so many is passed over, so that the second best is tried too: it halved the small problems that
  /// were left above the optimum.
  private static let blink = 12

  /// Puts a job where it adds least, if that is less than leaving it out.
  private mutating func place(_ job: Int) {
    var limit = model.absence[job]
    var chosen = (worker: -1, index: 0)
    for candidate in model.firstCandidate[job]..<model.firstCandidate[job + 1] {
      if random.below(Self.blink) == 0 { continue }
      let worker = model.candidates[candidate]
      if let place = routes.bestPlace(for: job, in: worker, under: limit) {
        limit = place.added
        chosen = (worker, place.index)
      }
    }
    guard chosen.worker >= 0 else { return }
    keep(chosen.worker)
    routes.insert(job, at: chosen.index, in: chosen.worker)
  }

  // MARK: Undo

  private mutating func keep(_ worker: Int) {
    guard !isTouched[worker] else { return }
    isTouched[worker] = true
    touched.append(worker)
    keptStart.append(kept.count)
    for index in 0..<routes.lengths[worker] { kept.append(routes.stop(index, of: worker)) }
  }

  private mutating func rollBack() {
    for worker in touched {
      while routes.lengths[worker] > 0 { routes.remove(at: routes.lengths[worker] - 1, of: worker) }
    }
    for (index, worker) in touched.enumerated() {
      let end = index + 1 < touched.count ? keptStart[index + 1] : kept.count
      for job in kept[keptStart[index]..<end] { routes.insert(job, at: routes.lengths[worker], in: worker) }
    }
  }

  private mutating func forget() {
    for worker in touched { isTouched[worker] = false }
    touched.removeAll(keepingCapacity: true)
    kept.removeAll(keepingCapacity: true)
    keptStart.removeAll(keepingCapacity: true)
  }
}
