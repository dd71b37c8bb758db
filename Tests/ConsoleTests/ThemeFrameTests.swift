import Desk
import Terminal
import TestSupport
import Testing

@testable import Console

/// Every screen in every theme: what each cell means, and how it looks.
@Suite struct ThemeFrameTests {
  private static let themes = ["night", "day", "high-contrast", "colour-blind", "mono", "classic"]

  /// What the cells of a screen mean, for people to look at.
  @Test(arguments: Scene.all)
  func rolesStayTheSame(scene: Scene) throws {
    let frame = try scene.driver(80, 24, .zh).frame()
    try golden(frame.styleMap + "\n---\n" + frame.overlayMap, "roles/\(scene).txt")
  }

  /// How all cells look, one number a picture: every theme, screen, language and size.
  @Test(arguments: themes)
  func looksStayTheSame(name: String) throws {
    let theme = try Theme.named(name, in: nil)
    var numbers: [Style: UInt64] = [:]
    var lines = ""
    for picture in try Self.pictures.get() {
      var hash = Self.basis
      for (style, count) in picture.runs {
        let number = numbers[style] ?? Self.number(of: style, theme)
        numbers[style] = number
        hash = ((hash ^ number) &* Self.prime ^ UInt64(count)) &* Self.prime
      }
      lines += "\(picture.name) \(String(hash, radix: 16))\n"
    }
    try golden(lines, "looks/\(name).txt")
  }

  /// A picture as the runs of cells that mean the same.
  struct Picture {
    let name: String
    let runs: [(style: Style, count: Int)]
    /// What stands there, blanks left out.
    let written: Set<Style>
  }

  /// All of them, drawn once.
  private static let pictures = Result {
    try Scene.all.flatMap { scene in
      try Scene.sizes.flatMap { size in
        try Language.allCases.map { language in
          let frame = try scene.driver(size.0, size.1, language).frame()
          return picture(of: frame, "\(scene) \(size.0)x\(size.1) \(language.rawValue)")
        }
      }
    }
  }

  private static func picture(of frame: Frame, _ name: String) -> Picture {
    var runs: [(style: Style, count: Int)] = []
    var written: Set<Style> = []
    for y in 0..<frame.height {
      for x in 0..<frame.width {
        let cell = frame[x, y]
        if let last = runs.indices.last, runs[last].style == cell.style {
          runs[last].count += 1
        } else {
          runs.append((cell.style, 1))
        }
        if cell.text != " " { written.insert(cell.style) }
      }
    }
    return Picture(name: name, runs: runs, written: written)
  }

  // FNV-1a over what a style is drawn with, 256 colours and true colour.
  private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3
  private static func number(of style: Style, _ theme: Theme) -> UInt64 {
    let text = [ColourDepth.palette256, .direct].map { "\(theme.look(of: style, depth: $0))" }.joined()
    return text.utf8.reduce(basis) { ($0 ^ UInt64($1)) &* prime }
  }

  /// No text on any screen is lost on its ground, in any theme and with any number of colours.
  @Test(arguments: themes, ColourDepth.allCases)
  func everyTextCanBeRead(name: String, depth: ColourDepth) throws {
    let theme = try Theme.named(name, in: nil)
    let written = try Self.pictures.get().reduce(into: Set<Style>()) { $0.formUnion($1.written) }
    for style in written where style.role != .border {
      let look = theme.look(of: style, depth: depth)
      let contrast = look.foreground.flatMap { text in look.background.flatMap { text.contrast(on: $0) } }
      // A terminal's own colours are its owner's affair.
      #expect(contrast ?? 21 >= 3, "\(style) \(look)")
    }
  }
}
