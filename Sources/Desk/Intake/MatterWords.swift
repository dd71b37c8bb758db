/// What the words of a summary say of the topic and the urgency, so that promised times are right before anybody has
/// picked either.
public struct MatterWords: Hashable, Sendable {
  /// The topic that the words name; nil where they name none.
  public var topic: Topic?
  /// Set only by words that are an emergency in any house.
  public var urgency: Urgency?
  /// The words understood, the strongest first.
  public var words: [String] = []

  /// Reads a summary in either language.
  public init(_ summary: String) {
    // What it is about is said at the beginning; a pasted letter is not searched to its end with every key.
    let text = SearchText.symbols(String(summary.prefix(200)))
    let isExercise = Self.exercises.contains { Self.holds(text, $0) }
    for sign in Self.signs where sign.isIn(text) {
      topic = topic ?? sign.topic
      if !isExercise { urgency = urgency ?? sign.urgency }
      words.append(sign.word)
    }
  }

  private struct Sign: Sendable {
    let word: String
    /// All of these are said, and none of those.
    let said: [[UInt16]]
    let unsaid: [[UInt16]]
    let topic: Topic
    let urgency: Urgency?

    func isIn(_ text: [UInt16]) -> Bool {
      said.allSatisfy { holds(text, $0) } && !unsaid.contains { holds(text, $0) }
    }
  }

  /// What is only tried out is no emergency.
  private static let exercises = ["演练", "演习", "drill"].map { SearchText.symbols($0) }

  /// `没`, `无`, `未`, and `有` after them: what is said not to be is not meant.
  private static func isDenied(_ text: [UInt16], at start: Int) -> Bool {
    let no: [UInt16] = [0x6CA1, 0x65E0, 0x672A]
    guard start > 0 else { return false }
    if no.contains(text[start - 1]) { return true }
    return start > 1 && text[start - 1] == 0x6709 && no.contains(text[start - 2])
  }

  /// Latin words count from their beginning, hanzi anywhere.
  private static func holds(_ text: [UInt16], _ sign: [UInt16]) -> Bool {
    guard let first = sign.first, text.count >= sign.count else { return false }
    let isLatin = SearchText.letter(first) != nil
    return (0...(text.count - sign.count)).contains { start in
      guard text[start] == first, text[start..<start + sign.count].elementsEqual(sign) else { return false }
      if isDenied(text, at: start) { return false }
      return !isLatin || start == 0 || SearchText.letter(text[start - 1]) == nil
    }
  }

  /// What is surest comes first: 门禁 before 门, 噪音 before 装修.
  private static let signs: [Sign] = table.flatMap { line in
    line.words.split(separator: " ").map { word in
      // A low line stands for the blank inside a word; what follows `+` has to be said too, what follows `!` must not be.
      let text = String(word.map { $0 == "_" ? " " : $0 })
      let parts = text.split(separator: "!")
      let said = parts[0].split(separator: "+")
      return Sign(
        word: said.joined(separator: "…"), said: said.map { SearchText.symbols($0) },
        unsaid: parts.dropFirst().map { SearchText.symbols($0) }, topic: line.topic, urgency: line.urgency)
    }
  }

  private static let table: [(topic: Topic, urgency: Urgency?, words: String)] = [
    (
      .lift, .critical,
      "困人 被困 困住 关在电梯 电梯+关人 电梯+关了人 电梯+关住 电梯+出不来 电梯+卡人 电梯+卡了人 电梯+卡住+人 电梯+卡在+人 电梯+停在+人 "
        + "电梯+夹人 trapped stuck_in_the_lift stuck_in_lift stuck_in_the_elevator stuck_in_elevator lift+stuck+inside "
        + "elevator+stuck+inside lift+stuck+people elevator+stuck+people"
    ),
    (
      .fire, .critical,
      "冒烟 着火 起火 火警 失火 燃气泄漏 燃气泄露 煤气泄漏 煤气泄露 燃气漏 煤气漏 漏气 燃气味 煤气味 smoke!detector!alarm on_fire caught_fire "
        + "fire_in smell_of_gas gas_leak"
    ),
    (.plumbing, .critical, "爆裂 爆管 水管爆 burst"),
    (.power, .critical, "漏电 触电 火花 淹+电表 淹+配电 淹+电箱 electric_shock sparks"),
    (
      .security, .critical,
      "跳楼 轻生 晕倒 昏倒 昏迷 摔倒 溺水 落水 掉水 掉进水 掉到水 砸到人 砸中人 砸伤 drowning unconscious fainted collapsed"
    ),
    (.plumbing, .urgent, "跑水 停水 没水 倒灌 返水 喷水 no_water flood"),
    (.power, .urgent, "停电 没电!电池 断电 no_power power_cut"),
    (.security, .urgent, "抛物 打架 闯入 被盗 小偷 thrown burglar break-in"),
    (.structure, .urgent, "外墙脱落 坠落 falling_off"),
    (.lift, nil, "电梯 lift elevator"),
    (.noise, nil, "噪音 噪声 油烟 太吵 很吵 扰民 noise noisy loud"),
    (.parking, nil, "停车 车位 占位 道闸 抬杆 parking barrier"),
    (.lowVoltage, nil, "门禁 对讲 监控 摄像头 宽带 网络 刷卡 intercom entry_system camera internet"),
    (.fire, nil, "消防 灭火器 烟感 烟雾报警 喷淋 sprinkler extinguisher"),
    (.structure, nil, "屋顶 外墙 roof facade"),
    (.plumbing, nil, "漏水 渗水 滴水 堵塞 下水 马桶 水管 水龙头 地漏 水表 水压 toilet drain tap pipe water leak"),
    (.power, nil, "跳闸 空开 合不上闸 灯不亮 灯坏 插座 开关 电表 路灯 楼道灯 灯 light lamp socket breaker power"),
    (.sanitation, nil, "擦玻璃 擦窗 钟点工 window_cleaning"),
    (.doorsWindows, nil, "门锁 钥匙 窗户 玻璃 防盗门 单元门 纱窗 lock door window"),
    (.renovation, nil, "装修 违建 封阳台 renovation"),
    (.structure, nil, "墙面 瓷砖 裂缝 地砖 wall tile crack"),
    (.sanitation, nil, "垃圾 卫生 保洁 异味 臭 污水 rubbish garbage dirty smell"),
    (.greening, nil, "树 草坪 绿化 修剪 浇水 tree lawn hedge"),
    (.pets, nil, "狗 猫 宠物 dog cats"),
    (.fees, nil, "物业费 收费 发票 缴费 停车费 service_charge invoice fee"),
    (.serviceQuality, nil, "态度 rude"),
    (.community, nil, "社区活动 event"),
  ]
}
