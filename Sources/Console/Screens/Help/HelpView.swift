import Desk
import Terminal
import Words

/// Draws help out of the action table.
struct HelpView {
  let screen: HelpScreen
  let context: Context

  var rows: Int { max(1, context.size.height - 1 - ScreenFrame.footer(context.size)) }

  /// All of it, or what of it the search finds: its words in either language, the beginning of them by their pinyin, keys.
  var lines: [Line] {
    guard let typed = screen.search?.text, !TextField.trimmed(typed).isEmpty else { return all }
    let wanted = TextField.trimmed(typed).lowercased()
    let word = SearchWord(wanted)
    let found = ActionTable.all.filter { entry in
      let texts = [entry.label.zh, entry.label.en, entry.help.zh, entry.help.en].map { $0.lowercased() }
      let keys = context.preferences.keys.keys(of: entry.name).compactMap { KeyName($0)?.text }
      return texts.contains { $0.contains(wanted) } || word.begins(entry.label.zh) || keys.contains(typed)
    }
    guard !found.isEmpty else {
      return [Line(context.say("没有找到“\(typed)”。", "Nothing says “\(typed)”."), .muted)]
    }
    return found.flatMap { lines($0, context.preferences.keys.keys(of: $0.name)) }
  }

  private var all: [Line] {
    let width = context.size.width - 2
    var told: Set<ActionName> = []
    var lines: [Line] = []
    for group in ActionTable.groups {
      let here = group.entries.filter { $0.scopes.contains(screen.about) && !keys(of: $0).isEmpty }
      guard !here.isEmpty else { continue }
      told.formUnion(here.map(\.name))
      let title =
        screen.about.name(in: context.words.language) + " · " + group.title.said(in: context.words.language)
      lines += (lines.isEmpty ? [] : [.empty]) + [Line.heading(title, width: width)]
      lines += here.flatMap { self.lines($0, keys(of: $0)) }
    }
    lines += [.empty, Line.heading(context.say("记号", "Marks"), width: width)] + marks
    if screen.about == .intake { lines += [.empty] + oneLine }
    let elsewhere = Scope.allCases.filter { $0 != screen.about && $0 != .help && $0 != .palette }
    for scope in elsewhere {
      let rest = ActionTable.entries(in: scope).filter { told.insert($0.name).inserted }
      guard !rest.isEmpty else { continue }
      lines += [.empty, Line.heading(scope.name(in: context.words.language), width: width)]
      lines += rest.flatMap { self.lines($0, context.preferences.keys.keys(of: $0.name)) }
    }
    return lines
  }

  /// The keys of an action that work in the place asked about: while typing, none that writes or moves the caret.
  private func keys(of entry: ActionEntry) -> [Key] {
    let keys = context.preferences.keys.keys(of: entry.name)
    guard screen.wasTyping else { return keys }
    return keys.filter { key in
      var field = TextField()
      return key.passesInputMethods && !field.handle(key)
    }
  }

  /// Columns of the keys, the name and the gaps.
  private static let indent = keyWidth + 2 + labelWidth + 2
  private static let (keyWidth, labelWidth) = (13, 10)

  private func lines(_ entry: ActionEntry, _ keys: [Key]) -> [Line] {
    let language = context.words.language
    let texts = keys.compactMap { KeyName($0)?.text }
    let help = TextWidth.wrap(entry.help(in: language), width: max(20, context.size.width - 3 - Self.indent))
    // Keys and names that somebody made longer than usual go on in the rows beneath, like the sentence.
    let names = TextWidth.wrap(texts.joined(separator: " "), width: Self.keyWidth)
    let labels = TextWidth.wrap(entry.label(in: language), width: Self.labelWidth)
    return (0..<max(1, names.count, labels.count, help.count)).map { row in
      func part(_ parts: [String]) -> String { parts.indices.contains(row) ? parts[row] : "" }
      return Line([
        Span(part(names), .key, width: Self.keyWidth), Span("  "),
        Span(part(labels), .title, width: Self.labelWidth), Span("  "), Span(part(help)),
      ])
    }
  }

  private var marks: [Line] {
    let texts: [(String, Role, String)] = [
      ("!", .late, context.say("已超时；剩余时间前有减号", "late; the time left has a minus sign")),
      ("^", .atRisk, context.say("时间已用掉四分之三", "three quarters of the time are used up")),
      ("=", .paused, context.say("暂停，时限不走", "resting, the clock stands")),
      ("+", .met, context.say("已达成", "met")),
      ("*", .atRisk, context.say("重要，办结后必须回访", "important, a return visit is owed")),
      (">", .key, context.say("已标记，之后的操作对全部标记的", "marked: what is done next is done to all of them")),
      ("@", .notice, context.say("别人也开着这张工单", "somebody else has this ticket open")),
    ]
    return texts.flatMap { mark, role, text in
      TextWidth.wrap(text, width: max(20, context.size.width - 3 - Self.keyWidth - 2)).enumerated().map {
        row, part in
        Line([Span(row == 0 ? mark : "", role, width: Self.keyWidth), Span("  "), Span(part)])
      }
    }
  }

  private var oneLine: [Line] {
    [
      Line.heading(FieldName.line.label(context.words), width: context.size.width - 2),
      Line(FieldName.line.placeholder(context.words), .input),
    ]
      + wrapped(
        context.say(
          "! 等级  @ 责任人  # 事项  = 类型  % 渠道  ~ 来电人；房号和电话号码认得出来，其余是摘要。",
          "! urgency  @ owner  # topic  = kind  % channel  ~ caller; a room and a number are known, the rest is the summary."
        ))
      + wrapped(
        context.say(
          "微信里的话整段粘贴：房号、姓名、电话自动找出，其余按行留在摘要里，渠道记为微信。",
          "Paste a whole chat message: room, name and number are found, the rest stays line by line in the summary, the channel is WeChat."
        ))
  }

  private func wrapped(_ text: String) -> [Line] {
    TextWidth.wrap(text, width: context.size.width - 2).map { Line($0) }
  }

  func draw(on canvas: inout Canvas) {
    canvas.cover(Rect(x: 0, y: 1, width: context.size.width, height: context.size.height - 1))
    let lines = lines
    let top = max(0, min(screen.scroll, lines.count - rows))
    for row in 0..<rows where lines.indices.contains(top + row) {
      canvas.put(lines[top + row], x: 1, y: 1 + row, width: context.size.width - 2)
    }
    if let search = screen.search {
      SearchLine(field: search, isOpen: screen.isSearching, found: lines.count, context: context).draw(
        on: &canvas)
      if screen.isSearching { return }
    } else if top + rows < lines.count {
      let more = context.say("下面还有\(lines.count - top - rows)行", "\(lines.count - top - rows) more below")
      ScreenFrame(context: context, scope: .help, isInputMethodOn: false)
        .notice(Notice(text: more, tone: .hint), on: &canvas)
    }
    canvas.frame.cursor = Point(x: 1, y: 1)
  }
}
