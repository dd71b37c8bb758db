extension ServiceDesk {
  /// Somebody's name for people who read: with the code where somebody else here is called the same, and the code alone where
  /// nobody of that code is known.
  ///
  /// A name longer than any that can be entered came by no door of ours, and would stand in every line of a history.
  public func nameToRead(of code: StaffCode) -> String {
    guard let person = staff[code] else { return String(code.value.prefix(TextLimit.name)) }
    let name = String(person.name.prefix(TextLimit.name))
    let isShared = staff.values.contains { $0.code != code && $0.isActive && $0.name == person.name }
    return isShared ? "\(name) (\(code.value))" : name
  }
}
