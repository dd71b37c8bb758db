import Testing

@testable import Desk

/// What a summary says of its topic and urgency, and the frequent matters.
struct MatterWordTests {
  private static let known: [(String, Topic, Urgency?)] = [
    ("厨房水管爆裂，水漫到客厅", .plumbing, .critical), ("楼上漏水到卧室", .plumbing, nil),
    ("3栋电梯困人", .lift, .critical), ("电梯按钮不亮", .lift, nil), ("家里全部停电", .power, .urgent), ("卧室灯不亮", .power, nil),
    ("单元门禁刷卡没反应", .lowVoltage, nil), ("楼上装修噪音太大", .noise, nil), ("车位被占", .parking, nil),
    ("Burst pipe in the kitchen", .plumbing, .critical), ("People trapped in the lift", .lift, .critical),
    ("No power in half of the flat", .power, .urgent), ("Noisy dog next door", .noise, nil),
    ("The tap drips", .plumbing, nil),
  ]

  @Test(arguments: known)
  func theWordsNameTheTopicAndOnlyEmergenciesTheUrgency(_ text: String, _ topic: Topic, _ urgency: Urgency?) {
    let words = MatterWords(text)
    #expect(words.topic == topic)
    #expect(words.urgency == urgency)
  }

  @Test(arguments: ["", "你好", "想问一下", "hello", "education", "unlocked", "steaks"])
  func otherWordsSayNothing(_ text: String) {
    #expect(MatterWords(text).topic == nil)
    #expect(MatterWords(text).urgency == nil)
  }

  @Test(arguments: FrequentMatter.all, Language.allCases)
  func theWordsOfAFrequentMatterDoNotSpeakAgainstIt(_ matter: FrequentMatter, _ language: Language) {
    let words = MatterWords(matter.text(in: language))
    #expect(words.topic ?? matter.topic == matter.topic, "\(matter.text(in: language))")
    #expect((words.urgency ?? .planned) >= matter.urgency, "\(matter.text(in: language))")
  }

  @Test func frequentMattersAreFoundByTheirInitialsAndWords() {
    func best(_ typed: String) -> String? {
      let ranked = FrequentMatter.all.compactMap { matter in matter.rank(typed).map { ($0, matter) } }
      return ranked.min { $0.0 < $1.0 }?.1.text(in: .zh)
    }
    #expect(best("sgbl") == "水管爆裂")
    #expect(best("水管") == "水管爆裂")
    #expect(best("dtkr") == "电梯困人")
    #expect(best("tczw") == "停车占位")
    #expect(best("cfls") == "厨房漏水")
    #expect(best("burst") == "水管爆裂")
    #expect(best("toilet") == "马桶堵塞")
    #expect(best("parking taken") == "停车占位")
    #expect(best("zyd") == nil)
  }

  @Test func everyFrequentMatterIsReachedByFourLettersOfItsPinyin() {
    var first: [String: String] = [:]
    for matter in FrequentMatter.all {
      let text = matter.text(in: .zh)
      let letters = text.unicodeScalars.prefix(4).map { Pinyin.book.texts($0)[0].prefix(1) }.joined()
      #expect(matter.rank(letters) == 0, "\(text)")
      #expect(first.updateValue(text, forKey: letters) == nil, "\(letters)")
    }
  }
}
