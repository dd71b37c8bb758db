import CNcurses

/// What ncurses draws each style with; colour pairs are made when first needed.
struct CursesPens {
  /// Attributes and a colour pair.
  struct Pen {
    let attributes: attr_t
    let pair: Int32
  }

  let theme: Theme
  let depth: ColourDepth
  private let hasTerminalColours: Bool
  private var pens: [Style: Pen] = [:]
  private var pairs: [Colours: Int32] = [:]

  private struct Colours: Hashable {
    let foreground: Int32
    let background: Int32
  }

  init(theme: Theme) {
    let depth = Self.depth()
    self.depth = depth
    self.theme = depth == .mono ? (try? Theme.named("mono", in: nil)) ?? theme : theme
    self.hasTerminalColours = depth != .mono && use_default_colors() == OK
  }

  /// NO_COLOR set to anything asks for none (no-color.org).
  private static func depth() -> ColourDepth {
    guard Theme.environment("NO_COLOR") == nil, has_colors(), start_color() == OK else { return .mono }
    let isDirect = tigetflag("RGB") > 0
    let depth = ColourDepth(colours: Int(dutydesk_colours()))
    return depth == .direct && !isDirect ? .palette256 : depth
  }

  mutating func pen(_ style: Style) -> Pen {
    if let pen = pens[style] { return pen }
    let look = theme.look(of: style, depth: depth)
    let has = look.attributes
    let attributes = dutydesk_attributes(
      has.contains(.bold) ? 1 : 0, has.contains(.underline) ? 1 : 0, has.contains(.reverse) ? 1 : 0,
      has.contains(.dim) ? 1 : 0)
    let pen = Pen(attributes: attributes, pair: depth == .mono ? 0 : pair(look))
    pens[style] = pen
    return pen
  }

  private mutating func pair(_ look: Look) -> Int32 {
    let colours = Colours(
      foreground: number(look.foreground ?? .terminal, 7),
      background: number(look.background ?? .terminal, 0))
    if let pair = pairs[colours] { return pair }
    let pair = Int32(pairs.count + 1)
    guard pair < dutydesk_pairs(),
      init_extended_pair(pair, colours.foreground, colours.background) == OK
    else { return 0 }
    pairs[colours] = pair
    return pair
  }

  /// ncurses' number of a colour: -1 for the terminal's own; red, green and blue packed on a direct-colour
  /// terminal, where 0 to 7 are still the palette's.
  private func number(_ colour: Colour, _ fallback: Int32) -> Int32 {
    switch colour {
    case .terminal: hasTerminalColours ? -1 : fallback
    case .indexed(let index): depth == .direct ? direct(colour) : Int32(index)
    case .rgb: direct(colour)
    }
  }

  private func direct(_ colour: Colour) -> Int32 {
    guard let (red, green, blue) = colour.components else { return -1 }
    return max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
  }
}
