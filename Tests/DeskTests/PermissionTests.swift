import Desk
import Testing

/// Who may do what, typed from the rulebook and not from the source (DOMAIN, who may; R54).
struct PermissionTests {
  /// Verb by verb the staff of the scene who may; `wang` is the technician whose order it is.
  static let table: [(Verb, String)] = [
    (.refer, "zhao chen sun li.na"),
    (.catalogue, "zhao chen"),
    (.receive, "zhao chen sun li.na gao lin"),
    (.edit, "zhao chen sun li.na"),
    (.classify, "zhao chen sun li.na"),
    (.assign, "zhao chen sun li.na"),
    (.note, "zhao chen sun li.na wang"),
    (.inform, "zhao chen sun li.na"),
    (.check, "zhao chen sun li.na"),
    (.respond, "zhao chen sun li.na"),
    (.urge, "zhao chen sun li.na"),
    (.promise, "zhao chen sun li.na"),
    (.wait, "zhao chen sun li.na"),
    (.resume, "zhao chen sun li.na"),
    (.escalate, "zhao chen sun li.na"),
    (.decide, "zhao chen"),
    (.resolve, "zhao chen sun li.na"),
    (.refuse, "zhao chen sun li.na"),
    (.reply, "zhao chen sun li.na"),
    (.visit, "zhao chen sun li.na"),
    (.close, "zhao chen sun li.na"),
    (.reopen, "zhao chen sun li.na"),
    (.cancel, "zhao chen"),
    (.inspect, "zhao chen sun"),
    (.dispatch, "zhao chen sun li.na"),
    (.send, "zhao chen sun li.na"),
    (.withdraw, "zhao chen sun li.na"),
    (.accept, "zhao chen sun li.na wang"),
    (.decline, "zhao chen sun li.na wang"),
    (.travel, "zhao chen sun li.na wang"),
    (.arrive, "zhao chen sun li.na wang"),
    (.pause, "zhao chen sun li.na wang"),
    (.continue, "zhao chen sun li.na wang"),
    (.complete, "zhao chen sun li.na wang"),
    (.signoff, "zhao chen sun li.na wang"),
    (.registers, "zhao chen"),
    (.importRecords, "zhao chen"),
    (.staff, "zhao"),
    (.merge, "zhao chen"),
    (.unmerge, "zhao chen"),
    (.link, "zhao chen sun li.na"),
    (.undo, "zhao chen sun li.na"),
    (.acknowledge, "zhao chen sun li.na wang"),
    (.policy, "zhao"),
    (.roster, "zhao chen sun"),
    (.away, "zhao chen sun li.na wang"),
    (.rush, "zhao chen sun li.na"),
    (.transfer, "zhao chen sun li.na"),
    (.price, "zhao chen sun li.na wang"),
    (.call, "zhao chen sun li.na"),
    (.rebook, "zhao chen sun li.na"),
    (.rework, "zhao chen sun li.na"),
    (.propose, "zhao chen sun li.na"),
  ]

  /// What is done to the journal itself, and no command of the desk.
  static let care: [(Verb, String)] = [(.repair, "zhao chen"), (.care, "zhao")]

  static let oneOfEachRole: [StaffCode] = [
    "zhao", "chen", "sun", "li.na", "wang", "gao", "he", "qian", "lin",
  ]

  @Test func everyVerbIsInTheTable() {
    let named = (Self.table + Self.care).map(\.0)
    #expect(named.count == Verb.allCases.count)
    #expect(Set(named) == Set(Verb.allCases))
    let scene = Scene()
    for (verb, people) in Self.care {
      let allowed = Self.oneOfEachRole.filter { code in
        scene.desk.staff[code].map { Policy.builtIn.allows($0.role, verb) } ?? false
      }
      #expect(allowed.map(\.value).joined(separator: " ") == people)
    }
  }

