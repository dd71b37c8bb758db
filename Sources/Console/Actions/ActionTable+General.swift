import Desk
import Terminal
import Words

extension ActionTable {
  private static let everywhere = Set(Scope.allCases).subtracting([.confirm])
  private static let reading = Scope.places.union([.help, .slip])

  static let general: [ActionEntry] = [
    ActionEntry(
      .help, [.character("?"), .function(1)], Phrase("帮助", "Help"),
      Phrase("显示这里能用的全部按键", "Shows every key that works here"), everywhere.subtracting([.help])),
    ActionEntry(
      .palette, [.character(":"), .function(2), .control("P")], Phrase("命令", "Commands"),
      Phrase("列出全部操作，输入几个字筛选，方向键选择", "Lists everything that can be done; type to narrow, arrows to choose"),
      Scope.places),
    ActionEntry(
      .intake, [.character("n"), .function(3), .control("N")], Phrase("登记", "New"),
      Phrase("登记新的来电或来访", "Takes in a new call or visit"), Scope.places),
    ActionEntry(
      .board, [.character("b"), .function(4)], Phrase("派工台", "Board"),
      Phrase("谁在哪里，哪些工单还没有人去", "Who is where, and what nobody is on yet"),
      Scope.places.subtracting([.board])),
    ActionEntry(
      .overview, [.character("`"), .control("B")], Phrase("接班", "Overview"),
      Phrase("接班先看：答应回话的、超时的、上一班留下的、接下来到期的", "For the start of a shift: promised, late, left over, due next"),
      Scope.places.subtracting([.overview])),
    ActionEntry(
      .wall, [.character("\\")], Phrase("大屏", "Wall"),
      Phrase("大字显示，给墙上的屏幕看，只能查看", "Large figures for a screen on the wall; reading only"),
      Scope.places.subtracting([.wall])),
    ActionEntry(
      .registers, [.character(";")], Phrase("台账", "Registers"),
      Phrase("房屋和住户、人员、政策", "Rooms and who lives there, people, policies"),
      Scope.places.subtracting([.registers])),
    ActionEntry(
      .drafts, [.character("(")], Phrase("没登记完", "Drafts"),
      Phrase("接着登记没登记完的来电", "Goes on with a call that was not taken in to the end"), Scope.places),
    ActionEntry(
      .called, [.character(")")], Phrase("已通知", "Told"),
      Phrase("第一行要打的电话打过了", "The call that the first row asks for was made"), Scope.places),
    ActionEntry(
      .goBack, [.character("<"), .backspace], Phrase("后退", "Back to"),
      Phrase("回到刚才看的地方", "To where you were before"),
      Scope.places.union([.slip])),
    ActionEntry(
      .goForward, [.character(">"), .control("]")], Phrase("前进", "Forward"),
      Phrase("后退之后再回去", "Forward again after going back"),
      Scope.places.union([.slip])),
    ActionEntry(
      .queue, [.function(5)], Phrase("队列", "Queue"), Phrase("回到队列", "Back to the queue"),
      Scope.places.subtracting([.queue]).union([.intake, .help])),
    ActionEntry(
      .language, [.character("L"), .function(8)], Phrase("English", "中文"),
      Phrase("切换界面语言", "Switches the language of the screen"), everywhere.subtracting([.palette])),
    ActionEntry(
      .theme, [.function(9)], Phrase("配色", "Colours"), Phrase("换下一套配色", "The next theme"),
      everywhere.subtracting([.palette])),
    ActionEntry(
      .mouse, [.character("M"), .function(12)], Phrase("鼠标", "Mouse"),
      Phrase("开关鼠标；关闭后终端可以选取文字", "Takes the mouse, or leaves it to the terminal to select text"), Scope.places
    ),
    ActionEntry(
      .redraw, [.control("L")], Phrase("重画", "Redraw"), Phrase("重画整个屏幕", "Draws the whole screen anew"),
      everywhere.subtracting([.palette])),
    ActionEntry(
      .suspend, [.control("Z")], Phrase("暂离", "Suspend"),
      Phrase("回到命令行，fg 返回", "To the shell; fg comes back"), everywhere
    ),
    ActionEntry(
      .quit, [.character("q"), .function(10), .control("Q")], Phrase("退出", "Quit"),
      Phrase(
        "退出；日志里的都已保存。q 只在队列里退出，别处是返回",
        "Leaves; all that was recorded is saved. q leaves only the queue and goes back elsewhere"),
      Scope.places),
    ActionEntry(
      .back, [.escape, .control("C")], Phrase("返回", "Back"),
      Phrase("关闭这一层，回到上一层", "Closes this and goes back to what was before"), Set(Scope.allCases)),
  ]

