import Desk
import Terminal
import TextCoding
import Words

extension WorkOrderSlip {
  /// The paper a page is made for.
  public enum Paper: String, CaseIterable, Sendable {
    case a4
    /// A roll of a slip printer, 80 mm wide.
    case slip = "80mm"
  }

  /// The slip as a page of its own that prints as it is: nothing is fetched from anywhere.
  public func html(_ paper: Paper) -> String { Self.html([self], paper) }

  /// Several slips as one page, each on paper of its own.
  public static func html(_ slips: [WorkOrderSlip], _ paper: Paper) -> String {
    guard let first = slips.first else { return "" }
    let titles = slips.map(\.title).joined(separator: first.words.text("、", ", "))
    return """
      <!DOCTYPE html>
      <html lang="\(first.words.text("zh-CN", "en"))">
      <head>
      <meta charset="utf-8">
      <title>\(escaped(titles))</title>
      <style>
      \(style(paper))
      </style>
      </head>
      <body>
      \(slips.map(\.section).joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private var section: String {
    let body = rows.map { row in
      let value =
        row.value.isEmpty
        ? String(repeating: "<div class=\"line\"></div>", count: max(1, row.room))
        : Self.escaped(row.value)
      return "<tr><th>\(Self.escaped(row.label))</th><td>\(value)</td></tr>"
    }
    return """
      <section>
      <p class="centre">\(Self.escaped(desk.centre))</p>
      <h1>\(Self.escaped(title))</h1>
      <table>
      \(body.joined(separator: "\n"))
      </table>
      <p class="foot">\(Self.escaped(words.text("打印时间：", "Printed: ") + time(now)))</p>
      </section>
      """
  }

  private static func style(_ paper: Paper) -> String {
    let size =
      switch paper {
      case .a4: "@page { size: A4; margin: 18mm; } body { font-size: 11pt; } th { width: 28mm; }"
      case .slip:
        "@page { size: 80mm auto; margin: 3mm; } body { width: 74mm; font-size: 9pt; } th { width: 19mm; }"
      }
    return size
      + """

      body { margin: 0; font-family: "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #000; }
      h1 { font-size: 1.4em; margin: 0 0 2mm; } .centre, .foot { margin: 0 0 1mm; font-size: .9em; }
      section + section { break-before: page; }
      table { width: 100%; border-collapse: collapse; } tr { break-inside: avoid; }
      th, td { border: .2mm solid #000; padding: 1mm 1.5mm; text-align: left; vertical-align: top; }
      th { font-weight: normal; } td { overflow-wrap: anywhere; white-space: pre-wrap; }
      .line { height: 7mm; border-bottom: .2mm solid #000; } .line:last-child { border-bottom: 0; }
      """
  }

  /// A text as it stands in a page, without what nobody sees: browsers turn with direction marks as terminals do.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in UnseenCharacters.page(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default:
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
