import Desk
import Foundation
import TestSupport
import Testing

/// A whole shift in a real terminal by somebody whose Chinese input method is on all the time: function keys, Ctrl,
/// arrows, Tab, Enter, Esc, digits and hanzi arrive, letters and punctuation do not.
@Suite(
  .serialized, .enabled(if: TmuxTerminal.isThere, "tmux is not installed; these tests need a real terminal"))
struct InputMethodShiftTests {
  /// One thing done and what the screen says then.
  private struct Step {
    /// Keys by their tmux names, or texts after `=`.
    let keys: [String]
    let zh: String
    let en: String
    /// Whether the text is to be gone instead.
    var gone = false

    init(_ keys: String..., zh: String, en: String, gone: Bool = false) {
      self.keys = keys
      (self.zh, self.en, self.gone) = (zh, en, gone)
    }
  }

  private static let steps: [Step] = [
    Step("C-b", zh: "今天答应回话的", en: "Promised an answer today"),
    Step("Down", zh: "今天答应回话的", en: "Promised an answer today"),
    Step("F5", zh: "剩余", en: "Left"),
    // A burst pipe: taken in, sent, mended, told, closed.
    Step("F3", zh: "来电人", en: "Caller"),
    Step("=1201", "Tab", zh: "张磊", en: "张磊"),
    Step("Tab", "Tab", "=厨房水管爆裂", "Tab", zh: "厨房水管爆裂", en: "厨房水管爆裂"),
    Step("Tab", "Tab", zh: "当场的答复", en: "said at once"),
    Step("Tab", "=特急", zh: "特急", en: "Critical"),
    Step("Tab", "=给排水", zh: "给排水", en: "Plumbing"),
    Step("C-s", zh: "已登记：1004", en: "Taken in: 1004"),
    // What is critical goes on to whom to send.
    Step("C-s", zh: "已记录：1004", en: "Recorded: 1004"),
    Step("C-r", zh: "沟通情况", en: "What passed"),
    Step("=师傅马上到", "C-s", zh: "1004 响应", en: "1004 Respond"),
    // Each asks who and when in one line.
    Step("F2", "=接单", "Enter", "C-s", zh: "1004.1 接单", en: "1004.1 Accept"),
    Step("F2", "=出发", "Enter", "C-s", zh: "1004.1 出发", en: "1004.1 Travel"),
    Step("F2", "=到场", "Enter", "C-s", zh: "1004.1 到场", en: "1004.1 Arrive"),
    Step("F2", "=完工", "Enter", zh: "材料", en: "Materials"),
    Step("=更换三角阀", "C-s", zh: "1004.1 完工", en: "1004.1 Complete"),
    Step("C-e", zh: "结果", en: "Result"),
    Step("=已修好", "C-s", zh: "1004 结果", en: "1004 Result"),
    Step("C-y", zh: "答复  ", en: "Answer  "),
    Step("=已电话告知", "C-s", zh: "1004 回复", en: "1004 Reply"),
    Step("C-x", "C-s", zh: "1004 办结", en: "1004 Close"),
    // What was there already: a note, a wait, and on again.
    Step("Home", "C-t", zh: "备注  ", en: "Note  "),
    Step("=住户明天在家", "C-s", zh: "1001 备注", en: "1001 Note"),
    Step("C-a", zh: "责任人", en: "Owner"),
    Step("=王强", "C-s", zh: "1001 指派", en: "1001 Assign"),
    Step("C-w", "Down", zh: "原因", en: "Reason"),
    // A hold without a time or a word is none.
    Step("Tab", "Tab", "=明天在家", "C-s", zh: "1001 挂起", en: "1001 Wait"),
    Step("F2", "=恢复", "Enter", "C-s", zh: "1001 恢复", en: "1001 Resume"),
    Step("C-u", "=又催了", "C-s", zh: "1001 催单", en: "1001 Urge"),
    // Looking for something, and another order of the list.
    Step("C-f", "=灯", zh: "1张", en: "1 found"),
    Step("Enter", "Enter", zh: "#1002", en: "#1002"),
    Step("F11", zh: "说明", en: "Explain"),
    Step("Escape", zh: "1张", en: "1 found"),
    Step("Escape", zh: "1张", en: "1 found", gone: true),
    Step("F6", zh: "按登记先后", en: "Oldest first"),
    Step("F6", zh: "按编号", en: "By number"),
    Step("F6", zh: "最早到期|按到期先后", en: "Earliest due first"),
    // The board: somebody goes where the plan has it.
    Step("F4", zh: "待派工单", en: "Waiting to be sent"),
    Step("Tab", "Down", zh: "待派工单", en: "Waiting to be sent"),
    Step("Tab", "F6", zh: "已按计划派出", en: "Sent as planned"),
    Step("F7", zh: "待派工单", en: "Waiting to be sent"),
    Step("F5", zh: "剩余", en: "Left"),
    // Marks: one note for two.
    Step("Home", "IC", zh: "已标记1张", en: "1 marked"),
    Step("IC", zh: "已标记2张", en: "2 marked"),
    Step("C-t", "=交班已看", "C-s", zh: "已记录 2张工单 备注", en: "Note: 2 tickets recorded"),
    // Elsewhere and back.
    Step("F2", "=台账", "Enter", zh: "3-2-1201", en: "3-2-1201"),
    Step("Tab", zh: "王强", en: "王强"),
    Step("BSpace", zh: "3-2-1201", en: "3-2-1201"),
    Step("F5", zh: "剩余", en: "Left"),
    Step("F2", "=大屏", "Enter", zh: "在外|已办结", en: "closed"),
    Step("Escape", zh: "剩余", en: "Left"),
    Step("F1", zh: "关闭这一层", en: "Closes this"),
    Step("Escape", zh: "剩余", en: "Left"),
    Step("F9", zh: "配色", en: "Colours"),
    Step("F8", zh: "Left", en: "剩余"),
    Step("F8", zh: "剩余", en: "Left"),
    Step("F10", zh: "READY>", en: "READY>"),
  ]

