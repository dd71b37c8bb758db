/// Texts made ready to be searched: UTF-16 in which letter case and the full width of an input method are gone.
enum SearchText {
  /// Stands between the texts of a ticket; nothing typed reaches across it.
  static let barrier: UInt16 = 0

  /// Appends a text and a barrier after it; nothing where the text is empty.
  static func append(_ text: String, to symbols: inout [UInt16]) {
    guard !text.isEmpty else { return }
    for unit in text.utf16 { symbols.append(fold(unit)) }
    symbols.append(barrier)
  }

  /// A text by itself.
  static func symbols(_ text: some StringProtocol) -> [UInt16] { text.utf16.map(fold) }

  /// Small ASCII letters for large ones, half width for full, a blank for what no text may hold.
  @inline(__always)
  static func fold(_ unit: UInt16) -> UInt16 {
    var unit = unit
    if 0xFF01...0xFF5E ~= unit { unit -= 0xFEE0 } else if unit == 0x3000 || unit == 0 { unit = 32 }
    return 65...90 ~= unit ? unit + 32 : unit
  }

  /// The place of an ASCII letter or digit among the thirty-six; nil for anything else.
  @inline(__always)
  static func letter(_ symbol: UInt16) -> Int? {
    if 97...122 ~= symbol { return Int(symbol) - 97 }
    return 48...57 ~= symbol ? Int(symbol) - 22 : nil
  }

  /// Appends what a ticket is found by: its room, person, phone, matter, reference, who looks after it and who lives
  /// there. Its number is not among it.
  static func append(_ ticket: Ticket, _ desk: ServiceDesk, to symbols: inout [UInt16]) {
    append(ticket.summary, to: &symbols)
    append(ticket.caller, to: &symbols)
    append(ticket.phone, to: &symbols)
    if let ref = ticket.ref { append(ref, to: &symbols) }
    if let owner = ticket.owner { append(desk.staff[owner]?.name ?? owner.value, to: &symbols) }
    for order in ticket.orders where order.technician != ticket.owner {
      append(desk.staff[order.technician]?.name ?? order.technician.value, to: &symbols)
    }
    guard let unit = ticket.unit else { return }
    append(unit.value, to: &symbols)
    for contact in desk.households[unit]?.contacts ?? [] {
      if contact.name != ticket.caller { append(contact.name, to: &symbols) }
      if contact.phone != ticket.phone { append(contact.phone, to: &symbols) }
    }
  }
}
