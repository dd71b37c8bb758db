extension ArraySlice where Element == Fact {
  /// The facts that still count: a merging or cancelling that was taken back is left out, and so is its taking back; the
  /// clocks are then what they would be without either (rule 12).
  var counting: ArraySlice<Fact> {
    guard contains(where: { $0.what.takesBack != nil }) else { return self }
    var left: [Fact] = []
    for fact in self {
      guard let taken = fact.what.takesBack else {
        left.append(fact)
        continue
      }
      let place = left.lastIndex { $0.what == taken && (taken != .absorbed || $0.moment == fact.moment) }
      if let place { left.remove(at: place) }
    }
    return left[...]
  }
}

extension Array where Element == Fact {
  var counting: ArraySlice<Fact> { self[...].counting }
}

extension Fact.What {
  /// What a fact of this kind undoes.
  fileprivate var takesBack: Fact.What? {
    switch self {
    case .unmerged: .merged
    case .released: .absorbed
    case .restored: .cancelled
    case .received, .edited, .classified, .assigned, .noted, .informed, .checked, .responded, .urged,
      .promised,
      .waiting, .resumed, .escalated, .decided, .resolved, .replied, .visited, .closed, .reopened, .cancelled,
      .inspected, .dispatched, .accepted, .declined, .travelling, .arrived, .paused, .continued, .completed,
      .signed, .withdrawn, .merged, .absorbed, .linked, .acknowledged, .policyApplied, .priced, .called,
      .rework, .orderRestored, .senseless, .refused, .rebooked, .unreached:
      nil
    }
  }
}
