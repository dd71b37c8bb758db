import Desk
import Journal

/// Writes what an event says as members of its record: the words of the command line, codes as they are, moments
/// in UTC, quantities in thousandths, prices in fen. What is empty, absent or false is left out; corrections
/// write an empty text, because there it means "now empty".
struct EventWriter {
  /// Writes the payload of `entry`; the envelope (`by`, `actor`, `on`, `type`) is the journal's.
  static func write(_ entry: Entry, to writer: inout JSONWriter) {
    switch entry.body {
    case .created(let centre, let zone):
      writer.field("centre", centre)
      writer.field("zone", zone)
    case .staffAdded(let person): write(person, to: &writer)
    case .staffEdited(let edit): write(edit, to: &writer)
    case .staffLeft(let code): writer.field("code", code.value)
    case .unitAdded(let unit), .unitEdited(let unit): write(unit, to: &writer)
    case .contactAdded(let contact), .contactEdited(let contact): write(contact, to: &writer)
    case .ticket(let number, let step):
      writer.field("ticket", Int64(number.value))
      if case .rebooked(let change) = step, let order = change.order {
        writer.field("order", OrderID(number, order).description)
      }
      write(step, to: &writer)
    case .order(let id, let step):
      writer.field("order", id.description)
      write(step, to: &writer)
    case .policyAdopted(let adoption):
      writer.field("name", adoption.policy.name)
      writer.moment("effective", adoption.effective)
      writer.text("meeting", adoption.meeting)
      writer.field("text", adoption.text)
    case .rosterSet(let line):
      writer.field("staff", line.staff.value)
      writer.field("from", CivilTime.dayText(line.days.lowerBound))
      writer.field("to", CivilTime.dayText(line.days.upperBound))
      writer.optional("duty", line.duty?.text)
      writer.reason(line.reason)
    case .dutiesSwapped(let day, let one, let other, let reason):
      writer.field("day", CivilTime.dayText(day))
      writer.field("staff", one.value)
      writer.field("with", other.value)
      writer.reason(reason)
    case .absenceAdded(let absence):
      writer.field("staff", absence.staff.value)
      writer.field("reason", absence.reason.rawValue)
      writer.window(absence.window)
      writer.text("text", absence.text)
    case .absenceEnded(let person, let begun):
      writer.field("staff", person.value)
      writer.moment("begun", begun)
    case .repaired(let reason, let lost):
      if let lost {
        writer.field("missing_from", lost.lowerBound)
        writer.field("missing_to", lost.upperBound)
      }
      writer.field("reason", reason)
    case .recovered(let reason, let entries):
      writer.field("reason", reason)
      writer.field("entries", Int64(entries))
    case .importBegan(let note):
      writer.field("kind", note.kind)
      writer.text("file", note.file)
      writer.field("rows", Int64(note.rows))
    case .importUndone(let undone):
      writer.field("began", undone.began)
      writer.list("units", undone.units.map(\.value))
      if !undone.contacts.isEmpty {
        writer.objects("contacts", undone.contacts) { writer, person in
          writer.field("unit", person.unit.value)
          writer.field("name", person.name)
        }
      }
      writer.list("staff", undone.staff.map(\.value))
      writer.flag("last", undone.isLast)
    case .healed, .archived, .unrecognised: break
    }
    writer.flag("imported", entry.isImported)
    if let batch = entry.batch { writer.field("import", batch) }
    if let undoes = entry.undoes { writer.field("undoes", undoes) }
  }

  private static func write(_ person: Staff, to writer: inout JSONWriter) {
    writer.field("code", person.code.value)
    writer.text("name", person.name)
    writer.field("role", person.role.rawValue)
    writer.list("trades", person.trades.map(\.rawValue))
    writer.list("levels", Skill.texts(person.levels))
    writer.list("licences", person.licences.map(\.text))
    writer.list("os_user", person.accounts)
    writer.optional("shift", person.shift?.text)
    writer.optional("on_call", person.onCall?.text)
    writer.text("provider", person.provider)
    writer.text("phone", person.phone)
    writer.text("ref", person.ref)
    writer.optional("limit", person.limit)
    if !person.isActive { writer.field("active", false) }
  }

