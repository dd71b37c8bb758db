import Desk
import Terminal
import Words

/// What the keys at the bottom of a screen say: nothing that is refused, and what is likeliest first.
struct KeyBar {
  /// A key with what it does.
  struct Chip: Equatable {
    let action: ActionName
    let key: String
    let label: String

    /// Columns with the blanks around the label.
    var width: Int { TextWidth.width(of: key) + TextWidth.width(of: label) + 2 }
  }

  let scope: Scope
  let selection: Selection
  let context: Context
  let isInputMethodOn: Bool

  /// Marked tickets beyond these are not asked whether a step can be done to them.
  private static let mostMarked = 50

  /// The steps of what is chosen for which a row has room, the likeliest first.
  func steps(width: Int) -> [Chip] {
    guard Scope.screens.contains(scope), context.replay == nil,
      let number = selection.marked.first ?? selection.ticket,
      let ticket = context.desk.tickets[number]
    else { return [] }
    var chips: [Chip] = []
    var used = 0
    for name in LikelySteps(ticket: ticket, order: selection.order, now: context.now).all
    where isPossible(name) {
      let chip = chip(name)
      // What only the palette reaches is no key.
      if chip.key.isEmpty { continue }
      used += chip.width
      guard used <= width else { break }
      chips.append(chip)
    }
    return chips
  }

  /// What else there is, the most needed first.
  var places: [Chip] {
    let bar = context.replay == nil ? ActionTable.bar(of: scope) : ActionTable.replayBar(of: scope)
    return bar.filter(isOffered).map(chip)
  }

  private func chip(_ name: ActionName) -> Chip {
    let isSafe = isInputMethodOn || scope == .intake || scope == .form
    return Chip(
      action: name, key: context.key(name, imeSafe: isSafe),
      label: ActionTable.entry(name).label(in: context.words.language))
  }

  /// Of several marked ones a step is done to those that allow it.
  private func isPossible(_ name: ActionName) -> Bool {
    guard !selection.marked.isEmpty else { return context.whyNot(name, selection) == nil }
    return name.isForSeveral
      && selection.marked.prefix(Self.mostMarked).contains {
        context.whyNot(name, Selection(ticket: $0)) == nil
      }
  }

  private func isOffered(_ name: ActionName) -> Bool {
    switch name {
    case .acceptVisit: context.whyNot(.dispatch, selection) == nil
    case .acceptPlan: mayDispatch
    case .open where scope == .queue || scope == .overview, .mark: selection.ticket != nil
    case .slip: selection.ticket.flatMap { context.desk.tickets[$0] }?.orders.isEmpty == false
    default: context.whyNot(name, selection) == nil
    }
  }

  private var mayDispatch: Bool {
    guard context.restriction == nil, let me = context.me.flatMap({ context.desk.staff[$0] }) else {
      return false
    }
    return context.desk.policies.policy(at: context.now).allows(me.role, .dispatch)
  }
}
