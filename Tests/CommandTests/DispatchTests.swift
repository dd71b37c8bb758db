import Foundation
import TestSupport
import Testing

/// Dispatch from the command line: every gate, the recommendation, the plan, the order's further life.
@Suite struct DispatchTests {
  /// A centre with two technicians.
  private func centre() throws -> Centre {
    let centre = try Centre()
    try centre.done("staff", "edit", "wang", "--trade", "plumber:3")
    for unit in ["1-3-2-101", "2-9-1-101"] { try centre.done("unit", "add", unit) }
    return centre
  }

  private func ticket(_ centre: Centre, topic: String = "plumbing", _ more: String...) throws -> String {
    try centre.ticket(["repair", "--summary", "x", "--topic", topic, "--owner", "li.na"] + more)
  }

  /// A gate of a policy, and what closes it for wang now.
  private static let gates: [(gate: String, close: @Sendable (Centre) throws -> [String])] = [
    ("trade", { _ in ["--topic", "power"] }),
    ("licence", { _ in ["--topic", "lift"] }),
    (
      "shift",
      { centre in
        // Whatever the time is, a shift of one minute half a day away is not now.
        try centre.done("staff", "edit", "wang", "--shift", Self.farMinute())
        return []
      }
    ),
    (
      "leave",
      { centre in
        try centre.done("away", "wang", "--reason", "leave", "--until", "+3h")
        return []
      }
    ),
    (
      "load",
      { centre in
        try centre.done("staff", "edit", "wang", "--limit", "1")
        let other = try centre.ticket("repair", "--summary", "y", "--topic", "plumbing")
        try centre.done("dispatch", other, "--to", "wang")
        return []
      }
    ),
    (
      "distance",
      { centre in
        let far = try centre.ticket("repair", "--summary", "y", "--unit", "2-9-1-101", "--topic", "plumbing")
        try centre.done("dispatch", far, "--to", "wang")
        try centre.done("arrive", "\(far).1")
        return ["--unit", "1-3-2-101"]
      }
    ),
  ]

