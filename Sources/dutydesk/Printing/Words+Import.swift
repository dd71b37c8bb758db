import Console
import Desk
import DeskStore

/// What an import says of rows and files.
extension Words {
  /// What came of an import, in one line.
  func counted(_ counts: ImportProgress, isRehearsal: Bool) -> String {
    let rows = text(
      "共\(counts.rows)行：采用\(counts.taken)，无新内容\(counts.unchanged)，已有\(counts.known)，拒绝\(counts.refused)",
      "\(counts.rows) rows: \(counts.taken) taken, \(counts.unchanged) without news, \(counts.known) known already, "
        + "\(counts.refused) refused")
    let events = text("；事件\(counts.events)", "; \(counts.events) events")
    let added =
      counts.addedUnits + counts.addedStaff == 0
      ? ""
      : text(
        "；新增房屋\(counts.addedUnits)、人员\(counts.addedStaff)",
        "; added \(counts.addedUnits) rooms and \(counts.addedStaff) people")
    return rows + events + added + (isRehearsal ? text("（只检查，未写入）", " (checked only, nothing written)") : "")
  }

  /// A refused row: its line and why.
  func line(for fault: RowFault, _ zone: Zone) -> String {
    text("第\(fault.line)行：", "line \(fault.line): ") + sentence(for: fault.reason, zone)
  }

  /// Why a row was not taken.
  func sentence(for reason: RowReason, _ zone: Zone) -> String {
    switch reason {
    case .csv(let fault): sentence(for: fault)
    case .refused(let refusal): sentence(for: refusal, zone: zone)
    case .missing(let column):
      text("\(column.rawValue)为空，必须填写。", "\(column.rawValue) is empty and has to be filled.")
    case .badTime(let column, let value):
      text(
        "\(column.rawValue)读不懂时间\(quoted(value))。",
        "\(column.rawValue): \(quoted(value)) is no time in the form expected.")
    case .badValue(let column, let value, let allowed):
      text(
        "\(column.rawValue)不能是\(quoted(value))，可用：\(list(allowed))",
        "\(column.rawValue) cannot be \(quoted(value)); allowed: \(list(allowed))")
    case .reversed(let column, let before):
      text(
        "\(column.rawValue)早于\(before.rawValue)。", "\(column.rawValue) lies before \(before.rawValue).")
    case .unknownReference(let reference):
      text(
        "没有外部编号为\(quoted(reference))的工单，请先导入工单。",
        "No ticket has the reference \(quoted(reference)). Import the tickets first.")
    case .unknownPerson(let column, let name):
      text(
        "\(column.rawValue)：没有人员\(quoted(name))，请先导入人员。",
        "\(column.rawValue): nobody is called \(quoted(name)). Import the staff first.")
    case .refusedState(let state):
      text("对照文件不接受状态\(quoted(state))。", "The map refuses the state \(quoted(state)).")
    case .unknownState(let state, let known):
      text(
        "对照文件没有状态\(quoted(state))，已有：\(list(known))",
        "The map says nothing of the state \(quoted(state)); it knows: \(list(known))")
    case .outOfOrder(let moment, let after):
      outOfOrder(apart(moment, after, zone))
    case .noOrder(let step):
      text("这张工单没有可以\(quoted(step))的派工单。", "The ticket has no work order for \(quoted(step)).")
    }
  }

  private func outOfOrder(_ times: (String, String)) -> String {
    text(
      "时间\(times.0)早于上一行的\(times.1)，同一工单须按时间排列。",
      "\(times.0) lies before the row above it, \(times.1); the rows of a ticket have to be in order.")
  }

  private func sentence(for fault: CSVFault) -> String {
    switch fault {
    case .unterminatedQuote: text("引号没有结束。", "A quote is never closed.")
    case .strayQuote: text("单元格中有多余的引号。", "There is a quote in the middle of a cell.")
    case .wrongCellCount(let found, let expected):
      text("有\(found)格，应为\(expected)格。", "It has \(found) cells; the header has \(expected).")
    case .malformedText(let cell): text("第\(cell)格不是有效的 UTF-8。", "Cell \(cell) is not valid UTF-8.")
    case .tooLong: text("这一行超过 1 MiB。", "The row is longer than 1 MiB.")
    }
  }

  /// Why a file could not be taken as a whole.
  func sentence(for failure: ImportFailure) -> String {
    let what: String
    switch failure.error {
    case .unreadable(let number):
      what = text("不能读取：\(Errors.text(number))", "cannot be read: \(Errors.text(number))")
    case .noHeader: what = text("文件是空的，第一行应为列名。", "the file is empty; its first line names the columns.")
    case .badHeader(let fault): what = text("第一行：", "line 1: ") + sentence(for: fault)
    case .repeatedColumn(let name):
      what = text("列名\(quoted(name))重复。", "the column \(quoted(name)) stands there twice.")
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
    }
    return pair(failure.path, what)
  }
}
