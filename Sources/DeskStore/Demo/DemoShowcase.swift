import Desk

/// Tickets that stand at the present moment in every stage of their lives, so that the first look at the queue
/// shows what a desk has to watch: some late, some due within the hour, people on their way and at work.
enum DemoShowcase {
  /// One of them: how long ago it came in, what it is about, and what has been done since.
  struct Scene: Sendable {
    var ago: Seconds
    var kind: TicketKind
    var matter: DemoMatter
    var play: @Sendable (inout DemoScene) -> Void

    init(
      _ minutes: Int64, _ kind: TicketKind, _ matter: DemoMatter,
      _ play: @escaping @Sendable (inout DemoScene) -> Void
    ) {
      // Half a minute keeps countdowns from all ending on the same second.
      ago = Seconds(minutes * 60 + minutes * 7 % 50)
      self.kind = kind
      self.matter = matter
      self.play = play
    }
  }

  static func life(
    _ place: Int, _ number: TicketNumber, _ centre: DemoCentre, _ at: Instant, _ random: DemoRandom
  ) -> [DemoStep] {
    let scene = scenes[place]
    var random = random
    let made = centre.estate.make(scene.kind, scene.matter, &random)
    var life = DemoLife(number, centre, at: at, random, made.receipt)
    life.record(.receive(made.receipt), by: centre.staff.clerk(at))
    var stage = DemoScene(life: life, topic: scene.matter.topic, now: centre.now)
    scene.play(&stage)
    return stage.life.steps
  }
}

/// A scene being played: steps at so many minutes before the present moment.
struct DemoScene {
  var life: DemoLife
  let topic: Topic
  let now: Instant

  /// Goes to so many minutes before the present moment.
  private mutating func go(_ ago: Int64) {
    life.time = max(life.time, now - Seconds(ago * 60 + Int64(life.random.int(0...25))))
  }

  mutating func desk(_ ago: Int64, _ action: TicketAction) {
    go(ago)
    life.desk(action)
  }

  /// Something that whoever is responsible did.
  mutating func responsible(_ ago: Int64, _ action: TicketAction) {
    go(ago)
    life.responsible(action)
  }

  mutating func decider(_ ago: Int64, _ action: TicketAction) {
    go(ago)
    life.decider(action)
  }

  /// Whoever sends technicians is responsible.
  mutating func assign(_ ago: Int64) {
    go(ago)
    life.assign(life.staff.dispatcher(life.time))
  }

  mutating func assign(_ ago: Int64, to owner: StaffCode) {
    go(ago)
    life.assign(owner)
  }

  mutating func dispatch(_ ago: Int64, window: Window? = nil) {
    go(ago)
    life.dispatch(life.staff.technician(topic, window?.start ?? life.time), window: window)
  }

  mutating func work(_ ago: Int64, _ action: OrderAction) {
    go(ago)
    life.record(.order(life.order, action), by: life.staff.clerk(life.time))
  }

  /// From the naming of an owner until the technician is there.
  mutating func reach(_ assigned: Int64, _ sent: Int64, _ taken: Int64, _ there: Int64) {
    assign(assigned)
    dispatch(sent)
    work(taken, .accept)
    work((taken + there) / 2, .travel)
    work(there, .arrive)
  }

  mutating func done(_ completed: Int64, _ resolved: Int64, _ result: String) {
    work(completed, .complete(Completion(result: result, labourMinutes: 40)))
    desk(resolved, .resolve(result: result))
  }

  /// A window that begins so many minutes from now, or before now when negative.
  func window(_ start: Int64, _ minutes: Int64) -> Window {
    let start = Instant(seconds: (now + .minutes(start)).seconds)
    return Window(start: start, end: start + .minutes(minutes))
  }
}
