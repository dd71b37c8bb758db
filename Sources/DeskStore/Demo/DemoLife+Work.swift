import Desk

extension DemoLife {
  /// From the naming of an owner until the ticket is closed and visited: repairs, incidents, bookings.
  mutating func repair(_ matter: DemoMatter) {
    let isQuick = receipt.urgency == .critical || receipt.urgency == .urgent
    let pace = isQuick ? 1 : 4
    pass(isQuick ? 0...2 : 1...12)
    assign(staff.dispatcher(time))
    if random.chance(4), !receipt.isImportant { desk(.classify(Classification(isImportant: true))) }
    if !isQuick { restUntilDay() }
    if random.chance(2) { return cancel() }
    pass(isQuick ? 1...4 : 2...30)
    send(matter)
    if random.chance(8) {
      pass(5...20 * pace)
      desk(.urge(text: say(DemoPhrases.urge)))
    }
    reach(isQuick)
    finish(matter)
    afterwards(matter)
  }

  /// At night the resident of an ordinary matter is told to expect somebody in the morning; the clocks rest.
  private mutating func restUntilDay() {
    let minute = staff.minute(time)
    if (450..<1230).contains(minute) {
      if random.chance(45) {
        pass(1...15)
        desk(.respond(text: say(DemoPhrases.called)))
      }
      return
    }
    pass(1...10)
    desk(.respond(text: say(DemoPhrases.called)))
    desk(.wait(.appointment, until: nil, text: say(DemoPhrases.appointment)))
    untilDay()
    desk(.resume(text: ""))
  }

  private mutating func cancel() {
    pass(10...90)
    decider(.cancel(why: say(DemoPhrases.cancel)))
  }

  /// A technician is sent and takes it, at times the second one asked.
  mutating func send(_ matter: DemoMatter) {
    dispatch(staff.technician(matter.topic, time))
    if random.chance(4), matter.topic != .lift {
      pass(1...8)
      work(.decline(why: say(DemoPhrases.decline)))
      pass(1...10)
      dispatch(staff.technician(matter.topic, time, second: true))
    }
    pass(0...6)
    work(.accept)
  }

  /// On the way and there: in time, mostly.
  mutating func reach(_ isQuick: Bool) {
    let isLate = random.chance(9)
    if random.chance(25) { desk(.note(text: say(DemoPhrases.note))) }
    switch receipt.urgency {
    case .critical: pass(isLate ? 12...30 : 0...2)
    case .urgent: pass(isLate ? 25...70 : 1...8)
    case .normal, .planned: pass(isLate ? 200...420 : 5...120)
    }
    work(.travel)
    pass(isQuick ? 2...8 : 4...14)
    work(.arrive)
  }

  /// The work itself, with or without waiting for something.
  private mutating func finish(_ matter: DemoMatter) {
    if receipt.urgency == .normal, random.chance(11) { waitForParts() }
    if receipt.urgency == .normal, matter.topic == .structure, random.chance(40) {
      pass(10...20)
      rest(.weather, DemoPhrases.weather, hours: 8...60)
      pass(10...40)
      work(.arrive)
    }
    pass(receipt.urgency == .critical ? 20...110 : 12...80)
    let labour = random.int(2...12) * 10
    work(
      .complete(
        Completion(result: say(matter.result), materials: materials(matter), labourMinutes: labour)))
    if random.chance(65) {
      pass(1...6)
      work(.sign(text: say(DemoPhrases.sign)))
    }
    pass(3...35)
    desk(.resolve(result: say(matter.result)))
    if random.chance(10) {
      pass(10...60)
      step(.inspect(passed: true, text: say(DemoPhrases.inspect)), by: staff.dispatcher(time))
    }
  }

  private mutating func waitForParts() {
    pass(10...25)
    desk(.wait(.parts, until: nil, text: say(DemoPhrases.parts)))
    pass(5...40)
    desk(.inform(text: say(DemoPhrases.informParts)))
    pass(100...1100)
    untilDay()
    desk(.note(text: say("{配件到货|备件已领}")))
    pass(10...60)
    work(.resume)
  }

  /// The ticket rests for some hours and goes on by day.
  mutating func rest(_ reason: WaitingReason, _ phrases: String, hours: ClosedRange<Int>) {
    desk(.wait(reason, until: nil, text: say(phrases)))
    pass(hours.lowerBound * 60...hours.upperBound * 60)
    untilDay()
    desk(.resume(text: ""))
  }

  private mutating func materials(_ matter: DemoMatter) -> [Material] {
    guard !matter.materials.isEmpty, random.chance(75) else { return [] }
    let count = random.int(1...min(2, matter.materials.count))
    return matter.materials.prefix(count).map { item in
      Material(name: item.name, milliQuantity: Int64(random.int(1...2)) * 1000, unitPrice: item.price)
    }
  }

  /// The resident is told, the ticket closed and visited; now and then it all begins again (R22, clock rule 7).
  mutating func afterwards(_ matter: DemoMatter) {
    pass(random.chance(7) ? 1100...1900 : 4...150)
    untilDay()
    desk(.reply(text: say(DemoPhrases.reply), notice: false))
    pass(0...15)
    desk(.close(text: say(DemoPhrases.close)))
    if random.chance(3) {
      pass(600...3600)
      untilDay()
      desk(.reopen(text: say(DemoPhrases.reopen)))
      return again(matter)
    }
    visit(matter)
  }

  /// The second time round, without further accidents.
  private mutating func again(_ matter: DemoMatter) {
    pass(3...25)
    dispatch(staff.technician(matter.topic, time))
    pass(1...8)
    work(.accept)
    pass(10...70)
    work(.arrive)
    pass(15...60)
    work(.complete(Completion(result: say(matter.result), labourMinutes: 40)))
    pass(3...20)
    desk(.resolve(result: say(matter.result)))
    pass(5...60)
    untilDay()
    desk(.reply(text: say(DemoPhrases.reply), notice: false))
    pass(0...10)
    desk(.close(text: ""))
    guard owesVisit else { return }
    pass(120...1500)
    untilDay()
    desk(.visit(.fairly, text: say(DemoPhrases.visitFairly)))
  }

  /// Whether the sample of return visits has this ticket in it.
  var owesVisit: Bool {
    Policy.builtIn.wantsVisit(number, receipt.kind, receipt.urgency, isImportant: receipt.isImportant)
  }

  mutating func visit(_ matter: DemoMatter) {
    guard owesVisit else { return }
    pass(random.chance(8) ? 2900...4200 : 90...2000)
    untilDay()
    switch random.int(0...99) {
    case 0..<4 where receipt.kind != .complaint:
      desk(.visit(.no, text: say(DemoPhrases.visitNo)))
      again(matter)
    case 0..<18: desk(.visit(.fairly, text: say(DemoPhrases.visitFairly)))
    default: desk(.visit(.yes, text: say(DemoPhrases.visitYes)))
    }
  }
}