  static let moving: [ActionEntry] = [
    ActionEntry(
      .up, [.up, .character("k")], Phrase("上一行", "Row above"), Phrase("上一行", "The row above"),
      reading.union([.palette, .form, .intake])),
    ActionEntry(
      .down, [.down, .character("j")], Phrase("下一行", "Row below"), Phrase("下一行", "The row below"),
      reading.union([.palette, .form, .intake])),
    ActionEntry(
      .pageUp, [.pageUp], Phrase("上页", "Page up"), Phrase("上一页", "A page up"), reading.union([.palette])),
    ActionEntry(
      .pageDown, [.pageDown], Phrase("下页", "Page down"), Phrase("下一页", "A page down"),
      reading.union([.palette])),
    ActionEntry(
      .nextPage, [.character(" "), .control("V")], Phrase("翻页", "Next page"), Phrase("下一页", "A page down"),
      [.help, .slip]),
    ActionEntry(
      .first, [.home], Phrase("最前", "First"), Phrase("第一行", "The first row"), reading.union([.palette])),
    ActionEntry(
      .last, [.end], Phrase("最后", "Last"), Phrase("最后一行", "The last row"), reading.union([.palette])),
    ActionEntry(
      .left, [.left], Phrase("左", "Left"), Phrase("上一个列表或左边一栏", "The list before, or the pane on the left"),
      Scope.screens.union([.registers])
    ),
    ActionEntry(
      .right, [.right], Phrase("右", "Right"), Phrase("下一个列表或右边一栏", "The next list, or the pane on the right"),
      Scope.screens.union([.registers])),
    ActionEntry(
      .nextPane, [.tab], Phrase("换栏", "Pane"), Phrase("到下一栏或下一个列表", "To the next pane or list"),
      Scope.screens.union([.registers])),
    ActionEntry(
      .previousPane, [.backTab], Phrase("换栏", "Pane"), Phrase("到上一栏或上一个列表", "To the pane or list before"),
      Scope.screens.union([.registers])),
    ActionEntry(
      .open, [.enter], Phrase("打开", "Open"), Phrase("打开选中的一项", "Opens what is selected"),
      Scope.screens.union([.palette, .registers])),
  ]

  static let lists: [ActionEntry] = [
    ActionEntry(
      .find, [.character("/"), .function(7), .control("F")], Phrase("查找", "Find"),
      Phrase(
        "边输入边筛选：文字、拼音首字母、房号、姓名、电话、编号，以及 类型:投诉 责任人:我 超时:是",
        "Narrows while typing: words, pinyin, room, name, phone, number, also kind:complaint owner:me late:yes"
      ), [.queue, .registers, .help]),
    ActionEntry(
      .goTo, [.character("g"), .control("G")], Phrase("跳转", "Go to"),
      Phrase("按编号打开工单；空着回车打开第一行的急事", "Opens a ticket by its number; empty, the emergency of the first row"),
      Scope.places),
    ActionEntry(
      .sort, [.character("o"), .function(6)], Phrase("排序", "Sort"),
      Phrase("按到期、登记先后或编号排序", "By due time, by age or by number"),
      [.queue]),
    ActionEntry(
      .mark, [.character(" "), .insert], Phrase("标记", "Mark"),
      Phrase("标记或取消标记；之后的操作对全部标记的工单", "Marks or not; what is done next is done to all marked"),
      [.queue]),
    ActionEntry(
      .markAll, [.character("*")], Phrase("全部标记", "Mark all"),
      Phrase("标记列表里的全部，或取消全部标记", "Marks all on the list, or none"), [.queue]),
    ActionEntry(
      .openView, [.character("'")], Phrase("我的列表", "My lists"),
      Phrase("打开保存过的列表", "Shows a list that was kept"),
      [.queue]),
    ActionEntry(
      .saveView, [.character("\"")], Phrase("存列表", "Keep list"),
      Phrase("把现在的列表和筛选起名存下", "Keeps this list and its filter under a name"),
      [.queue]),
    list(
      .listIntake, .intake, "1", Phrase("待指派", "Intake"),
      Phrase("还没有责任人的工单", "Tickets nobody is responsible for yet")),
    list(.listOpen, .open, "2", Phrase("未办结", "Open"), Phrase("全部未办结的工单", "Everything that is not closed")),
    list(.listMine, .mine, "3", Phrase("我的", "Mine"), Phrase("我负责的，或派给我的", "What I own or was sent to")),
    list(
      .listLate, .late, "4", Phrase("超时", "Late"),
      Phrase("有承诺已经超时的工单", "Tickets with a promise already broken")),
    list(.listWaiting, .waiting, "5", Phrase("挂起", "Waiting"), Phrase("挂起的工单", "Tickets that rest")),
    list(
      .listReply, .reply, "6", Phrase("待回复", "Replies"),
      Phrase("有了结果，还没有回复住户", "The result is there, the resident has no reply yet")),
    list(
      .listVisit, .visit, "7", Phrase("待回访", "Visits"),
      Phrase("办结后还要回访的", "Closed, and a return visit is owed")),
    list(.listClosed, .closed, "8", Phrase("已办结", "Closed"), Phrase("已经办结的工单", "Tickets that are closed")),
    list(.listAll, .all, "9", Phrase("全部", "All"), Phrase("全部工单", "All tickets")),
    list(
      .listEscalated, .escalated, "0", Phrase("提醒我的", "Raised"),
      Phrase("按时限提醒我、我还没有知悉的", "Escalated to me, and not seen by me yet")),
    list(
      .listSweep, .sweep, "-", Phrase("未动", "Untouched"),
      Phrase("很久没有人动手的，最早的在前", "Nobody acted on it for long, the oldest first")),
    list(
      .listUnattended, .unattended, "=", Phrase("无人值班", "Unattended"),
      Phrase("铃响过久才接的来电", "Calls that rang too long before somebody answered")),
    list(
      .listBroken, .broken, "_", Phrase("曾超时", "Broken"),
      Phrase("一个月内有过超时的，最近的在前", "A promise on it was broken in the last month, the latest first")),
    list(
      .listResult, .result, "~", Phrase("待录结果", "Results"),
      Phrase("维修做完了，结果还没有录入", "The work is done, and the result is still to be entered")),
  ]

  private static func list(
    _ name: ActionName, _ list: QueueName, _ key: Character, _ label: Phrase, _ help: Phrase
  ) -> ActionEntry {
    ActionEntry(name, [.character(key)], label, help, [.queue], .list(list))
  }
}
