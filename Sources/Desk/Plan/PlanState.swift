/// Where a worker stands after some stops, and what these cost.
struct PlanState {
  var post: PlanPost
  /// Where they would stand after what is urgent and critical of these stops, and after what is critical: lesser work may
  /// come before it only where it delays none of it.
  var urgent: PlanPost
  var critical: PlanPost
  var cost: PlanCost

  /// Whether all that follows is the same, cost apart.
  @inline(__always) func goesOn(as other: PlanState) -> Bool {
    post == other.post && urgent == other.urgent && critical == other.critical
  }
}

extension PlanModel {
  /// The state after one more job; nil when it fits into no window any more, or would be critical or urgent and stand behind
  /// lesser work that delays it.
  @inline(__always) func step(_ state: PlanState, to job: Job, by worker: Int) -> PlanState? {
    job.grade == .lesser && state.post.owed == 0
      ? stepPlainly(state, to: job, by: worker) : stepWithCare(state, to: job, by: worker)
  }

  /// Lesser work where nothing was interrupted, which is nearly all of it: the hot path.
  @inline(__always) private func stepPlainly(_ state: PlanState, to job: Job, by worker: Int)
    -> PlanState?
  {
    let drive = travel[state.post.place &* places &+ job.place]
    var window = state.post.window
    let last = firstWindow[worker &+ 1]
    while window < last {
      let hours = windows[window]
      let arrive = max(state.post.time, hours.lowerBound, job.ready &- drive) &+ drive
      let finish = arrive &+ job.duration
      if finish <= hours.upperBound {
        var next = state
        next.post = PlanPost(
          time: finish, window: window, place: job.place, owed: 0, isFresh: false)
        add(job, arrive, drive, by: worker, to: &next.cost)
        return next
      }
      window &+= 1
    }
    return nil
  }

  private func stepWithCare(_ state: PlanState, to job: Job, by worker: Int) -> PlanState? {
    guard let visit = visit(job, from: state.post, by: worker) else { return nil }
    var next = state
    next.post = visit.post
    if job.grade != .lesser {
      guard let alone = self.visit(job, from: state.urgent, by: worker),
        visit.arrive <= alone.arrive
      else {
        return nil
      }
      next.urgent = alone.post
    }
    if job.grade == .critical {
      guard let first = self.visit(job, from: state.critical, by: worker),
        visit.arrive <= first.arrive
      else {
        return nil
      }
      next.critical = first.post
    }
    add(job, visit.arrive, visit.arrive &- visit.depart, by: worker, to: &next.cost)
    next.cost.unease &+= job.weight &* visit.overtime
    if visit.interrupts { next.cost.critical &+= interruption[worker] }
    return next
  }

  /// What a visit costs.
  @inline(__always) private func add(
    _ job: Job, _ arrive: Int, _ drive: Int, by worker: Int, to cost: inout PlanCost
  ) {
    cost = cost + start(of: job, at: arrive)
    cost.delay &+= PlanCost.travel &* (drive &+ surcharges[worker])
    if !misfits.isEmpty {
      let misfit = misfits[job.misfit &+ worker]
      cost.unease &+=
        job.weight &* (max(0, arrive &+ misfit &- job.easyUntil) &- max(0, arrive &- job.easyUntil))
      cost.delay &+= job.weight &* misfit
    }
    if job.holder >= 0, job.holder != worker { cost.firm &+= PlanCost.change }
  }

  /// What beginning a job at that time costs.
  @inline(__always) func start(of job: Job, at time: Int) -> PlanCost {
    var cost = PlanCost(
      firm: time > job.startBy ? job.weight &* PlanCost.breach : 0,
      unease: job.weight &* max(0, time &- job.easyUntil), delay: job.weight &* (time &- job.ready))
    if job.grade == .critical {
      cost.critical = Self.lateness(time &- job.startBy)
    } else if job.grade == .urgent {
      cost.urgent = Self.lateness(time &- job.startBy)
    }
    return cost
  }
}
