import Desk

/// The least that a small problem can cost, found by trying every order of every set of jobs for every worker.
///
/// It shares no line with the planner: routes are walked stop by stop with the rules as they stand in `PlanProblem`.
struct PlanReference {
  let problem: PlanProblem

  /// Minutes of late critical and of late urgent work, breached weight, unplaced weight, changes of hands; compared in this
  /// order.
  typealias Cost = [Int]

  private static let nothing = [0, 0, 0, 0, 0]

  /// The least cost of all plans there are.
  func optimum() -> Cost {
    let perWorker = problem.workers.indices.map(bestOfEachSet)
    let everyone = 1 << problem.jobs.count
    var done: [Int: Cost] = [0: Self.nothing]
    for sets in perWorker {
      var next: [Int: Cost] = [:]
      for (set, cost) in done {
        for (more, added) in sets where set & more == 0 {
          Self.improve(&next, set | more, Self.sum(cost, added))
        }
      }
      done = next
    }
    let all = done.map { set, cost in
      let missing = problem.jobs.indices.filter { set & 1 << $0 == 0 && set < everyone }
      let weight = missing.reduce(0) { $0 + problem.jobs[$1].weight }
      func never(_ grade: PlanGrade) -> Int {
        missing.filter { problem.jobs[$0].grade == grade }.reduce(0) {
          $0 + Self.counted(minutes($1, end)) + 1
        }
      }
      return Self.sum(cost, [never(.critical), never(.urgent), weight, weight, 0])
    }
    return all.min { $0.lexicographicallyPrecedes($1) } ?? Self.nothing
  }

  /// The last moment of anybody's time.
  private var end: Int {
    problem.workers.flatMap { worker in
      worker.windows.enumerated().map { index, window in
        let over = index < worker.overtime.count ? worker.overtime[index] : .none
        return window.upperBound + max(over.critical, over.urgent)
      }
    }.max() ?? 0
  }

  /// What so many minutes of lateness count: more, the longer it goes on.
  static func counted(_ minutes: Int) -> Int { minutes + minutes * minutes / 60 }

  /// Begun minutes that an order is late when it begins then.
  private func minutes(_ number: Int, _ start: Int) -> Int {
    let job = problem.jobs[number]
    let dues = [job.arriveBy, job.finishBy.map { $0 - job.duration }].compactMap(\.self)
    return dues.map { max(0, (start - $0 + 59) / 60) }.max() ?? 0
  }

  private static func sum(_ a: Cost, _ b: Cost) -> Cost { zip(a, b).map { $0 + $1 } }

  private static func improve(_ table: inout [Int: Cost], _ set: Int, _ cost: Cost) {
    if let known = table[set], !cost.lexicographicallyPrecedes(known) { return }
    table[set] = cost
  }

  /// For each set of jobs that the worker can do whole, the least it costs.
  private func bestOfEachSet(_ worker: Int) -> [Int: Cost] {
    var table: [Int: Cost] = [:]
    extend([], 0, Self.nothing, worker, &table)
    return table
  }

  private func extend(
    _ route: [Int], _ set: Int, _ cost: Cost, _ worker: Int, _ table: inout [Int: Cost]
  ) {
    Self.improve(&table, set, cost)
    for job in problem.jobs.indices where set & 1 << job == 0 && mayHave(worker, job, after: route) {
      guard let times = walk(route + [job], by: worker), let last = times.last,
        isFirst(route + [job], worker, last)
      else { continue }
      extend(
        route + [job], set | 1 << job, Self.sum(cost, price(job, worker, last)), worker, &table)
    }
  }

  private func mayHave(_ worker: Int, _ job: Int, after route: [Int]) -> Bool {
    switch problem.jobs[job].holding {
    case .accepted(let holder, let rank):
      return holder == worker
        && route.allSatisfy { other in
          guard problem.jobs[other].grade == problem.jobs[job].grade else { return true }
          if case .accepted(_, let earlier) = problem.jobs[other].holding { return earlier <= rank }
          return true
        }
    case .open, .given: return problem.jobs[job].eligible.contains(worker)
    }
  }

  /// Whether nothing lesser delays the last order of a route, when that is critical or urgent.
  func isFirst(_ route: [Int], _ worker: Int, _ arrival: Arrival) -> Bool {
    guard let last = route.last else { return true }
    let grades = PlanGrade.allCases.filter { $0.isEmergency && $0 >= problem.jobs[last].grade }
    return grades.allSatisfy { grade in
      let alone = walk(route.filter { problem.jobs[$0].grade <= grade }, by: worker)?.last
      return alone.map { arrival.time <= $0.time } ?? false
    }
  }

  private func price(_ number: Int, _ worker: Int, _ arrival: Arrival) -> Cost {
    let arrive = arrival.time
    let job = problem.jobs[number]
    let isLate = job.arriveBy.map { arrive > $0 } ?? false
    let endsLate = job.finishBy.map { arrive + job.duration > $0 } ?? false
    var changes = 0
    if case .given(let holder) = job.holding, holder != worker { changes = 1 }
    let late = Self.counted(minutes(number, arrive))
    let left = arrival.interrupts ? (problem.workers[worker].inHand == .urgent ? 10 : 5) : 0
    return [
      job.grade == .critical ? late + left : 0, job.grade == .urgent ? late : 0,
      isLate || endsLate ? job.weight : 0, 0, changes,
    ]
  }

  /// When a worker is there, and whether they left the work in hand for it.
  struct Arrival {
    var time: Int
    var interrupts = false
  }

  /// The arrivals along a route; nil when something fits into no window.
  func walk(_ route: [Int], by worker: Int) -> [Arrival]? {
    let person = problem.workers[worker]
    var place = person.start
    var free = person.free
    var owed = 0
    var used = 0
    var arrivals: [Arrival] = []
    for (step, number) in route.enumerated() {
      let job = problem.jobs[number]
      if owed > 0, job.grade != .critical {
        free += owed + (problem.travel[place, person.start] ?? 0)
        (place, owed) = (person.start, 0)
      }
      var found = slot(for: job, from: place, at: free, after: used, worker)
      var interrupts = false
      let worth = person.inHand == .lesser ? 5 : person.inHand == .urgent ? 10 : nil
      if step == 0, job.grade == .critical, person.free > 0, let worth,
        let sooner = slot(for: job, from: place, at: 0, after: used, worker)
      {
        let saved = found.map { minutes(number, $0.arrive) - minutes(number, sooner.arrive) }
        interrupts = saved.map { $0 > worth } ?? true
        if interrupts { (found, owed) = (sooner, person.free) }
      }
      guard let found else { return nil }
      arrivals.append(Arrival(time: found.arrive, interrupts: interrupts))
      (used, free, place) = (found.window, found.arrive + job.duration, job.place)
    }
    return arrivals
  }

  private func slot(for job: PlanJob, from place: Int, at free: Int, after used: Int, _ worker: Int)
    -> (
      window: Int, arrive: Int
    )?
  {
    let person = problem.workers[worker]
    guard let drive = problem.travel[place, job.place] else { return nil }
    for (index, window) in person.windows.enumerated() where index >= used {
      let arrive = max(max(free, window.lowerBound) + drive, job.ready)
      let over = index < person.overtime.count ? person.overtime[index][job.grade] : 0
      let isThere = arrive - drive <= max(free, window.upperBound)
      if arrive + job.duration <= window.upperBound + (isThere ? over : 0) {
        return (index, arrive)
      }
    }
    return nil
  }
}