  @Test(arguments: Self.table.map(\.0))
  func onlyTheRolesOfTheRulebookMay(_ verb: Verb) throws {
    let allowed = Set(
      try #require(Self.table.first { $0.0 == verb }).1.split(separator: " ").map { StaffCode(String($0)) })
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    let action = Self.action(verb, number)
    let roles = StaffRole.allCases.filter { role in
      allowed.contains { code in scene.desk.staff[code]?.role == role }
    }
    for code in Self.oneOfEachRole {
      let person = try #require(scene.desk.staff[code])
      let command = Command(by: code, isImported: verb == .importRecords, action: action)
      do {
        _ = try scene.desk.decide(command, now: scene.now)
        #expect(allowed.contains(code), "\(code) did \(verb)")
      } catch {
        if allowed.contains(code) {
          if case .notPermitted = error { Issue.record("\(code) may not \(verb)") }
        } else {
          #expect(error == .notPermitted(person.role, verb, allowed: roles), "\(code) \(verb)")
        }
      }
    }
  }

  @Test func auditorsAndThePatrolWriteFindingsOnly() {
    let scene = Scene()
    for (code, role) in [("gao", StaffRole.patrol), ("lin", .auditor)] as [(StaffCode, StaffRole)] {
      for kind in TicketKind.allCases where kind != .finding {
        scene.expectRefusal(.findingsOnly(role), .receive(Receipt(kind: kind, summary: "楼道灯不亮")), by: code)
      }
      let finding = Receipt(kind: .finding, topic: .power, summary: "楼道灯不亮", channel: .patrol)
      scene.expectEvents(.receive(finding), by: code, [said(.ticket(1001, .received(finding)), by: code)])
    }
  }

  @Test func thePatrolBringsTheLettersOfTheBoxAndNothingElse() {
    let scene = Scene()
    let letter = Receipt(kind: .suggestion, topic: .greening, summary: "多种些树", channel: .letterbox)
    scene.expectEvents(.receive(letter), by: "gao", [said(.ticket(1001, .received(letter)), by: "gao")])
    scene.expectRefusal(.findingsOnly(.auditor), .receive(letter), by: "lin")
    let call = Receipt(kind: .suggestion, topic: .greening, summary: "多种些树", channel: .phone)
    scene.expectRefusal(.findingsOnly(.patrol), .receive(call), by: "gao")
  }

  @Test func aTechnicianMayOnlyKeyTheirOwnOrders() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    let order = OrderID(number, 1)
    scene.expectRefusal(.notYourOrder(order, of: "wang"), .order(order, .accept), by: "ma")
    scene.expectEvents(.order(order, .accept), by: "wang", [said(.order(order, .accepted), by: "wang")])
  }

