import Desk

/// What a log of real repair requests says about when which craft is called, and how urgently.
struct RepairLog {
  /// What an order is drawn from; received and median in seconds.
  struct Entry {
    var received: Int
    var trade: Trade
    var urgency: Urgency
    var median: Int
  }

  let entries: [Entry]

  /// Reads a table with the columns `created_date` (`2008-07-08 09:56:04…`) and `descriptor` (`Glazier - Urgent`).
  ///
  /// What came in while nobody is on duty, before 7 and after 21, is left out: it is late whoever plans.
  init?(text: String) {
    var rows = text.split(whereSeparator: \.isNewline).map(Self.fields)[...]
    guard let head = rows.popFirst(), let time = head.firstIndex(of: "created_date"),
      let kind = head.firstIndex(of: "descriptor")
    else { return nil }
    entries = rows.compactMap { row in
      guard row.count > max(time, kind) else { return nil }
      return Self.entry(row[time], row[kind])
    }
    if entries.isEmpty { return nil }
  }

  /// One of the requests, each as likely as any.
  func draw(_ chance: inout Chance) -> Entry { entries[Int(chance.share() * Double(entries.count))] }

  /// Mean of the medians of their work, in seconds.
  var meanMedian: Double { entries.reduce(0) { $0 + Double($1.median) } / Double(entries.count) }

  private static func entry(_ time: String, _ kind: String) -> Entry? {
    let clock = time.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, 7..<21 ~= clock[0] else { return nil }
    let urgency: Urgency =
      if kind.hasSuffix("Emergency") { .critical } else if kind.hasSuffix("Urgent") { .urgent } else if kind
        .hasSuffix("Preventive")
      { .planned } else { .normal }
    let isGlazier = kind.hasPrefix("Glazier")
    return Entry(
      received: clock[0] * 3600 + clock[1] * 60 + clock[2], trade: isGlazier ? .carpenter : .general,
      urgency: urgency, median: isGlazier ? 3000 : 2400)
  }

  /// The fields of a line, with commas between them unless quoted.
  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
