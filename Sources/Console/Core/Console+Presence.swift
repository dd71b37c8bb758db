import Desk
import DeskStore

/// Two people on one ticket: each sees the other, nobody is locked out.
extension Console {
  /// Shows the other consoles which ticket is open here.
  func showPresence() {
    let form = layers.last { $0.scope == .form || $0.scope == .confirm }
    let subject = layers.lazy.reversed().compactMap(\.place?.ticket).first
    let ticket = form.flatMap { $0.selection(context).ticket } ?? subject
    guard let me = seat.me, let ticket, port.restriction == nil else { return port.show(nil) }
    port.show(PresenceFile.Person(staff: me, ticket: ticket, isWriting: form != nil))
  }

  /// Looks who is there; true when that changed.
  func lookAround() -> Bool {
    let there = port.others()
    defer { others = there }
    return there != others
  }
}
