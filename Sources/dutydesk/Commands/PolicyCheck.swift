import Desk
import DeskStore
import Journal
import Settings
import Words

extension CommandTable {
  private static let file = ArgumentDefinition(
    placeholder: "FILE", help: Phrase("政策文件；- 为标准输入", "the policy file; - reads standard input"))

  static let policyCheck = CommandDefinition(
    path: ["policy", "check"], section: .policy,
    summary: Phrase("检查政策文件，逐条说明第几行第几列有何错误", "checks a policy file: every fault with its line and column"),
    arguments: [file], examples: ["policy check 2027.policy", "policy check - --json"], formats: [.json],
    work: .other { session, invocation in
      let path = invocation.argument(0) ?? "-"
      let report = try report(path)
      if report.policy == nil { session.status = .usage }
      guard invocation.has(.json) else { return text(report, path, session) }
      session.out.json(report.faults) { writer, fault in
        writer.field("line", Int64(fault.place.line))
        writer.field("column", Int64(fault.place.column))
        writer.field("severity", fault.isWarning ? "warning" : "error")
        writer.field("message", session.words.sentence(for: fault.kind))
      }
    })

  private static func report(_ path: String) throws -> PolicyReport {
    do {
      return PolicyReader.report(on: try FileBytes.settings(path), name: path)
    } catch let faults as SettingsFaults {
      return PolicyReport(faults)
    }
  }

  private static func text(_ report: PolicyReport, _ path: String, _ session: Session) {
    let (words, out) = (session.words, session.out)
    for fault in report.faults { out.line(words.sentence(for: fault)) }
    out.line(words.checked(report, path))
  }
}

extension Words {
  /// What a check of a policy file found, in one line.
  func checked(_ report: PolicyReport, _ path: String) -> String {
    let (errors, warnings) = (report.errors.count, report.warnings.count)
    guard let policy = report.policy else {
      return text(
        "\(path)：\(errors)处错误，\(warnings)处提醒，不能采用。",
        "\(path): \(errors) \(errors == 1 ? "error" : "errors"), \(warnings) "
          + "\(warnings == 1 ? "warning" : "warnings"); it cannot be adopted.")
    }
    let noted =
      warnings == 0
      ? "" : text("，\(warnings)处提醒", ", with \(warnings) \(warnings == 1 ? "warning" : "warnings")")
    return text(
      "\(path)：政策\(quoted(self.policy(policy.name)))可以采用\(noted)。",
      "\(path): the policy \(quoted(policy.name)) is sound\(noted).")
  }
}
