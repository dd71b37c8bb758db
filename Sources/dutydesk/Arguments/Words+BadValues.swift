import Desk
import Words

/// Values that cannot be read, and how they are written.
extension Words {
  func sentence(forValue fault: UsageFault, _ zone: Zone) -> String {
    switch fault {
    case .badChoice(let option, let value):
      text("--\(option.name)不能是\(quoted(value))，可选：", "--\(option.name) cannot be \(quoted(value)). One of: ")
        + list((option.value?.choices ?? []).map { described($0) })
    case .badCode(let value, let choices):
      text("不认识\(quoted(value))，可选：\(list(choices))", "\(quoted(value)) is none of: \(list(choices))")
    case .badNumber(let option, let value, let bounds):
      text(
        "--\(option.name)不能是\(quoted(value))：请写\(bounds.lowerBound)到\(bounds.upperBound)之间的整数。",
        "--\(option.name) cannot be \(quoted(value)): a whole number from \(bounds.lowerBound) to "
          + "\(bounds.upperBound) is needed.")
    case .badHead(let option, let value):
      text(
        "--\(option.name)读不懂\(quoted(value))。写法：序号:32位校验值，见 dutydesk journal info",
        "--\(option.name): \(quoted(value)) is no head. It is a number, a colon and 32 hexadecimal digits, as "
          + "dutydesk journal info prints it.")
    case .badImport(let value):
      text(
        "\(quoted(value))不是导入的编号，编号见 dutydesk import undo。",
        "\(quoted(value)) is no number of an import; dutydesk import undo lists them.")
    case .badTicket(let value):
      text("\(quoted(value))不是工单编号，写法如 1042。", "\(quoted(value)) is no ticket number. It looks like 1042.")
    case .badOrder(let value):
      text("\(quoted(value))不是派工单编号，写法如 1042.1。", "\(quoted(value)) is no work order. It looks like 1042.1.")
    case .whichOrder(let orders):
      text(
        "这张工单有多张派工单，请写明哪一张：\(list(orders.map(\.description)))",
        "The ticket has several orders; say which: \(list(orders.map(\.description)))")
    case .badTime(let option, let value):
      text(
        "--\(option.name)读不懂时间\(quoted(value))。写法：",
        "--\(option.name): \(quoted(value)) is no time. It is written as one of: ") + timeForms
    case .unclearTime(let option, let value, let fault):
      text("--\(option.name) \(quoted(value))：", "--\(option.name) \(quoted(value)): ")
        + sentence(for: fault, zone: zone)
    case .badDate(let option, let value):
      text(
        "--\(option.name)读不懂日期\(quoted(value))。写法：2026-11-22、11-22、明天、周三",
        "--\(option.name): \(quoted(value)) is no date. Write it like 2026-11-22, 11-22, tomorrow or Wed.")
    case .periodReversed: text("起始日期在结束日期之后。", "The period would end before it begins.")
    case .badDuration(let option, let value):
      text(
        "--\(option.name)读不懂时长\(quoted(value))。写法：30m、2h、1h30m、7d、半小时",
        "--\(option.name): \(quoted(value)) is no duration. Write 30m, 2h, 1h30m or 7d.")
    case .badWindow(let value):
      text(
        "读不懂时段\(quoted(value))。写法：开始..结束，如 '2026-11-23 14:00..16:00'、'明天 9:00-11:00'",
        "\(quoted(value)) is no stretch of time. Write START..END, such as '2026-11-23 14:00..16:00' or "
          + "'tomorrow 9:00-11:00'.")
    case .badShift(let value):
      text(
        "读不懂班次\(quoted(value))。写法：08:00-17:00，或 08:00-12:00,13:30-17:30",
        "\(quoted(value)) is no shift. Write 08:00-17:00, or 08:00-12:00,13:30-17:30.")
    case .badPrice(let value):
      text("读不懂价格\(quoted(value))。写法：80 或 80.50", "\(quoted(value)) is no price. Write 80 or 80.50.")
    case .badLicence(let value):
      text(
        "读不懂证照\(quoted(value))。写法：lift，或带有效期 lift:2027-03-31",
        "\(quoted(value)) is no licence. Write lift, or lift:2027-03-31 with its last day.")
    case .badMaterial(let value):
      text(
        "读不懂材料\(quoted(value))。写法：'名称 x数量 @单价'，如 '水龙头 x2 @35.00'",
        "\(quoted(value)) is no material. Write 'NAME xQTY @PRICE', such as 'tap x2 @35.00'.")
    case .notPast(let option, let moment):
      text(
        "--\(option.name)只能是过去的时间，\(fullTime(moment, zone))还没有到。",
        "--\(option.name) needs a time in the past; \(fullTime(moment, zone)) has not come yet.")
    case .unknownWord(let word):
      text(
        "不认识\(quoted(word))。一句话登记的写法：3-2-1201 厨房漏水 !urgent @责任人 #plumbing",
        "\(quoted(word)) means nothing here. One line looks like: 3-2-1201 kitchen leak !urgent @owner #plumbing"
      )
    case .saidTwice(let word):
      text("\(quoted(word))与前面说的重复，只能说一次。", "\(quoted(word)) says again what was said before; say it once.")
    case .unknownCommand, .missingSubcommand, .unknownOption, .givenTwice, .takesNoValue, .missingValue,
      .emptyValue,
      .tooManyArguments, .missingArgument, .missingOption, .missingOneOf, .conflicting, .onlyWith,
      .readingOnly,
      .noSuchFormat, .notUTF8, .unreadable, .unwritable, .existsAlready, .unknownPolicy, .noHome,
      .unknownView, .unknownEncoding:
      sentence(for: fault, zone: zone)
    }
  }

  /// The ways of writing a time.
  var timeForms: String {
    list(
      ["2026-11-22T14:05:00+08:00", "2026-11-22 14:05", "11-22 14:05", "14:05", "-30m", "+2h"]
        + [text("明天9点", "tomorrow 9am"), text("周三 14:00", "Fri 14:00"), text("半小时前", "10 minutes ago")])
  }
}
