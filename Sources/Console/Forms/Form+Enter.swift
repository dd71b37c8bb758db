import Desk
import Terminal

/// What has to be filled in, and what was.
extension Form {
  /// The fields without which it means nothing, in their order.
  var required: [FieldName] {
    let needed = target.action.step?.needs(fields) ?? []
    return fields.fields.map(\.name).filter { needed.contains($0) }
  }

  /// Whether nothing stands in a field yet. Who goes to an emergency is looked at before they are sent.
  func isOpen(_ name: FieldName) -> Bool {
    guard let field = fields[name] else { return false }
    if isEmergency, name == .technician, !visited.contains(name) { return true }
    switch field.entry {
    case .text(let text): return text.characters.allSatisfy(\.isWhitespace)
    case .choice(let list): return list.highlighted == nil
    }
  }

  /// Whether people are sent to an emergency with it.
  var isEmergency: Bool { target.action.step?.subject == .emergency }

  /// Whether somebody typed or chose something that would be lost.
  var isTouched: Bool {
    fields.fields.contains { field in
      field.text != opened.text(field.name) || field.chosen != opened.chosen(field.name)
    }
  }

  /// The same form with what was typed into another one of its kind, which was put aside.
  func filled(from parked: Form) -> Form {
    var form = self
    for field in parked.fields.fields {
      if parked.opened.text(field.name) != field.text { form.fields.setText(field.name, field.text) }
      if let chosen = field.chosen, parked.opened.chosen(field.name) != chosen {
        form.fields.choose(field.name, chosen)
      }
    }
    if let focus = parked.fields.focused?.name { form.fields.focus(on: focus) }
    return form
  }

  /// What it is called among those that were put aside.
  var draftName: DraftName { DraftName(target: target, tickets: batch?.items.map(\.ticket) ?? []) }

  struct DraftName: Hashable {
    let target: ActionTarget
    let tickets: [TicketNumber]
  }
}
