/// What each member of each type of event says something about: the list by which a record is cut down before it leaves
/// the house. A type, or a member, that does not stand here is not handed out where anything is left out.
public enum EventMembers {
  /// nil where no event of that type has such a member.
  public static func privacy(of member: String, in type: String) -> Privacy? {
    members[type]?[member]
  }

  /// Whether any event has a member of that name.
  public static func isKnown(_ member: String) -> Bool { names.contains(member) }

  private static let names = Set(members.values.flatMap(\.keys))

  /// All members of each type.
  static let members: [String: [String: Privacy]] = {
    var members: [String: [String: Privacy]] = [:]
    for type in RegisterEventType.allCases { members[type.rawValue] = ofType(type) }
    for type in TicketEventType.allCases {
      members[type.rawValue] = ofType(type).merging(["ticket": .open]) { own, _ in own }
    }
    for type in OrderEventType.allCases {
      members[type.rawValue] = ofType(type).merging(["order": .open]) { own, _ in own }
    }
    // Whatever was taken over from elsewhere says so, and by which import.
    return members.mapValues {
      $0.merging(["imported": .open, "import": .open, "undoes": .open]) { own, _ in own }
    }
  }()

  private static let span: [String: Privacy] = ["from": .open, "to": .open, "sha256": .open]
  private static let hours: [String: Privacy] = ["why": .text, "correction": .open]

  private static func ofType(_ type: RegisterEventType) -> [String: Privacy] {
    switch type {
    case .created:
      [
        "format": .open, "uuid": .open, "centre": .open, "zone": .open, "compat": .open, "incompat": .open,
        "from": .open,
      ]
    case .healed: span.merging(["before": .open]) { own, _ in own }
    case .repaired:
      // `lines` are whole records.
      span.merging([
        "before": .open, "missing_from": .open, "missing_to": .open, "reason": .text, "lines": .everything,
      ]) { own, _ in own }
    case .recovered:
      span.merging([
        "reason": .text, "cause": .open, "entries": .open, "kept": .open, "set_aside": .open,
      ]) { own, _ in own }
    case .archived:
      [
        "uuid": .open, "from": .open, "to": .open, "first": .open, "last": .open, "bytes": .open,
        "digest": .open,
      ]
    case .staffAdded, .staffEdited:
      hours.merging([
        "code": .staff, "name": .staff, "role": .open, "trades": .open, "levels": .open, "licences": .staff,
        "os_user": .staff, "shift": .staff, "on_call": .staff, "provider": .staff, "phone": .staff,
        "ref": .staff, "limit": .open, "active": .open, "from": .open,
      ]) { own, _ in own }
    case .staffLeft: ["code": .staff]
    case .unitAdded, .unitEdited: ["unit": .room, "kind": .open, "note": .text]
    case .contactAdded, .contactEdited:
      ["unit": .room, "name": .person, "role": .person, "phone": .person, "proposed": .open]
    case .policyAdopted: ["name": .open, "effective": .open, "meeting": .text, "text": .open]
    case .rosterSet:
      hours.merging(["staff": .staff, "from": .open, "to": .open, "duty": .staff]) { own, _ in own }
    case .dutiesSwapped: hours.merging(["day": .open, "staff": .staff, "with": .staff]) { own, _ in own }
    case .absenceAdded:
      ["staff": .staff, "reason": .staff, "window": .open, "text": .text]
    case .absenceEnded: ["staff": .staff, "begun": .open]
    // The name of a file can name a person.
    case .importUndone: ["began": .open, "units": .room, "contacts": .person, "staff": .staff, "last": .open]
    case .importBegan: ["kind": .open, "file": .text, "rows": .open]
    }
  }

  private static func ofType(_ type: TicketEventType) -> [String: Privacy] {
    switch type {
    case .received:
      [
        "kind": .open, "urgency": .open, "unit": .room, "topic": .open, "summary": .text, "caller": .person,
        "phone": .person, "channel": .open, "owner": .staff, "rings": .open, "important": .open,
        "window": .open, "ref": .open,
      ]
    case .edited:
      ["unit": .room, "caller": .person, "phone": .person, "summary": .text, "received": .open]
    case .classified: ["kind": .open, "urgency": .open, "topic": .open, "important": .open]
    case .assigned: ["to": .staff]
    case .noted, .informed, .responded, .urged, .resumed, .escalated, .decided, .closed, .reopened,
      .unmerged, .restored, .acknowledged:
      ["text": .text]
    case .checked: ["finding": .text]
    case .promised: ["until": .open, "text": .text]
    case .waiting: ["reason": .open, "until": .open, "text": .text]
    case .resolved: ["result": .text]
    case .replied: ["text": .text, "notice": .open]
    case .visited: ["satisfied": .open, "text": .text, "place": .open]
    case .unreached: ["place": .open, "text": .text]
    case .cancelled: ["why": .text]
    case .inspected: ["passed": .open, "text": .text]
    case .merged: ["into": .open]
    case .linked: ["parent": .open]
    case .policyApplied: ["policy": .open]
    case .withdrawn: [:]
    case .undone: ["undone": .open, "step": .open]
    case .refused: ["why": .text, "instead": .text]
    case .rebooked: ["order": .open, "window": .open, "asked": .open, "why": .text, "despite": .open]
    }
  }

  private static func ofType(_ type: OrderEventType) -> [String: Privacy] {
    switch type {
    case .dispatched: ["to": .staff, "window": .open, "reserved": .open, "despite": .open]
    case .accepted, .travelling, .arrived, .continued, .restored: [:]
    case .declined, .withdrawn: ["why": .text]
    case .paused: ["reason": .open, "text": .text]
    case .completed:
      [
        "result": .text, "materials": [.text, .money], "labour": .open, "labour_price": .money,
        "charge": .money,
      ]
    case .signed: ["text": .text]
    case .transferred: ["next": .open, "why": .text]
    case .priced: ["price": .money, "agreed_by": .person]
    case .called: ["reached": .open, "text": .text]
    case .rework: ["of": .open]
    }
  }
}
