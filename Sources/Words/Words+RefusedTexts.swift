public import Desk

/// Refusals about texts, times and the journal itself.
extension Words {
  func missing(_ field: Refusal.Field) -> String {
    text(
      "缺少\(name(of: field))：请填写，不能只有空格。",
      "The \(name(of: field)) is missing: something other than blanks is needed.")
  }

  func tooLong(_ field: Refusal.Field, _ limit: Int) -> String {
    text(
      "\(name(of: field))太长：最多\(limit)字节（约\(limit / 3)个汉字）。",
      "The \(name(of: field)) is too long: at most \(limit) bytes are allowed.")
  }

  var nothingToChange: String {
    text("没有变化：现有记录已经如此。", "Nothing would change: it is recorded like that already.")
  }

  var writtenByNewerVersion: String {
    text(
      "更新版本的程序写过这个日志，本版本只能查看。请升级后再修改。",
      "A newer version has written to this journal, so this one may only read it. Upgrade to make changes.")
  }

  var tooManyTickets: String {
    text("工单编号已经用完，请新建一个日志。", "All ticket numbers are used up. Begin a new journal.")
  }

  func inTheFuture(_ moment: String) -> String {
    text(
      "发生时间\(moment)还没有到。只能填写现在或以前的时间。",
      "\(moment) is in the future. Something that happened can only lie in the past.")
  }

  func beforeCause(_ moment: Instant, _ cause: Instant, _ zone: Zone) -> String {
    let (earlier, first) = apart(moment, cause, zone)
    let least = typable(notBefore: cause, zone)
    return text(
      "发生时间\(earlier)早于前一步的时间\(first)。请填写\(least)或以后的时间。",
      "\(earlier) lies before what came first, at \(first). Give \(least) or later.")
  }

  func tooLate(_ moment: String, _ limit: Seconds) -> String {
    text(
      "\(moment)距今太久：只能补录\(duration(limit))以内发生的事。更早的事请不填发生时间，在内容里写明是什么时候。",
      "\(moment) is too long ago: only the last \(duration(limit)) can still be entered. For what is older leave the time out "
        + "and say in the text when it was."
    )
  }

  func unknownPolicy(_ name: String, _ known: [String]) -> String {
    text(
      "没有名为\(quoted(name))的时限政策。已有：\(list(known.map { policy($0) }))。",
      "There is no policy called \(quoted(name)). There are: \(list(known)).")
  }

  func nobodyCould(_ verb: Verb) -> String {
    text(
      "按这份政策，在职人员中没有人能\(phrase(for: verb))，以后就改不回来了。请给一个在职岗位这项权限。",
      "Under this policy nobody who works here could \(phrase(for: verb)), so it could never be changed again. Give "
        + "that right to a role that somebody has.")
  }

  func effectiveTooEarly(_ moment: String) -> String {
    text(
      "生效时间\(moment)已经过去：政策不能追溯。请填写以后的日期，或不填，即刻生效。",
      "\(moment) has passed, and a policy does not reach back. Give a later date, or none to begin now.")
  }

  func notYetEffective(_ name: String, _ moment: String) -> String {
    text(
      "时限政策\(quoted(name))自\(moment)起生效，在此之前不能用于工单。请在生效后再试，或选用已生效的政策。",
      "The policy \(quoted(name)) is in force from \(moment) on; no ticket can live under it before. Apply it then, or "
        + "one that is in force now.")
  }

  func passed(_ moment: String) -> String {
    text("\(moment)已经过去。请填写以后的时间。", "\(moment) is already over. Give a later time.")
  }

  func reversed(_ window: Window, _ zone: Zone) -> String {
    let (start, end) = apart(window.start, window.end, zone)
    return text(
      "预约时段的结束时间\(end)不晚于开始时间\(start)。请先写开始，再写结束。",
      "The window ends at \(end), which is not after its start at \(start). Give the start first.")
  }

  /// A field as it stands inside a sentence.
  public func name(of field: Refusal.Field) -> String {
    switch field {
    case .summary: text("摘要", "summary")
    case .name: text("姓名", "name")
    case .phone: text("电话", "phone number")
    case .text: text("文字", "text")
    case .why: text("原因", "reason")
    case .result: text("处理结果", "result")
    case .finding: text("现场情况", "finding")
    case .unit: text("房号", "room")
    case .ref: text("外部编号", "reference")
    case .meeting: text("决定政策的会议", "meeting that decided")
    case .policy: text("政策文件", "policy file")
    case .provider: text("外协单位", "provider")
    case .account: text("系统账号", "account")
    case .licence: text("证照名称", "name of the licence")
    case .material: text("材料名称", "name of the material")
    }
  }
}
