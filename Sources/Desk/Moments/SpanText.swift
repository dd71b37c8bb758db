/// The ways of writing a length of time: `30m`, `1h30m`, `2小时15分`, `2h 15m`, `半小时`, `一个半小时`, `half an hour`.
enum SpanText {
  /// A century: what is longer is no span.
  static let longest: Int64 = 3_155_760_000

  private static let units: [(String, Int64)] = [
    ("秒钟", 1), ("秒", 1), ("分钟", 60), ("分", 60), ("小时", 3600), ("钟头", 3600), ("天", 86_400), ("周", 604_800),
    ("星期", 604_800), ("礼拜", 604_800), ("seconds", 1), ("second", 1), ("secs", 1), ("sec", 1), ("s", 1),
    ("minutes", 60), ("minute", 60), ("mins", 60), ("min", 60), ("m", 60), ("hours", 3600), ("hour", 3600),
    ("hrs", 3600), ("hr", 3600), ("h", 3600), ("days", 86_400), ("day", 86_400), ("d", 86_400),
    ("weeks", 604_800), ("week", 604_800), ("w", 604_800),
  ]
  private static let phrases: [(String, Int64)] = [
    ("half an hour", 1800), ("half a day", 43_200), ("a quarter of an hour", 900),
    ("an hour and a half", 5400),
    ("一刻钟", 900), ("三刻钟", 2700), ("半个小时", 1800), ("半个钟头", 1800), ("半小时", 1800), ("半钟头", 1800),
    ("半天", 43_200),
  ]

  /// A length of time at the front of a text, in milliseconds; nothing taken where there is none.
  static func read(_ scanner: inout MomentScanner) -> Seconds? {
    scanner.attempt { scanner in
      if let seconds = scanner.value(phrases) { return Seconds(seconds) }
      var total: Int64?
      while let part = scanner.attempt({ part(&$0, isFirst: total == nil) }) {
        total = (total ?? 0) + part
        guard total ?? 0 <= longest * 1000 else { return nil }
      }
      return total.map { Seconds(milliseconds: $0) }
    }
  }

  /// `30m`, `两小时`, `1.5h`, `一个半小时`, `an hour`, in milliseconds.
  private static func part(_ scanner: inout MomentScanner, isFirst: Bool) -> Int64? {
    scanner.skipBlanks()
    var thousandths: Int64
    if scanner.isAtDigit {
      guard let whole = scanner.digits(1...10)?.value else { return nil }
      thousandths = Int64(whole) * 1000
      if scanner.eat(".") {
        guard let rest = scanner.digits(1...3) else { return nil }
        thousandths += Int64(rest.value) * [100, 10, 1][rest.count - 1]
      }
    } else if isFirst, scanner.eat(["an", "a"]) {
      thousandths = 1000
    } else {
      guard let number = scanner.number() else { return nil }
      thousandths = Int64(number) * 1000
    }
    scanner.skipBlanks()
    if scanner.eat("个") {}
    if scanner.eat("半") { thousandths += 500 }
    guard let unit = scanner.value(units), thousandths <= longest * 1000 / unit else { return nil }
    var total = thousandths * unit
    if scanner.attempt({ $0.eat("半") ? true : nil }) != nil { total += unit * 500 }
    return total
  }
}
