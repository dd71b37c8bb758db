import Desk
import DeskStore
import Words

/// What an import says of rows and files.
extension Words {
  /// What came of an import.
  func lines(for report: ImportReport, isRehearsal: Bool) -> [String] {
    let counts = report.counts
    let isOnlyChecked = isRehearsal || report.isStopped || (report.isInterrupted && report.began == nil)
    var lines = [
      counted(counts, isOnlyChecked: isOnlyChecked)
    ]
    let (cancelled, closed) = (report.cancelledOpen, report.closedOpen)
    if cancelled + closed > 0 {
      lines.append(
        isOnlyChecked
          ? text(
            "原记录未办结的，将按对照文件取消\(cancelled)张、办结\(closed)张，不进队列。",
            "Of what the old records left unfinished, \(cancelled) would be cancelled and \(closed) closed as the map has it, "
              + "and be in no queue.")
          : text(
            "原记录未办结的，已按对照文件取消\(cancelled)张、办结\(closed)张，不进队列。",
            "Of what the old records left unfinished, \(cancelled) were cancelled and \(closed) closed as the map has it; they "
              + "are in no queue."))
    }
    if report.isStopped {
      lines.append(
        text(
          "拒绝的超过一成，什么都没有写入。请改正文件或对照文件；仍要导入其余各行，加 --anyway。",
          "More than a tenth would be refused, so nothing was written. Mend the file or the map, or add --anyway to take the "
            + "other rows."))
    }
    if report.isInterrupted {
      lines.append(
        report.began == nil
          ? text("已中断，什么都没有写入。", "Interrupted; nothing was written.")
          : text(
            "已中断：以上各行已保存，再导入一次即可接着做完。",
            "Interrupted: the rows above are kept. Take the file again to go on from there."))
    }
    if let began = report.began {
      lines.append(
        text("撤回这次导入：dutydesk import undo \(began)", "To take it back: dutydesk import undo \(began)"))
    }
    return lines
  }

  /// The counts; `isOnlyChecked` where all of it would be so if it were written.
  private func counted(_ counts: ImportProgress, isOnlyChecked: Bool) -> String {
    let rows = text(
      "共\(counts.rows)行：采用\(counts.taken)，无新内容\(counts.unchanged)，已有\(counts.known)，拒绝\(counts.refused)",
      "\(counts.rows) rows: \(counts.taken) taken, \(counts.unchanged) without news, \(counts.known) known already, "
        + "\(counts.refused) refused")
    let passedOver =
      counts.passedOver == 0 ? "" : text("，不取\(counts.passedOver)", ", \(counts.passedOver) passed over")
    let events = text("；事件\(counts.events)", "; \(counts.events) events")
    let added =
      counts.addedUnits + counts.addedStaff == 0
      ? ""
      : isOnlyChecked
        ? text(
          "；将新增房屋\(counts.addedUnits)、人员\(counts.addedStaff)",
          "; would add \(counts.addedUnits) rooms and \(counts.addedStaff) people")
        : text(
          "；新增房屋\(counts.addedUnits)、人员\(counts.addedStaff)",
          "; added \(counts.addedUnits) rooms and \(counts.addedStaff) people")
    return rows + passedOver + events + added
      + (isOnlyChecked ? text("（只检查，未写入）", " (checked only, nothing written)") : "")
  }

  /// Rows refused for one reason: how many, and the first of them.
  func lines(for group: RefusalGroup, _ zone: Zone) -> [String] {
    let examples = group.examples.map { line(for: $0, zone) }
    guard group.count > 1 else { return examples }
    let title = text("拒绝\(group.count)行，原因相同，例如：", "\(group.count) rows refused for one reason, for example:")
    return [title] + examples.map { "  " + $0 }
  }

  /// Somebody entered whose name is nearly another's.
  func sentence(for likeness: Likeness) -> String {
    let like = list(
      likeness.like.map { text("\($0.name)（\($0.code.value)）", "\($0.name) (\($0.code.value))") })
    return text(
      "\(quoted(likeness.name))与\(like)相似，作为另一人登记为\(likeness.code.value)；如是同一人，请在对照文件 [values.…] 中写明。",
      "\(quoted(likeness.name)) is like \(like) and was entered as somebody else, \(likeness.code.value). If they are one, "
        + "say so in the map under [values.…].")
  }

