/// A colour as a theme says it or a terminal takes it.
public enum Colour: Equatable, Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminal
  /// A number of the terminal's palette; 0 to 15 look as the user set them.
  case indexed(UInt8)
  /// Red, green and blue from 0 to 255.
  case rgb(UInt8, UInt8, UInt8)

  /// Reads `default`, `#rrggbb` or `0` to `255`.
  public init?(parsing text: String) {
    if text == "default" {
      self = .terminal
    } else if let index = UInt8(text), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      self = .indexed(index)
    } else if text.utf8.count == 7, text.first == "#", let value = UInt32(text.dropFirst(), radix: 16),
      text.utf8.dropFirst().allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
    {
      self = .rgb(UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    } else {
      return nil
    }
  }

  /// Red, green and blue; xterm's default palette for the numbers, nil for the terminal's own colours.
  public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    switch self {
    case .terminal: nil
    case .rgb(let red, let green, let blue): (red, green, blue)
    case .indexed(let index): Self.palette(index)
    }
  }

  /// The contrast of text in this colour on that background, from 1 to 21 (WCAG 2.1, 1.4.3); nil when one
  /// of them is the terminal's own.
  public func contrast(on background: Colour) -> Double? {
    guard let text = components, let ground = background.components else { return nil }
    let light = max(Self.luminance(text), Self.luminance(ground))
    let dark = min(Self.luminance(text), Self.luminance(ground))
    return (light + 0.05) / (dark + 0.05)
  }
}
