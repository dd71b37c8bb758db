/// A whole stretch of work: the way there, the work, and what it runs into (DOMAIN, dispatch).
///
/// The plan, a recommendation, the picker, the board and the dispatch itself all reckon it here, so that they agree.
struct Stretch: Hashable {
  var depart: Instant
  var arrive: Instant
  var finish: Instant
  /// How far it runs over the end of their time, which critical and urgent work may.
  var overtime: Seconds
  /// Whether the work in hand is left for it.
  var interrupts: Bool
  /// What keeps it from beginning as soon as they are through with what they have.
  var obstacles: Set<Gate>
}

/// A span of somebody's hours, and how far critical and urgent work may run over its end.
struct WorkSpan: Hashable {
  var window: Window
  var overtime: PlanOvertime
}

extension ServiceDesk {
  /// The hours in which somebody can be at work between two moments, absences taken out; all of it where no shift is on record.
  ///
  /// Whoever is busy is still there for as long as overtime goes on, so for them hours begin before `start`.
  func workSpans(
    of person: Staff, from start: Instant, to end: Instant, isBusy: Bool, onDuty: Bool = true,
    onCall: Bool
  ) -> [WorkSpan] {
    let rules = policies.policy(at: start).dispatch
    let most = rules.overtime.values.max { $0.milliseconds < $1.milliseconds } ?? .zero
    let first = isBusy ? start - most : start
    let absent = absences.absences(of: person.code, from: first).map(\.window)
    var known: [Window] = []
    if onDuty {
      guard let hours = hours(of: person, from: first, to: end) else {
        return absent.reduce([Window(start: first, end: end)]) { rest, gap in
          rest.flatMap { $0.without(gap) }
        }
        .map { WorkSpan(window: $0, overtime: .none) }
      }
      known = hours
    }
    if onCall { known += onCallHours(of: person, from: first, to: end) }
    let whole = PlanOvertime(rules)
    return Window.joined(known).map { window in
      // Nobody works overtime into their leave, nor past the end of what is looked at.
      let next = ([end] + absent.map(\.start)).filter { $0 >= window.end }.min() ?? end
      let room = Int((next - window.end).whole)
      return WorkSpan(
        window: window,
        overtime: PlanOvertime(critical: min(whole.critical, room), urgent: min(whole.urgent, room))
      )
    }
  }

  /// Work on a ticket by somebody from a moment on: when it can be done whole; nil where that is not in the next two weeks.
  ///
  /// `window` is its promised time; `held` are the orders they have, of which those in hand come first, and promises are
  /// kept unless this is critical or urgent.
  func stretch(
    of person: Staff, to ticket: Ticket, window: Window?, from start: Instant,
    _ held: [(id: OrderID, order: WorkOrder, ticket: Ticket)], outlook: Outlook
  ) -> Stretch? {
    let policy = policies.policy(at: start)
    let isHurried = ticket.urgency.isEmergency
    let spans = workSpans(
      of: person, from: start, to: start + .days(14), isBusy: outlook.free > start,
      onCall: isHurried)
    let promised = held.filter { $0.ticket.number != ticket.number && $0.order.status == .reserved }
      .filter { $0.order.window.map { $0.end > start } ?? false }
      .sorted { ($0.order.window?.end ?? start, $0.id) < ($1.order.window?.end ?? start, $1.id) }
    let moment = PlanMoment(start)
    let job = moment.job(
      ticket, place: 1, window: window, lasting: expected(ticket, policy),
      fieldDues(ticket, now: start))
    let others = promised.enumerated().map { index, one in
      moment.job(
        one.ticket, place: index + 2, window: one.order.window,
        lasting: expected(one.ticket, policy),
        FieldDues())
    }
    let places = [outlook.place, ticket.unit] + promised.map(\.ticket.unit)
    var worker = PlanWorker(start: 0, windows: spans.map { moment.range($0.window) })
    worker.overtime = spans.map(\.overtime)
    worker.free = moment.secondsUp(outlook.free)
    worker.inHand = Self.inHand(held)
    let model = PlanModel(
      PlanProblem(
        jobs: [job] + others, workers: [worker],
        travel: PlanTravel(places: places.count) {
          Int(travel(from: places[$0], to: places[$1], policy).whole)
        }, margin: 0))
    return placed(model, isHurried: isHurried, moment, window, person)
  }

