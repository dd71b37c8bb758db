import Foundation
import TestSupport
import Testing

/// A day of sixty calls in a real terminal of 80 × 24, by a clerk whose Chinese input method is on all the time: each from the
/// call to its close or to where it has to wait, without one refusal, and the journal says what was meant.
@Suite(
  .serialized, .enabled(if: TmuxTerminal.isThere, "tmux is not installed; these tests need a real terminal"))
struct SixtyCallsTests {
  private static let rooms = ["101", "102", "201", "202", "301", "302", "401", "402", "501", "502"]

  /// What a caller wants, in turn.
  private enum Matter: CaseIterable {
    case inquiry, repair, complaint, booking, hold, suggestion, correction, status, emergency, shortRepair
  }

  /// A centre with ten homes, a clerk, and technicians for what comes.
  private func centre() throws -> JournalOnDisk {
    let journal = try JournalOnDisk()
    for (place, room) in Self.rooms.enumerated() {
      try journal.run("unit", "add", "1-1-\(room)")
      try journal.run(
        "contact", "add", "1-1-\(room)", "--name", "业主\(place)", "--phone", "1380000010\(place)", "--owner")
    }
    try journal.run(
      "staff", "add", "zhao", "--name", "赵电", "--role", "technician", "--trade", "electrician", "--shift",
      "00:00-24:00",
      "--phone", "13900000002")
    try journal.run("staff", "edit", "wang", "--phone", "13900000001")
    try journal.run("staff", "add", "li", "--name", "李娜", "--role", "clerk", "--os-user", NSUserName())
    return journal
  }

  /// Keys by their tmux names, or texts after `=`; then the screen says something, and refuses nothing.
  private func go(_ terminal: TmuxTerminal, _ keys: String..., until wanted: String) throws {
    for key in keys {
      #expect(passes(key), "\(key) does not come through an input method")
      if key.hasPrefix("=") { try terminal.type(String(key.dropFirst())) } else { try terminal.press(key) }
    }
    try terminal.until("\(keys) → \(wanted)") { screen in screen.contains { $0.contains(wanted) } }
  }

  /// Whether an input method lets it through.
  private func passes(_ key: String) -> Bool {
    if key.hasPrefix("=") { return key.dropFirst().allSatisfy { !$0.isASCII || $0.isNumber } }
    let named: Set = ["Up", "Down", "Home", "End", "Tab", "BTab", "Enter", "Escape"]
    return named.contains(key) || key.hasPrefix("C-") || key.hasPrefix("F") && Int(key.dropFirst()) != nil
  }

