/// What one household has for one trade is one visit: one way there, and the works one after the other.
extension PlanMaker {
  /// The same work with such matters joined; nil where there are none.
  ///
  /// Only what is of the same grade is joined, so that no emergency waits for what is not; only for the same promised time;
  /// and only what one person may do and nobody was told otherwise: what two people have stays two visits, and so does what
  /// somebody accepted beside what nobody has.
  func joined() -> PlanMaker? {
    var groups: [[Task]] = []
    for task in tasks {
      let place = groups.lastIndex { group in group.allSatisfy { joins(task, $0) } && shares(group + [task]) }
      if let place { groups[place].append(task) } else { groups.append([task]) }
    }
    guard groups.count < tasks.count else { return nil }
    return replacing(
      groups.map { group in
        let ordered = group.sorted { Self.isDue($0, before: $1) }
        var first = ordered[0]
        first.also = Array(ordered.dropFirst())
        return first
      })
  }

  private func joins(_ one: Task, _ other: Task) -> Bool {
    guard let unit = one.ticket.unit, unit == other.ticket.unit, let household = desk.households[unit],
      household.unit.kind == .home, one.ticket.number != other.ticket.number,
      one.ticket.topic.trade == other.ticket.topic.trade, one.ticket.topic.trade != nil,
      PlanGrade(one.ticket.urgency) == PlanGrade(other.ticket.urgency), window(one) == window(other)
    else { return false }
    switch (one.order, other.order) {
    case (nil, nil): return true
    case (let mine?, let theirs?): return mine.technician == theirs.technician
    case (let order?, nil), (nil, let order?): return order.status == .dispatched
    }
  }

  private func window(_ task: Task) -> Window? { task.order?.window ?? desk.windows[task.ticket.number] }

  /// Whether somebody may do all of it, and one who has a part of it may do the rest.
  private func shares(_ group: [Task]) -> Bool {
    let able = group.map { Set(eligible($0)) }
    let all = able.dropFirst().reduce(able[0]) { $0.intersection($1) }
    let holders = Set(group.compactMap { $0.order?.technician })
    guard let holder = holders.first else { return !all.isEmpty }
    return holders.count == 1 && all.contains { hands[$0].person.code == holder }
  }

  /// What is due first is done first.
  private static func isDue(_ one: Task, before other: Task) -> Bool {
    let last = Instant(milliseconds: .max)
    let (a, b) = (one.dues, other.dues)
    return (a.arrive ?? last, a.resolve ?? last, one.ticket.number)
      < (b.arrive ?? last, b.resolve ?? last, other.ticket.number)
  }
}

extension PlanReading {
  /// What a plan loses, matter by matter: minutes of late critical and of late urgent work, the weight of all broken promises,
  /// that of what nobody does; compared in this order.
  func losses() -> [Int] {
    var maker = maker
    var losses = [0, 0, 0, 0]
    for route in solution.routes {
      for stop in route {
        var start = stop.arrive
        for task in maker.tasks[stop.job].whole {
          let job = maker.job(task)
          let by = [job.arriveBy, job.finishBy.map { $0 - job.duration }].compactMap(\.self).min()
          if let by, start > by {
            let late = PlanModel.lateness(start - by)
            if job.grade == .critical { losses[0] += late } else if job.grade == .urgent { losses[1] += late }
            losses[2] += job.weight
          }
          start += job.duration
        }
      }
    }
    for number in solution.unplaced {
      for task in maker.tasks[number].whole { losses[3] += maker.policy.dispatch.weight(task.ticket.urgency) }
    }
    return losses
  }
}
