/// How every role looks.
public struct Theme: Equatable, Sendable {
  /// The theme's name.
  public let name: String
  /// Roles that are hard to read in it.
  public let warnings: [ContrastWarning]
  /// By role, as the file says it.
  private let looks: [Look]

  /// The contrast text needs to be read by most people (WCAG 2.1, 1.4.3).
  public static let readable = 4.5

  /// The contrast from which on text stands out at all (WCAG 2.1, 1.4.11).
  static let distinguishable = 3.0

  /// A role with too little contrast between text and background.
  public struct ContrastWarning: Equatable, Sendable {
    /// The role.
    public let role: Role
    /// Its contrast, from 1 to 21.
    public let contrast: Double
    /// Where the role stands in the theme's file.
    public let line: Int
    /// Column in characters.
    public let column: Int
  }

  init(name: String, looks: [Role: Look], places: [Role: (line: Int, column: Int)]) {
    self.name = name
    let list = Role.allCases.map { looks[$0] ?? Look() }
    self.looks = list
    let ground = list[Int(Role.normal.rawValue)]
    self.warnings = Role.allCases.compactMap { role in
      guard role != .border, let place = places[role] else { return nil }
      let look = list[Int(role.rawValue)]
      let foreground = look.foreground ?? ground.foreground ?? .terminal
      let contrast = foreground.contrast(on: look.background ?? ground.background ?? .terminal)
      guard let contrast, contrast < Self.readable else { return nil }
      return ContrastWarning(role: role, contrast: contrast, line: place.line, column: place.column)
    }
  }

  /// What the file says of a role; colours it leaves open are nil.
  public func look(of role: Role) -> Look { looks[Int(role.rawValue)] }

  /// What a style is drawn with on a terminal of that depth; both colours are set.
  ///
  /// On a row with a state the background is the state's, and the role keeps its colour as long as it can be
  /// read on it. A state or an alarm whose background is lost on a terminal with few colours is drawn
  /// reversed instead, and text whose nearest colour is lost on the nearest background is black or white.
  public func look(of style: Style, depth: ColourDepth) -> Look {
    let normal = look(of: .normal)
    let role = look(of: style.role)
    let state = style.overlay.map(look(of:))
    let ground = normal.background ?? .terminal
    let background = state?.background ?? role.background ?? ground
    var foreground = role.foreground ?? state?.foreground ?? normal.foreground ?? .terminal
    let shown = background.degraded(to: depth)
    if let state, style.role == .normal || !foreground.isReadable(on: shown, depth) {
      foreground = state.foreground ?? normal.foreground ?? .terminal
    }
    var look = Look(
      foreground: foreground.degraded(to: depth), background: shown,
      attributes: role.attributes.union(state?.attributes ?? []))
    if (style.overlay ?? style.role).standsOut, background != ground, shown == ground.degraded(to: depth) {
      look.attributes.insert(.reverse)
    }
    if let text = look.foreground, let contrast = text.contrast(on: shown),
      contrast < style.role.leastContrast,
      foreground.contrast(on: background) ?? 0 > contrast
    {
      look.foreground = Self.legible(on: shown, depth)
    }
    return look
  }

  /// Black or white, whichever stands out more.
  private static func legible(on background: Colour, _ depth: ColourDepth) -> Colour {
    let white = Colour.rgb(255, 255, 255).degraded(to: depth)
    let black = Colour.rgb(0, 0, 0).degraded(to: depth)
    let onWhite = white.contrast(on: background) ?? 0
    return onWhite >= black.contrast(on: background) ?? 0 ? white : black
  }
}

extension Colour {
  /// Whether the nearest colour can be read on that background; with few colours, whether it stands out.
  func isReadable(on background: Colour, _ depth: ColourDepth) -> Bool {
    let least = depth.rawValue >= ColourDepth.palette256.rawValue ? Theme.readable : Theme.distinguishable
    return degraded(to: depth).contrast(on: background) ?? least >= least
  }
}

extension Role {
  /// The least contrast a nearest colour may leave it (WCAG 2.1, 1.4.11, asks 3 of what carries meaning;
  /// borders carry none); below it text becomes black or white.
  var leastContrast: Double { self == .border ? 1.5 : Theme.distinguishable }

  /// Whether its background says something, so that it must not be lost.
  var standsOut: Bool {
    switch self {
    case .selected, .marked, .critical, .error, .banner, .tabActive, .barFilled, .barLate: true
    case .normal, .muted, .title, .header, .border, .key, .keyLabel, .late, .atRisk, .paused, .met, .urgent,
      .planned, .input, .placeholder, .notice, .tab, .barEmpty, .clock, .number, .room, .person, .done:
      false
    }
  }
}