  private static func write(_ edit: StaffEdit, to writer: inout JSONWriter) {
    writer.field("code", edit.code.value)
    writer.optional("name", edit.name)
    writer.optional("role", edit.role?.rawValue)
    if let trades = edit.trades { writer.field("trades", trades.map(\.rawValue)) }
    if let levels = edit.levels { writer.field("levels", Skill.texts(levels)) }
    if let licences = edit.licences { writer.field("licences", licences.map(\.text)) }
    if let accounts = edit.accounts { writer.field("os_user", accounts) }
    writer.optional("shift", edit.shift?.text)
    writer.optional("on_call", edit.onCall?.text)
    writer.optional("from", edit.from.map { CivilTime.dayText($0) })
    writer.reason(edit.reason)
    writer.optional("provider", edit.provider)
    writer.optional("phone", edit.phone)
    writer.optional("ref", edit.ref)
    writer.optional("limit", edit.limit)
  }

  private static func write(_ unit: Unit, to writer: inout JSONWriter) {
    writer.field("unit", unit.code.value)
    writer.field("kind", unit.kind.rawValue)
    writer.text("note", unit.note)
  }

  private static func write(_ contact: Contact, to writer: inout JSONWriter) {
    writer.field("unit", contact.unit.value)
    writer.field("name", contact.name)
    writer.field("role", contact.tenure.rawValue)
    writer.text("phone", contact.phone)
    writer.flag("proposed", contact.isProposed)
  }
}

extension EventWriter {
  private static func write(_ step: TicketEvent, to writer: inout JSONWriter) {
    let key = step.type.textKey
    switch step {
    case .received(let receipt): write(receipt, to: &writer)
    case .edited(let edit):
      writer.optional("unit", edit.unit?.value)
      writer.optional("caller", edit.caller)
      writer.optional("phone", edit.phone)
      writer.optional("summary", edit.summary)
      writer.moment("received", edit.received)
    case .classified(let change):
      writer.optional("kind", change.kind?.rawValue)
      writer.optional("urgency", change.urgency?.rawValue)
      writer.optional("topic", change.topic?.rawValue)
      if let isImportant = change.isImportant { writer.field("important", isImportant) }
    case .assigned(let to): writer.field("to", to.value)
    case .noted(let text), .informed(let text), .responded(let text), .urged(let text), .resumed(let text),
      .escalated(let text), .decided(let text), .closed(let text), .reopened(let text), .unmerged(let text),
      .restored(let text), .acknowledged(let text):
      writer.text(key, text)
    case .checked(let finding): writer.text(key, finding)
    case .promised(let until, let text):
      writer.moment("until", until)
      writer.text(key, text)
    case .waiting(let reason, let until, let text):
      writer.field("reason", reason.rawValue)
      writer.moment("until", until)
      writer.text(key, text)
    case .resolved(let result): writer.text(key, result)
    case .replied(let text, let notice):
      writer.text(key, text)
      writer.flag("notice", notice)
    case .visited(let answer, let text, let place):
      writer.field("satisfied", answer.rawValue)
      writer.text(key, text)
      if let place { writer.field("place", place.rawValue) }
    case .unreached(let place, let text):
      writer.field("place", place.rawValue)
      writer.text(key, text)
    case .cancelled(let why): writer.text(key, why)
    case .inspected(let passed, let text):
      writer.field("passed", passed)
      writer.text(key, text)
    case .merged(let survivor): writer.field("into", Int64(survivor.value))
    case .linked(let parent): if let parent { writer.field("parent", Int64(parent.value)) }
    case .withdrawn: break
    case .undone(let seq, let verb):
      writer.field("undone", seq)
      writer.field("step", verb.rawValue)
    case .refused(let why, let instead):
      writer.text(key, why)
      writer.text("instead", instead)
    case .rebooked(let change):
      writer.window(change.window)
      writer.field("asked", change.asked.rawValue)
      writer.text(key, change.why)
      writer.list("despite", change.despite.map(\.rawValue))
    case .policyApplied(let name): writer.field(key, name)
    }
  }

