import Desk
import Terminal

/// The steps that put a ticket right, before somebody else, or beside another one.
extension ActionTable {
  static let ticketCare: [ActionEntry] = [
    step(
      .urge, [.character("u"), .control("U")], Phrase("催单", "Urge"),
      Phrase("住户又来催", "The resident asked again"),
      .ticket(
        text: Step.theySay, fields: [.text(.text), .when], needs: [.text],
        probe: { _ in .urge(text: "-") },
        read: { (form) throws(Unread) in .urge(text: try form.required(.text)) })),
    step(
      .classify, [.character("c")], Phrase("分类", "Classify"),
      Phrase("改类型、等级、事项", "Changes kind, urgency, topic"),
      .ticket(
        several: .one,
        fields: .from { scene in
          [
            .choice(.kind, TicketKind.allCases.map { .kind($0) }, chosen: .kind(scene.ticket.kind)),
            .choice(.urgency, Urgency.allCases.map { .urgency($0) }, chosen: .urgency(scene.ticket.urgency)),
            .choice(.topic, Topic.allCases.map { .topic($0) }, chosen: .topic(scene.ticket.topic)),
            .flag(.important, scene.ticket.isImportant),
          ]
        },
        probe: { _ in .classify(Classification(isImportant: true)) },
        read: { .classify($0.classification()) })),
    step(
      .edit, [.character("e")], Phrase("更正", "Edit"),
      Phrase("更正房号、姓名、电话、摘要", "Corrects room, name, phone, summary"),
      .ticket(
        several: .one,
        fields: .from { scene in
          [
            .text(.summary, scene.ticket.summary), .text(.unit, scene.ticket.unit?.value ?? ""),
            .text(.caller, scene.ticket.caller), .text(.phone, scene.ticket.phone),
          ]
        },
        probe: { _ in .edit(TicketEdit(summary: "-")) },
        read: { .edit($0.edit()) })),
    step(
      .escalate, [.character("E")], Phrase("上报", "Escalate"),
      Phrase("上报主管决定", "Puts it before the supervisor"),
      .ticket(
        text: Step.remarks, fields: [.text(.text)],
        probe: { _ in .escalate(text: "-") }, read: { .escalate(text: $0.text) })),
    step(
      .decide, [.character("D")], Phrase("决定", "Decide"),
      Phrase("记主管的决定", "Records the supervisor's decision"),
      .ticket(
        text: Phrase("决定", "Decision"), fields: [.text(.text)], needs: [.text],
        probe: { _ in .decide(text: "-") },
        read: { (form) throws(Unread) in .decide(text: try form.required(.text)) })),
    step(
      .inspect, [.character("I")], Phrase("验收", "Inspect"),
      Phrase("主管检查验收", "The supervisor's inspection"),
      .ticket(
        text: Phrase("验收意见", "Remarks"),
        fields: [.open(.passed, [.flag(true, .passed), .flag(false, .passed)]), .text(.text)],
        needs: [.passed],
        probe: { _ in .inspect(passed: true, text: "-") },
        read: { (form) throws(Unread) in .inspect(passed: try form.chosenFlag(.passed), text: form.text) })),
    step(
      .acknowledge, [.character("U")], Phrase("知悉", "Seen"),
      Phrase("知道了：从“提醒我的”移走", "I have seen what is escalated to me; it leaves my list"),
      .ticket(
        several: .allButCritical, menuAfter: .escalate,
        probe: { _ in .acknowledge(text: "") }, read: { _ in .acknowledge(text: "") })),
    step(
      .merge, [.character("m")], Phrase("并单", "Merge"),
      Phrase("和另一张工单是同一件事，并过去", "It is the same matter as another ticket, which goes on"),
      .ticket(
        several: .one, fields: [.text(.into)], needs: [.into],
        // Any other matter that goes on tells whether this one can end in another.
        probe: { $0.otherOpen.map { .merge(into: $0) } },
        read: { (form) throws(Unread) in
          guard let survivor = try form.ticket(.into) else { throw form.missing(.into) }
          return .merge(into: survivor)
        })),
    step(
      .unmerge, [.character("S")], Phrase("拆分", "Split"),
      Phrase("拆开并单，各自恢复", "Takes merged tickets apart again"),
      .ticket(
        text: Step.remarks, fields: [.text(.text)],
        probe: { _ in .unmerge(text: "") }, read: { .unmerge(text: $0.text) })),
    step(
      .link, [.character("l")], Phrase("关联", "Link"),
      Phrase("成为另一张工单的一部分", "Makes it a part of another ticket"),
      .ticket(
        fields: .from {
          [.text(.parent, $0.context.desk.links.parent(of: $0.ticket.number)?.description ?? "")]
        },
        probe: { _ in .link(parent: nil) },
        read: { (form) throws(Unread) in .link(parent: try form.ticket(.parent)) })),
    step(
      .refer, [], Phrase("外转", "Refer"),
      Phrase("外转给街道、公安等；再转一次就是催办", "Refers it to a body outside; once more is a reminder"),
      .ticket(
        text: Phrase("请对方", "Asked for"), several: .one,
        fields: .from { scene in
          [
            .open(.body, scene.context.desk.records.bodies.inUse.map(Choice.init)), .text(.until),
            .text(.text), .text(.number), .text(.when),
          ]
        },
        needs: [.body, .text],
        probe: { scene in
          scene.context.desk.records.bodies.inUse.first.map { .refer(Referring(to: $0.code, text: "-")) }
        },
        read: { (form) throws(Unread) in
          .refer(
            Referring(
              to: try form.body(), text: try form.required(.text), until: try form.moment(.until),
              ref: form.trimmed(.number)))
        })),
    step(
      .answered, [], Phrase("外转答复", "Answered"),
      Phrase("记外部单位的答复", "Records what a body outside answered"),
      .ticket(
        text: Phrase("答复", "Answer"), several: .one,
        fields: .from { scene in
          let desk = scene.context.desk
          return [
            .open(
              .body,
              desk.referrals(of: scene.ticket.number).compactMap { desk.records.bodies[$0.body] }.map(
                Choice.init)),
            .flag(.isFinal, false), .text(.text), .text(.when),
          ]
        },
        needs: [.body, .text],
        // Whoever was asked tells whether anybody can have answered.
        probe: { scene in
          let asked = scene.context.desk.referrals(of: scene.ticket.number).first?.body
          return .answered(BodyAnswer(from: asked ?? RecordCode("-"), text: "-"))
        },
        read: { (form) throws(Unread) in
          .answered(
            BodyAnswer(
              from: try form.body(), text: try form.required(.text), isFinal: form.flag(.isFinal)))
        })),
    step(
      .undo, [.character("z")], Phrase("撤销", "Undo"),
      Phrase("撤销自己刚做的最后一步", "Takes back the very last thing you did"),
      Step(
        about: .lastStep, several: .all, menuAfter: .cancel,
        probe: { _ in .undo(nil) }, read: { .undo($0.target.ticket) })),
    step(
      .reopen, [.character("O")], Phrase("重开", "Reopen"),
      Phrase("重新打开", "Opens it again"),
      .ticket(
        text: Step.remarks, fields: [.text(.text)],
        probe: { _ in .reopen(text: "-") }, read: { .reopen(text: $0.text) })),
    step(
      .cancel, [.character("X")], Phrase("作废", "Cancel"),
      Phrase("作废，要写原因并确认", "Cancels it, with a reason and a question"),
      .ticket(
        asksFirst: true, fields: [.text(.why)], needs: [.why],
        probe: { _ in .cancel(why: "-") },
        read: { (form) throws(Unread) in .cancel(why: try form.required(.why)) })),
    ActionEntry(
      .explain, [.character("h"), .function(11)], Phrase("说明", "Explain"),
      Phrase("每个时限怎么算出来的", "How each clock was reckoned"), [.ticket]),
  ]
}
