import Glibc

extension Colour {
  /// The colour a terminal of that depth shows for this one: the nearest it has, never one it would have to
  /// be taught.
  public func degraded(to depth: ColourDepth) -> Colour {
    switch (self, depth) {
    case (_, .mono): return .terminal
    case (.terminal, _), (_, .direct), (.indexed, .palette256): return self
    case (.rgb, .palette256): return nearest(in: 16...255)
    case (.indexed(let index), .palette16) where index < 16: return self
    case (.indexed(let index), .palette8) where index < 8: return self
    case (_, .palette16): return nearest(in: 0...15)
    case (_, .palette8): return nearest(in: 0...7)
    }
  }

  private func nearest(in range: ClosedRange<UInt8>) -> Colour {
    guard let own = components else { return self }
    let sameHue =
      range.upperBound < 16 ? Self.hueIndex(own).map { hue in range.filter { $0 % 8 == hue } } : nil
    let best = (sameHue ?? Array(range)).min {
      Self.distance(own, Self.palette($0)) < Self.distance(own, Self.palette($1))
    }
    return best.map(Colour.indexed) ?? self
  }

  /// Which of red, green, yellow, blue, magenta and cyan (1 to 6) a colour is, so that light red becomes red
  /// and not white on a terminal with few colours; nil for greys and what is nearly black.
  private static func hueIndex(_ colour: (red: UInt8, green: UInt8, blue: UInt8)) -> UInt8? {
    let red = Int(colour.red)
    let green = Int(colour.green)
    let blue = Int(colour.blue)
    let high = max(red, green, blue)
    let range = high - min(red, green, blue)
    guard high >= 80, range * 4 >= high else { return nil }
    let sextant: Int
    if high == red {
      sextant = (green - blue) * 60 / range
    } else if high == green {
      sextant = 120 + (blue - red) * 60 / range
    } else {
      sextant = 240 + (red - green) * 60 / range
    }
    return hues[((sextant + 390) % 360) / 60]
  }

  /// The palette's number of each sixth of the colour circle, from red on.
  private static let hues: [UInt8] = [1, 3, 2, 6, 4, 5]

  /// Squared distance weighted by how far red and blue are seen apart (the "redmean" approximation).
  private static func distance(
    _ one: (red: UInt8, green: UInt8, blue: UInt8), _ other: (red: UInt8, green: UInt8, blue: UInt8)
  ) -> Int {
    let mean = (Int(one.red) + Int(other.red)) / 2
    let red = Int(one.red) - Int(other.red)
    let green = Int(one.green) - Int(other.green)
    let blue = Int(one.blue) - Int(other.blue)
    return (512 + mean) * red * red + 1024 * green * green + (767 - mean) * blue * blue
  }

  /// xterm's default palette: 16 named colours, a cube of 6 by 6 by 6, 24 greys.
  static func palette(_ index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
    if index < 16 { return named[Int(index)] }
    if index >= 232 {
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
    let place = index - 16
    func level(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }
    return (level(place / 36), level(place / 6 % 6), level(place % 6))
  }

  private static let named: [(red: UInt8, green: UInt8, blue: UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
    (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
    (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  /// Relative luminance of an sRGB colour (WCAG 2.1).
  static func luminance(_ colour: (red: UInt8, green: UInt8, blue: UInt8)) -> Double {
    func linear(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
  }
}

/// How many colours a terminal has.
public enum ColourDepth: Int, CaseIterable, Hashable, Sendable {
  /// None, or none wanted (NO_COLOR).
  case mono = 1
  case palette8 = 8
  case palette16 = 16
  case palette256 = 256
  /// Red, green and blue of every colour.
  case direct = 16_777_216

  /// The depth of a terminal with that many colours.
  public init(colours: Int) {
    self = Self.allCases.last { $0.rawValue <= colours } ?? .mono
  }
}
