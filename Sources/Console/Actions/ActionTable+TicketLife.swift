import Desk
import Terminal

/// From the desk to the resident who is content: the steps that every ticket takes.
extension ActionTable {
  static let ticketLife: [ActionEntry] = [
    step(
      .assign, [.character("a"), .control("A")], Phrase("指派", "Assign"),
      Phrase("指定责任人", "Names who is responsible"),
      .ticket(
        fields: .from {
          [.choice(.owner, $0.context.staffChoices, chosen: $0.ticket.owner.map { .staff($0) })]
        },
        needs: [.owner],
        probe: { $0.context.me.map { .assign(to: $0) } },
        read: { (form) throws(Unread) in .assign(to: try form.staff(.owner)) })),
    step(
      .dispatch, [.character("d"), .control("D")], Phrase("派单", "Dispatch"),
      Phrase("派维修人员，现在或预约时段", "Sends a technician, now or for a window"),
      Step(
        about: .ticket, several: .all,
        fields: .from(TicketScene.init) { [.choice(.technician, $0.candidates), .text(.window, $0.window)] },
        needs: [.technician],
        probe: { scene in
          guard let number = scene.target.ticket, let anybody = scene.context.desk.technicians.first else {
            return nil
          }
          return .dispatch(number, to: anybody.code, window: nil)
        },
        read: { (form) throws(Unread) in
          .dispatch(try form.number, to: try form.technician(), window: try form.window())
        })),
    step(
      .rebook, [.character("^")], Phrase("改约", "Rebook"),
      Phrase("约定时段改到别的时候：谁提出、为什么", "The promised time is moved: who asked, and why"),
      .ticket(
        menuAfter: .promise,
        fields: [.text(.window), .open(.asked, Asker.allCases.map { .asker($0) }), .text(.why), .when],
        needs: [.window, .asked],
        probe: { scene in
          let (start, end) = (scene.context.now + .hours(1), scene.context.now + .hours(2))
          return .rebook(Rebooking(window: Window(start: start, end: end), asked: .resident))
        },
        read: { (form) throws(Unread) in
          guard let window = try form.window() else { throw form.missing(.window) }
          return .rebook(Rebooking(window: window, asked: try form.asker(), why: form.trimmed(.why)))
        })),
    step(
      .respond, [.character("r"), .control("R")], Phrase("响应", "Respond"),
      Phrase("和住户联系上了", "The resident was spoken to"),
      .ticket(
        text: Phrase("沟通情况", "What passed"), fields: [.text(.text), .when], needs: [.text],
        probe: { _ in .respond(text: "-") },
        read: { (form) throws(Unread) in .respond(text: try form.required(.text)) })),
    step(
      .note, [.character("t"), .control("T")], Phrase("备注", "Note"),
      Phrase("记一条备注", "Writes a note"),
      .ticket(
        text: Phrase("备注", "Note"), fields: [.text(.text), .when], needs: [.text],
        probe: { _ in .note(text: "-") },
        read: { (form) throws(Unread) in .note(text: try form.required(.text)) })),
    step(
      .inform, [.character("i")], Phrase("告知", "Inform"),
      Phrase("把进度告诉住户", "Tells the resident how it goes"),
      .ticket(
        text: Phrase("告知", "Told them"), fields: [.text(.text), .when], needs: [.text],
        probe: { _ in .inform(text: "-") },
        read: { (form) throws(Unread) in .inform(text: try form.required(.text)) })),
    step(
      .promise, [.character("p"), .control("O")], Phrase("承诺", "Promise"),
      Phrase("约定什么时候回复", "Promises the resident an answer by a time"),
      .ticket(
        text: Step.remarks, fields: [.text(.by), .text(.text)], needs: [.by],
        probe: { .promise(by: $0.context.now + .hours(1), text: "-") },
        read: { (form) throws(Unread) in
          guard let moment = try form.moment(.by) else { throw form.missing(.by) }
          return .promise(by: moment, text: form.text)
        })),
    step(
      .wait, [.character("w"), .control("W")], Phrase("挂起", "Wait"),
      Phrase("等业主、配件、天气……", "Rests: resident, parts, weather …"),
      .ticket(
        text: Step.remarks,
        fields: .from { [.open(.reason, $0.reasons), .text(.until), .text(.text), .when] }, needs: .hold,
        probe: { .wait(.parts, until: $0.context.now + .hours(1), text: "-") },
        read: { (form) throws(Unread) in
          let until = try form.moment(.until)
          let reason = try form.reason()
          if until == nil { _ = try form.required(.until, or: .text) }
          return .wait(reason, until: until, text: form.text)
        })),
    step(
      .resume, [.character("W")], Phrase("恢复", "Resume"),
      Phrase("恢复处理", "Goes on after waiting"),
      .ticket(
        text: Step.remarks, fields: [.text(.text), .when],
        probe: { _ in .resume(text: "-") }, read: { .resume(text: $0.text) })),
    step(
      .check, [.character("K")], Phrase("核实", "Check"),
      Phrase("到现场看过了", "It was looked at on the spot"),
      .ticket(
        fields: [.text(.finding), .when], needs: [.finding],
        probe: { _ in .check(finding: "-") },
        read: { (form) throws(Unread) in .check(finding: try form.required(.finding)) })),
    step(
      .resolve, [.character("s"), .control("E")], Phrase("结果", "Result"),
      Phrase("登记处理结果", "The result is back at the desk"),
      .ticket(
        fields: .from { [.text(.result, $0.history?.lastCompletion?.result ?? ""), .when] }, needs: [.result],
        probe: { _ in .resolve(result: "-") },
        read: { (form) throws(Unread) in .resolve(result: try form.required(.result)) })),
    step(
      .refuse, [.character("&")], Phrase("婉拒", "Decline"),
      Phrase("不能办：说明理由和建议", "It cannot be done: why, and what instead"),
      .ticket(
        fields: [.text(.why), .text(.instead), .when], needs: [.why],
        probe: { _ in .refuse(why: "-", instead: "") },
        read: { (form) throws(Unread) in
          .refuse(why: try form.required(.why), instead: form.trimmed(.instead))
        })),
    step(
      .reply, [.character("y"), .control("Y")], Phrase("回复", "Reply"),
      Phrase("把结果告诉住户", "Tells the resident the outcome"),
      .ticket(
        text: Phrase("答复", "Answer"),
        fields: .from { scene in
          let others = scene.context.desk.callersOwed(scene.ticket)
          return [.text(.text, scene.history?.lastResult ?? ""), .flag(.notice, false)]
            + (others.isEmpty ? [] : [.flag(.everyone, true)]) + [.when]
        },
        needs: [.text],
        probe: { _ in .reply(text: "-", notice: false) },
        read: { (form) throws(Unread) in
          .reply(text: try form.required(.text), notice: form.flag(.notice), everyone: form.flag(.everyone))
        })),
    step(
      .close, [.character("x"), .control("X")], Phrase("办结", "Close"),
      Phrase("办结；缺什么会说明", "Closes; says what is missing"),
      .ticket(
        text: Phrase("办结说明", "Remarks"),
        fields: .from { [.text(.text)] + ($0.hasOpenChildren ? [.flag(.children, false)] : []) },
        probe: { _ in .close(text: "-") },
        read: { .close(text: $0.text, withChildren: $0.flag(.children)) })),
    step(
      .visit, [.character("v"), .control("V")], Phrase("回访", "Visit"),
      Phrase("回访住户，记满意度", "Return visit and satisfaction"),
      .ticket(
        text: Step.theySay,
        fields: [
          .open(.satisfaction, VisitOutcome.allCases.map { .outcome($0) }), .text(.text),
          .choice(.visitPlace, VisitPlace.allCases.map { .place($0) }), .when,
        ],
        needs: [.satisfaction],
        probe: { _ in .visit(.yes, text: "-") },
        read: { (form) throws(Unread) in
          .visit(try form.outcome(), text: form.text, place: try form.visitPlace())
        })),
  ]
}
