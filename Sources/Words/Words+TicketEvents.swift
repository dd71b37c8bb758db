public import Desk

extension Words {
  /// One line saying what happened to a ticket.
  public func line(for event: TicketEvent, _ teller: Teller) -> String {
    switch event {
    case .received(let receipt): received(receipt, teller)
    case .edited(let edit): said(text("更正", "Corrected"), list(corrections(edit, teller)))
    case .classified(let change): said(text("调整分类", "Classified"), list(changes(change)))
    case .assigned(let to): said(text("责任人", "Owner"), teller.name(to))
    case .noted(let words): said(text("备注", "Note"), words)
    case .informed(let words): said(text("告知进度", "Told how it goes"), words)
    case .checked(let finding): said(text("现场查看", "Checked on the spot"), finding)
    case .responded(let words): said(text("响应住户", "Responded"), words)
    case .urged(let words): said(text("催单", "Asked again"), words)
    case .promised(let by, let words): said(text("承诺回复", "Promised an answer"), teller.time(by), words)
    case .waiting(let reason, let until, let words):
      said(
        text("挂起", "On hold"), name(reason),
        until.map { pair(self.until, teller.time($0)) } ?? "", words)
    case .resumed(let words): said(text("恢复处理", "Resumed"), words)
    case .escalated(let words): said(text("上报主管", "Put before the supervisor"), words)
    case .decided(let words): said(text("主管决定", "Decision"), words)
    case .resolved(let result): said(text("处理结果", "Result"), result)
    case .replied(let words, let notice):
      said(notice ? text("张贴公告答复", "Answered by public notice") : text("回复住户", "Replied"), words)
    case .visited(let answer, let words, let place):
      said(text("回访", "Return visit"), place.map { name($0) } ?? "", name(answer), words)
    case .unreached(let place, let words):
      said(text("回访没打通或没人在", "Return visit: nobody reached"), name(place), words)
    case .closed(let words): said(text("办结", "Closed"), words)
    case .reopened(let words): said(text("重新打开", "Reopened"), words)
    case .cancelled(let why): said(text("作废", "Cancelled"), why)
    case .inspected(let passed, let words):
      said(
        text("检查验收", "Inspected"), passed ? text("合格", "passed") : text("不合格", "not passed"), words)
    case .merged(let survivor): said(text("并入", "Merged into"), ticket(survivor))
    case .unmerged(let words): said(text("拆分，恢复为单独工单", "A matter of its own again"), words)
    case .linked(let parent):
      if let parent {
        said(text("关联到主单", "Linked as a part of"), ticket(parent))
      } else {
        text("取消关联", "No longer linked")
      }
    case .restored(let words): said(text("撤销作废", "Cancelling taken back"), words)
    case .acknowledged(let words): said(text("已知悉提醒", "Escalation acknowledged"), words)
    case .undone(_, let verb): said(text("已撤销", "Taken back"), phrase(for: verb))
    case .refused(let why, let instead):
      said(
        text("婉拒", "Declined"), why, instead.isEmpty ? "" : pair(text("建议", "instead"), instead))
    case .rebooked(let change):
      said(
        text("改约", "Rebooked"), "\(teller.time(change.window.start)) – \(teller.time(change.window.end))",
        asked(by: change.asked), change.why)
    case .referred(let referring):
      said(
        text("外转", "Referred"), teller.body(referring.body),
        referring.until.map { pair(text("要求", "by"), teller.time($0)) } ?? "", referring.text,
        referring.ref.isEmpty ? "" : pair(text("文号", "their number"), referring.ref))
    case .answered(let answer):
      said(
        answer.isFinal ? text("外转最终答复", "Final answer") : text("外转答复", "Answer"), teller.body(answer.body),
        answer.text)
    case .withdrawn: text("随导入撤回", "Taken back with its import")
    case .policyApplied(let name): said(text("改按时限政策", "Put under the policy"), name)
    }
  }

  private func asked(by asker: Asker) -> String {
    switch asker {
    case .us: text("我方提出", "moved by us")
    case .resident: text("住户提出", "asked for by the resident")
    }
  }

  private func received(_ receipt: Receipt, _ teller: Teller) -> String {
    let heading = "\(name(receipt.kind)) \(name(receipt.urgency)) \(name(receipt.channel))"
    let owner = receipt.owner.map { pair(self.owner, teller.name($0)) } ?? ""
    return said(text("登记", "Taken in"), heading, receipt.summary, owner)
  }

  private func corrections(_ edit: TicketEdit, _ teller: Teller) -> [String] {
    var parts: [String] = []
    if let unit = edit.unit { parts.append(pair(self.unit, unit.value)) }
    if let caller = edit.caller { parts.append(pair(self.caller, caller)) }
    if let phone = edit.phone { parts.append(pair(self.phone, phone)) }
    if let summary = edit.summary { parts.append(pair(self.summary, summary)) }
    if let received = edit.received {
      parts.append(pair(text("登记时间", "received"), teller.time(received)))
    }
    return parts
  }

  private func changes(_ change: Classification) -> [String] {
    var parts: [String] = []
    if let kind = change.kind { parts.append(name(kind)) }
    if let urgency = change.urgency { parts.append(name(urgency)) }
    if let topic = change.topic { parts.append(name(topic)) }
    if let important = change.isImportant {
      parts.append(important ? self.important : text("不再重要", "no longer important"))
    }
    return parts
  }
}
