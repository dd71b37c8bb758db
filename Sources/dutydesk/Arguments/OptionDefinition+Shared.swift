import Desk

/// The options that every command has.
extension OptionDefinition {
  static let journal = Self(
    "journal", .file,
    Phrase(
      "日志文件；缺省为 $DUTYDESK_JOURNAL，再次为 $XDG_DATA_HOME/dutydesk/desk.journal",
      "the journal; else $DUTYDESK_JOURNAL, else $XDG_DATA_HOME/dutydesk/desk.journal"))
  static let asStaff = Self(
    "as", .staff,
    Phrase("以哪位人员的身份操作；缺省为 $DUTYDESK_AS", "who you are, of those bound to your account; else $DUTYDESK_AS"))
  static let lang = Self(
    "lang", .words("zh|en", ["zh", "en"]), Phrase("界面语言", "the language of what is printed"))
  static let theme = Self("theme", .name, Phrase("控制台配色", "the colours of the console"))
  static let screenReader = Self(
    "screen-reader", nil,
    Phrase("供读屏软件：文字代替记号，不分栏，不跳秒", "for a screen reader: words for marks, no panes, nothing that ticks"))
  static let screen = Self(
    "screen",
    .words("queue|overview|board|wall|registers", ["queue", "overview", "board", "wall", "registers"]),
    Phrase("先显示哪一屏", "the screen to begin with"))
  static let now = Self(
    "now", .time,
    Phrase("按今天所知，显示那一刻的情形（只用于查看）", "shows the desk at that moment by what is known today (reading only)"))
  static let asOf = Self(
    "as-of", .time,
    Phrase("按当时已录入的内容，显示那一刻的情形（只用于查看）", "shows the desk as it was recorded by then (reading only)"))
  static let json = Self("json", nil, Phrase("输出一个 JSON 值", "prints one JSON value"))
  static let csv = Self("csv", nil, Phrase("输出 CSV（RFC 4180）", "prints CSV (RFC 4180)"))

  static let global = [journal, asStaff, lang, theme, now, asOf, json, csv]
}

/// The options that every changing command has.
extension OptionDefinition {
  static let on = Self(
    "on", .time, Phrase("实际发生的时间，不能在将来", "when it really happened; not in the future"))
  static let actor = Self(
    "actor", .staff, Phrase("实际经办人，如与录入人不同", "who did it, when that is somebody else"))
  static let ifSeq = Self(
    "if-seq", .seq,
    Phrase("仅当工单自该事件之后没有变化时执行", "only if the ticket has not changed since that event"))

  static let ofEveryChange = [on, actor, ifSeq, force]
}

/// Options that several commands share.
extension OptionDefinition {
  static let text = Self("text", .text, Phrase("要记下的话", "what is to be written down"))
  static let why = Self("why", .text, Phrase("原因", "the reason"))
  static let result = Self("result", .text, Phrase("处理结果", "what was done and how it is now"))
  static let summary = Self("summary", .text, Phrase("一句话说明", "what it is about, in one line"))
  static let unit = Self("unit", .unit, Phrase("房号，如 3-2-1201", "the room, such as 3-2-1201"))
  static let caller = Self("caller", .name, Phrase("来电人姓名", "the name the caller gives"))
  static let phone = Self("phone", .phone, Phrase("电话", "a phone number"))
  static let kind = Self("kind", .code("K", TicketKind.self), Phrase("类型", "the kind"))
  static let urgency = Self(
    "urgency", .code("U", Urgency.self), Phrase("紧急程度", "how soon it has to be looked after"))
  static let topic = Self("topic", .code("T", Topic.self), Phrase("事项", "what it is about"))
  static let owner = Self("owner", .staff, Phrase("责任人", "who is responsible"))
  static let reason = Self("reason", .code("R", WaitingReason.self), Phrase("原因", "why it rests"))
  static let window = Self(
    "window", .window,
    Phrase("约定时段，如 '2026-11-23 14:00..16:00'", "the promised time, such as '2026-11-23 14:00..16:00'"))
  static let force = Self(
    "force", nil, Phrase("不顾警告照样登记（禁止项不能强制）", "overrules warnings, never blocks"))
  static let important = Self("important", nil, Phrase("重要，须回访", "important: gets a return visit"))
  static let excel = Self(
    "excel", nil,
    Phrase(
      "CSV 供电子表格打开：中文列名，电话、房号不变成数字",
      "for a spreadsheet, with --csv: titles, the centre's time, phones and rooms that stay as they are"))
  static let name = Self("name", .name, Phrase("姓名", "the name"))
}