  @Test func aDayOfSixtyCallsGoesWithoutARefusal() throws {
    let journal = try centre()
    let terminal = try TmuxTerminal(width: 80, height: 24, keeping: journal)
    try terminal.command("'\(try Program.dutydesk())' --journal '\(journal.path)' --lang zh --as li console")
    try terminal.wait("厨房漏水")
    // The sample centre has three tickets of its own.
    var next = 1004
    var meant: [Int: (matter: Matter, room: String)] = [:]
    var told: [Int: String] = [:]
    for call in 0..<60 {
      let matter = Matter.allCases[call % Matter.allCases.count]
      let home = (call / Matter.allCases.count + call) % Self.rooms.count
      let room = Self.rooms[home]
      func takeIn(_ words: String, _ kind: String? = nil, window: String? = nil) throws {
        try go(terminal, "F3", "=11\(room)", "Enter", "=\(words)", until: words)
        if let kind { try go(terminal, "Tab", "Tab", "=\(kind)", until: kind) }
        if let window { try go(terminal, "Tab", "=\(window)", until: "明天 09:00") }
        try go(terminal, "C-s", until: "已登记：\(next)")
        meant[next] = (matter, room)
        next += 1
      }
      var ticket: Int { next - 1 }
      func end(_ result: String, isClosed: Bool = true) throws {
        try go(terminal, "C-e", "C-u", "=\(result)", "C-s", until: "已记录：\(ticket) 结果")
        try go(terminal, "C-y", "C-s", until: "已记录：\(ticket) 回复")
        if isClosed { try go(terminal, "C-x", "C-s", until: "已记录：\(ticket) 办结") }
      }
      switch matter {
      case .inquiry:
        try go(terminal, "F3", "=11\(room)", "Enter", "=物业费怎么交", "Tab", "=可以在公众号交", until: "可以在公众号交")
        try go(terminal, "C-s", until: "已登记、答复并办结：\(next)")
        meant[next] = (matter, room)
        next += 1
      case .repair, .emergency:
        try takeIn(matter == .repair ? "水龙头滴水" : "厨房水管爆裂")
        if matter == .repair { try go(terminal, "C-d", "=王强", until: "派单 #\(ticket)") }
        try go(terminal, "C-s", until: "已记录：\(ticket)")
        for step in ["到场", "完工"] {
          try go(terminal, "F2", "=\(step)", "Enter", until: "\(step) \(ticket).1")
          if step == "完工" { try go(terminal, "=换了阀芯", until: "换了阀芯") }
          try go(terminal, "C-s", until: "已记录：\(ticket).1 \(step)")
        }
        try end("换了阀芯试水正常")
      case .complaint:
        try takeIn("楼上半夜装修", "投诉")
        try go(terminal, "F2", "=核实", "Enter", "=现场看过已劝停", "C-s", until: "已记录：\(ticket) 核实")
        try end("夜间不再施工")
      case .booking: try takeIn("空调清洗", "特约", window: "明天9点到11点")
      case .hold:
        try takeIn("阳台灯不亮")
        // Whoever puts a matter by answers for it.
        try go(terminal, "C-a", "=李娜", "C-s", until: "已记录：\(ticket) 指派")
        try go(terminal, "C-w", "=4", "Enter", "=明天9点", "C-s", until: "确认")
        // It ends after somebody is promised to be there, and stops that clock not.
        try go(terminal, "F7", until: "已记录：\(ticket) 挂起")
      case .suggestion:
        try takeIn("建议加装充电桩", "建议")
        // What is proposed is closed when it has been decided on, which is not the clerk's to do.
        try end("已报业委会研究", isClosed: false)
      case .correction:
        try takeIn("门铃坏了")
        try go(terminal, "F2", "=更正", "Enter", until: "更正 #\(ticket)")
        let phone = "13911112\(100 + call)"
        try go(terminal, "BTab", "C-u", "=\(phone)", "C-s", until: "已记录：\(ticket) 更正")
        told[ticket] = phone
      case .status:
        // Of the home whose bell was corrected one call before; whoever rings has that phone.
        try go(terminal, "F3", "=\(told[ticket] ?? "")", "Enter", "Enter", until: "#\(ticket)")
        try go(terminal, "F2", "=告知", "Enter", "=今晚去查看", "C-s", until: "已记录：\(ticket) 告知")
        try go(terminal, "Escape", "Escape", until: "剩余")
      case .shortRepair:
        try takeIn("楼道灯不亮")
        try go(terminal, "C-d", "=赵电", "C-s", until: "已记录：\(ticket) 派单")
        try go(terminal, "F2", "=撤单", "Enter", "C-s", until: "已记录：\(ticket).1 撤单")
        try end("住户自己换好了")
      }
    }
    try terminal.press("F10")
    try terminal.wait("READY>")
    #expect(meant.count == 54, "six calls asked how it is")
    for (number, call) in meant {
      let ticket = try #require(
        JSONSerialization.jsonObject(with: Data(try journal.run("show", "\(number)", "--json").utf8))
          as? [String: Any])
      let kinds: [Matter: String] = [
        .inquiry: "inquiry", .complaint: "complaint", .booking: "booking", .suggestion: "suggestion",
      ]
      let statuses: [Matter: String] = [
        .booking: "assigned", .hold: "waiting", .correction: "received", .suggestion: "replied",
      ]
      #expect(ticket["kind"] as? String == kinds[call.matter] ?? "repair", "\(number) \(call)")
      #expect(ticket["status"] as? String == statuses[call.matter] ?? "closed", "\(number) \(call)")
      #expect(ticket["unit"] as? String == "1-1-\(call.room)", "\(number) \(call)")
      if let phone = told[number] { #expect(ticket["phone"] as? String == phone) }
    }
    let lines = try String(contentsOfFile: journal.path, encoding: .utf8).split(separator: "\n")
    func count(_ type: String) -> Int { lines.count { $0.contains("\"type\":\"\(type)\"") } }
    #expect(
      count("order.dispatched") == 18 && count("order.completed") == 12 && count("order.withdrawn") == 6)
    #expect(count("ticket.informed") == 6 && count("ticket.checked") == 6 && count("ticket.waiting") == 6)
    #expect(count("ticket.edited") == 6 && count("ticket.closed") == 30)
    try journal.run("verify")
  }
}
