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
    // People shut in, however a caller says it.
    ("电梯关人了", .lift, .critical), ("电梯里有人出不来", .lift, .critical), ("电梯卡住了里面有人", .lift, .critical),
    ("电梯停在半空有人", .lift, .critical), ("people stuck in lift", .lift, .critical),
    ("Lift stuck with people inside", .lift, .critical), ("电梯卡顿，按钮不亮", .lift, nil),
    // Gas, fire, sparks, and people who come to harm.
    ("厨房燃气泄露", .fire, .critical), ("fire in the garage", .fire, .critical), ("插座打火花", .power, .critical),
    ("水淹到电表箱", .power, .critical), ("老人摔倒了起不来", .security, .critical), ("孩子掉水池里了", .security, .critical),
    ("楼顶有人要跳楼", .security, .critical), ("高空坠物砸到人", .security, .critical),
    // What is only said not to be, or tried out, is no emergency.
    ("烟雾报警器电池没电", .fire, nil), ("电梯困人演练通知", .lift, nil), ("没有漏水，只是问一下物业费", .fees, nil),
    ("没漏电，就是灯不亮", .power, nil), ("家里没水", .plumbing, .urgent), ("空开合不上", .power, nil),
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
    let words = MatterWords(matter.phrase.said(in: language))
    #expect(words.topic ?? matter.topic == matter.topic, "\(matter.phrase.said(in: language))")
    #expect((words.urgency ?? .planned) >= matter.urgency, "\(matter.phrase.said(in: language))")
  }

  @Test func frequentMattersAreFoundByTheirInitialsAndWords() {
    func best(_ typed: String) -> String? {
      let ranked = FrequentMatter.all.compactMap { matter in matter.rank(typed).map { ($0, matter) } }
      return ranked.min { $0.0 < $1.0 }?.1.phrase.said(in: .zh)
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
      let text = matter.phrase.said(in: .zh)
      let letters = text.unicodeScalars.prefix(4).map { Pinyin.book.texts($0)[0].prefix(1) }.joined()
      #expect(matter.rank(letters) == 0, "\(text)")
      #expect(first.updateValue(text, forKey: letters) == nil, "\(letters)")
    }
  }
}