  private static func write(_ receipt: Receipt, to writer: inout JSONWriter) {
    writer.field("kind", receipt.kind.rawValue)
    writer.field("urgency", receipt.urgency.rawValue)
    writer.optional("unit", receipt.unit?.value)
    writer.field("topic", receipt.topic.rawValue)
    writer.field("summary", receipt.summary)
    writer.text("caller", receipt.caller)
    writer.text("phone", receipt.phone)
    writer.field("channel", receipt.channel.rawValue)
    writer.optional("owner", receipt.owner?.value)
    writer.optional("rings", receipt.rings)
    writer.flag("important", receipt.isImportant)
    writer.window(receipt.window)
    writer.optional("ref", receipt.ref)
  }

  private static func write(_ step: OrderEvent, to writer: inout JSONWriter) {
    let key = step.type.textKey
    switch step {
    case .dispatched(let to, let window, let isReserved, let despite):
      writer.field("to", to.value)
      writer.window(window)
      writer.flag("reserved", isReserved)
      writer.list("despite", despite.map(\.rawValue))
    case .accepted, .travelling, .arrived, .continued, .restored: break
    case .declined(let why), .withdrawn(let why): writer.text(key, why)
    case .paused(let reason, let text):
      writer.field("reason", reason.rawValue)
      writer.text(key, text)
    case .transferred(let next, let why):
      writer.field("next", next.description)
      writer.text(key, why)
    case .priced(let fen, let agreedBy):
      writer.field("price", fen)
      writer.text("agreed_by", agreedBy)
    case .called(let isReached, let text):
      writer.field("reached", isReached)
      writer.text(key, text)
    case .rework(let first): writer.field("of", first.description)
    case .completed(let completion): write(completion, to: &writer)
    case .signed(let text): writer.text(key, text)
    }
  }

  private static func write(_ completion: Completion, to writer: inout JSONWriter) {
    writer.text("result", completion.result)
    if !completion.materials.isEmpty {
      writer.objects("materials", completion.materials) { writer, material in
        writer.field("name", material.name)
        writer.field("quantity", material.milliQuantity)
        writer.field("price", material.unitPrice)
      }
    }
    writer.optional("labour", completion.labourMinutes)
    if completion.labourPrice != 0 { writer.field("labour_price", completion.labourPrice) }
    if let charge = completion.charge { writer.field("charge", charge) }
  }
}

extension JSONWriter {
  fileprivate mutating func text(_ key: StaticString, _ value: String) {
    if !value.isEmpty { field(key, value) }
  }

  fileprivate mutating func optional(_ key: StaticString, _ value: String?) {
    if let value { field(key, value) }
  }

  fileprivate mutating func optional(_ key: StaticString, _ value: Int?) {
    if let value { field(key, Int64(value)) }
  }

  fileprivate mutating func reason(_ reason: HoursReason) {
    text("why", reason.why)
    flag("correction", reason.isCorrection)
  }

  fileprivate mutating func flag(_ key: StaticString, _ value: Bool) {
    if value { field(key, true) }
  }

  fileprivate mutating func list(_ key: StaticString, _ values: [String]) {
    if !values.isEmpty { field(key, values) }
  }

  fileprivate mutating func moment(_ key: StaticString, _ value: Instant?) {
    if let value { field(key, Timestamp.format(value.milliseconds)) }
  }

  fileprivate mutating func window(_ value: Window?) {
    guard let value else { return }
    object("window") { inner in
      inner.moment("start", value.start)
      inner.moment("end", value.end)
    }
  }
}
