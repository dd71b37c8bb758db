import Desk
import Terminal

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
        screen.about.name(in: context.words.language) + " · " + context.say(group.title.zh, group.title.en)
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
  private static let indent = 27

  private func lines(_ entry: ActionEntry, _ keys: [Key]) -> [Line] {
    let language = context.words.language
    let texts = keys.compactMap { KeyName($0)?.text }
    let help = TextWidth.wrap(entry.help(in: language), width: max(20, context.size.width - 3 - Self.indent))
    let first = Line([
      Span(texts.joined(separator: " "), .key, width: 13), Span("  "),
      Span(entry.label(in: language), .title, width: 10), Span("  "), Span(help.first ?? ""),
    ])
    return [first] + help.dropFirst().map { Line([Span("", width: Self.indent), Span($0)]) }
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
    return texts.map { Line([Span($0.0, $0.1, width: 13), Span("  "), Span($0.2)]) }
  }

  private var oneLine: [Line] {
    [
      Line.heading(FieldName.line.label(context.words), width: context.size.width - 2),
      Line(FieldName.line.placeholder(context.words), .input),
      Line(
        context.say(
          "! 等级  @ 责任人  # 事项  = 类型  % 渠道  ~ 来电人；房号和电话号码认得出来，其余是摘要。",
          "! urgency  @ owner  # topic  = kind  % channel  ~ caller; a room and a number are known, the rest is the summary."
        )),
    ]
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
