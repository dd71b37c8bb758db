import Desk
import TextCoding
import Words

/// What is wrong with a command line, and what would be right.
extension Words {
  func sentence(for fault: UsageFault, zone: Zone) -> String {
    switch fault {
    case .unknownCommand(let word, let near):
      text("没有命令\(quoted(word))。", "There is no command \(quoted(word)).") + suggestion(near)
        + text("全部命令：dutydesk help", " All commands: dutydesk help")
    case .missingSubcommand(let group, let known):
      text(
        "\(group)后面要写：\(list(known))。", "After \(group) comes one of: \(list(known)).")
    case .unknownOption(let option, let near, let command):
      text("没有选项\(quoted(option))。", "There is no option \(quoted(option)).") + suggestion(near)
        + text("全部选项：", " All options: ") + "dutydesk help" + (command.map { " " + $0 } ?? "")
    case .givenTwice(let option):
      text("--\(option.name)只能给一次。", "--\(option.name) can be given only once.")
    case .takesNoValue(let option):
      text("--\(option.name)不带值。", "--\(option.name) takes no value.")
    case .missingValue(let option):
      text("--\(option.name)缺少值，写法：", "--\(option.name) needs a value: ") + option.spelling + choices(option)
    case .emptyValue(let option):
      text("--\(option.name)不能为空。", "--\(option.name) must not be empty.")
    case .tooManyArguments(let word, let command):
      text("多出了\(quoted(word))。写法：", "\(quoted(word)) is too much. Usage: ") + usage(command)
    case .missingArgument(let argument, let command):
      text(
        "缺少\(argument.placeholder)（\(argument.help.zh)）。写法：",
        "\(argument.placeholder) is missing (\(argument.help.en)). Usage: ") + usage(command)
    case .missingOption(let option, let command):
      text(
        "缺少--\(option.name)（\(option.help.zh)）。写法：",
        "--\(option.name) is missing (\(option.help.en)). Usage: ")
        + usage(command) + choices(option)
    case .missingOneOf(let options):
      text("至少要给一项：", "At least one of these is needed: ") + list(options.map(\.spelling))
    case .conflicting(let one, let other):
      text(
        "--\(one.name)和--\(other.name)不能同时使用。", "--\(one.name) and --\(other.name) exclude each other.")
    case .onlyWith(let option, let other):
      text("--\(option.name)只和\(other)一起使用。", "--\(option.name) goes with \(other) only.")
    case .readingOnly(let option, let command) where command.section == .journal:
      text(
        "\(command.spelling)针对整个日志文件，与时刻无关，不能用--\(option.name)。",
        "\(command.spelling) is about the whole journal, whatever the moment: --\(option.name) does not go with it."
      )
    case .readingOnly(let option, let command):
      text(
        "--\(option.name)只用于查看，不能用于\(command.spelling)。补录以前的事请用--on。",
        "--\(option.name) is for looking only, not for \(command.spelling). For something that happened "
          + "earlier use --on where the command has it.")
    case .noSuchFormat(let option, let command):
      text(
        "\(command.spelling)没有--\(option.name)输出。", "\(command.spelling) has no --\(option.name) output.")
    case .badChoice, .badCode, .badNumber, .badHead, .badTicket, .badImport, .badOrder, .whichOrder, .badTime,
      .unclearTime, .badDate,
      .periodReversed, .badDuration,
      .badWindow,
      .badShift,
      .badMaterial, .badPrice, .badLicence, .notPast, .unknownWord, .saidTwice:
      sentence(forValue: fault, zone)
    case .notUTF8(let position):
      text("第\(position)个参数不是有效的 UTF-8 文字。", "Argument \(position) is not valid UTF-8 text.")
    case .unknownPolicy(let name, let known):
      text(
        "没有名为\(quoted(name))的文件或已采用的版本。已有版本：\(list(known.map { policy($0) }))，内置的写 default。",
        "Neither a file nor an adopted version is called \(quoted(name)). Versions: \(list(known)); the one built in "
          + "is default.")
    case .unknownView(let name, let known):
      text(
        "没有保存过名为\(quoted(name))的列表。已有：\(list(known))",
        "No list is kept as \(quoted(name)). There are: \(list(known))")
    case .unknownEncoding(let name):
      text(
        "不认识编码\(quoted(name))，例如：\(list(TextEncoding.examples))。",
        "There is no encoding \(quoted(name)); there are, for example, \(list(TextEncoding.examples)).")
    case .noHome:
      text("HOME 没有设置，请写明文件。", "HOME is not set: name the file.")
    case .unreadable(let path, let number):
      text("不能读取\(path)：\(Errors.text(number))。", "\(path) cannot be read: \(Errors.text(number)).")
    case .unwritable(let path, let number):
      text("不能写入\(path)：\(Errors.text(number))。", "\(path) cannot be written: \(Errors.text(number)).")
    case .existsAlready(let path):
      text(
        "\(path)已经存在，不是被拒绝行的文件，不会覆盖。请换一个文件名。",
        "\(path) exists already, holds no refused rows and is never overwritten. Choose another name.")
    }
  }

  private func suggestion(_ near: [String]) -> String {
    near.isEmpty ? "" : text("是不是想写\(any(near))？", " Did you mean \(any(near))?")
  }

  private func choices(_ option: OptionDefinition) -> String {
    let list = option.value?.choices ?? []
    return list.isEmpty ? "" : text("；可选：", "; one of: ") + self.list(list.map { described($0) })
  }

  /// `repair 报修`: what is typed, and what it is called where that says more.
  func described(_ choice: ValueForm.Choice) -> String {
    let name = choice.name.said(in: language)
    return name.lowercased() == choice.code ? choice.code : text("\(choice.code) \(name)", choice.code)
  }
}
