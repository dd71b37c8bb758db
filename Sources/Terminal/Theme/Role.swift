/// What a piece of the screen means; a theme decides how each meaning looks.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
  case normal, muted, title, header, border, key, keyLabel, selected, marked
  case late, atRisk, paused, met, critical, urgent, planned
  case input, placeholder, error, notice, banner, tab, tabActive
  case barFilled, barEmpty, barLate, clock, number, room, person, done

  /// The role's name in theme files, in kebab case: `at-risk`, `key-label`.
  public var name: String { Self.names[Int(rawValue)] }

  /// One letter for `Frame.styleMap`; different for every role.
  public var letter: Character { Self.letters[Int(rawValue)] }

  /// The role with that name in theme files; nil when there is none.
  public init?(named name: String) {
    guard let index = Self.names.firstIndex(of: name), let role = Role(rawValue: UInt8(index)) else {
      return nil
    }
    self = role
  }

  /// Names in theme files, in the order of the cases.
  private static let names: [String] = allCases.map { role in
    var kebab = ""
    for letter in "\(role)" {
      if letter.isUppercase { kebab += "-" }
      kebab += letter.lowercased()
    }
    return kebab
  }

  private static let letters: [Character] = Array(".uThbkKsmLaPM!gpi?enNtAfFBc#roD")
}
