/// The routes of all workers under the hands of the search, in two flat arrays with one row per worker.
///
/// After each stop of each route the state is kept, so that an insertion is reckoned from its place onward and only
/// until the rest of the route goes on as before.
struct PlanRoutes {
  let model: PlanModel
  private let width: Int
  private var stops: [Int]
  private var states: [PlanState]
  private(set) var lengths: [Int]
  /// Whose route a job is in, or -1.
  private(set) var worker: [Int]
  /// What all routes and all jobs left out cost.
  private(set) var cost: PlanCost
  /// Steps from stop to stop reckoned so far.
  private(set) var steps = 0

  init(_ model: PlanModel) {
    self.model = model
    width = model.jobs.count + 1
    let workers = model.starts.count
    stops = Array(repeating: -1, count: width * workers)
    lengths = Array(repeating: 0, count: workers)
    worker = Array(repeating: -1, count: model.jobs.count)
    let nowhere = PlanPost(time: 0, window: 0, place: 0, owed: 0, isFresh: true)
    states = Array(
      repeating: PlanState(post: nowhere, urgent: nowhere, critical: nowhere, cost: .none),
      count: width * workers)
    for index in 0..<workers {
      let post = model.beginning(of: index)
      states[index * width] = PlanState(post: post, urgent: post, critical: post, cost: .none)
    }
    cost = model.absence.reduce(.none) { $0 + $1 }
  }

  /// The job at that place in a route.
  func stop(_ index: Int, of worker: Int) -> Int { stops[worker * width + index] }

  /// The state after so many stops of a route.
  func state(after count: Int, of worker: Int) -> PlanState { states[worker * width + count] }

  /// The best place for a job in a route and what it would add, if that is less than `limit`.
  mutating func bestPlace(for number: Int, in worker: Int, under limit: PlanCost) -> (
    index: Int, added: PlanCost
  )? {
    let base = worker &* width
    let job = model.jobs[number]
    var best = limit
    var found = -1
    for index in allowedPlaces(for: job, in: worker) {
      // Not even without any travel from here on.
      let time = index == 0 && job.grade == .critical ? 0 : states[base &+ index].post.time
      guard model.start(of: job, at: max(job.ready, time)) < best else { break }
      if let added = cost(of: job, at: index, base, worker, under: best) {
        best = added
        found = index
      }
    }
    return found < 0 ? nil : (found, best)
  }

  /// What a job adds at one place of a route; nil when it does not fit or adds no less than `limit`.
  ///
  /// From the stop behind it on, what was added so far hardly ever grows less: only where the next window is waited for
  /// can a detour end nearer. It is left off as soon as it reaches the limit.
  @inline(__always) private mutating func cost(
    of job: PlanModel.Job, at index: Int, _ base: Int, _ worker: Int, under limit: PlanCost
  ) -> PlanCost? {
    steps &+= 1
    let before = states[base &+ index]
    guard var state = model.step(before, to: job, by: worker) else { return nil }
    var added = state.cost - before.cost
    var next = index
    let length = lengths[worker]
    while next < length {
      steps &+= 1
      guard let following = model.step(state, to: model.jobs[stops[base &+ next]], by: worker)
      else {
        return nil
      }
      let old = states[base &+ next &+ 1]
      added = following.cost - old.cost
      guard added < limit else { return nil }
      if following.goesOn(as: old) { return added }
      state = following
      next &+= 1
    }
    return added < limit ? added : nil
  }

  /// Accepted jobs of one grade keep the order of their ranks; any other job may stand anywhere.
  private func allowedPlaces(for job: PlanModel.Job, in worker: Int) -> ClosedRange<Int> {
    let length = lengths[worker]
    let rank = job.rank
    guard rank >= 0 else { return 0...length }
    var first = 0
    for index in 0..<length {
      let accepted = model.jobs[stop(index, of: worker)]
      guard accepted.grade == job.grade else { continue }
      let other = accepted.rank
      if other > rank { return first...index }
      if other >= 0 { first = index + 1 }
    }
    return first...length
  }

  /// Puts a job that is left out into a route, at a place where it fits.
  mutating func insert(_ job: Int, at index: Int, in worker: Int) {
    let base = worker &* width
    let old = total(worker)
    var place = lengths[worker]
    while place > index {
      stops[base &+ place] = stops[base &+ place &- 1]
      place &-= 1
    }
    stops[base &+ index] = job
    lengths[worker] &+= 1
    self.worker[job] = worker
    cost = cost - model.absence[job] - old
    reckon(worker, from: index)
  }

  /// Takes the job at that place out of its route.
  mutating func remove(at index: Int, of worker: Int) {
    let base = worker &* width
    let old = total(worker)
    let job = stops[base &+ index]
    var place = index
    while place &+ 1 < lengths[worker] {
      stops[base &+ place] = stops[base &+ place &+ 1]
      place &+= 1
    }
    lengths[worker] &-= 1
    self.worker[job] = -1
    cost = cost + model.absence[job] - old
    reckon(worker, from: index)
  }

  /// Reckons a route again from a place on, and adds what it costs.
  ///
  /// A detour can be shorter than the straight way if the table of travel says so; what then fits no longer is left out.
  private mutating func reckon(_ worker: Int, from index: Int) {
    let base = worker &* width
    var place = index
    while place < lengths[worker] {
      steps &+= 1
      guard
        let state = model.step(
          states[base &+ place], to: model.jobs[stops[base &+ place]], by: worker)
      else {
        for job in stops[(base + place)..<(base + lengths[worker])] {
          self.worker[job] = -1
          cost = cost + model.absence[job]
        }
        lengths[worker] = place
        break
      }
      states[base &+ place &+ 1] = state
      place &+= 1
    }
    cost = cost + total(worker)
  }

  private func total(_ worker: Int) -> PlanCost { states[worker &* width &+ lengths[worker]].cost }
}
