import DeskStore
import Foundation
import TestSupport
import Testing

/// `journal recover`, through the program.
@Suite struct JournalRecoverTests {
  /// Marks the journal as one whose sync has failed, as the program would.
  private func poison(_ centre: Centre) throws {
    let name = centre.journal + ".state"
    let text = try String(contentsOfFile: name, encoding: .utf8)
    let body = text.dropLast(19).replacingOccurrences(of: "\"poisoned\":false", with: "\"poisoned\":true ")
    var crc: UInt32 = .max
    for byte in body.utf8 {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = (crc >> 1) ^ (crc & 1 == 1 ? 0x82f6_3b78 : 0) }
    }
    let digits = String(~crc, radix: 16)
    let padded = String(repeating: "0", count: 8 - digits.count) + digits
    try Data((body + ",\"crc\":\"\(padded)\"}\n").utf8).write(to: URL(fileURLWithPath: name))
  }

  @Test func aPoisonedJournalIsReadOnlyUntilItIsRecovered() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "x")
    try poison(centre)
    let before = centre.bytes
    #expect(try centre.done("journal", "info", "--json").object()["poisoned"] as? Bool == true)
    let change = try centre.run("note", "1001", "y")
    #expect(change.status == 3 && change.err.contains("journal recover"), "\(change)")
    #expect(try centre.run("note", "1001", "y", "--lang", "zh").err.contains("journal recover"))
    let done = try centre.done("journal", "recover", "--json").object()
    let kept = try #require(done["kept"] as? String)
    #expect(try Data(contentsOf: URL(fileURLWithPath: kept)) == before)
    #expect(done["set_aside"] is NSNull && done["head_sound"] as? Bool == true)
    #expect(centre.bytes.starts(with: before))
    let told = try #require(String(data: centre.bytes.dropFirst(before.count), encoding: .utf8))
    let by = ProcessIdentity.staffCode(of: Program.account)
    #expect(told.contains("\"by\":\"\(by)\",\"type\":\"journal.recovered\""), "\(told)")
    #expect(told.contains("\"cause\":\"failed-sync\"") && told.contains("desk.journal.before-recovery-"))
    #expect(told.split(separator: "\n").count == 1)
    try centre.done("note", "1001", "y")
    #expect(try centre.done("verify").status == 0)
    let again = try centre.run("journal", "recover")
    #expect(again.status == 1 && again.err.contains("--force"), "\(again)")
  }

  @Test func anUnconfirmedEndIsListed() throws {
    let centre = try Centre()
    try (centre.bytes + Data("half a line".utf8)).write(to: URL(fileURLWithPath: centre.journal))
    for (language, said) in [("en", "no whole record"), ("zh", "不是完整的记录")] {
      let answer = try centre.run("journal", "recover", "--force", "--lang", language)
      #expect(answer.status == 0, "\(answer)")
      #expect(language == "zh" || answer.out.contains(said), "\(answer)")
    }
    #expect(try centre.run("list").err.isEmpty)
  }

  @Test func underAppendOnlyTheCommandToRunIsNamed() throws {
    let centre = try Centre()
    try poison(centre)
    let (set, _, _) = try centre.shell("chattr +a \"$DUTYDESK_JOURNAL\"")
    guard set == 0 else {
      print("skipped: this machine does not let chattr +a be set")
      return
    }
    defer { _ = try? centre.shell("chattr -a \"$DUTYDESK_JOURNAL\"") }
    let before = centre.bytes
    let answer = try centre.run("journal", "recover")
    #expect(answer.status == 3 && answer.err.contains("chattr -a \(centre.journal)"), "\(answer)")
    #expect(centre.bytes == before)
    _ = try centre.shell("chattr -a \"$DUTYDESK_JOURNAL\"")
    try centre.done("journal", "recover")
  }

  @Test func aFollowerGoesOnBehindARecovery() throws {
    let centre = try Centre()
    let told = try centre.shell(
      """
      "$0" watch > "$TMPDIR/seen" & watcher=$!
      sleep 0.5
      "$0" unit add 9-1 && "$0" journal recover --force && "$0" unit add 9-2
      for turn in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        [ "$(grep -c unit.added "$TMPDIR/seen")" = 2 ] && break
        sleep 0.2
      done
      kill $watcher; wait $watcher
      cat "$TMPDIR/seen"
      """)
    let seen = told.out.split(separator: "\n").filter { $0.hasPrefix("{\"seq\"") }
    let marks = ["\"unit\":\"9-1\"", "journal.recovered", "\"unit\":\"9-2\""]
    #expect(seen.count == 3 && zip(seen, marks).allSatisfy { $0.contains($1) }, "\(told)")
  }
}
