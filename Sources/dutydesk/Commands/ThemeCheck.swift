import Desk
import Journal
import Settings
import Terminal
import Words

/// Checks a theme: faults are errors, poor contrast is a warning.
struct ThemeCheck {
  private let session: Session

  /// One thing found.
  private struct Finding {
    let line: Int
    let column: Int
    let isWarning: Bool
    let message: String
  }

  init(_ session: Session) { self.session = session }

  /// Checks the file, the theme of that name or, for `-`, standard input, and prints what was found.
  func run(_ name: String, isJSON: Bool) {
    do {
      let theme = try theme(name)
      print(theme.warnings.map(finding), name, isSound: true, isJSON: isJSON)
    } catch ThemeError.faulty(let faults) {
      report(faults, name, isJSON: isJSON)
    } catch let faults as SettingsFaults {
      report(faults, name, isJSON: isJSON)
    } catch {
      session.status = session.fail(error)
    }
  }

  private func theme(_ name: String) throws -> Theme {
    if name == "-" { return try Theme(parsing: try FileBytes.settings(name), name: name, file: name) }
    if Theme.available().contains(name) { return try Theme.named(name) }
    return try Theme.reading(name)
  }

  private func report(_ faults: SettingsFaults, _ name: String, isJSON: Bool) {
    session.status = .usage
    let found = faults.faults.map {
      Finding(
        line: $0.line, column: $0.column, isWarning: false, message: session.words.sentence(for: $0.kind))
    }
    print(found, name, isSound: false, isJSON: isJSON)
  }

  private func finding(_ warning: Theme.ContrastWarning) -> Finding {
    let tenths = Int(warning.contrast * 10)
    let contrast = "\(tenths / 10).\(tenths % 10)"
    return Finding(
      line: warning.line, column: warning.column, isWarning: true,
      message: session.words.text(
        "\(warning.role.name)：对比度 \(contrast):1，低于 4.5:1，有人会看不清",
        "\(warning.role.name): contrast \(contrast):1 is below 4.5:1; some people cannot read it"))
  }

  private func print(_ found: [Finding], _ name: String, isSound: Bool, isJSON: Bool) {
    let words = session.words
    guard !isJSON else {
      return session.out.json(found) { writer, finding in
        writer.field("line", Int64(finding.line))
        writer.field("column", Int64(finding.column))
        writer.field("severity", finding.isWarning ? "warning" : "error")
        writer.field("message", finding.message)
      }
    }
    for finding in found {
      session.out.line("\(name):\(finding.line):\(finding.column): \(finding.message)")
    }
    let warnings = found.filter(\.isWarning).count
    let noted =
      warnings == 0 ? "" : words.text("，\(warnings)处对比度不足", ", \(warnings) with poor contrast")
    session.out.line(
      isSound
        ? words.text("\(name)：配色可以使用\(noted)。", "\(name): the theme is sound\(noted).")
        : words.text(
          "\(name)：\(found.count)处错误，不能使用。",
          "\(name): \(found.count) \(found.count == 1 ? "error" : "errors"); it cannot be used."))
  }
}
