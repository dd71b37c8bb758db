import Desk
import DeskStore
import Journal
import Words

/// What is said of exports, and of journals that are made of them.
extension Words {
  func sentence(for fault: ExportFault) -> String {
    switch fault {
    case .exists(let path):
      text(
        "\(path)已经存在，不会覆盖。请换一个目录名。", "\(path) exists already and is never overwritten. Choose another name.")
    case .unfinished(let path):
      text(
        "\(path)是一次没有完成的导出，或者正在导出。如已无人在导出，请删除它再试：rm -r \(path)",
        "\(path) is an export that was not finished, or one at work. If nobody is exporting, remove it and try again: "
          + "rm -r \(path)")
    case .io(let path, let number):
      text(
        "没有导出：\(path)：\(Errors.text(number))。", "Nothing was exported: \(path): \(Errors.text(number)).")
    case .nothingLeft:
      text(
        "这样一来没有可导出的内容。请减少--without，或换--tables。",
        "That leaves nothing to export. Leave less out, or ask for other tables.")
    case .changedMeanwhile:
      text(
        "导出期间日志被换成了另一个文件，没有导出。请再试一次。",
        "The journal was replaced by another file meanwhile: nothing was exported. Try again.")
    }
  }

  func sentence(for fault: DeskImportFault) -> String {
    text("没有建立日志：", "No journal was made: ") + reason(for: fault)
  }

  private func reason(for fault: DeskImportFault) -> String {
    switch fault {
    case .unreadable(let path, let number):
      text(
        "不能读取\(path)：\(Errors.text(number))。请指明 dutydesk export 导出的目录。",
        "\(path) cannot be read: \(Errors.text(number)). Name a folder that dutydesk export made.")
    case .badManifest(let offset):
      text("manifest.json 从第\(offset)字节起读不懂。", "manifest.json cannot be read from byte \(offset) on.")
    case .foreignManifest:
      text(
        "manifest.json 不是 dutydesk export 写的，或缺少内容。",
        "manifest.json was not written by dutydesk export, or lacks something.")
    case .notReadBack(let format):
      text(
        "\(format)格式只给数据库用。请用 dutydesk export DIR（csv 或 jsonl）重新导出。",
        "\(format) is for databases only. Export again as csv or jsonl: dutydesk export DIR")
    case .incomplete(let option):
      text(
        "这份导出用了--\(option)，内容不全。请不带--\(option)重新导出。",
        "The export was made with --\(option) and is not whole. Export again without it.")
    case .missingColumn(let name, let file):
      text("\(file)缺少列\(name)。", "\(file) has no column \(name).")
    case .unreadableLine(let line, let file):
      text("\(file)第\(line)行读不懂。", "\(file): line \(line) cannot be read.")
    case .badValue(let line, let column, let value):
      text(
        "第\(line)行：\(column)不能是\(quoted(value))。", "line \(line): \(column) cannot be \(quoted(value)).")
    case .contradiction(let line, let column, let value):
      text(
        "第\(line)行：\(column)写的是\(quoted(value))，data 里不是。请两处都改。",
        "line \(line): \(column) says \(quoted(value)), and data says something else. Change both.")
    case .unknownMember(let line, let name):
      text(
        "第\(line)行：没有哪种事件有\(quoted(name))。", "line \(line): no event has \(quoted(name)).")
    case .rebuild(let fault): reason(for: fault)
    }
  }

  private func reason(for fault: RebuildFault) -> String {
    switch fault {
    case .noBeginning:
      text(
        "第一个事件必须是 0 号 journal.created。", "The first event has to be number 0, journal.created.")
    case .hole(let missing):
      text(
        "缺少事件\(numbers(missing))，序号不能有空缺。",
        "Event \(numbers(missing)) is missing; the numbers must have no hole.")
    case .outOfOrder(let seq):
      text(
        "事件\(seq)重复，或不在原来的顺序上。请按序号排列。", "Event \(seq) stands twice or out of order. Sort by number.")
    case .malformed(let seq):
      text("事件\(seq)的 data 不是它应有的样子。", "The data of event \(seq) is not what it should be.")
    case .notSound(let path):
      text(
        "写出的\(path)没有通过核对。", "What was written to \(path) did not pass the check.")
    }
  }

  private func numbers(_ range: ClosedRange<Int64>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
  }

  /// What was exported, in two lines.
  func exported(_ done: ExportManifest, _ path: String) -> [String] {
    let tables = done.files.flatMap(\.tables).map { table in
      "\(TableCatalogue.table(table.name)?.title.said(in: language) ?? table.name) \(table.rows)"
    }
    let isPersonal = done.files.flatMap(\.tables).flatMap(\.columns).contains { !$0.privacy.isEmpty }
    return [
      text("已导出到\(path)：\(list(tables))", "Exported to \(path): \(list(tables))"),
      isPersonal
        ? text(
          "内含个人信息，目录只有您能打开；用完请删除。", "It holds personal data, and only you can open it; delete it after use.")
        : nil,
    ].compactMap(\.self)
  }

  /// What journal was made of an export.
  func rebuilt(_ done: RebuiltJournal) -> String {
    done.isSame
      ? text(
        "已还原：\(done.path)，与原日志逐字节相同，末尾 \(done.head.noted.text)",
        "Made \(done.path), byte for byte the old journal; its head is \(done.head.noted.text)")
      : text(
        "已建立新日志\(done.path)，注明来自原日志；末尾 \(done.head.noted.text)",
        "Made \(done.path), a journal of its own that names the one it comes from; its head is \(done.head.noted.text)"
      )
  }
}
