import Desk

extension DemoShowcase {
  /// The scenes; the minutes are those before the present moment.
  static let scenes: [Scene] = urgent + underWay + talk + settled

  /// Just in, or burning.
  private static let urgent: [Scene] = [
    Scene(
      6, .incident,
      .init(.lift, .critical, .publicArea, "{3|5}栋一单元电梯困人，两人有小孩，卡在七楼，已安抚", "放人，全员平安")
    ) { scene in
      scene.assign(5)
      scene.dispatch(5)
      scene.work(4, .accept)
      scene.work(3, .travel)
    },
    Scene(
      24, .repair,
      .init(.plumbing, .urgent, .home, "热水器进水管爆裂，水漫客厅，业主不会关阀", "更换软管，打压正常")
    ) { $0.reach(22, 21, 20, 9) },
    Scene(
      25, .repair,
      .init(.power, .urgent, .home, "全屋停电，空开合不上，家有婴儿", "更换漏保，送电正常")
    ) { scene in
      scene.assign(23)
    },
    Scene(
      43, .repair,
      .init(.plumbing, .urgent, .home, "楼上漏水，卫生间吊顶大面积滴水，楼上没人应门", "查为楼上地漏返水，已关阀")
    ) { scene in
      scene.assign(40)
      scene.dispatch(37)
      scene.work(29, .accept)
      scene.work(21, .travel)
    },
    Scene(1, .repair, .init(.doorsWindows, .normal, .home, "入户门锁芯转不动，钥匙断在里面", "换锁芯")) { _ in },
    Scene(4, .complaint, .init(.noise, .normal, .home, "楼上装修午休时间打墙，老人心脏不好", "已劝停")) { _ in },
    Scene(9, .repair, .init(.lowVoltage, .normal, .home, "可视对讲没声音，快递上不来", "换听筒")) { _ in },
    Scene(2, .inquiry, .init(.fees, .normal, .nowhere, "物业费发票开错抬头，怎么换", "已答复")) { _ in },
  ]

  /// Technicians sent, at work, or waiting for something.
  private static let underWay: [Scene] = [
    Scene(
      200, .repair, .init(.power, .normal, .home, "厨房插座没电，冰箱改接客厅", "换插座")
    ) { scene in
      scene.assign(195)
      scene.desk(190, .respond(text: "已联系业主，师傅上一户结束后到"))
      scene.dispatch(60)
      scene.work(52, .accept)
    },
    Scene(
      228, .repair, .init(.doorsWindows, .normal, .home, "主卧推拉窗关不严，滑轮掉了一个", "换滑轮")
    ) { scene in
      scene.assign(220)
      scene.dispatch(30)
      scene.work(24, .accept)
      scene.work(8, .travel)
    },
    Scene(
      252, .repair, .init(.doorsWindows, .normal, .home, "卧室门下沉蹭地，老人开关费劲", "调整合页")
    ) { scene in
      scene.assign(246)
      scene.desk(240, .respond(text: "已联系业主，下午有人在家"))
      scene.dispatch(41)
      scene.work(33, .accept)
    },
    Scene(
      1391, .repair, .init(.plumbing, .normal, .home, "主卫马桶水箱漏水，整夜流水声", "换进水阀")
    ) { scene in
      scene.reach(1385, 1380, 1375, 1290)
      scene.desk(1270, .wait(.parts, until: nil, text: "原厂进水阀缺货"))
      scene.desk(1255, .inform(text: "告知业主配件次日到"))
      scene.desk(38, .note(text: "配件到货"))
      scene.work(31, .resume)
    },
    Scene(
      1800, .repair, .init(.structure, .normal, .home, "顶层天花板渗水，下雨接了两个盆", "补卷材")
    ) { scene in
      scene.reach(1790, 1770, 1760, 1700)
      scene.desk(1680, .wait(.weather, until: nil, text: "连日下雨，屋面干后再做"))
      scene.desk(95, .urge(text: "业主来电催问何时修"))
    },
    Scene(
      2950, .repair, .init(.lowVoltage, .normal, .publicArea, "西门人脸识别不认人，访客排队", "换主板")
    ) { scene in
      scene.reach(2940, 2900, 2890, 2820)
      scene.desk(2790, .wait(.provider, until: nil, text: "主板故障，报厂家"))
      scene.desk(1500, .inform(text: "告知业委会明日到场"))
    },
    Scene(
      700, .repair, .init(.plumbing, .normal, .home, "阳台地漏返臭，雨天更重", "换地漏芯")
    ) { scene in
      scene.assign(690)
      scene.responsible(680, .respond(text: "电话联系，业主出差"))
      scene.desk(678, .wait(.resident, until: nil, text: "业主周末回来再约"))
    },
    Scene(
      1500, .booking, .init(.power, .normal, .home, "预约装吊灯，灯具已到货，需带梯子", "安装完成")
    ) { scene in
      scene.assign(1490, to: scene.life.staff.clerk(scene.now - .minutes(1490)))
      scene.desk(1480, .respond(text: "报价 90 元，业主同意，约好时间"))
      scene.dispatch(1470, window: scene.window(50, 120))
    },
    Scene(
      1320, .booking, .init(.plumbing, .normal, .home, "预约换花洒和水龙头（业主自备）", "安装完成")
    ) { scene in
      scene.assign(1310, to: scene.life.staff.clerk(scene.now - .minutes(1310)))
      scene.desk(1305, .respond(text: "报价已确认，约好时间"))
      scene.dispatch(1300, window: scene.window(-95, 120))
    },
  ]

