import Terminal
import Words

extension ActionTable {
  private static let everywhere = Set(Scope.allCases).subtracting([.confirm])
  private static let reading = Scope.places.union([.help, .slip])

  static let general: [ActionEntry] = [
    ActionEntry(
      .help, [.character("?"), .function(1)], ("帮助", "Help"),
      ("显示这里能用的全部按键", "Shows every key that works here"), everywhere.subtracting([.help])),
    ActionEntry(
      .palette, [.character(":"), .function(2), .control("P")], ("命令", "Commands"),
      ("列出全部操作，输入几个字筛选，方向键选择", "Lists everything that can be done; type to narrow, arrows to choose"),
      Scope.places),
    ActionEntry(
      .intake, [.character("n"), .function(3), .control("N")], ("登记", "New"),
      ("登记新的来电或来访", "Takes in a new call or visit"), Scope.places),
    ActionEntry(
      .board, [.character("b"), .function(4)], ("派工台", "Board"),
      ("谁在哪里，哪些工单还没有人去", "Who is where, and what nobody is on yet"),
      Scope.places.subtracting([.board])),
    ActionEntry(
      .overview, [.character("`"), .control("B")], ("接班", "Overview"),
      ("接班先看：答应回话的、超时的、上一班留下的、接下来到期的", "For the start of a shift: promised, late, left over, due next"),
      Scope.places.subtracting([.overview])),
    ActionEntry(
      .wall, [.character("\\")], ("大屏", "Wall"),
      ("大字显示，给墙上的屏幕看，只能查看", "Large figures for a screen on the wall; reading only"),
      Scope.places.subtracting([.wall])),
    ActionEntry(
      .registers, [.character(";")], ("台账", "Registers"),
      ("房屋和住户、人员、政策", "Rooms and who lives there, people, policies"),
      Scope.places.subtracting([.registers])),
    ActionEntry(
      .drafts, [.character("(")], ("没登记完", "Drafts"),
      ("接着登记没登记完的来电", "Goes on with a call that was not taken in to the end"), Scope.places),
    ActionEntry(
      .called, [.character(")")], ("已通知", "Told"),
      ("第一行要打的电话打过了", "The call that the first row asks for was made"), Scope.places),
    ActionEntry(
      .goBack, [.character("<"), .backspace], ("后退", "Back to"), ("回到刚才看的地方", "To where you were before"),
      Scope.places.union([.slip])),
    ActionEntry(
      .goForward, [.character(">"), .control("]")], ("前进", "Forward"),
      ("后退之后再回去", "Forward again after going back"),
      Scope.places.union([.slip])),
    ActionEntry(
      .queue, [.function(5)], ("队列", "Queue"), ("回到队列", "Back to the queue"),
      Scope.places.subtracting([.queue]).union([.intake, .help])),
    ActionEntry(
      .language, [.character("L"), .function(8)], ("English", "中文"),
      ("切换界面语言", "Switches the language of the screen"), everywhere.subtracting([.palette])),
    ActionEntry(
      .theme, [.function(9)], ("配色", "Colours"), ("换下一套配色", "The next theme"),
      everywhere.subtracting([.palette])),
    ActionEntry(
      .mouse, [.character("M"), .function(12)], ("鼠标", "Mouse"),
      ("开关鼠标；关闭后终端可以选取文字", "Takes the mouse, or leaves it to the terminal to select text"), Scope.places),
    ActionEntry(
      .redraw, [.control("L")], ("重画", "Redraw"), ("重画整个屏幕", "Draws the whole screen anew"),
      everywhere.subtracting([.palette])),
    ActionEntry(
      .suspend, [.control("Z")], ("暂离", "Suspend"), ("回到命令行，fg 返回", "To the shell; fg comes back"), everywhere
    ),
    ActionEntry(
      .quit, [.character("q"), .function(10), .control("Q")], ("退出", "Quit"),
      (
        "退出；日志里的都已保存。q 只在队列里退出，别处是返回",
        "Leaves; all that was recorded is saved. q leaves only the queue and goes back elsewhere"
      ),
      Scope.places),
    ActionEntry(
      .back, [.escape, .control("C")], ("返回", "Back"),
      ("关闭这一层，回到上一层", "Closes this and goes back to what was before"), Set(Scope.allCases)),
  ]

