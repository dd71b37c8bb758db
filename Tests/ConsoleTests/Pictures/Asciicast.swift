@testable import Terminal

/// A recording of frames that a player shows as it happened (asciicast v2, docs.asciinema.org): of each frame the cells
/// that changed, in the colours of a theme on a terminal with 256.
struct Asciicast {
  private var lines: [String]
  private let looks: Looks
  private var shown: Frame
  /// The look that is on; nil before the first.
  private var pen: Look?

  init(_ size: Size, title: String, theme: Theme) {
    looks = Looks(theme)
    shown = Frame(size)
    let head = #""version": 2, "width": \#(size.width), "height": \#(size.height)"#
    lines = [#"{\#(head), "title": "\#(title)", "env": {"TERM": "xterm-256color"}}"#]
  }

  /// The whole file.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Shows a frame so many milliseconds after the beginning; a frame like the one before adds nothing.
  mutating func show(_ frame: Frame, at milliseconds: Int) {
    var output = lines.count == 1 ? "\u{1B}[2J" : ""
    for y in 0..<frame.height { write(frame, row: y, isFirst: lines.count == 1, to: &output) }
    let cursor = frame.cursor
    if output.isEmpty, cursor == shown.cursor { return }
    if let cursor { output += "\u{1B}[\(cursor.y + 1);\(cursor.x + 1)H" }
    shown = frame
    let fraction = String(milliseconds % 1000 + 1000).dropFirst()
    lines.append("[\(milliseconds / 1000).\(fraction), \"o\", \"\(Self.escaped(output))\"]")
  }

  private mutating func write(_ frame: Frame, row y: Int, isFirst: Bool, to output: inout String) {
    var next: Int?
    for x in 0..<frame.width where frame[x, y].width > 0 && (isFirst || looksOther(frame[x, y], shown[x, y]))
    {
      let cell = frame[x, y]
      let look = looks[cell.style]
      if let from = next, x - from <= 8, let between = same(frame, from..<x, y) {
        output += between
      } else if next != x {
        output += "\u{1B}[\(y + 1);\(x + 1)H"
      }
      // A blank shows only its ground.
      if cell.text != " " || look.background != pen?.background || !(pen?.isPlain ?? false) || !look.isPlain {
        output += change(to: look)
      }
      if cell.text == " ", x + 3 < frame.width,
        (x..<frame.width).allSatisfy({
          frame[$0, y].text == " " && frame[$0, y].width > 0 && ground(frame[$0, y]) == look.background
        })
      {
        output += "\u{1B}[K"
        return
      }
      output.append(cell.text)
      next = x + Int(cell.width)
    }
  }

  /// What a blank shows; nil where it shows more.
  private func ground(_ cell: Cell) -> Colour? {
    let look = looks[cell.style]
    return look.isPlain ? look.background : nil
  }

  /// Whether somebody would see the difference.
  private func looksOther(_ one: Cell, _ other: Cell) -> Bool {
    if one == other { return false }
    if one.text != other.text || one.width != other.width { return true }
    let (look, before) = (
      looks[one.style], looks[other.style]
    )
    return one.text == " " && look.isPlain && before.isPlain
      ? look.background != before.background : look != before
  }

  /// What stands in a short gap, where it looks as what is written now: shorter than going over it.
  private func same(_ frame: Frame, _ gap: Range<Int>, _ y: Int) -> String? {
    let cells = gap.map { frame[$0, y] }
    guard cells.allSatisfy({ looks[$0.style] == pen }) else { return nil }
    return String(cells.filter { $0.width > 0 }.map(\.text))
  }

  /// The shortest sequence from the look that is on to another one.
  private mutating func change(to look: Look) -> String {
    let before = pen ?? Look(foreground: .terminal, background: .terminal)
    pen = look
    var kept = before.attributes.intersection(look.attributes)
    var codes: [String] = []
    let lost = before.attributes.subtracting(look.attributes)
    if !lost.isDisjoint(with: [.bold, .dim]) {
      // One sequence ends both.
      codes.append("22")
      kept.subtract([.bold, .dim])
    }
    for (attribute, code) in [(Look.Attributes.underline, "24"), (.reverse, "27")]
    where lost.contains(attribute) {
      codes.append(code)
    }
    let names = [(Look.Attributes.bold, "1"), (.dim, "2"), (.underline, "4"), (.reverse, "7")]
    codes += names.filter { look.attributes.subtracting(kept).contains($0.0) }.map(\.1)
    if look.foreground != before.foreground { codes.append(Self.code(look.foreground, "3")) }
    if look.background != before.background { codes.append(Self.code(look.background, "4")) }
    return codes.isEmpty ? "" : "\u{1B}[\(codes.joined(separator: ";"))m"
  }

  private static func code(_ colour: Colour?, _ ground: String) -> String {
    if case .indexed(let index)? = colour { "\(ground)8;5;\(index)" } else { ground + "9" }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{1B}": escaped += "\\u001b"
      case "\"", "\\": escaped += "\\\(scalar)"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension Look {
  /// Whether a blank in it shows nothing but its ground.
  fileprivate var isPlain: Bool { attributes.isDisjoint(with: [.underline, .reverse]) }
}

/// The looks of a theme with 256 colours, each worked out once.
private final class Looks {
  private let theme: Theme
  private var known: [Style: Look] = [:]

  init(_ theme: Theme) { self.theme = theme }

  subscript(style: Style) -> Look {
    if let look = known[style] { return look }
    let look = theme.look(of: style, depth: .palette256)
    known[style] = look
    return look
  }
}
