import Desk
import TestSupport
import Testing

/// Who may key what somebody else did, typed from the rulebook and not from the source (DOMAIN, who may).
struct SpeakTests {
  /// What one person can tell another; all else a person does for themselves.
  private static let told: Set<Verb> = [
    .receive, .note, .inform, .check, .respond, .promise, .resolve, .accept, .decline, .travel, .arrive,
    .pause,
    .continue, .complete, .signoff, .price,
  ]
  private static let withoutTerminal: Set<StaffRole> = [.technician, .patrol, .trainer, .finance]
  private static let atTheDesk: Set<StaffRole> = [.manager, .supervisor, .maintenanceSupervisor, .clerk]
  /// One of each role, and a second clerk and technician, so that equals are tried too.
  private static let people: [StaffCode] = PermissionTests.oneOfEachRole + ["zhou", "ma"]

  private func scene(_ policy: Policy = .builtIn) throws -> (Scene, TicketNumber) {
    var scene = Scene(policy: policy)
    let number = try scene.ticket()
    scene.happen(
      .order(OrderID(number, 1), .dispatched(to: "wang", window: nil, isReserved: false, despite: [])),
      by: "sun")
    return (scene, number)
  }

  private func refusal(_ scene: Scene, _ command: Command) -> Refusal? {
    do throws(Refusal) {
      _ = try scene.desk.decide(command, now: scene.now)
      return nil
    } catch { return error }
  }

  @Test(arguments: Verb.allCases.filter { ![.importRecords, .repair, .care].contains($0) })
  func everyRoleForEveryOther(_ verb: Verb) throws {
    let (scene, number) = try scene()
    for speaker in Self.people {
      for actor in Self.people where actor != speaker {
        let roles = try [speaker, actor].map { try #require(scene.desk.staff[$0]).role }
        let isAllowed =
          Self.told.contains(verb) && Self.atTheDesk.contains(roles[0])
          && Self.withoutTerminal.contains(roles[1])
        let refusal = refusal(
          scene,
          Command(by: speaker, actor: actor, isForced: true, action: PermissionTests.action(verb, number)))
        switch refusal {
        case .notInTheirName(let role, let told, let person, let theirs, let allowed)?:
          #expect(!isAllowed, "\(speaker) \(verb) for \(actor)")
          #expect(role == roles[0] && told == verb && person == actor && theirs == roles[1])
          let speaks = Self.told.contains(verb) && Self.withoutTerminal.contains(theirs)
          #expect(Set(allowed) == (speaks ? Self.atTheDesk : []))
        case .notPermitted?: #expect(!isAllowed, "\(speaker) \(verb) for \(actor)")
        default: #expect(isAllowed, "\(speaker) \(verb) for \(actor): \(String(describing: refusal))")
        }
      }
    }
  }

  /// Whatever a policy says, or a forged one.
  @Test func noPolicyPutsWordsIntoAHigherMouthOrLetsOthersSeeAndDecide() {
    var random = SeededRandom()
    let rank: [StaffRole: Int] = [
      .manager: 4, .supervisor: 3, .maintenanceSupervisor: 2, .clerk: 1, .technician: 0, .patrol: 0,
      .trainer: 0,
      .finance: 0,
    ]
    for _ in 0..<300 {
      var table = SpeakTable(speakers: [:], steps: [])
      for role in StaffRole.allCases {
        table.speakers[role] = Set(StaffRole.allCases.filter { _ in Bool.random(using: &random) })
      }
      table.steps = Set(Verb.allCases.filter { _ in Bool.random(using: &random) })
      for verb in Verb.allCases {
        for role in StaffRole.allCases {
          for speaker in StaffRole.allCases where table.allows(speaker, verb, for: role) {
            #expect(Self.told.contains(verb) && table.steps.contains(verb))
            #expect(table.speakers[role]?.contains(speaker) ?? false)
            guard let high = rank[speaker], let low = rank[role] else {
              Issue.record("\(speaker) for \(role)")
              continue
            }
            #expect(high >= low, "\(speaker) for \(role)")
          }
        }
      }
    }
  }

  /// A step of an order that names nobody is said to be its technician's, and so it is judged.
  @Test func theTechnicianOfAnOrderIsSpokenForByThePolicyToo() throws {
    var policy = Policy.builtIn
    policy.speaks.speakers[.technician] = [.supervisor]
    let (scene, number) = try scene(policy)
    let accept = Action.order(OrderID(number, 1), .accept)
    #expect(
      refusal(scene, Command(by: "li.na", action: accept))
        == .notInTheirName(.clerk, .accept, of: "wang", .technician, allowed: [.supervisor]))
    #expect(refusal(scene, Command(by: "chen", action: accept)) == nil)
    #expect(refusal(scene, Command(by: "wang", action: accept)) == nil)
    var (promoted, other) = try self.scene()
    var edit = StaffEdit(code: "wang")
    edit.role = .supervisor
    promoted.happen(.staffEdited(edit), by: "zhao")
    let step = Action.order(OrderID(other, 1), .accept)
    #expect(
      refusal(promoted, Command(by: "li.na", action: step))
        == .notInTheirName(.clerk, .accept, of: "wang", .supervisor, allowed: []))
  }

  @Test func whatABatchAndAnUndoingDoIsDoneInNobodyElsesName() throws {
    let (scene, number) = try scene()
    let actions: [Action] = [
      .assignAll([Assignment(ticket: number, technician: "ma")]), .undo(nil), .undo(number),
      .rush(Receipt(kind: .incident, summary: "x"), to: ["ma"]),
    ]
    for action in actions {
      guard case .notInTheirName? = refusal(scene, Command(by: "chen", actor: "wang", action: action)) else {
        Issue.record("\(action)")
        continue
      }
    }
  }

  @Test func importedHistoryTellsWhoDidWhat() throws {
    var scene = Scene()
    try scene.run(.receive(Receipt(kind: .repair, summary: "x", ref: "A1")), by: "chen", imported: true)
    let decided = Action.ticket(1001, .decide(text: "x"))
    #expect(
      refusal(scene, Command(by: "chen", actor: "zhao", isImported: true, action: decided)) == nil)
  }
}
