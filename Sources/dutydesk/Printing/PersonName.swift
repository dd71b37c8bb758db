import Desk

extension ServiceDesk {
  /// Somebody's name for people who read; with the code where somebody else here is called the same.
  func nameToRead(of code: StaffCode) -> String {
    guard let person = staff[code] else { return code.value }
    let isShared = staff.values.contains { $0.code != code && $0.isActive && $0.name == person.name }
    return isShared ? "\(person.name) (\(code.value))" : person.name
  }
}
