import Desk
import Terminal

/// People's hours, and emergencies.
extension ActionTable {
  static let hours: [ActionEntry] = [
    ActionEntry(
      .away, [.character("V")], Phrase("在岗", "Away"),
      Phrase("登记请假、休息、外出，或销假", "Leave, a rest, an errand; or back again"), [.board],
      .step(
        .person(
          text: Step.remarks,
          fields: .from { scene in
            scene.isAway
              ? [.flag(.back, true)]
              : [
                .choice(.absence, [.rest, .errand, .leave, .sick, .training].map { .absence($0) }),
                .text(.span), .text(.text),
              ]
          },
          needs: [.absence, .span],
          probe: { .endAbsence($0.code, begun: nil) },
          read: { (form, code) throws(Unread) in try form.absence(of: code) }))),
    ActionEntry(
      .roster, [.character("f")], Phrase("排班", "Roster"),
      Phrase("改某天或几天的班", "Changes the duty of a day or some days"), [.board],
      .step(
        .person(
          fields: [.text(.days), .text(.duty), .text(.why)], needs: [.days, .duty],
          probe: { .setRoster($0.freeDay) },
          read: { (form, code) throws(Unread) in try form.roster(of: code) }))),
    ActionEntry(
      .swapDuties, [.character("%")], Phrase("换班", "Swap"),
      Phrase("与另一人对换某天的班", "Two people do each other's duty on a day"), [.board],
      .step(
        .person(
          fields: .from { [.choice(.with, $0.colleagues), .text(.day), .text(.why)] }, needs: [.with, .day],
          probe: { .setRoster($0.freeDay) },
          read: { (form, code) throws(Unread) in
            let other = try form.staff(.with)
            return .swapDuties(
              day: try form.days(.day).lowerBound, code, other, why: form.fields.text(.why))
          }))),
    ActionEntry(
      .rush, [.character("!")], Phrase("紧急", "Emergency"),
      Phrase("紧急：一步登记并派人，手续后补", "Taken in and dispatched in one step, the paper afterwards"), Scope.screens,
      .step(
        Step(
          about: .emergency,
          fields: .from { scene in
            let context = scene.context
            guard let ticket = scene.target.ticket.flatMap({ context.desk.tickets[$0] }) else {
              return [
                .text(.summary), .text(.unit),
                .choice(.topic, Topic.allCases.map { .topic($0) }, chosen: .topic(.other)),
                .choice(.technician, context.urgent(.other)), .choice(.second, context.alsoSent),
              ]
            }
            return [
              .choice(.technician, context.urgent(for: ticket)), .choice(.second, context.alsoSent),
            ]
          },
          needs: [.summary, .technician],
          probe: { scene in
            scene.target.ticket.map { .hasten($0, to: []) }
              ?? .rush(Receipt(kind: .incident, summary: "-"), to: [])
          },
          read: { (form) throws(Unread) in
            guard let number = form.target.ticket else { return try form.rush() }
            return .hasten(number, to: try form.sent())
          }))),
  ]
}
