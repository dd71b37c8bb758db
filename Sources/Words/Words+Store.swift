public import Desk
public import DeskStore

/// What stands between the desk and its journal.
extension Words {
  /// One or two sentences, with the moments on the centre's wall clock.
  public func sentence(for error: StoreError, zone: Zone) -> String {
    switch error {
    case .refused(let refusal): sentence(for: refusal, zone: zone)
    case .journal(let error): sentence(for: error)
    case .anotherJournal(let path):
      text(
        "\(path)现在是另一份日志，未保存。已停止写入，打好的内容还在；请让管理员查明后重新打开。",
        "\(path) is another journal now: NOT saved. Nothing is written any more, and what was typed is kept; let somebody "
          + "find out why, then open it again.")
    case .earlierJournal(let path, let missing):
      text(
        "\(path)被换成了较早的副本，缺少事件\(numbers(missing))，未保存。已停止写入，打好的内容还在；请找回原文件后重新打开。",
        "\(path) was replaced by an older copy that lacks event \(numbers(missing)): NOT saved. Nothing is written any more, "
          + "and what was typed is kept; bring the file back, then open it again.")
    case .divergedJournal(let path, let seq):
      text(
        "\(path)被换成了另一份副本，其中事件\(seq)与原来的不同，未保存。已停止写入，打好的内容还在；请查明后重新打开。",
        "\(path) was replaced by a copy in which event \(seq) is another one: NOT saved. Nothing is written any more, and "
          + "what was typed is kept; find out why, then open it again.")
    case .unknownZone(let name):
      text(
        "本机没有时区\(quoted(name))。写法如 Asia/Shanghai；完整列表在 /usr/share/zoneinfo。",
        "This machine has no time zone \(quoted(name)). Write it like Asia/Shanghai; the list is in "
          + "/usr/share/zoneinfo.")
    case .anotherMoment:
      text("正在查看另一时刻，不能更改。", "Another moment is being looked at; nothing can be changed there.")
    case .replay(let fault): sentence(for: fault, zone: zone)
    case .noHome:
      text(
        "不知道日志放在哪里：没有主目录。请用 --journal 指定。",
        "Nothing says where the journal lies: there is no home directory. Name it with --journal.")
    case .folder(let path, let number):
      text("不能建立目录\(path)（错误\(number)）。", "The folder \(path) cannot be made (error \(number)).")
    case .unexpected(let what): text("内部错误：\(what)", "Something unforeseen went wrong: \(what)")
    case .outOfStep(let expected, let found):
      text(
        "日志序号不符：应为\(expected)，实为\(found)。请重新打开。",
        "The journal counted event \(found) where \(expected) was expected. Open it again.")
    }
  }

  /// The centre's zone is none of this machine's.
  public func zoneUnknownHere(_ name: String) -> String {
    text(
      "本机没有时区\(quoted(name))，时间按 UTC 显示。",
      "This machine does not know the time zone \(quoted(name)); times are shown in UTC.")
  }

  private func sentence(for fault: ReplayFault, zone: Zone) -> String {
    switch fault {
    case .atTheBeginning: text("日志从这里开始，前面没有了。", "The journal begins here; there is nothing before.")
    case .atTheEnd: text("后面还没有发生什么。", "Nothing has happened after this yet.")
    case .notYet(let moment): notYet(moment, zone)
    }
  }
}