  /// Answers owed.
  private static let talk: [Scene] = [
    Scene(
      2848, .complaint, .init(.parking, .normal, .parking, "固定车位被占，赶着送孩子，已是第三次", "已联系车主")
    ) { scene in
      scene.assign(2830, to: DemoStaff.patrol)
      scene.responsible(2700, .note(text: "已贴挪车告知，待查车主电话"))
    },
    Scene(
      1404, .inquiry, .init(.renovation, .normal, .home, "封阳台要办什么手续，图纸交哪里", "已答复")
    ) { scene in
      scene.assign(1398, to: scene.life.staff.clerk(scene.now - .minutes(1398)))
      scene.responsible(1390, .note(text: "需问工程部封窗样式"))
    },
    Scene(
      460, .complaint, .init(.fees, .normal, .nowhere, "停车费重复扣两次，要求退款", "已退款")
    ) { scene in
      scene.assign(450, to: DemoStaff.supervisor)
      scene.responsible(440, .promise(by: scene.now + .minutes(26), text: "财务核对后回电"))
    },
    Scene(
      1700, .complaint, .init(.serviceQuality, .normal, .nowhere, "报修三天没人联系，要见经理", "已致歉")
    ) { scene in
      scene.assign(1690, to: DemoStaff.supervisor)
      scene.responsible(1600, .promise(by: scene.now - .minutes(12), text: "答应今天给处理意见"))
      scene.desk(30, .urge(text: "再次来电，语气较急"))
    },
    Scene(
      4100, .complaint, .init(.renovation, .normal, .home, "隔壁砸承重墙，要求马上停工", "已发整改单")
    ) { scene in
      scene.assign(4090, to: DemoStaff.maintenance)
      scene.responsible(4060, .respond(text: "已到场劝停，约业主面谈"))
      scene.responsible(4000, .check(finding: "现场核实，次卧墙体开洞一处"))
      scene.desk(300, .escalate(text: "业主不接受恢复方案，请主管定"))
    },
    Scene(
      9975, .suggestion, .init(.greening, .normal, .publicArea, "建议中心花园加几张长椅，老人多", "列入计划")
    ) { scene in
      scene.assign(9900, to: DemoStaff.supervisor)
      scene.responsible(9000, .inform(text: "告知例会讨论"))
      scene.decider(1500, .decide(text: "采纳，本月加装四张"))
    },
    Scene(
      4230, .finding, .init(.structure, .normal, .publicArea, "健身区井盖松动，已摆锥桶", "已加固")
    ) { scene in
      scene.assign(4200)
      scene.responsible(4000, .check(finding: "井圈下沉两公分，需重砌"))
    },
  ]

  /// Done but not over.
  private static let settled: [Scene] = [
    Scene(
      1530, .repair, .init(.doorsWindows, .normal, .publicArea, "2栋单元门闭门器漏油，关门砰响", "更换闭门器")
    ) { scene in
      scene.reach(1525, 1520, 1515, 1480)
      scene.done(1440, 1421, "更换闭门器，调至缓闭")
    },
    Scene(
      330, .repair, .init(.power, .normal, .home, "客厅顶灯闪烁，开关有焦味", "换开关")
    ) { scene in
      scene.reach(325, 310, 305, 250)
      scene.done(205, 190, "更换开关面板，紧固零线")
    },
    Scene(
      1720, .repair, .init(.plumbing, .normal, .home, "厨房下水慢，菜叶返上来", "疏通主管")
    ) { scene in
      scene.reach(1712, 1700, 1690, 1600)
      scene.done(1480, 1474, "疏通主管，放水畅通")
    },
    Scene(
      4700, .complaint, .init(.sanitation, .normal, .publicArea, "电梯里有狗尿，两天没人清", "已消毒")
    ) { scene in
      scene.assign(4680, to: DemoStaff.supervisor)
      scene.desk(4600, .respond(text: "致歉并说明安排"))
      scene.desk(4500, .check(finding: "现场属实，已清洗消毒"))
      scene.desk(3100, .resolve(result: "增加午间巡查，已考核当班保洁"))
      scene.desk(2836, .reply(text: "电话回复，业主认可", notice: false))
      scene.desk(2830, .close(text: ""))
    },
    Scene(
      2600, .repair, .init(.plumbing, .urgent, .home, "厨房水管接头脱落，木地板泡水", "重做接头")
    ) { scene in
      scene.reach(2598, 2596, 2594, 2580)
      scene.done(2500, 2490, "更换接头，打压正常")
      scene.desk(2400, .reply(text: "电话回复业主，已修好", notice: false))
      scene.desk(2398, .close(text: ""))
      scene.desk(150, .reopen(text: "业主来电：同一接头又渗水"))
      scene.dispatch(100)
      scene.work(90, .accept)
      scene.work(20, .travel)
    },
  ]
}