  /// As soon as no promise is broken by it that is kept without it.
  private func placed(
    _ model: PlanModel, isHurried: Bool, _ moment: PlanMoment, _ window: Window?, _ person: Staff
  ) -> Stretch? {
    let job = model.jobs[0]
    var post = model.beginning(of: 0)
    var rest = Array(model.jobs.indices.dropFirst())
    var obstacles: Set<Gate> = []
    while true {
      guard let visit = model.visit(job, from: post, by: 0) else { return nil }
      let breaks = rest.contains { number in
        func isKept(_ post: PlanPost) -> Bool {
          model.visit(model.jobs[number], from: post, by: 0).map {
            $0.arrive <= model.jobs[number].startBy
          }
            ?? false
        }
        return isKept(post) && !isKept(visit.post)
      }
      if isHurried || !breaks {
        obstacles.formUnion(self.obstacles(visit, from: post.time, model, moment, window, person))
        return Stretch(
          depart: moment.at(visit.depart), arrive: moment.at(visit.arrive),
          finish: moment.at(visit.arrive + job.duration), overtime: Seconds(Int64(visit.overtime)),
          interrupts: visit.interrupts, obstacles: obstacles)
      }
      obstacles.insert(.load)
      guard let first = rest.first, let done = model.visit(model.jobs[first], from: post, by: 0)
      else {
        rest = []
        continue
      }
      rest.removeFirst()
      post = done.post
    }
  }

  /// What moves the work beyond the moment at which it could begin, were everybody always there.
  private func obstacles(
    _ visit: PlanVisit, from free: Int, _ model: PlanModel, _ moment: PlanMoment, _ window: Window?,
    _ person: Staff
  ) -> Set<Gate> {
    let job = model.jobs[0]
    let soonest = max(free, job.ready - (visit.arrive - visit.depart))
    // A promised time is kept by coming before it is over.
    if let window, window.start > moment.now, moment.at(visit.arrive) < window.end { return [] }
    guard visit.depart > soonest else { return [] }
    let work = Window(
      start: moment.at(soonest),
      end: moment.at(soonest + visit.arrive - visit.depart + job.duration))
    let isAway = absences.absences(of: person.code, from: work.start).contains {
      $0.window.overlaps(work)
    }
    return [isAway ? .leave : .shift]
  }

  /// What somebody does before a ticket: all they have in hand, or what is begun and no less urgent, where that is critical or
  /// urgent.
  static func ahead(
    of ticket: Ticket, _ held: [(id: OrderID, order: WorkOrder, ticket: Ticket)]
  ) -> [(id: OrderID, order: WorkOrder, ticket: Ticket)] {
    let grade = PlanGrade(ticket.urgency)
    guard grade.isEmergency else { return held }
    return held.filter {
      $0.order.status == .travelling || $0.order.status == .onsite
        || PlanGrade($0.ticket.urgency) <= grade
    }
  }

  /// The grade of the work that somebody has in hand, where it could be left for something critical.
  static func inHand(_ held: [(id: OrderID, order: WorkOrder, ticket: Ticket)]) -> PlanGrade? {
    held.filter { $0.order.status == .travelling || $0.order.status == .onsite }
      .map { PlanGrade($0.ticket.urgency) }.min()
  }
}

/// Moments as whole seconds from one of them on, as a planning problem has them.
struct PlanMoment {
  let now: Instant

  init(_ now: Instant) { self.now = now }

  func at(_ seconds: Int) -> Instant { now + Seconds(Int64(seconds)) }
  func seconds(_ moment: Instant) -> Int { Int((moment - now).whole) }

  /// The same, never before the moment.
  func secondsUp(_ moment: Instant) -> Int {
    Int(Saturating.sum((moment - now).milliseconds, 999) / 1000)
  }

  /// Nobody begins before their time, not even by a part of a second.
  func range(_ window: Window) -> Range<Int> {
    let start = secondsUp(window.start)
    return start..<max(start, seconds(window.end))
  }

  /// What a ticket asks, in seconds.
  func job(_ ticket: Ticket, place: Int, window: Window?, lasting work: Seconds, _ dues: FieldDues)
    -> PlanJob
  {
    var job = PlanJob(place: place, duration: Int(work.whole), weight: 1, eligible: [0])
    job.grade = PlanGrade(ticket.urgency)
    job.arriveBy = dues.arrive.map(seconds)
    job.finishBy = dues.resolve.map(seconds)
    if let window {
      // A window opens at its full second, not in the second before.
      job.ready = max(0, secondsUp(window.start))
      job.arriveBy = min(job.arriveBy ?? .max, seconds(window.end))
    }
    return job
  }
}
