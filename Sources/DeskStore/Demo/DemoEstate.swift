import Desk

/// The made-up estate: eight houses, their households, shops, parking spaces and public places.
struct DemoEstate: Sendable {
  let homes: [Contact]
  /// Those in the houses with a lift, on the floors under the roof, and on the floors below.
  let liftHomes: [Contact]
  let topHomes: [Contact]
  let lowerHomes: [Contact]
  let shops: [Contact]
  let parking: [Contact]
  let publicPlaces: [UnitCode]
  /// Everything to be entered, in order.
  let units: [Unit]
  let contacts: [Contact]

  init(seed: UInt64) {
    var random = DemoRandom(seed: seed, stream: -1)
    var units: [Unit] = []
    var contacts: [Contact] = []
    var homes: [Contact] = []
    for code in Self.homeCodes {
      units.append(Unit(code: code, note: random.chance(4) ? random.pick(Self.doorNotes) : ""))
      // Some flats stand empty, some are let, and in many a second person calls.
      if random.chance(4) { continue }
      let household = Self.household(code, contacts.count, &random)
      contacts += household
      homes += household
    }
    var shops: [Contact] = []
    for (place, name) in Self.shopNames.enumerated() {
      let code = UnitCode("商铺-\(place < 9 ? "0" : "")\(place + 1)")
      units.append(Unit(code: code, kind: .shop, note: name))
      let surname = random.pick(Self.surnames)
      let keeper = Contact(
        unit: code, name: surname + random.pick(["老板", "经理", "店长"]), tenure: .tenant,
        phone: Self.phone(contacts.count))
      contacts.append(keeper)
      shops.append(keeper)
    }
    var parking: [Contact] = []
    for space in 1...48 {
      let code = UnitCode("车位-\(space <= 24 ? "A" : "B")\(100 + space)")
      units.append(Unit(code: code, kind: .parking, note: space <= 24 ? "地下一层 A 区" : "地下一层 B 区"))
      let owner = random.pick(homes)
      let contact = Contact(unit: code, name: owner.name, phone: owner.phone)
      contacts.append(contact)
      parking.append(contact)
    }
    func isTop(_ contact: Contact) -> Bool {
      contact.unit.parts.last.map { $0.hasPrefix("160") || !hasLift(contact) && $0.hasPrefix("60") } ?? false
    }
    func hasLift(_ contact: Contact) -> Bool { contact.unit.building.map { $0 <= "5" } ?? false }
    liftHomes = homes.filter(hasLift)
    topHomes = homes.filter(isTop)
    lowerHomes = homes.filter { !isTop($0) }
    publicPlaces = Self.publicNames.map { UnitCode($0) }
    units += publicPlaces.map { Unit(code: $0, kind: .publicArea) }
    (self.units, self.contacts, self.homes, self.shops, self.parking) = (
      units, contacts, homes, shops, parking
    )
  }

  /// Houses 1 to 5 have two entrances and 16 floors, 6 to 8 three entrances and 6 floors; two flats on each.
  private static let homeCodes: [UnitCode] = {
    var codes: [UnitCode] = []
    for house in 1...8 {
      for entrance in 1...(house <= 5 ? 2 : 3) {
        for floor in 1...(house <= 5 ? 16 : 6) {
          for door in 1...2 { codes.append(UnitCode("\(house)-\(entrance)-\(floor)0\(door)")) }
        }
      }
    }
    return codes
  }()

  private static func household(_ code: UnitCode, _ count: Int, _ random: inout DemoRandom) -> [Contact] {
    let isLet = random.chance(18)
    let surname = random.pick(surnames)
    let owner = Contact(unit: code, name: surname + random.pick(givenNames), phone: phone(count))
    guard isLet || random.chance(35) else { return [owner] }
    var second = owner.name
    while second == owner.name {
      let family = isLet || random.chance(60) ? random.pick(surnames) : surname
      second = family + random.pick(givenNames)
    }
    return [
      owner,
      Contact(unit: code, name: second, tenure: isLet ? .tenant : .owner, phone: phone(count + 1)),
    ]
  }

  /// A telephone number that nobody can have: mobile numbers in China begin with 13 to 19.
  static func phone(_ number: Int) -> String {
    let digits = String(number)
    return "1250000" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private static let doorNotes = ["门铃坏，敲门", "有狗", "独居老人", "住户白天睡觉", "坐轮椅", "进门脱鞋"]

  private static let surnames = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马",
    "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾",
    "彭", "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎", "潘", "杜", "戴", "夏", "钟", "汪", "田",
    "任", "姜", "范", "方", "石", "姚", "谭", "廖", "邹", "熊", "金", "陆", "郝", "孔", "白", "崔", "康", "毛", "邱",
    "秦", "江", "史", "顾", "侯", "邵", "孟", "龙", "万", "段", "雷", "钱", "汤", "尹", "黎", "易", "常", "武", "乔",
    "欧阳", "上官",
  ]

  private static let givenNames = [
    "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "霞", "平",
    "刚", "桂英", "秀兰", "玉梅", "建华", "国庆", "志明", "文静", "海燕", "晓东", "丽华", "子涵", "浩然", "雨桐", "思远",
    "佳怡", "宇轩", "梓萱", "俊杰", "欣怡", "博文", "淑珍", "德明", "金凤", "永康", "小红", "春梅", "立新", "慧敏", "振宇",
    "晓琳", "家豪", "雪梅", "志远", "美玲", "建军", "红霞", "天宇", "若曦", "大伟", "凤英", "宏伟", "嘉琪", "向阳", "素芬",
    "正阳", "婉婷", "少华", "月娥", "启明", "书瑶", "世杰", "彩云", "鹏飞", "巧玲", "卫国", "诗雨", "学文", "翠花", "志刚",
    "梦洁",
  ]

  private static let shopNames = [
    "湖畔便利店", "老陈烧烤", "康宁药房", "阿芳理发", "好邻居生鲜", "川味小馆", "悦读书吧", "小天使托管班", "洁丽干洗", "顺达快递驿站",
    "面对面牛肉面", "宠爱宠物店", "翠湖房产中介", "百合花店",
  ]

  private static let publicNames = [
    "东门", "西门", "中心花园", "儿童乐园", "健身区", "地库A区", "地库B区", "水泵房", "垃圾房", "会所", "1栋大堂", "2栋大堂", "3栋大堂",
    "4栋大堂", "5栋大堂", "6栋楼道", "7栋楼道", "8栋楼道", "环湖步道", "配电房",
  ]
}
