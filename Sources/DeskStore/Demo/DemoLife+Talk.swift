import Desk

extension DemoLife {
  /// Recorded, assigned, looked at on the spot, decided where needed, answered (R24, R25, R26).
  mutating func complaint(_ matter: DemoMatter) {
    pass(2...25)
    assign(person(for: matter.topic))
    pass(random.chance(8) ? 2900...3500 : 20...900)
    untilDay()
    responsible(.respond(text: say(DemoPhrases.called)))
    if random.chance(30) {
      pass(2...10)
      desk(.promise(by: time + .hours(Int64(random.int(4...48))), text: say(DemoPhrases.promised)))
      pass(60...900)
      untilDay()
      desk(.inform(text: say(DemoPhrases.inform)))
    }
    pass(20...300)
    untilDay()
    responsible(.check(finding: say(DemoPhrases.check)))
    if random.chance(16) { escalate() }
    if random.chance(10) {
      pass(10...60)
      rest(.provider, DemoPhrases.provider, hours: 5...40)
    }
    if random.chance(12) {
      pass(100...900)
      desk(.urge(text: say(DemoPhrases.urge)))
      pass(30...400)
      desk(.inform(text: say(DemoPhrases.inform)))
    }
    pass(200...2800)
    untilDay()
    responsible(.resolve(result: say(matter.result)))
    pass(random.chance(10) ? 1500...2200 : 20...700)
    untilDay()
    desk(.reply(text: say(DemoPhrases.replyComplaint), notice: false))
    pass(1...20)
    desk(.close(text: ""))
    visit(matter)
  }

  private mutating func escalate() {
    pass(10...200)
    desk(.escalate(text: say(DemoPhrases.escalate)))
    pass(60...900)
    untilDay()
    decider(.decide(text: say(DemoPhrases.decide)))
  }

  /// Whoever answers for a topic that needs no technician.
  func person(for topic: Topic) -> StaffCode {
    switch topic {
    case .security, .parking, .pets, .noise: DemoStaff.patrol
    case .plumbing, .power, .lowVoltage, .doorsWindows, .structure, .lift, .fire, .renovation:
      DemoStaff.maintenance
    case .sanitation, .greening, .fees, .serviceQuality, .community, .outside, .other: DemoStaff.supervisor
    }
  }

  /// Answered, most of them at once.
  mutating func inquiry() {
    pass(1...6)
    let clerk = staff.clerk(time)
    assign(clerk)
    pass(random.chance(75) ? 1...8 : 60...900)
    if staff.minute(time) < 420 { untilDay() }
    record(.ticket(number, .reply(text: say(DemoPhrases.replyInquiry), notice: false)), by: staff.clerk(time))
    pass(0...4)
    desk(.close(text: ""))
  }

  /// Decided and answered within the week (R4, R28).
  mutating func suggestion() {
    pass(10...200)
    assign(DemoStaff.supervisor)
    pass(60...1000)
    untilSupervisor()
    step(.note(text: say("{已转相关部门评估|例会讨论|请工程部估价}")), by: DemoStaff.supervisor)
    pass(1200...4800)
    untilDay()
    decider(.decide(text: say(DemoPhrases.adopt)))
    pass(20...1000)
    untilDay()
    desk(.reply(text: say("{电话答复并致谢|张榜公布|微信回复采纳情况}"), notice: random.chance(20)))
    pass(1...30)
    desk(.close(text: ""))
  }

  /// Goes on to the hours of the centre supervisor.
  private mutating func untilSupervisor() {
    untilDay()
    let minute = staff.minute(time)
    if minute < 720 { time = staff.zone.startOfDay(time) + .minutes(Int64(random.int(722...800))) }
  }

  /// Agreed for a window, done within it (R48).
  mutating func booking(_ matter: DemoMatter) {
    pass(2...20)
    assign(staff.clerk(time))
    pass(3...40)
    desk(.respond(text: say("{报价已确认，约好时间|业主确认时间与价格|已说明收费标准，业主同意}")))
    untilDay()
    pass(5...30)
    let day = staff.zone.startOfDay(time + .days(Int64(random.int(1...2))))
    let start = day + .hours(Int64(random.pick([9, 10, 14, 15, 16])))
    dispatch(staff.technician(matter.topic, start), window: Window(start: start, end: start + .hours(2)))
    time = start - .minutes(Int64(random.int(25...40)))
    record(.order(order, .send), by: staff.dispatcher(time))
    pass(0...3)
    work(.accept)
    time = start - .minutes(Int64(random.int(5...20)))
    work(.travel)
    time = start + .minutes(Int64(random.chance(8) ? random.int(125...170) : random.int(0...50)))
    work(.arrive)
    pass(40...150)
    work(.complete(completion(matter)))
    pass(1...8)
    work(.sign(text: say(DemoPhrases.sign)))
    pass(5...40)
    desk(.resolve(result: say(matter.result)))
    afterwards(matter)
  }

  private mutating func completion(_ matter: DemoMatter) -> Completion {
    let materials = matter.materials.map { item in
      Material(name: item.name, milliQuantity: Int64(random.int(1...3)) * 1000, unitPrice: item.price)
    }
    return Completion(
      result: say(matter.result), materials: materials, labourMinutes: random.int(4...18) * 10)
  }

  /// What the patrol saw, and what became of it (R52).
  mutating func finding(_ matter: DemoMatter) {
    pass(5...60)
    assign(staff.dispatcher(time))
    pass(30...900)
    untilDay()
    responsible(.check(finding: say("{已看现场|现场属实}")))
    pass(random.chance(10) ? 4000...5000 : 60...1500)
    untilDay()
    desk(.resolve(result: say(matter.result)))
    pass(1...40)
    desk(.close(text: ""))
  }

  /// A matter that got stuck some time ago and is still open.
  mutating func stuck(_ matter: DemoMatter) {
    pass(2...20)
    if random.chance(4) { return }
    assign(receipt.kind == .repair ? staff.dispatcher(time) : person(for: matter.topic))
    if random.chance(4) { return }
    pass(5...60)
    responsible(.respond(text: say(DemoPhrases.called)))
    pass(10...90)
    let (reason, phrases) = random.pick([
      (4, (WaitingReason.resident, DemoPhrases.resident)), (3, (.weather, DemoPhrases.weather)),
      (1, (.parts, DemoPhrases.parts)), (1, (.provider, DemoPhrases.provider)),
      (1, (.approval, DemoPhrases.approval)),
    ])
    if receipt.kind == .repair, reason != .resident {
      untilDay()
      send(matter)
      reach(receipt.urgency == .urgent || receipt.urgency == .critical)
      pass(10...30)
    }
    // Whatever the order is at, it rests with the ticket.
    desk(.wait(reason, until: nil, text: say(phrases)))
    if random.chance(40) {
      pass(600...3000)
      untilDay()
      desk(.inform(text: say(DemoPhrases.inform)))
    }
    if random.chance(30) {
      pass(600...3000)
      untilDay()
      desk(.urge(text: say(DemoPhrases.urge)))
      pass(30...300)
      desk(.inform(text: say(DemoPhrases.inform)))
    }
  }
}
