import Desk
import Settings
import TestSupport
import Testing

@testable import DeskStore

/// Policies written as files and read again.
@Suite struct PolicyTextTests {
  @Test func thePolicyBuiltInReadsBackAsItselfWithoutAnythingToSay() {
    let found = report(PolicyText(.builtIn).text)
    #expect(found.faults.isEmpty, "\(found.faults)")
    #expect(found.policy == .builtIn)
  }

  @Test func whateverPolicyIsWrittenReadsBackAsItself() {
    var random = SeededRandom()
    for _ in 0..<300 {
      let seed = random.next()
      var source = RandomPolicy(random: SeededRandom(seed: seed))
      let policy = source.policy()
      let text = PolicyText(policy).text
      let found = report(text)
      guard found.policy != policy else { continue }
      // One that promises a kind of matter nothing is refused as a contradiction, and reads back as none.
      let isEmpty = found.errors.allSatisfy {
        if case .contradiction(.kindWithoutTarget) = $0.kind { true } else { false }
      }
      if found.policy == nil, !found.errors.isEmpty, isEmpty { continue }
      Issue.record("seed \(random.seed), policy \(seed): \(found.errors)\n\(text)")
      return
    }
  }

  @Test func everySectionIsExplainedInBothLanguages() {
    let lines = PolicyText(.builtIn).text.split(separator: "\n", omittingEmptySubsequences: false)
    for name in ["[clocks]", "[pauses]", "[risk]", "[quiet]", "[roles]", "[gates]", "[idle]", "[limits]"] {
      let place = lines.firstIndex { $0.hasPrefix(name) } ?? 0
      let remarks = lines[..<place].suffix(2)
      #expect(remarks.allSatisfy { $0.hasPrefix("# ") }, "\(name)")
      #expect(remarks.first?.unicodeScalars.contains { $0.value > 0x4E00 } == true, "\(name)")
      #expect(remarks.last?.unicodeScalars.allSatisfy { $0.value < 0x4E00 } == true, "\(name)")
    }
    #expect(lines.contains { $0.contains("#   [calendar.office]") })
  }

  @Test func neighbouringRulesShareASection() {
    let text = PolicyText(.builtIn).text
    #expect(text.contains("kind = [\"repair\", \"incident\"]\nurgency = \"critical\"\nact = 15m\n"))
    #expect(text.contains("reply = { after = \"result\", within = 24h }"))
    #expect(text.contains("retention = 1096d"))
    #expect(text.split(separator: "\n").count { $0.hasPrefix("[[target]]") } == 20)
  }

  @Test(arguments: [
    (Seconds.minutes(15), "15m"), (.hours(24), "24h"), (.hours(72), "72h"), (.days(7), "7d"),
    (.minutes(90), "1h30m"), (.zero, "0s"), (Seconds(86_400 * 4 + 61), "4d1m1s"), (Seconds(45), "45s"),
  ])
  func spansAreWrittenAsRulebooksDo(_ span: Seconds, _ text: String) {
    #expect(PolicyText.span(span) == text)
    #expect(SettingsDuration.seconds(text).map { Int64($0) } == span.whole)
  }

  @Test func noMutilatedFileStopsTheReaderAndEveryFaultLiesInTheFile() {
    var random = SeededRandom()
    let source = Array(PolicyText(.builtIn).text.utf8)
    let pieces = [
      "[", "]", "=", "\"", "\n", "0", "99999999999999999999", "-", "9223372036854775807", "1h", "..", "24:00",
      "\"2026-02-30\"", "[[target]]", "[calendar.x]\n", "[calendar.x.open]\n", "{", "}", "none", ",", "true",
      "中",
    ].map { Array($0.utf8) }
    for _ in 0..<600 {
      var bytes = source
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, at + Int.random(in: 0...40, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.removeSubrange(at..<end)
        case 1: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: at)
        case 2: bytes[at] = UInt8.random(in: 0...127, using: &random)
        default: bytes.insert(contentsOf: bytes[at..<end], at: at)
        }
      }
      let found = PolicyReader.report(on: bytes, name: "f")
      let lines = bytes.count { $0 == 10 } + 1
      let isPlaced = found.faults.allSatisfy { (1...lines).contains($0.place.line) && $0.place.column > 0 }
      #expect(isPlaced, "seed \(random.seed)")
      #expect((found.policy == nil) == !found.errors.isEmpty, "seed \(random.seed)")
      if let policy = found.policy {
        #expect(report(PolicyText(policy).text).policy == policy, "seed \(random.seed)")
      }
    }
  }
}
