import Foundation
import Testing

/// `journal info`, and a head noted at the handover held against the journal later.
@Suite struct JournalInfoTests {
  @Test func theHeadIsPrintedAsItIsWrittenDown() throws {
    let centre = try Centre()
    let before = centre.bytes
    let info = try centre.done("journal", "info", "--json").object()
    let records = before.split(separator: 10).count
    #expect(info["journal"] as? String == centre.journal)
    #expect(info["format"] as? Int == 1 && (info["uuid"] as? String)?.count == 36)
    #expect(info["centre"] as? String == "阳光花园" && info["zone"] as? String == "Asia/Shanghai")
    #expect(info["records"] as? Int == records && info["bytes"] as? Int == before.count)
    #expect(info["access"] as? String == "read-write" && info["why"] is NSNull)
    #expect(info["poisoned"] as? Bool == false)
    let head = try #require(info["head"] as? [String: Any])
    let noted = try #require(info["noted"] as? String)
    #expect(noted == "\(head["seq"] as? Int ?? -1):\(head["digest"] as? String ?? "")")
    for language in ["en", "zh"] {
      let text = try centre.done("journal", "info", "--lang", language)
      #expect(text.out.contains(noted) && text.out.contains("阳光花园"))
    }
    #expect(centre.bytes == before)
  }

  @Test func aNotedHeadIsHeldAgainstTheJournal() throws {
    let centre = try Centre()
    let noted = try #require(try centre.done("journal", "info", "--json").object()["noted"] as? String)
    _ = try centre.ticket("repair", "--summary", "later")
    for line in [["verify"], ["journal", "verify"]] {
      let answer = try centre.run(line + ["--against", noted])
      #expect(answer.status == 0 && answer.out.contains("nothing up to there was changed"), "\(answer)")
    }
    let found = try centre.done("verify", "--against", noted, "--json").object()
    #expect((found["against"] as? [String: Any])?["result"] as? String == "unchanged")

    let later = try #require(try centre.done("journal", "info", "--json").object()["noted"] as? String)
    let cut = centre.bytes.dropLast().lastIndex(of: 10)
    try centre.bytes[...(try #require(cut))].write(to: URL(fileURLWithPath: centre.journal))
    try FileManager.default.removeItem(atPath: centre.journal + ".state")
    #expect(try centre.run("verify").status == 0)
    let short = try centre.run("verify", "--against", later)
    #expect(short.status == 3 && short.out.contains("its end was cut off"), "\(short)")
    let json = try centre.run("verify", "--against", later, "--json")
    #expect(json.status == 3)
    #expect(try json.object()["ok"] as? Bool == false)
    _ = try centre.ticket("repair", "--summary", "another one")
    let other = try centre.run("verify", "--against", later)
    #expect(other.status == 3 && other.out.contains("rewritten"), "\(other)")
    #expect(try centre.run("verify", "--against", later, "--lang", "zh").out.contains("不符"))
  }

  @Test func whatIsNoHeadIsRefused() throws {
    let centre = try Centre()
    for text in ["57", "x", "57:abc", ""] {
      let answer = try centre.run("verify", "--against", text)
      #expect(answer.status == 2 && answer.err.contains("journal info"), "\(answer)")
    }
  }

  @Test func aDamagedJournalIsDescribedToo() throws {
    let centre = try Centre()
    var bytes = centre.bytes
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: centre.journal))
    let answer = try centre.run("journal", "info", "--json")
    #expect(answer.status == 0 && answer.err.contains("damaged in 1 place"))
    let info = try answer.object()
    #expect(info["access"] as? String == "read-only" && info["why"] as? String == "damaged")
    #expect((info["damage"] as? [Any])?.count == 1)
    #expect(centre.bytes == bytes)
  }
}
