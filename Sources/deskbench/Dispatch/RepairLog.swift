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
    var rows = Self.rows(text)[...]
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
    guard let urgency = urgency(String(kind.split(separator: " ").last ?? "")) else { return nil }
    let isGlazier = kind.hasPrefix("Glazier")
    return Entry(
      received: clock[0] * 3600 + clock[1] * 60 + clock[2], trade: isGlazier ? .carpenter : .general,
      urgency: urgency, median: isGlazier ? 3000 : 2400)
  }

  private static func urgency(_ word: String) -> Urgency? {
    switch word {
    case "Emergency": .critical
    case "Urgent": .urgent
    case "Routine": .normal
    case "Preventive": .planned
    default: nil
    }
  }

  /// The fields of each line, with commas between them; quoted ones may hold commas and line ends.
  private static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var fields = [""]
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      case _ where character.isNewline && !isQuoted:
        rows.append(fields)
        fields = [""]
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields == [""] ? rows : rows + [fields]
  }
}
