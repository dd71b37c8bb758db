import Desk
import Terminal
import Words

/// What a page of the registers lists: everything, or what the typed words leave.
struct RegisterList {
  let page: RegistersScreen.Page
  let typed: String
  let context: Context

  /// In the order of their codes; versions of the policy from the newest back.
  var entries: [RegisterEntry] {
    let words = typed.lowercased().split(whereSeparator: \.isWhitespace)
    let all: [RegisterEntry] =
      switch page {
      case .rooms: context.desk.households.keys.sorted().map { .room($0) }
      case .people: context.desk.staffInOrder.map { .person($0.code) }
      case .policies: context.desk.policies.versions.indices.reversed().map { .policy($0) }
      }
    guard !words.isEmpty else { return all }
    return all.filter { entry in
      let text = text(entry).lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  /// All that can be searched for in an entry.
  private func text(_ entry: RegisterEntry) -> String {
    switch entry {
    case .room(let unit):
      guard let household = context.desk.households[unit] else { return unit.value }
      let people = household.contacts.map { "\($0.name) \($0.phone)" }
      return ([unit.value, household.unit.note] + people).joined(separator: " ")
    case .person(let code):
      guard let person = context.desk.staff[code] else { return code.value }
      let trades = person.trades.map { "\($0.rawValue) \(context.words.name($0))" }
      return
        ([code.value, person.name, person.phone, context.words.name(person.role), person.role.rawValue]
        + trades).joined(separator: " ")
    case .policy(let place): return context.desk.policies.versions[place].policy.name
    }
  }
}