  /// That there are more; nil for none.
  func more(_ count: Int) -> String? {
    count > 0 ? text("……另有\(count)人。", "… and \(count) more.") : nil
  }

  /// Where the refused rows are.
  func written(_ count: Int, to path: String) -> String {
    text(
      "被拒绝的\(count)行写在\(path)，改好后可再导入。",
      "The \(count) refused \(count == 1 ? "row is" : "rows are") in \(path), to be mended and taken again.")
  }

  /// A refused row: its line and why.
  func line(for fault: RowFault, _ zone: Zone) -> String {
    let ref = fault.ref.isEmpty ? "" : text("（\(fault.ref)）", " (\(fault.ref))")
    return text("第\(fault.line)行\(ref)：", "line \(fault.line)\(ref): ") + sentence(for: fault.reason, zone)
  }

  /// Why a row was not taken.
  func sentence(for reason: RowReason, _ zone: Zone) -> String {
    switch reason {
    case .csv(let fault): sentence(for: fault)
    case .refused(let refusal): sentence(for: refusal, zone: zone)
    case .missing(let column):
      text("\(name(column))为空，必须填写。", "\(name(column)) is empty and has to be filled.")
    case .badTime(let column, let value):
      text(
        "\(name(column))读不懂时间\(quoted(value))。",
        "\(name(column)): \(quoted(value)) is no time in the form expected.")
    case .badValue(let column, let value, let allowed):
      text(
        "\(name(column))不能是\(quoted(value))，可用：\(list(allowed))",
        "\(name(column)) cannot be \(quoted(value)); allowed: \(list(allowed))")
    case .reversed(let column, let before):
      text(
        "\(name(column))早于\(name(before))。", "\(name(column)) lies before \(name(before)).")
    case .unknownReference(let reference):
      text(
        "没有外部编号为\(quoted(reference))的工单，请先导入工单。",
        "No ticket has the reference \(quoted(reference)). Import the tickets first.")
    case .unknownPerson(let column, let person):
      text(
        "\(name(column))：没有人员\(quoted(person))，请先导入人员。",
        "\(name(column)): nobody is called \(quoted(person)). Import the staff first.")
    case .refusedState(let state):
      text("对照文件不接受状态\(quoted(state))。", "The map refuses the state \(quoted(state)).")
    case .unknownState(let state, let known):
      text(
        "对照文件没有状态\(quoted(state))，已有：\(list(known))",
        "The map says nothing of the state \(quoted(state)); it knows: \(list(known))")
    case .overtaken(let moment, let later): overtaken(apart(moment, later, zone))
    case .changedSince(let column):
      text(
        "\(name(column))：后来的导入已改成别的，这一行是旧的。",
        "\(name(column)): a later list has changed it; this row is the older one.")
    case .unchangeable(let column):
      text(
        "\(name(column))与登记时不同，登记后不能改。",
        "\(name(column)) is not as it came in, and cannot be changed afterwards.")
    case .receivedOtherwise(let reference, let moment):
      text(
        "\(quoted(reference))已有，登记时间为\(fullTime(moment, zone))。编号重复，或登记时间读错。",
        "\(quoted(reference)) is known, received \(fullTime(moment, zone)). Either the number is used twice, or the time is "
          + "another one.")
    case .ambiguousTime(let column, let value, let one, let other):
      text(
        "\(name(column))：\(quoted(value))可以是\(fullTime(one, zone))，也可以是\(fullTime(other, zone))；对照文件 times 请只留一种写法。",
        "\(name(column)): \(quoted(value)) may be \(fullTime(one, zone)) or \(fullTime(other, zone)). Leave one way of "
          + "writing in the map's times.")
    case .destroyed(let column, let value, let damage):
      sentence(for: damage, column, value)
    case .severalPeople(let column, let person, let codes):
      text(
        "\(name(column))：叫\(quoted(person))的有\(list(codes.map(\.value)))，请在对照文件 [values.\(column.rawValue)] 中写明。",
        "\(name(column)): \(quoted(person)) may be \(list(codes.map(\.value))). Say which in the map under "
          + "[values.\(column.rawValue)].")
    case .step(let verb, let reason):
      text("\(phrase(for: verb))（steps.\(verb.rawValue)）：", "steps.\(verb.rawValue): ")
        + sentence(for: reason, zone)
    case .noOrder(let step):
      text("这张工单没有可以\(quoted(step))的派工单。", "The ticket has no work order for \(quoted(step)).")
    }
  }

