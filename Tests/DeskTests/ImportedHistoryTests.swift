import Desk
import TestSupport
import Testing

/// Only what was imported is imported history: a step imported onto a ticket that this desk works on is judged like any.
struct ImportedHistoryTests {
  private func refusal(_ scene: Scene, _ command: Command) -> Refusal? {
    do throws(Refusal) {
      _ = try scene.desk.decide(command, now: scene.now)
      return nil
    } catch { return error }
  }

  private func imported(_ action: Action, by: StaffCode = "chen", actor: StaffCode? = nil, on: String? = nil)
    -> Command
  {
    Command(by: by, actor: actor, on: on.map(after), isImported: true, action: action)
  }

  /// Two tickets a week old, one taken in here and one imported.
  private func scene(policy: Policy = .builtIn) throws -> (
    scene: Scene, live: TicketNumber, old: TicketNumber
  ) {
    var scene = Scene(policy: policy)
    let live = try scene.ticket()
    let receipt = Receipt(kind: .repair, topic: .plumbing, summary: "x", owner: "li.na", ref: "A1")
    let entries = try scene.run(.receive(receipt), by: "chen", imported: true)
    scene.clock("168h")
    return (scene, live, try #require(entries.first?.body.ticket))
  }

  /// Every step that an import can tell, with what the desk says of it on a live ticket at its worst.
  private func steps(_ number: TicketNumber) -> [Action] {
    [
      .ticket(number, .close(text: "")), .ticket(number, .reply(text: "x", notice: false)),
      .ticket(number, .note(text: "x")), .ticket(number, .inspect(passed: true, text: "")),
      .ticket(number, .assign(to: "gone")), .dispatch(number, to: "gone", window: nil),
      .dispatch(number, to: "liu", window: nil), .dispatch(number, to: "li.na", window: nil),
      .ticket(number, .respond(text: "")), .ticket(number, .resolve(result: "")),
    ]
  }

  @Test func aStepOfATicketTakenInHereIsJudgedLikeAnyOther() throws {
    let (scene, live, _) = try scene()
    for action in steps(live) {
      for on in ["1h", "167h"] {
        let imported = imported(action, on: on)
        var plain = imported
        plain.isImported = false
        #expect(refusal(scene, imported) == refusal(scene, plain), "\(action) \(on)")
      }
      guard case .tooLate? = refusal(scene, imported(action, on: "1h")) else {
        Issue.record("\(action) is not too late")
        continue
      }
    }
    let close = imported(.ticket(live, .close(text: "")), on: "167h")
    guard case .notReadyToClose? = refusal(scene, close) else {
      Issue.record("it was closed")
      return
    }
    let note = try scene.desk.decide(imported(.ticket(live, .note(text: "x")), on: "167h"), now: scene.now)
    #expect(note.allSatisfy { !$0.isImported })
  }

  @Test func whatWasImportedIsToldToItsEnd() throws {
    let (scene, _, old) = try scene()
    for action in steps(old) where action.verb != .inspect {
      #expect(refusal(scene, imported(action, on: "1h")) == nil, "\(action)")
      let entries = try scene.desk.decide(imported(action, on: "1h"), now: scene.now)
      #expect(entries.allSatisfy { $0.isImported })
    }
  }

  /// The first step that is done here, whatever it is, takes the ticket over.
  @Test(arguments: [
    TicketAction.note(text: "x"), .respond(text: "x"), .urge(text: "又来问"),
    .classify(Classification(urgency: .urgent)),
  ])
  func whoeverTouchesAnImportedTicketTakesItOver(_ touch: TicketAction) throws {
    var (scene, _, old) = try scene()
    try scene.step(old, touch)
    for action in steps(old) {
      for on in ["1h", "168h"] {
        let imported = imported(action, on: on)
        var plain = imported
        plain.isImported = false
        #expect(refusal(scene, imported) == refusal(scene, plain), "\(action) \(on)")
        #expect(refusal(scene, imported) != nil || action.verb == .note, "\(action) \(on)")
      }
    }
  }

  @Test func theRightToImportIsNeededBesidesTheRightToTheStep() throws {
    var policy = Policy.builtIn
    policy.permissions[.supervisor]?.remove(.note)
    let (scene, live, old) = try scene(policy: policy)
    let onLive = imported(.ticket(live, .note(text: "x")))
    #expect(refusal(scene, imported(.ticket(old, .note(text: "x")))) == nil)
    guard case .notPermitted(.supervisor, .note, _)? = refusal(scene, onLive) else {
      Issue.record("a supervisor noted")
      return
    }
    guard
      case .notPermitted(.clerk, .importRecords, _)? = refusal(
        scene, imported(.ticket(live, .note(text: "x")), by: "li.na"))
    else {
      Issue.record("a clerk imported")
      return
    }
    let inTheirName = imported(.ticket(live, .note(text: "x")), by: "zhao", actor: "chen")
    guard case .notInTheirName? = refusal(scene, inTheirName) else {
      Issue.record("in their name")
      return
    }
  }
}
