extension ServiceDesk {
  /// The clerks whose hours a moment lies in, by roster and shift, in the order of their codes (R7).
  public func clerksOnDuty(at moment: Instant) -> [Staff] {
    staffInOrder.filter { person in
      person.role == .clerk && person.isActive
        && !(hours(of: person, from: moment, to: moment + Seconds(1)) ?? []).isEmpty
    }
  }
}