  private func overtaken(_ times: (String, String)) -> String {
    text(
      "\(times.0)早于本台已有的\(times.1)，补进去会把后来的改回去。请按时间先后导入，或撤回后一次导入。",
      "\(times.0) lies before what the desk has of \(times.1), which it would undo. Take files in the order of time, or take "
        + "the later import back first.")
  }

  private func sentence(for damage: SpreadsheetDamage, _ column: ImportColumn, _ value: String) -> String {
    let what =
      switch damage {
      case .shortened: text("表格软件把长数字缩成了科学计数", "a spreadsheet has shortened a long number")
      case .tooNarrow: text("表格的列太窄，存下的是井号", "a spreadsheet saved what its column was too narrow for")
      case .formula: text("是表格公式出错的结果", "a formula of a spreadsheet went wrong")
      }
    return text(
      "\(name(column))：\(quoted(value))，\(what)，原值已失。请在表格中把该列设为文本再导出。",
      "\(name(column)): \(quoted(value)): \(what), and what it was is lost. Make the column text in the spreadsheet and "
        + "export it again.")
  }

  /// A column as a map and a file call it, and in Chinese what that means.
  private func name(_ column: ImportColumn) -> String {
    text("\(column.title.zh)（\(column.rawValue)）", column.rawValue)
  }

  func sentence(for fault: CSVFault) -> String {
    switch fault {
    case .unterminatedQuote: text("引号没有结束。", "A quote is never closed.")
    case .strayQuote: text("单元格中有多余的引号。", "There is a quote in the middle of a cell.")
    case .wrongCellCount(let found, let expected):
      text("有\(found)格，应为\(expected)格。", "It has \(found) cells; the header has \(expected).")
    case .malformedText(let cell): text("第\(cell)格不是有效的 UTF-8。", "Cell \(cell) is not valid UTF-8.")
    case .nulCharacter(let cell):
      text("第\(cell)格中有空字符（NUL），文件可能已损坏。", "Cell \(cell) holds a NUL character; the file may be damaged.")
    case .tooLong: text("这一行超过 1 MiB。", "The row is longer than 1 MiB.")
    }
  }

  /// Why a file could not be taken as a whole.
  func sentence(for failure: ImportFailure, _ zone: Zone) -> String {
    let what: String
    switch failure.error {
    case .table(let fault): what = sentence(for: fault)
    case .unknownColumns(let names, let allowed):
      what = text(
        "不认识的列：\(list(names))。可用：\(list(allowed))。外来列名请用 --map。",
        "unknown columns: \(list(names)). Allowed: \(list(allowed)). Foreign names need --map.")
    case .missingColumns(let names, let found):
      what = text(
        "缺少列：\(list(names))；现有：\(list(found))。",
        "these columns are missing: \(list(names)); found: \(list(found)).")
    case .otherKind(let kind):
      what = text("对照文件是给 import \(kind.rawValue) 用的。", "the map is for import \(kind.rawValue).")
    case .running(let by, let since):
      guard let by, let since else {
        return text("另一次导入正在进行，请等它结束。", "Another import is running. Wait until it ends.")
      }
      return text(
        "\(by.value)的导入自\(fullTime(since, zone))起正在进行，请等它结束。",
        "An import by \(by.value) has been running since \(fullTime(since, zone)). Wait until it ends.")
    case .cannotLock(let number):
      return text(
        "不能确保只有一次导入在进行：\(Errors.text(number))",
        "It cannot be made sure that only one import is running: \(Errors.text(number))")
    }
    return pair(failure.path, what)
  }
}
