public import Settings

/// What is wrong in a settings file, a theme or an import map.
extension Words {
  /// `night.theme:3:7: …`: place and sentence.
  public func sentence(for fault: SettingsFault) -> String {
    "\(fault.name):\(fault.line):\(fault.column): " + sentence(for: fault.kind)
  }

  /// What is wrong, without the place.
  public func sentence(for kind: SettingsFault.Kind) -> String {
    switch kind {
    case .invalidUTF8: text("不是有效的 UTF-8 文字", "not valid UTF-8 text")
    case .encoding(let fault):
      sentence(for: fault) + text("；请另存为 UTF-8（带 BOM）", "; save the file as UTF-8 with a mark (BOM)")
    case .unexpected(let found, let expected): unexpected(found, name(expected))
    case .duplicateKey(let key, let line):
      text("键\(quoted(key))重复，第\(line)行已有", "the key \(quoted(key)) stands in line \(line) already")
    case .duplicateSection(let section, let line):
      text(
        "小节\(quoted(section))重复，第\(line)行已有", "the section \(quoted(section)) stands in line \(line) already")
    case .unterminatedString: text("字符串没有结束引号", "the string has no closing quote")
    case .badEscape(let escape): text("不认识的转义\(quoted(escape))", "\(quoted(escape)) is no escape")
    case .controlCharacter(let code): text("字符串中有控制字符\(code)", "control character \(code) in a string")
    case .badNumber(let number): text("\(quoted(number))不是整数", "\(quoted(number)) is no whole number")
    case .badDuration(let span):
      text("\(quoted(span))不是时长，写法如 1h30m", "\(quoted(span)) is no duration; it looks like 1h30m")
    case .unterminatedList: text("列表没有结束", "the list is not closed")
    case .unterminatedTable: text("行内表没有结束", "the inline table is not closed")
    case .tooDeep: text("括号嵌套太深", "too many brackets inside each other")
    case .unknownKey(let key, let allowed): unknown(quoted(key), allowed)
    case .unknownSection(let section, let allowed): unknown("[\(section)]", allowed)
    case .missingSection(let section): text("缺少小节[\(section)]", "the section [\(section)] is missing")
    case .missingKey(let key, let section):
      section.isEmpty
        ? text("缺少\(key)", "\(key) is missing")
        : text("[\(section)]缺少键\(quoted(key))", "[\(section)] lacks the key \(quoted(key))")
    case .wrongType(let found, let expected):
      text("应为\(name(expected))，实为\(name(found))", "expected \(name(expected)), found \(name(found))")
    case .notAllowed(let value, let allowed): unknown(quoted(value), allowed)
    case .outOfRange(let value, let lowest, let highest):
      text("\(value)超出范围\(lowest)到\(highest)", "\(value) is not between \(lowest) and \(highest)")
    case .badColour(let colour):
      text(
        "\(quoted(colour))不是颜色：用 #rrggbb、0到255、调色板中的名称或 default",
        "\(quoted(colour)) is no colour: use #rrggbb, 0 to 255, a name of the palette or default")
    case .badKeyName(let key): text("没有名为\(quoted(key))的按键", "no key is called \(quoted(key))")
    case .keyTaken(let key, let action, let place):
      text(
        "\(key) 在 \(place) 已经是 \(action) 的键；请把那一个也改掉",
        "\(key) is the key of \(action) in \(place) already; change that one too")
    case .unreachable(let action):
      text(
        "\(action) 至少要有一个输入法放行的键（功能键、Ctrl 或方向键等）",
        "\(action) needs a key that an input method lets through: a function key, Ctrl, an arrow")
    }
  }

  private func unexpected(_ found: String, _ expected: String) -> String {
    found.isEmpty
      ? text("文件在此结束，缺少\(expected)", "the file ends where \(expected) is needed")
      : text("\(quoted(found))处应为\(expected)", "\(quoted(found)) stands where \(expected) is needed")
  }

  private func unknown(_ what: String, _ allowed: [String]) -> String {
    text("不认识\(what)，可用：\(list(allowed))", "\(what) is unknown; allowed: \(list(allowed))")
  }

  private func name(_ expected: SettingsFault.Expected) -> String {
    switch expected {
    case .key: text("键名", "a key")
    case .equals: text("等号", "an equals sign")
    case .value: text("值", "a value")
    case .endOfLine: text("行尾", "the end of the line")
    case .sectionName: text("小节名", "the name of a section")
    case .closingBracket: text("右方括号", "a closing bracket")
    case .commaOrClosingBracket: text("逗号或右方括号", "a comma or a closing bracket")
    case .commaOrClosingBrace: text("逗号或右花括号", "a comma or a closing brace")
    }
  }

  func name(_ type: SettingsType) -> String {
    switch type {
    case .string: text("字符串", "a string")
    case .integer: text("整数", "a whole number")
    case .boolean: text("true或false", "true or false")
    case .duration: text("时长（如 30m、24h、7d）", "a duration (such as 30m, 24h, 7d)")
    case .list: text("列表", "a list")
    case .table: text("行内表", "an inline table")
    }
  }
}
