/// Where a worker is at a moment of their route, and from when on they can set out.
struct PlanPost: Equatable {
  var time: Int
  /// Index of the window they are in, among the windows of all workers.
  var window: Int
  var place: Int
  /// Seconds of interrupted work that come before anything that is not critical; at first, that in hand may be interrupted.
  var owed: Int
  /// Nothing of the route is done yet, so that the work in hand may still be interrupted.
  var isFresh: Bool
}

/// One visit from a post on.
struct PlanVisit {
  let depart: Int
  let arrive: Int
  /// Seconds beyond the end of the window.
  let overtime: Int
  /// Whether the work in hand is left for it.
  let interrupts: Bool
  /// Where and when it leaves the worker.
  let post: PlanPost
}

extension PlanModel {
  /// The next visit of a worker, the same for the search, for what a plan says and for earliest due first; nil when it fits
  /// into no window any more.
  @inline(__always) func visit(_ job: Job, from post: PlanPost, by worker: Int) -> PlanVisit? {
    var from = post
    if from.owed > 0, job.grade != .critical {
      let back = travel[from.place &* places &+ starts[worker]]
      from = PlanPost(
        time: from.time &+ back &+ from.owed, window: from.window, place: starts[worker], owed: 0,
        isFresh: false)
    }
    let waiting = fit(job, from: from, by: worker, interrupts: false)
    guard from.isFresh, job.grade == .critical, interruption[worker] > 0 else { return waiting }
    var sooner = from
    sooner.time = 0
    guard let interrupting = fit(job, from: sooner, by: worker, interrupts: true) else {
      return waiting
    }
    guard let waiting else { return interrupting }
    let saved =
      Self.minutes(waiting.arrive &- job.startBy)
      &- Self.minutes(interrupting.arrive &- job.startBy)
    return saved > interruption[worker] ? interrupting : waiting
  }

  @inline(__always) private func fit(
    _ job: Job, from post: PlanPost, by worker: Int, interrupts: Bool
  ) -> PlanVisit? {
    let drive = travel[post.place &* places &+ job.place]
    var window = post.window
    let last = firstWindow[worker &+ 1]
    while window < last {
      let hours = windows[window]
      let depart = max(post.time, hours.lowerBound, job.ready &- drive)
      let finish = depart &+ drive &+ job.duration
      // Nobody is called back once they are gone; whoever is still at work goes on.
      let isThere = depart <= max(post.time, hours.upperBound)
      let over = job.grade == .lesser || !isThere ? 0 : overtime[window][job.grade]
      if finish <= hours.upperBound &+ over {
        return PlanVisit(
          depart: depart, arrive: depart &+ drive, overtime: max(0, finish &- hours.upperBound),
          interrupts: interrupts,
          post: PlanPost(
            time: finish, window: window, place: job.place,
            owed: interrupts ? free[worker] : post.owed,
            isFresh: false))
      }
      window &+= 1
    }
    return nil
  }

  /// What being late counts: its begun minutes, and the more the longer it goes on, so that nobody is left for last to save
  /// several others a minute each.
  @inline(__always) static func lateness(_ late: Int) -> Int {
    let minutes = minutes(late)
    return minutes &+ minutes &* minutes / 60
  }

  /// Begun minutes; none before the due time.
  @inline(__always) static func minutes(_ late: Int) -> Int { late > 0 ? (late &+ 59) / 60 : 0 }

  /// Where a worker is before anything of the route.
  func beginning(of worker: Int) -> PlanPost {
    PlanPost(
      time: free[worker], window: firstWindow[worker], place: starts[worker], owed: 0, isFresh: true
    )
  }
}