  @Test func aTechnicianMayOnlyNoteOnTicketsOfTheirOrders() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    let note = Action.ticket(number, .note(text: "总阀锈死"))
    scene.expectEvents(note, by: "wang", [said(.ticket(number, .noted(text: "总阀锈死")), by: "wang")])
    scene.expectRefusal(.notYourOrder(OrderID(number, 1), of: "ma"), note, by: "ma")
  }

  @Test func aTechnicianMayNotKeyStepsInAnothersName() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    let accept = Action.order(OrderID(number, 1), .accept)
    scene.expectRefusal(
      .notPermitted(
        .technician, .accept, allowed: [.manager, .supervisor, .maintenanceSupervisor, .clerk]),
      accept, by: "wang", actor: "ma")
    scene.expectEvents(
      accept, by: "wang", actor: "wang", [said(.order(OrderID(number, 1), .accepted), by: "wang")])
  }

  @Test func nobodyUnknownOrGoneMayDoAnything() throws {
    var scene = Scene()
    let number = try scene.ticket()
    let note = Action.ticket(number, .note(text: "x"))
    scene.expectRefusal(.unknownStaff("nobody"), note, by: "nobody")
    scene.expectRefusal(.hasLeft("gone"), note, by: "gone")
    scene.expectRefusal(.unknownStaff("nobody"), note, actor: "nobody")
    scene.expectRefusal(.hasLeft("gone"), note, actor: "gone")
  }

  /// An action for every verb, such that whoever may do it is not refused for the role.
  static func action(_ verb: Verb, _ number: TicketNumber) -> Action {
    let order = OrderID(number, 1)
    func ticket(_ action: TicketAction) -> Action { .ticket(number, action) }
    switch verb {
    case .staff: return .leaveStaff("ma")
    case .registers: return .addUnit(Unit(code: "9-9-901"))
    case .receive: return .receive(Receipt(kind: .finding, summary: "x"))
    case .repair, .care, .importRecords: return .receive(Receipt(kind: .finding, summary: "x"))
    case .refer: return ticket(.refer(Referring(to: "police", text: "x")))
    case .catalogue: return AskedBody.retire("police")
    case .edit: return ticket(.edit(TicketEdit(summary: "x")))
    case .classify: return ticket(.classify(Classification(urgency: .urgent)))
    case .assign: return ticket(.assign(to: "zhou"))
    case .note: return ticket(.note(text: "x"))
    case .inform: return ticket(.inform(text: "x"))
    case .check: return ticket(.check(finding: "x"))
    case .respond: return ticket(.respond(text: "x"))
    case .urge: return ticket(.urge(text: "又来问"))
    case .promise: return ticket(.promise(by: after("3h"), text: ""))
    case .wait: return ticket(.wait(.parts, until: nil, text: "等"))
    case .resume: return ticket(.resume(text: ""))
    case .escalate: return ticket(.escalate(text: "x"))
    case .decide: return ticket(.decide(text: "x"))
    case .resolve: return ticket(.resolve(result: "x"))
    case .refuse: return ticket(.refuse(why: "x", instead: ""))
    case .rebook:
      return ticket(.rebook(Rebooking(window: Window(start: after("3h"), end: after("4h")), asked: .us)))
    case .reply: return ticket(.reply(text: "x", notice: false))
    case .visit: return ticket(.visit(.yes, text: ""))
    case .close: return ticket(.close(text: ""))
    case .reopen: return ticket(.reopen(text: ""))
    case .cancel: return ticket(.cancel(why: "x"))
    case .inspect: return ticket(.inspect(passed: true, text: ""))
    case .merge: return ticket(.merge(into: number))
    case .unmerge: return ticket(.unmerge(text: ""))
    case .link: return ticket(.link(parent: nil))
    case .undo: return .undo(number)
    case .acknowledge: return ticket(.acknowledge(text: ""))
    case .policy: return ticket(.applyPolicy(name: "x"))
    case .dispatch: return .dispatch(number, to: "ma", window: nil)
    case .send: return .order(order, .send)
    case .accept: return .order(order, .accept)
    case .decline: return .order(order, .decline(why: "x"))
    case .travel: return .order(order, .travel)
    case .arrive: return .order(order, .arrive)
    case .pause: return .order(order, .pause(.parts, text: "x"))
    case .continue: return .order(order, .resume)
    case .complete: return .order(order, .complete(Completion(result: "x")))
    case .signoff: return .order(order, .sign(text: ""))
    case .withdraw: return .order(order, .withdraw(why: ""))
    case .transfer: return .order(order, .transfer(to: "ma", why: ""))
    case .price: return .order(order, .price(100, agreedBy: ""))
    case .call: return .order(order, .call(reached: true, text: ""))
    case .rework: return .order(order, .rework(of: order))
    case .propose: return .proposeContact(Contact(unit: "3-2-1502", name: "新来的"))
    case .rush: return .rush(Receipt(kind: .incident, summary: "x"), to: ["ma"])
    case .roster: return .setRoster(RosterLine(staff: "ma", days: 0...0, duty: .off))
    case .away: return .endAbsence("wang", begun: nil)
    }
  }
}