  static let moving: [ActionEntry] = [
    ActionEntry(
      .up, [.up, .character("k")], ("上一行", "Row above"), ("上一行", "The row above"),
      reading.union([.palette, .form, .intake])),
    ActionEntry(
      .down, [.down, .character("j")], ("下一行", "Row below"), ("下一行", "The row below"),
      reading.union([.palette, .form, .intake])),
    ActionEntry(
      .pageUp, [.pageUp], ("上页", "Page up"), ("上一页", "A page up"), reading.union([.palette])),
    ActionEntry(
      .pageDown, [.pageDown], ("下页", "Page down"), ("下一页", "A page down"),
      reading.union([.palette])),
    ActionEntry(
      .nextPage, [.character(" "), .control("V")], ("翻页", "Next page"), ("下一页", "A page down"),
      [.help, .slip]),
    ActionEntry(.first, [.home], ("最前", "First"), ("第一行", "The first row"), reading.union([.palette])),
    ActionEntry(.last, [.end], ("最后", "Last"), ("最后一行", "The last row"), reading.union([.palette])),
    ActionEntry(
      .left, [.left], ("左", "Left"), ("上一个列表或左边一栏", "The list before, or the pane on the left"),
      Scope.screens.union([.registers])
    ),
    ActionEntry(
      .right, [.right], ("右", "Right"), ("下一个列表或右边一栏", "The next list, or the pane on the right"),
      Scope.screens.union([.registers])),
    ActionEntry(
      .nextPane, [.tab], ("换栏", "Pane"), ("到下一栏或下一个列表", "To the next pane or list"),
      Scope.screens.union([.registers])),
    ActionEntry(
      .previousPane, [.backTab], ("换栏", "Pane"), ("到上一栏或上一个列表", "To the pane or list before"),
      Scope.screens.union([.registers])),
    ActionEntry(
      .open, [.enter], ("打开", "Open"), ("打开选中的一项", "Opens what is selected"),
      Scope.screens.union([.palette, .registers])),
  ]

  static let lists: [ActionEntry] =
    [
      ActionEntry(
        .find, [.character("/"), .function(7), .control("F")], ("查找", "Find"),
        (
          "边输入边筛选：文字、拼音首字母、房号、姓名、电话、编号，以及 类型:投诉 责任人:我 超时:是",
          "Narrows while typing: words, pinyin, room, name, phone, number, also kind:complaint owner:me late:yes"
        ), [.queue, .registers, .help]),
      ActionEntry(
        .goTo, [.character("g"), .control("G")], ("跳转", "Go to"),
        ("按编号打开工单；空着回车打开第一行的急事", "Opens a ticket by its number; empty, the emergency of the first row"),
        Scope.places),
      ActionEntry(
        .sort, [.character("o"), .function(6)], ("排序", "Sort"),
        ("按到期、登记先后或编号排序", "By due time, by age or by number"),
        [.queue]),
      ActionEntry(
        .mark, [.character(" "), .insert], ("标记", "Mark"),
        ("标记或取消标记；之后的操作对全部标记的工单", "Marks or not; what is done next is done to all marked"),
        [.queue]),
      ActionEntry(
        .markAll, [.character("*")], ("全部标记", "Mark all"),
        ("标记列表里的全部，或取消全部标记", "Marks all on the list, or none"), [.queue]),
      ActionEntry(
        .openView, [.character("'")], ("我的列表", "My lists"), ("打开保存过的列表", "Shows a list that was kept"),
        [.queue]),
      ActionEntry(
        .saveView, [.character("\"")], ("存列表", "Keep list"),
        ("把现在的列表和筛选起名存下", "Keeps this list and its filter under a name"),
        [.queue]),
    ]
    + zip(listKeys, listTexts).map { key, text in
      ActionEntry(text.0, [.character(key)], text.1, text.2, [.queue])
    }

  private static let listKeys: [Character] = [
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-", "=", "_", "~",
  ]
  private static let listTexts: [(ActionName, (zh: String, en: String), (zh: String, en: String))] = [
    (.listIntake, ("待指派", "Intake"), ("还没有责任人的工单", "Tickets nobody is responsible for yet")),
    (.listOpen, ("未办结", "Open"), ("全部未办结的工单", "Everything that is not closed")),
    (.listMine, ("我的", "Mine"), ("我负责的，或派给我的", "What I own or was sent to")),
    (.listLate, ("超时", "Late"), ("有承诺已经超时的工单", "Tickets with a promise already broken")),
    (.listWaiting, ("挂起", "Waiting"), ("挂起的工单", "Tickets that rest")),
    (.listReply, ("待回复", "Replies"), ("有了结果，还没有回复住户", "The result is there, the resident has no reply yet")),
    (.listVisit, ("待回访", "Visits"), ("办结后还要回访的", "Closed, and a return visit is owed")),
    (.listClosed, ("已办结", "Closed"), ("已经办结的工单", "Tickets that are closed")),
    (.listAll, ("全部", "All"), ("全部工单", "All tickets")),
    (.listEscalated, ("提醒我的", "Raised"), ("按时限提醒我、我还没有知悉的", "Escalated to me, and not seen by me yet")),
    (.listSweep, ("未动", "Untouched"), ("很久没有人动手的，最早的在前", "Nobody acted on it for long, the oldest first")),
    (
      .listUnattended, ("无人值班", "Unattended"),
      ("铃响过久才接的来电", "Calls that rang too long before somebody answered")
    ),
    (
      .listBroken, ("曾超时", "Broken"),
      ("一个月内有过超时的，最近的在前", "A promise on it was broken in the last month, the latest first")
    ),
    (
      .listResult, ("待录结果", "Results"),
      ("维修做完了，结果还没有录入", "The work is done, and the result is still to be entered")
    ),
  ]
}
