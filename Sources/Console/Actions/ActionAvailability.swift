import Desk

/// Why an action cannot be done now: asked of the desk itself, so that menus never promise what a command refuses.
enum ActionAvailability {
  /// What stands in the way.
  enum Obstacle: Equatable {
    case refused(Refusal)
    case restricted
    case nobodySitsHere
    case noTicket
    case noOrder
    case noPerson
  }

  /// What stands in the way of an action with this selection; nil when nothing does.
  static func obstacle(_ action: ActionName, _ selection: Selection, _ context: Context) -> Obstacle? {
    if action == .intake { return context.restriction?.isOtherMoment == true ? .restricted : nil }
    guard let step = action.step else { return nil }
    guard context.restriction == nil else { return .restricted }
    guard let me = context.me else { return .nobodySitsHere }
    guard let target = ActionTarget(action, selection, context.desk) else {
      return nothing(for: step, selection, context)
    }
    guard let probe = step.probe(StepScene(target: target, context: context)) else { return nil }
    // What was done last is asked about as it is; of all else the values are made up.
    let isMadeUp = step.subject != .lastStep
    do throws(Refusal) {
      _ = try context.desk.decide(
        Command(by: me, isForced: isMadeUp, action: probe), now: context.now)
      return nil
    } catch {
      return isMadeUp && isAboutTheProbe(error) ? nil : .refused(error)
    }
  }

  /// Why the selection has nothing for a step.
  private static func nothing(for step: Step, _ selection: Selection, _ context: Context) -> Obstacle {
    switch step.subject {
    case .person: .noPerson
    case .order where selection.ticket.flatMap { context.desk.tickets[$0] } != nil: .noOrder
    case .ticket, .order, .emergency, .lastStep: .noTicket
    }
  }

  /// A refusal of the values made up for asking says nothing about the action.
  private static func isAboutTheProbe(_ refusal: Refusal) -> Bool {
    switch refusal {
    case .warned, .isElsewhere, .outlasts, .blocked, .nothingToChange, .notATechnician, .alreadyDispatched,
      .beforeItsCause,
      .nobodyNamed,
      .notAway, .notReworkOf:
      true
    default: false
    }
  }
}

extension Context {
  /// Why an action cannot be done, as a sentence; nil when it can.
  func whyNot(_ action: ActionName, _ selection: Selection) -> String? {
    guard let obstacle = ActionAvailability.obstacle(action, selection, self) else { return nil }
    switch obstacle {
    case .refused(let refusal): return sentence(refusal)
    case .restricted: return restrictionSentence
    case .nobodySitsHere:
      return say(
        "还不知道您是谁，只能查看。请用 --as 说明。", "Nobody said who you are, so this is for reading only. Start with --as.")
    case .noTicket: return say("先选一张工单。", "Choose a ticket first.")
    case .noOrder:
      return say("这张工单还没有派工单，请先派单。", "Nobody was sent to this ticket yet; dispatch somebody first.")
    case .noPerson: return say("先在右边选一位维修人员。", "Choose a technician on the right first.")
    }
  }
}
