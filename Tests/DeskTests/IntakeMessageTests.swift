import Desk
import TestSupport
import Testing

/// A message pasted into intake: room, name, number and matter are found, and nothing of it is lost.
struct IntakeMessageTests {
  private let desk: ServiceDesk = {
    var scene = Scene()
    scene.happen(.unitAdded(Unit(code: "3-2-1201")))
    scene.happen(.unitAdded(Unit(code: "3栋大堂")))
    scene.happen(.unitAdded(Unit(code: "15-1201")))
    scene.happen(.contactAdded(Contact(unit: "3-2-1201", name: "张磊", phone: "13822221201")))
    scene.happen(.contactAdded(Contact(unit: "3-2-1201", name: "张小雨", phone: "13822221202")))
    return scene.desk
  }()

  private func read(_ text: String) -> Receipt { IntakeLine.parse(text, desk: desk).receipt }

  private struct Found: Equatable {
    let unit: UnitCode?
    let caller, phone, summary: String
    init(_ unit: UnitCode?, _ caller: String, _ phone: String, _ summary: String) {
      (self.unit, self.caller, self.phone, self.summary) = (unit, caller, phone, summary)
    }
    init(_ receipt: Receipt) {
      self.init(receipt.unit, receipt.caller, receipt.phone, receipt.summary)
    }
  }

  @Test(arguments: [
    (
      "3栋2单元1201 王女士 138 0000 0001\n厨房漏水，地上都是水\n麻烦尽快",
      Found("3-2-1201", "王女士", "13800000001", "厨房漏水，地上都是水\n麻烦尽快")
    ),
    (
      "你好\n我是3栋2单元1201的业主\n厨房漏水\n电话：138-0000-0001",
      Found("3-2-1201", "", "138-0000-0001", "你好\n我是3栋2单元1201的业主\n厨房漏水")
    ),
    (
      "房号：3-2-1201\r\n姓名：王芳\r\n电话：13800000001\r\n门禁打不开",
      Found("3-2-1201", "王芳", "13800000001", "门禁打不开")
    ),
    (
      "三栋二单元1201室，李明，+86 138 0000 0001\n灯坏了",
      Found("3-2-1201", "李明", "+8613800000001", "灯坏了")
    ),
    ("厨房漏水\n3幢1201\n张小雨", Found("3-2-1201", "张小雨", "13822221202", "厨房漏水")),
    ("电梯里有人吐了\n3栋大堂", Found("3栋大堂", "", "", "电梯里有人吐了")),
    ("１５－１２０１　陈先生\n１３８００００００１１ 灯坏了", Found("15-1201", "陈先生", "１３８００００００１１", "灯坏了")),
    ("王女士13800000001\n漏水", Found(nil, "王女士", "13800000001", "漏水")),
    ("我是王芳\n楼上太吵了", Found(nil, "王芳", "", "楼上太吵了")),
    (
      "Flat 3-2-1201\nMr Wang, phone 13800000001\nno power",
      Found("3-2-1201", "Mr Wang", "13800000001", "no power")
    ),
  ])
  private func isTakenApart(_ text: String, _ found: Found) {
    let receipt = read(text)
    #expect(Found(receipt) == found)
    #expect(receipt.channel == .wechat)
  }

  @Test func topicAndUrgencyFollowTheWords() {
    let receipt = read("3栋2单元1201 王女士\n家里停水了")
    #expect(receipt.topic == .plumbing && receipt.urgency == .urgent)
    let said = read("3栋2单元1201 王女士 !特急\n家里停水了 #其他 %电话")
    #expect(said.topic == .other && said.urgency == .critical && said.channel == .phone)
    #expect(said.summary == "家里停水了")
  }

  /// What is no name, no room and no number stays where it was said.
  @Test(arguments: [
    "马桶 堵了\n谢谢", "9栋9单元9901 漏水\n马上来", "麻烦师傅尽快\n漏水", "张先生家太吵\n已经三天", "订单 20261125\n到了没有", "!!!\n漏水 @物业 #急",
    "11月25日 14:05\n漏水", "漏水 ~~\n~谢谢",
  ])
  func whatIsNotUnderstoodIsInTheWords(_ text: String) {
    let receipt = read(text)
    #expect(receipt.summary == text)
    #expect(receipt.unit == nil && receipt.caller == "" && receipt.phone == "")
    #expect(IntakeLine.parse(text, desk: desk).problems == [])
  }

  /// Whatever is made of a message: every letter and digit of it is in what was found or in the words.
  @Test func nothingOfAMessageIsLost() {
    var random = SeededRandom()
    let words = [
      "3栋2单元1201", "3-2-1201", "张磊", "王女士", "13800000001", "138 0000 0002", "021-55551234", "厨房漏水", "电话：",
      "姓名:", "房号",
      "我是", "的业主", "，", "。", " ", "\n", "\n", "!急修", "@物业", "#", "谢谢", "3栋大堂", "9栋1单元101", "👨‍👩‍👧", "é", "/", "a",
      "（", "）", "～",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 1..<14, using: &random)).map { _ in
        words[Int.random(in: 0..<words.count, using: &random)]
      }.joined()
      let receipt = IntakeMessage.parse(text, desk: desk).receipt
      let kept = [receipt.unit?.value ?? "", receipt.caller, receipt.phone, receipt.summary].joined()
      for word in ["漏水", "谢谢", "的业主", "9栋1单元101", "@物业", "👨‍👩‍👧", "é", "3栋大堂"] where text.contains(word) {
        #expect(kept.contains(word), "\(random.seed) \(text) → \(receipt)")
      }
      for number in ["13800000001", "0002", "55551234"] where text.contains(number) {
        #expect(kept.contains(number), "\(random.seed) \(text) → \(receipt)")
      }
      #expect(IntakeLine.parse(text + "\nx", desk: desk).receipt.summary.hasSuffix("x"))
    }
  }

  /// One line is read as it was, and rooms and names as people write them too.
  @Test func oneLineUnderstandsTheSameRoomsAndNames() {
    #expect(Found(read("3栋2单元1201 王女士 漏水")) == Found("3-2-1201", "王女士", "", "漏水"))
    #expect(read("3栋2单元1201 漏水").channel == .phone)
    #expect(read("王女士家漏水").caller == "")
  }

  @Test func aRoomThatMayBeOneOfSeveralIsNotGuessed() {
    var scene = Scene()
    for unit in ["3-1-1201", "3-2-1201"] { scene.happen(.unitAdded(Unit(code: UnitCode(unit)))) }
    let receipt = IntakeLine.parse("3栋1201\n漏水", desk: scene.desk).receipt
    #expect(receipt.unit == nil && receipt.summary == "3栋1201\n漏水")
  }
}
