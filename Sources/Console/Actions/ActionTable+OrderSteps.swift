import Desk
import Terminal

/// The steps of a work order.
extension ActionTable {
  static let orderSteps: [ActionEntry] = [
    step(
      .accept, [.character("A")], Phrase("接单", "Accept"),
      Phrase("维修人员接单", "The technician takes the order"),
      .order(
        in: [.dispatched], fields: [.when], probe: { _ in .accept }, read: { _ in .accept })),
    step(
      .travel, [.character("T")], Phrase("出发", "Travel"),
      Phrase("维修人员出发", "The technician sets out"),
      .order(
        in: [.accepted, .dispatched], fields: [.when], probe: { _ in .travel }, read: { _ in .travel })),
    step(
      .arrive, [.character("R")], Phrase("到场", "Arrive"),
      Phrase("维修人员到场", "The technician is on site"),
      .order(
        in: [.travelling, .accepted, .dispatched], fields: [.when], probe: { _ in .arrive },
        read: { _ in .arrive })),
    step(
      .pause, [.character("P")], Phrase("暂停", "Pause"),
      Phrase("暂停派工单", "The order rests"),
      .order(
        in: [.onsite, .travelling, .accepted], text: Step.remarks,
        fields: .from { [.open(.reason, $0.reasons), .text(.until), .text(.text), .when] }, needs: .hold,
        probe: { _ in .pause(.parts, text: "-") },
        read: { (form) throws(Unread) in
          .pause(try form.reason(), text: form.text, until: try form.moment(.until))
        })),
    step(
      .continue, [.character("C")], Phrase("继续", "Continue"),
      Phrase("继续派工单", "The order goes on"),
      .order(
        in: [.paused], fields: [.when], probe: { _ in .resume }, read: { _ in .resume })),
    step(
      .complete, [.character("F")], Phrase("完工", "Complete"),
      Phrase("登记结果、材料、工时", "Result, materials, working time"),
      .order(
        in: [.onsite, .paused],
        fields: .from { scene in
          [
            .text(.result), .text(.materials), .text(.labour), .text(.labourPrice),
            .text(.charge, scene.charge),
            .when,
          ]
        },
        needs: [.result],
        probe: { _ in .complete(Completion(result: "-")) },
        read: { (form) throws(Unread) in .complete(try form.completion()) })),
    step(
      .signoff, [.character("G")], Phrase("签收", "Sign-off"),
      Phrase("住户验收签字", "The resident accepts the work"),
      .order(
        in: [.completed], text: Step.theySay, fields: [.text(.text), .when],
        probe: { _ in .sign(text: "") }, read: { .sign(text: $0.text) })),
    step(
      .send, [.character("B")], Phrase("派出", "Send"),
      Phrase("把预约的单子现在派出", "Sends a reserved order now"),
      .order(
        in: [.reserved], fields: [.when], probe: { _ in .send }, read: { _ in .send })),
    step(
      .decline, [.character("N")], Phrase("退单", "Decline"),
      Phrase("维修人员退单", "The technician gives it back"),
      .order(
        in: [.dispatched, .reserved, .accepted], fields: [.text(.why), .when], needs: [.why],
        probe: { _ in .decline(why: "-") },
        read: { (form) throws(Unread) in .decline(why: try form.required(.why)) })),
    step(
      .withdraw, [.character("Z")], Phrase("撤单", "Withdraw"),
      Phrase("撤回派工单", "Takes the order back"),
      .order(
        in: live, orOver: false, fields: [.text(.why), .when],
        probe: { _ in .withdraw(why: "") }, read: { .withdraw(why: $0.fields.text(.why)) })),
    step(
      .transfer, [.character("H")], Phrase("转派", "Hand on"),
      Phrase("换一个人去", "Somebody else goes instead"),
      .order(
        in: live, orOver: false,
        fields: .from { [.choice(.technician, $0.candidates), .text(.why)] }, needs: [.technician],
        probe: { $0.context.desk.technicians.first.map { .transfer(to: $0.code, why: "") } },
        read: { (form) throws(Unread) in
          .transfer(to: try form.technician(), why: form.fields.text(.why))
        })),
    step(
      .exchange, [.character("Q")], Phrase("对换", "Exchange"),
      Phrase("两张派工单对换人", "Two orders change technicians"),
      Step(
        about: .order(in: live, orOver: false), seesAll: true,
        fields: .from(OrderScene.init) { [.choice(.other, $0.exchangeable)] },
        needs: [.other],
        probe: { scene in
          guard let id = scene.target.order, let anybody = scene.context.desk.technicians.first else {
            return nil
          }
          return .order(id, .transfer(to: anybody.code, why: ""))
        },
        read: { (form) throws(Unread) in try form.exchange() })),
    step(
      .call, [.character("J")], Phrase("电话跟进", "Check call"),
      Phrase("打电话问维修人员，接通则重新计时", "Asks the technician how it goes; the idle timer starts anew"),
      .order(
        in: live, orOver: false, text: Phrase("情况", "What passed"),
        fields: [.flag(.reached, true), .text(.text), .when],
        probe: { _ in .call(reached: true, text: "") },
        read: { .call(reached: $0.flag(.reached), text: $0.text) })),
    step(
      .price, [.character("$")], Phrase("报价", "Price"),
      Phrase("有偿服务：报价，住户同意后施工", "Paid work: the price, and who agreed to it"),
      .order(
        in: live, fields: .from { [.text(.price, $0.charge), .text(.agreedBy, $0.ticket.caller)] },
        needs: [.price],
        probe: { _ in .price(0, agreedBy: "") },
        read: { (form) throws(Unread) in
          guard let fen = try form.fen(.price) else { throw form.missing(.price) }
          return .price(fen, agreedBy: form.trimmed(.agreedBy))
        })),
    step(
      .rework, [.character("Y")], Phrase("返修", "Rework"),
      Phrase("标为哪张派工单的返修", "It makes good an earlier order"),
      .order(
        in: [.reserved, .dispatched, .accepted, .travelling, .onsite, .paused, .completed, .signed],
        fields: .from { [.text(.first, $0.reworkable?.description ?? "")] }, needs: [.first],
        probe: { .rework(of: $0.id) },
        read: { (form) throws(Unread) in
          guard let first = OrderID(reference: TextField.trimmed(try form.required(.first))) else {
            throw form.unreadable(.first)
          }
          return .rework(of: first)
        })),
  ]

  private static let live: Set<OrderStatus> = [
    .dispatched, .reserved, .accepted, .travelling, .onsite, .paused,
  ]
}
