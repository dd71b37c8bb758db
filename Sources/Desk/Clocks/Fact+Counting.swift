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
