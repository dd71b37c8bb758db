public import Desk

/// What can be done, as a phrase that follows "may not" or "you can".
extension Words {
  /// `作废工单` / `cancel a ticket`.
  public func phrase(for verb: Verb) -> String {
    switch verb {
    case .staff: text("修改人员台账", "change the staff register")
    case .registers: text("修改房屋和住户台账", "change the register of rooms and residents")
    case .receive: text("登记工单", "take in a ticket")
    case .importRecords: text("导入记录", "import records")
    case .repair: text("处理日志损坏", "decide on damage of the journal")
    case .care: text("恢复日志", "recover the journal")
    case .edit: text("更正工单", "correct a ticket")
    case .classify: text("调整分类", "change the classification")
    case .assign: text("指定责任人", "name an owner")
    case .note: text("添加备注", "add a note")
    case .inform: text("登记进度告知", "record a progress notice to the resident")
    case .check: text("登记现场查看", "record a check on the spot")
    case .respond: text("登记响应", "record a response to the resident")
    case .urge: text("登记催单", "record that the resident asked again")
    case .promise: text("登记承诺时间", "record a promised time")
    case .wait: text("挂起工单", "put a ticket on hold")
    case .resume: text("恢复处理", "resume a ticket")
    case .escalate: text("上报主管", "put a ticket before the supervisor")
    case .decide: text("登记主管决定", "record a decision")
    case .resolve: text("登记处理结果", "record the result")
    case .refuse: text("婉拒", "decline what was asked for")
    case .rebook: text("改约", "move a promised time")
    case .reply: text("登记回复", "record the reply to the resident")
    case .visit: text("登记回访", "record a return visit")
    case .close: text("办结工单", "close a ticket")
    case .reopen: text("重新打开工单", "reopen a ticket")
    case .cancel: text("作废工单", "cancel a ticket")
    case .inspect: text("登记检查验收", "record an inspection")
    case .dispatch: text("派单", "dispatch a technician")
    case .send: text("派出预约单", "send a reserved order")
    case .accept: text("接单", "accept an order")
    case .decline: text("退单", "decline an order")
    case .travel: text("登记出发", "set out for an order")
    case .arrive: text("登记到场", "record the arrival")
    case .pause: text("暂停派工单", "pause an order")
    case .continue: text("继续派工单", "continue an order")
    case .complete: text("登记完工", "complete an order")
    case .signoff: text("登记住户验收", "record the resident's sign-off")
    case .withdraw: text("撤回派工单", "withdraw an order")
    case .merge: text("并单", "merge tickets")
    case .unmerge: text("拆分并单", "take a merged ticket apart again")
    case .link: text("关联主单", "link a ticket to another")
    case .undo: text("撤销自己的操作", "take back what you did")
    case .acknowledge: text("知悉提醒", "acknowledge an escalation")
    case .policy: text("变更时限政策", "change the policy")
    case .roster: text("排班", "change the roster")
    case .away: text("登记请假和休息", "record who is away")
    case .rush: text("紧急登记并派单", "take in and dispatch an emergency")
    case .transfer: text("转派", "hand an order on")
    case .price: text("登记报价", "record a price")
    case .call: text("登记电话跟进", "record a check call")
    case .propose: text("登记待核的住户", "put a resident on record, to be confirmed")
    case .rework: text("登记返修", "mark an order as rework")
    case .refer: text("登记外转或外部单位的答复", "refer a ticket to a body outside, or note its answer")
    case .catalogue: text("修改外部单位和服务目录", "change the registers of bodies and services")
    }
  }

  /// What a ticket in this state is waiting for: what can be done with it now.
  func nextSteps(_ status: TicketStatus) -> [Verb] {
    switch status {
    case .received: [.assign, .dispatch, .cancel]
    case .assigned, .working: [.resolve, .wait, .dispatch]
    case .waiting: [.resume, .resolve]
    case .resolved: [.reply, .reopen]
    case .replied: [.close, .visit, .reopen]
    case .closed: [.reopen, .visit, .note]
    case .cancelled: [.note]
    case .merged: [.unmerge, .reply, .note]
    }
  }

  /// The step that comes next for an order in this state.
  func nextSteps(_ status: OrderStatus) -> [Verb] {
    switch status {
    case .reserved: [.send, .arrive]
    case .dispatched: [.accept, .arrive, .decline]
    case .accepted: [.travel, .arrive]
    case .travelling: [.arrive]
    case .onsite: [.complete, .pause]
    case .paused: [.continue, .complete]
    case .completed: [.signoff]
    case .signed: [.dispatch]
    case .declined, .withdrawn: [.dispatch]
    }
  }
}
