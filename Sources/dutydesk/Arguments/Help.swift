import Desk
import Terminal
import Words

/// What help is wanted about.
enum HelpTopic {
  case everything
  /// The ways of writing times and numbers.
  case times
  case group(CommandGroup)
  case command(CommandDefinition)
}

/// Help on every level, made from the table of commands.
struct Help {
  private let words: Words

  init(_ words: Words) { self.words = words }

  func show(_ topic: HelpTopic, on out: Output) {
    switch topic {
    case .everything: everything(out)
    case .times: times(out)
    case .group(let group): self.group(group, out)
    case .command(let command): self.command(command, out)
    }
  }

  private func everything(_ out: Output) {
    out.line(words.text("dutydesk：物业客户服务台", "dutydesk: the help desk of a residential estate"))
    out.line()
    out.line(words.text("用法：dutydesk [全局选项] 命令 …", "Usage: dutydesk [OPTIONS] COMMAND …"))
    out.line(words.text("没有命令时打开控制台。", "Without a command it opens the console."))
    for section in CommandDefinition.Section.allCases {
      out.line()
      out.line(words.title(section))
      list(CommandTable.all.filter { $0.section == section }, out)
    }
    out.line()
    options(OptionDefinition.global, words.text("全局选项", "Options of every command"), out)
    out.line()
    out.line(
      words.pair(words.text("时间写法", "Times"), words.timeForms)
        + words.text("；全部写法：dutydesk help times", "; all ways: dutydesk help times"))
    out.line(
      words.text(
        "退出状态：0 完成 · 1 被规则拒绝 · 2 用法错误 · 3 日志损坏或只读 · 4 忙，未保存 · 5 读写错误，未保存",
        "Exit status: 0 done · 1 refused by a rule · 2 wrong usage · 3 journal damaged or read-only · 4 busy, "
          + "nothing saved · 5 I/O error, nothing saved"))
    out.line(words.text("每个命令的帮助：dutydesk help 命令", "Help on a command: dutydesk help COMMAND"))
  }

  private func times(_ out: Output) {
    out.line(
      words.text("时间和编号的写法，选项和表单里都一样", "Ways of writing times and numbers, the same in options and forms"))
    for group in MomentForms.all {
      out.line()
      out.line(words.text(group.title))
      out.line("  " + group.examples(in: words.language).joined(separator: words.text(" · ", " · ")))
      if let rule = group.rule { out.line("  " + words.text(rule)) }
    }
  }

  private func group(_ group: CommandGroup, _ out: Output) {
    out.line("dutydesk \(group.name): " + group.summary.said(in: words.language))
    out.line()
    list(CommandTable.all.filter { $0.path.count > 1 && $0.path[0] == group.name }, out)
  }

  private func list(_ commands: [CommandDefinition], _ out: Output) {
    rows(commands.map { ($0.spelling, $0.summary.said(in: words.language)) }, out)
  }

  private func command(_ command: CommandDefinition, _ out: Output) {
    out.line("dutydesk \(command.spelling): " + command.summary.said(in: words.language))
    out.line()
    out.line(words.text("用法：", "Usage: ") + words.usage(command))
    if !command.arguments.isEmpty {
      out.line()
      out.line(words.text("参数", "Arguments"))
      rows(command.arguments.map { ($0.placeholder, $0.help.said(in: words.language)) }, out)
    }
    if !command.allOptions.isEmpty {
      out.line()
      options(command.allOptions, words.text("选项", "Options"), out)
    }
    out.line()
    options(
      OptionDefinition.global.filter { applies($0, to: command) },
      words.text("全局选项", "Options of every command"), out)
    guard !command.examples.isEmpty else { return }
    out.line()
    out.line(words.text("例", "Examples"))
    for example in command.examples { out.line("  dutydesk " + example) }
  }

  private func applies(_ option: OptionDefinition, to command: CommandDefinition) -> Bool {
    switch option.name {
    case OptionDefinition.now.name, OptionDefinition.asOf.name: command.isReading
    case OptionDefinition.json.name: command.allFormats.contains(.json)
    case OptionDefinition.csv.name: command.allFormats.contains(.csv)
    default: true
    }
  }

  private func options(_ options: [OptionDefinition], _ title: String, _ out: Output) {
    out.line(title)
    rows(options.map { ($0.spelling, explained($0)) }, out)
  }

  private func explained(_ option: OptionDefinition) -> String {
    var text = option.help.said(in: words.language)
    let choices = option.value?.choices ?? []
    if choices.count > 2 { text += words.text("：", ": ") + words.list(choices.map { words.described($0) }) }
    if option.isRequired { text += words.text("（必填）", " (required)") }
    if option.isRepeated { text += words.text("（可重复）", " (may be repeated)") }
    return text
  }

  private func rows(_ rows: [(String, String)], _ out: Output) {
    let width = min(28, rows.map { TextWidth.width(of: $0.0) }.max() ?? 0)
    let room = max(40, (out.columns ?? 100) - width - 4)
    for (left, right) in rows {
      let lines = TextWidth.wrap(right, width: room)
      let isLong = TextWidth.width(of: left) > width
      if isLong { out.line("  " + left) }
      for (place, line) in lines.enumerated() {
        let head = place == 0 && !isLong ? left : ""
        out.line("  " + TextWidth.fit(head, to: width) + "  " + line)
      }
    }
  }
}

extension Words {
  /// `dutydesk assign N --to STAFF [options]`.
  func usage(_ command: CommandDefinition) -> String {
    var parts = ["dutydesk", command.spelling]
    parts += command.arguments.map { $0.isOptional ? "[\($0.placeholder)]" : $0.placeholder }
    parts += command.options.map { option in
      let spelling = option.spelling + (option.isRepeated ? "…" : "")
      return option.isRequired ? spelling : "[\(spelling)]"
    }
    return parts.joined(separator: " ")
  }

  func title(_ section: CommandDefinition.Section) -> String {
    switch section {
    case .start: text("开始", "Beginning")
    case .registers: text("台账", "Registers")
    case .intake: text("登记", "Intake")
    case .tickets: text("工单处理", "Tickets")
    case .orders: text("派工", "Work orders")
    case .overview: text("查看", "Overview")
    case .policy: text("政策", "Policy")
    case .settings: text("控制台", "Console")
    case .journal: text("日志", "Journal")
    }
  }
}
