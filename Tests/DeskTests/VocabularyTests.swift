import Desk
import Testing

/// Every code has its word in both languages, and is found by any of the three.
struct VocabularyTests {
  private func check<Value: Named>(_: Value.Type, sourceLocation: SourceLocation = #_sourceLocation) {
    for language in Language.allCases {
      let names = Value.allCases.map { $0.name(in: language) }
      #expect(Set(names).count == names.count, "\(names)", sourceLocation: sourceLocation)
      for (value, name) in zip(Value.allCases, names) {
        #expect(name.contains { !$0.isWhitespace }, "\(value)", sourceLocation: sourceLocation)
        #expect(Value.matching(name) == value, "\(name)", sourceLocation: sourceLocation)
        #expect(Value.matching(name.uppercased()) == value, "\(name)", sourceLocation: sourceLocation)
      }
    }
    for value in Value.allCases {
      #expect(Value.matching(value.rawValue) == value, sourceLocation: sourceLocation)
      #expect(Value.matching(value.rawValue.uppercased()) == value, sourceLocation: sourceLocation)
      #expect(
        value.rawValue.utf8.allSatisfy { 97...122 ~= $0 || $0 == 45 }, "\(value)",
        sourceLocation: sourceLocation)
    }
    #expect(Value.matching("") == nil, sourceLocation: sourceLocation)
    #expect(Value.matching("没有的") == nil, sourceLocation: sourceLocation)
  }

  @Test func everyCodeHasANameInBothLanguages() {
    check(TicketKind.self)
    check(Urgency.self)
    check(TicketStatus.self)
    check(WaitingReason.self)
    check(OrderStatus.self)
    check(ClockName.self)
    check(ClockState.self)
    check(StaffRole.self)
    check(Channel.self)
    check(Topic.self)
    check(Trade.self)
    check(Satisfaction.self)
    check(Tenure.self)
    check(UnitKind.self)
    check(QueueName.self)
  }

  /// The words of the rulebook, typed from DOMAIN.
  @Test func theWordsAreThoseOfTheRulebook() {
    func expect<Value: Named>(
      _: Value.Type, _ words: KeyValuePairs<String, String>,
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      #expect(
        Value.allCases.map(\.rawValue) == words.map(\.key), sourceLocation: sourceLocation)
      #expect(
        Value.allCases.map { $0.name(in: .zh) } == words.map(\.value), sourceLocation: sourceLocation)
    }
    expect(
      TicketKind.self,
      [
        "repair": "报修", "complaint": "投诉", "suggestion": "建议", "inquiry": "咨询", "booking": "特约服务",
        "incident": "突发事件", "finding": "巡查发现",
      ])
    expect(Urgency.self, ["critical": "特急", "urgent": "急修", "normal": "一般", "planned": "计划"])
    expect(
      TicketStatus.self,
      [
        "received": "待指派", "assigned": "已指派", "working": "处理中", "waiting": "挂起", "resolved": "已处理",
        "replied": "已回复", "closed": "已办结", "cancelled": "已作废", "merged": "已并单",
      ])
    expect(
      WaitingReason.self,
      [
        "resident": "等业主", "appointment": "等预约", "weather": "天气", "parts": "等配件", "provider": "等外协",
        "approval": "等审批", "elsewhere": "先办别单",
      ])
    expect(
      OrderStatus.self,
      [
        "reserved": "预约", "dispatched": "已派单", "accepted": "已接单", "travelling": "途中", "onsite": "已到场",
        "paused": "暂停", "completed": "已完工", "signed": "已验收", "declined": "退单", "withdrawn": "撤单",
      ])
    expect(
      ClockName.self,
      [
        "act": "首次处理", "respond": "响应", "arrive": "到场", "resolve": "处理", "reply": "回复", "promise": "承诺回复",
        "visit": "回访",
      ])
    expect(
      StaffRole.self,
      [
        "manager": "物业经理", "supervisor": "服务中心主管", "maintenance-supervisor": "工程主管", "clerk": "值班客服",
        "technician": "维修", "patrol": "巡逻员", "trainer": "培训专员", "finance": "财务", "auditor": "监督小组",
      ])
    expect(
      Trade.self,
      [
        "plumber": "水工", "electrician": "电工", "low-voltage": "弱电工", "carpenter": "木工", "mason": "泥瓦工",
        "general": "综合维修", "lift": "电梯维保", "cleaning": "保洁", "security": "秩序", "greening": "绿化",
      ])
  }

  @Test func codesAreTheOnesThatStandInTheJournal() {
    #expect(
      Channel.allCases.map(\.rawValue) == [
        "phone", "walk-in", "wechat", "app", "web", "email", "letterbox", "meeting", "visit", "survey",
        "patrol",
      ])
    #expect(
      Topic.allCases.map(\.rawValue) == [
        "plumbing", "power", "low-voltage", "doors-windows", "structure", "lift", "fire", "security",
        "sanitation", "greening", "parking", "noise", "fees", "renovation", "pets", "service-quality",
        "community", "outside", "other",
      ])
    #expect(ClockState.allCases.map(\.rawValue) == ["pending", "running", "paused", "met", "void"])
    #expect(Verb.signoff.rawValue == "signoff")
    #expect(Verb.importRecords.rawValue == "import")
  }

  @Test func theMoreUrgentComesFirst() {
    #expect(
      [Urgency.planned, .critical, .normal, .urgent].sorted() == [.critical, .urgent, .normal, .planned])
  }

  @Test func statusesKnowWhetherSomebodyIsStillBusy() {
    #expect(
      TicketStatus.allCases.filter(\.isOpen) == [
        .received, .assigned, .working, .waiting, .resolved, .replied,
      ])
    #expect(TicketStatus.allCases.filter(\.isUnresolved) == [.received, .assigned, .working, .waiting])
    #expect(
      OrderStatus.allCases.filter(\.isLive) == [
        .reserved, .dispatched, .accepted, .travelling, .onsite, .paused,
      ])
    #expect(
      OrderStatus.allCases.filter(\.isBusy) == [.dispatched, .accepted, .travelling, .onsite, .paused])
  }
}