  private static func farMinute() -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Asia/Shanghai") ?? .current
    let hour = (calendar.component(.hour, from: Date()) + 12) % 24
    return String(format: "%02d:00-%02d:01", hour, hour)
  }

  /// A policy in which one gate has a level and all others are open.
  private func adopt(_ gate: String, _ level: String, _ centre: Centre) throws {
    let all = ["trade", "licence", "shift", "leave", "load", "distance", "price"]
    let lines = all.map { "\($0) = \"\($0 == gate ? level : "none")\"" }
    let text = "name = \"\(gate)-\(level)\"\n[gates]\n" + lines.joined(separator: "\n") + "\n"
    let file = URL(fileURLWithPath: centre.directory.file("\(gate)-\(level).policy"))
    try text.write(to: file, atomically: true, encoding: .utf8)
    try centre.done("policy", "adopt", file.path, "--meeting", "m")
  }

  @Test(arguments: gates.map(\.gate))
  func aGateWarnsOrBlocksOrLetsThrough(_ gate: String) throws {
    let close = try #require(Self.gates.first { $0.gate == gate }?.close)
    for level in ["warn", "block", "none"] {
      let centre = try centre()
      try adopt(gate, level, centre)
      let more = try close(centre)
      let number = try centre.ticket(
        ["repair", "--summary", "x"] + (more.contains("--topic") ? more : more + ["--topic", "plumbing"]))
      let plain = try centre.run("dispatch", number, "--to", "wang")
      let forced = try centre.run("dispatch", number, "--to", "wang", "--force")
      switch level {
      case "warn":
        #expect(plain.status == 1 && plain.err.contains("--force"), "\(plain.err)")
        #expect(forced.status == 0)
        #expect(try centre.run("show", number, "--history").out.contains("Despite"))
      case "block": #expect(plain.status == 1 && forced.status == 1 && !forced.err.contains("--force"))
      default: #expect(plain.status == 0, "\(plain.err)")
      }
    }
  }

  /// Whoever was called off, and is to go after all, is to be rung again.
  @Test func whoIsToGoAfterAllIsToBeRung() throws {
    let centre = try Centre()
    try centre.done("staff", "edit", "wang", "--phone", "13800000009")
    let number = try centre.ticket(
      "repair", "--summary", "水管爆裂", "--urgency", "critical", "--topic", "plumbing")
    try centre.done("dispatch", number, "--to", "wang", "--force")
    #expect(try centre.done("withdraw", "\(number).1").out.contains("off 13800000009"))
    #expect(try centre.done("undo").out.contains("Ring"))
  }

  @Test func thePriceIsAgreedBeforePaidWorkIsRecorded() throws {
    let centre = try centre()
    let number = try ticket(centre)
    try centre.done("dispatch", number, "--to", "wang")
    try centre.done("arrive", "\(number).1")
    let complete = ["complete", "\(number).1", "--result", "好了", "--labour-price", "50", "--charge", "80"]
    let refused = try centre.run(complete)
    #expect(refused.status == 1 && refused.err.contains("80.00") && refused.err.contains("--force"))
    try centre.done("price", "\(number).1", "80", "--agreed-by", "张磊")
    #expect(try centre.run(complete).status == 0)
    #expect(try centre.run("show", number, "--history").out.contains("Resident pays: ¥80.00"))
    #expect(try centre.run("price", "\(number).1", "8,0").status == 2)
  }

  @Test func aRecommendationNamesReasons() throws {
    let centre = try centre()
    let number = try ticket(centre)
    let list = try #require(try centre.json("recommend", number) as? [[String: Any]])
    #expect(list.map { $0["technician"] as? String } == ["wang", "zhao"])
    #expect((list.first?["reasons"] as? [String])?.contains("the trade, master") == true)
    #expect(list.last?["gates"] as? [String] == ["trade"])
    #expect(try centre.run("recommend", number).out.contains("王强"))
    #expect(try centre.run("recommend", "9999").status == 1)
  }

  @Test func thePlanHasItsStableShapeAndIsAcceptedOnce() throws {
    let centre = try centre()
    let first = try ticket(centre, "--urgency", "urgent")
    let lift = try ticket(centre, topic: "lift")
    let plan = try #require(try centre.json("plan") as? [String: Any])
    let visit = try #require((plan["assignments"] as? [[String: Any]])?.first)
    #expect(visit["ticket"] as? Int == Int(first) && visit["technician"] as? String == "wang")
    #expect(visit["late"] as? Bool == false && visit["arrive"] is String && visit["finish"] is String)
    #expect(!(visit["reasons"] as? [String] ?? []).isEmpty)
    let unplaced = try #require((plan["unplaced"] as? [[String: Any]])?.first)
    #expect(
      unplaced["ticket"] as? Int == Int(lift) && (unplaced["why"] as? String)?.contains("licence") == true)
    #expect(plan["expected_breaches"] as? Int == 1 && plan["baseline_breaches"] as? Int == 1)
    // Of one ticket only what is planned for it is shown.
    let one = try #require(try centre.json("plan", "--ticket", lift) as? [String: Any])
    #expect((one["assignments"] as? [Any])?.isEmpty == true && (one["unplaced"] as? [Any])?.count == 1)
    #expect(try centre.run("plan", "--ticket", "9999").status == 1)
    try centre.done("plan", "--accept")
    let board = try #require(try centre.json("board") as? [String: Any])
    #expect(board["unassigned"] as? [Int] == [try #require(Int(lift))])
    // A second supervisor with the same plan in mind finds nothing left to send.
    #expect(try centre.run("plan", "--accept").status == 1)
    #expect(try centre.run("plan", "--accept", "--now", "+1h").status == 2)
    #expect(try centre.run("plan", "--now", "+1h").status == 0)
  }

  @Test func ofTheTicketsAskedForAllAreSentOrNobody() throws {
    let centre = try centre()
    let first = try ticket(centre, "--urgency", "urgent")
    let lift = try ticket(centre, topic: "lift")
    let refused = try centre.run("plan", "--accept", "--ticket", first, "--ticket", lift)
    #expect(refused.status == 1 && refused.err.contains(lift), "\(refused.err)")
    let board = try #require(try centre.json("board") as? [String: Any])
    #expect((board["unassigned"] as? [Int])?.count == 2)
    try centre.done("plan", "--accept", "--ticket", first)
  }

  @Test func whatTheResidentWasPromisedIsWhatSomebodyIsNamedFor() throws {
    let centre = try centre()
    let window = ["--window", "+2d..+2h"]
    let number = try centre.ticket(["booking", "--summary", "x", "--topic", "plumbing"] + window)
    #expect(try centre.done("dispatch", number, "--to", "wang").out.contains("Reserved"))
    let other = try centre.ticket(["booking", "--summary", "y", "--topic", "plumbing"] + window)
    #expect(
      try centre.run("dispatch", other, "--to", "wang", "--at-once", "--window", "+1d..+2d").status
        == 2)
    #expect(
      try centre.done("dispatch", other, "--to", "wang", "--at-once").out.contains("Dispatched"))
  }

  @Test func leaveOverWhatIsPromisedListsItAndSeveralSlipsAreOnePrint() throws {
    let centre = try centre()
    let number = try centre.ticket([
      "booking", "--summary", "x", "--topic", "plumbing", "--window", "+2d..+2h",
    ])
    try centre.done("dispatch", number, "--to", "wang")
    let away = try centre.done("away", "wang", "--reason", "leave", "--until", "+4d")
    #expect(away.out.contains("\(number).1"), "\(away.out)")
    let other = try ticket(centre)
    try centre.done("dispatch", other, "--to", "zhao", "--force")
    let print = try centre.done("slip", "\(number).1", "--also", "\(other).1").out
    #expect(print.contains("\(number).1") && print.contains("\(other).1"))
  }

  @Test func handingOnReworkCallsAndEmergencies() throws {
    let centre = try centre()
    try centre.done("staff", "add", "ma", "--name", "马工", "--role", "technician", "--trade", "plumber")
    let number = try ticket(centre)
    try centre.done("dispatch", number, "--to", "wang")
    try centre.done("transfer", "\(number).1", "--to", "ma", "--why", "太远")
    #expect(try centre.run("transfer", "\(number).2", "--to", "ma").status == 1)
    try centre.done("call", "\(number).2", "还要半小时")
    try centre.done("arrive", "\(number).2")
    try centre.done("complete", "\(number).2", "--result", "好了")
    let again = try ticket(centre)
    try centre.done("dispatch", again, "--to", "wang", "--rework", "\(number).2")
    #expect(try centre.run("show", again, "--history").out.contains("Rework of: \(number).2"))
    #expect(try centre.run("rework", "\(again).1", "--of", "\(again).1").status == 1)
    let rush = try centre.run("rush", "地库水管爆裂 #plumbing", "--to", "wang", "--to", "zhao")
    #expect(rush.status == 0, "\(rush.err)")
    let json = try #require(try centre.json("board") as? [String: Any])
    let wang = try #require(
      (json["technicians"] as? [[String: Any]])?.first { $0["staff"] as? String == "wang" })
    #expect((wang["orders"] as? [String])?.count == 2)
  }

  @Test func rostersSwapsAndAbsencesShowInAvailability() throws {
    let centre = try centre()
    try centre.done(
      "staff", "edit", "wang", "--shift", "08:00-12:00,13:30-17:30", "--licence", "lift:2030-01-31")
    try centre.done("staff", "edit", "zhao", "--shift", "20:00-08:00")
    try centre.done("roster", "set", "wang", "--from", "2049-12-01", "--to", "2049-12-02", "--duty", "off")
    try centre.done("roster", "swap", "wang", "zhao", "--day", "2049-12-03")
    let roster = try #require(
      try centre.json("roster", "show", "--from", "2049-12-01", "--days", "4") as? [[String: Any]])
    let wang = try #require(roster.first { $0["staff"] as? String == "wang" }?["days"] as? [[String: Any]])
    #expect(
      wang.map { $0["duty"] as? String ?? "-" } == ["off", "off", "20:00-08:00", "08:00-12:00,13:30-17:30"])
    #expect(try centre.run("roster", "show", "--from", "2049-12-01").out.contains("12-01"))
    try centre.done(
      "away", "wang", "--reason", "sick", "--window", "2049-12-04 08:00..2049-12-05 18:00", "发烧")
    #expect(try centre.run("away", "wang", "--window", "2049-12-04 09:00..2049-12-04 10:00").status == 1)
    let board = try centre.json("board", "--now", "2049-12-04 09:00") as? [String: Any]
    let state = try #require(
      (board?["technicians"] as? [[String: Any]])?.first { $0["staff"] as? String == "wang" })
    #expect(state["available"] as? String == "sick" && state["until"] as? String == "2049-12-05T10:00:00Z")
    try centre.done("back", "wang", "--from", "2049-12-04 08:00")
    #expect(try centre.run("back", "wang").status == 1)
    #expect(try centre.run("roster", "set", "wang", "--from", "2049-12-01", "--duty", "25:00").status == 2)
    #expect(try centre.run("staff", "edit", "wang", "--licence", "lift:2030-02-31").status == 2)
    #expect(try centre.run("staff", "edit", "wang", "--trade", "plumber:9").status == 2)
  }
}