  /// Whether an input method lets it through.
  private func passes(_ key: String) -> Bool {
    if key.hasPrefix("=") { return key.dropFirst().allSatisfy { !$0.isASCII || $0.isNumber } }
    let named: Set = ["Up", "Down", "Home", "End", "Tab", "Enter", "Escape", "IC", "BSpace"]
    return named.contains(key) || key.hasPrefix("C-") || key.hasPrefix("F") && Int(key.dropFirst()) != nil
  }

  @Test(arguments: Language.allCases)
  func aShiftIsWorkedWithoutALetter(language: Language) throws {
    #expect(Self.steps.count >= 50)
    #expect(Self.steps.flatMap(\.keys).allSatisfy(passes))
    let journal = try JournalOnDisk()
    let terminal = try TmuxTerminal(width: 100, height: 30, keeping: journal)
    try terminal.command(
      "'\(try Program.dutydesk())' --journal '\(journal.path)' --lang \(language.rawValue)")
    try terminal.wait("厨房漏水")
    for step in Self.steps {
      for key in step.keys {
        if key.hasPrefix("=") { try terminal.type(String(key.dropFirst())) } else { try terminal.press(key) }
      }
      let wanted = (language == .zh ? step.zh : step.en).split(separator: "|")
      try terminal.until("\(step.keys) → \(wanted)") { screen in
        screen.contains { row in wanted.contains { row.contains($0) } } != step.gone
      }
    }
    let shown = try journal.run("show", "1004")
    #expect(shown.contains("办结") && shown.contains("更换三角阀"))
    #expect(try journal.run("list", "--queue", "closed", "--json").contains("1004"))
    // What the screen was asked for stands in the journal, in the order in which it was done.
    let kept = [
      "waiting", "resumed", "urged", "noted", "dispatched", "accepted", "travelling", "arrived", "completed",
    ]
    let done = try String(contentsOfFile: journal.path, encoding: .utf8).split(separator: "\n").compactMap {
      line in
      kept.first { line.contains(".\($0)\"") }
    }
    #expect(
      done.starts(with: [
        "dispatched", "accepted", "travelling", "arrived", "completed", "noted", "waiting", "resumed",
        "urged",
      ]), "\(done)")
    #expect(done.dropFirst(9).contains("dispatched") && done.suffix(2) == ["noted", "noted"], "\(done)")
    try journal.run("verify")
  }
}
