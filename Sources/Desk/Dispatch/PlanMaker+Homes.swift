/// What one household has is one visit: one way there, and the works one after the other.
extension PlanMaker {
  /// The same work with such matters joined; nil where there are none.
  ///
  /// Only what is of the same trade and grade is joined, so that no emergency waits for what is not, or, where `widely`, all
  /// that is not critical; only for the same promised time; and only what one person may do and nobody was told otherwise: what
  /// two people have stays two visits, and so does what somebody accepted beside what nobody has.
  func joined(widely: Bool) -> PlanMaker? {
    var groups: [[Task]] = []
    for task in tasks {
      let place = groups.lastIndex { group in
        group.allSatisfy { joins(task, $0, widely) } && shares(group + [task])
      }
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

  private func joins(_ one: Task, _ other: Task, _ widely: Bool) -> Bool {
    guard let unit = one.ticket.unit, unit == other.ticket.unit, let household = desk.households[unit],
      household.unit.kind == .home, one.ticket.number != other.ticket.number, window(one) == window(other),
      one.ticket.topic.trade != nil, other.ticket.topic.trade != nil,
      widely ? isWide(one) && isWide(other) : areAlike(one.ticket, other.ticket)
    else { return false }
    switch (one.order, other.order) {
    case (nil, nil): return true
    case (let mine?, let theirs?): return mine.technician == theirs.technician
    case (let order?, nil), (nil, let order?): return order.status == .dispatched
    }
  }

  private func isWide(_ task: Task) -> Bool { PlanGrade(task.ticket.urgency) != .critical }

  private func areAlike(_ one: Ticket, _ other: Ticket) -> Bool {
    one.topic.trade == other.topic.trade && PlanGrade(one.urgency) == PlanGrade(other.urgency)
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

  /// What is urgent is done first, then what is due first.
  private static func isDue(_ one: Task, before other: Task) -> Bool {
    let last = Instant(milliseconds: .max)
    let (a, b) = (one.dues, other.dues)
    let grades = (PlanGrade(one.ticket.urgency), PlanGrade(other.ticket.urgency))
    guard grades.0 == grades.1 else { return grades.0 < grades.1 }
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

  /// Whether it keeps all that another plan keeps, matter by matter, and no work that is not urgent runs over the end of
  /// somebody's time or stands before urgent work of theirs because it was joined.
  func isNoWorse(than other: PlanReading) -> Bool {
    let (mine, theirs) = (lateness(), other.lateness())
    return mine.allSatisfy { $0.value <= theirs[$0.key] ?? .max } && solution.routes.allSatisfy(isClean)
  }

  private func isClean(_ route: [PlanStop]) -> Bool {
    func grades(_ stop: PlanStop) -> Set<PlanGrade> {
      Set(maker.tasks[stop.job].whole.map { PlanGrade($0.ticket.urgency) })
    }
    return route.indices.allSatisfy { place in
      guard grades(route[place]).count > 1 else { return true }
      return route[place].overtime == 0
        && !route[(place + 1)...].contains { grades($0).contains(where: \.isEmergency) }
    }
  }

  /// By how many seconds each matter is begun too late for its promises; what nobody does is later than anything.
  private func lateness() -> [OrderID: Int] {
    var maker = maker
    var lateness: [OrderID: Int] = [:]
    for stop in solution.routes.joined() {
      var start = stop.arrive
      for task in maker.tasks[stop.job].whole {
        let job = maker.job(task)
        let by = [job.arriveBy, job.finishBy.map { $0 - job.duration }].compactMap(\.self).min()
        lateness[OrderID(task.ticket.number, task.order?.index ?? 0)] = by.map { max(0, start - $0) } ?? 0
        start += job.duration
      }
    }
    for number in solution.unplaced {
      for task in maker.tasks[number].whole {
        lateness[OrderID(task.ticket.number, task.order?.index ?? 0)] = .max
      }
    }
    return lateness
  }
}
