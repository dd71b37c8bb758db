/// Times of day.
extension MomentParser {
  func clock(_ scanner: inout MomentScanner, part: PartOfDay?, _ allowsBare: Bool) -> WrittenClock? {
    let part = scanner.value(PartOfDay.words) ?? part
    scanner.skipBlanks()
    if part != nil { _ = scanner.eat("at ") }
    guard var clock = scanner.attempt({ hours(&$0, part, allowsBare) }) else { return part.map(Self.whole) }
    scanner.skipBlanks()
    // `9 in the morning`.
    if part == nil, clock.half == nil, let later = scanner.attempt({ $0.value(PartOfDay.words) }),
      clock.isOpen || clock.isBare || clock.seconds[0] < 46_800
    {
      let second = clock.seconds.min() ?? 0
      clock.seconds = [later.hour(second / 3600 == 0 ? 12 : second / 3600) * 3600 + second % 3600]
      clock.half = later == .morning ? .morning : .afternoon
      clock.isBare = false
    }
    return clock
  }

  private func hours(_ scanner: inout MomentScanner, _ part: PartOfDay?, _ allowsBare: Bool) -> WrittenClock?
  {
    if let clock = scanner.attempt({ withMinutes(&$0, part) }) { return clock }
    if let clock = scanner.attempt({ inWords(&$0, part) }) { return clock }
    if let clock = scanner.attempt(fourDigits) { return clock }
    // A lone number.
    guard part != nil || allowsBare, let hour = scanner.digits(1...2)?.value ?? scanner.number(), hour <= 24
    else {
      return nil
    }
    guard let half = half(&scanner) else {
      var clock = said(hour, 0, part)
      clock?.isBare = part == nil
      return clock
    }
    return on(half, hour, 0)
  }

  /// `14:05`, `14:05:30.5`, `9:05 pm`, `02:30 +01:00`, `5pm`.
  private func withMinutes(_ scanner: inout MomentScanner, _ part: PartOfDay?) -> WrittenClock? {
    guard let hour = scanner.digits(1...2)?.value else { return nil }
    guard scanner.eat(":") else { return half(&scanner).flatMap { on($0, hour, 0) } }
    guard let minute = scanner.digits(2...2)?.value, minute < 60 else { return nil }
    var second = 0
    var milliseconds: Int64 = 0
    let hasSeconds = scanner.eat(":")
    if hasSeconds {
      guard let seconds = scanner.digits(2...2)?.value, seconds < 60 else { return nil }
      second = seconds
      if scanner.eat(".") {
        guard let part = fraction(&scanner) else { return nil }
        milliseconds = part
      }
    }
    _ = scanner.eat("分")
    if let half = half(&scanner) { return on(half, hour, minute * 60 + second) }
    guard hour < 24 || hour == 24 && minute == 0 && second == 0 else { return nil }
    var clock = WrittenClock([(part?.hour(hour) ?? hour) * 3600 + minute * 60 + second])
    if part != nil { clock.half = clock.seconds[0] < 43_200 ? .morning : .afternoon }
    clock.milliseconds = milliseconds
    clock.offset = scanner.attempt { offset(&$0, hasSeconds: hasSeconds) }
    return clock
  }

  /// Milliseconds; further digits are dropped.
  private func fraction(_ scanner: inout MomentScanner) -> Int64? {
    guard scanner.isAtDigit else { return nil }
    var value: Int64 = 0
    var scale: Int64 = 100
    while let digit = scanner.oneDigit() {
      value += Int64(digit) * scale
      scale /= 10
    }
    return value
  }

  /// `Z`, `+08:00`, `+0800`, `+08`, in seconds. West of Greenwich a blank or the seconds have to stand before it:
  /// `09:00-11:00` is a stretch of time.
  private func offset(_ scanner: inout MomentScanner, hasSeconds: Bool) -> Int? {
    if scanner.eat("z") { return 0 }
    let place = scanner.place
    scanner.skipBlanks()
    let isWest = (hasSeconds || scanner.place > place) && scanner.eat("-")
    guard isWest || scanner.eat("+") else { return nil }
    let hours: Int
    var minutes = 0
    if let both = scanner.digits(4...4)?.value {
      (hours, minutes) = (both / 100, both % 100)
    } else {
      guard let first = scanner.digits(2...2)?.value else { return nil }
      hours = first
      if scanner.eat(":") {
        guard let second = scanner.digits(2...2)?.value else { return nil }
        minutes = second
      }
    }
    guard hours <= 15, minutes < 60 else { return nil }
    return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  /// `17点`, `5点半`, `五点一刻`, `9点05分`, `5时30分`, `5 o'clock`.
  private func inWords(_ scanner: inout MomentScanner, _ part: PartOfDay?) -> WrittenClock? {
    guard let hour = scanner.number(), hour <= 24 else { return nil }
    scanner.skipBlanks()
    guard scanner.eat(["点钟", "点整", "点", "时", "o'clock", "oclock"]) else { return nil }
    var minute = 0
    if scanner.eat("半") {
      minute = 30
    } else if scanner.eat("一刻") {
      minute = 15
    } else if scanner.eat("三刻") {
      minute = 45
    } else if let number = scanner.attempt({ $0.number() }) {
      guard number < 60 else { return nil }
      minute = number
      _ = scanner.eat(["分钟", "分"])
    }
    guard hour < 24 || minute == 0 else { return nil }
    return said(hour, minute * 60, part)
  }

  private func said(_ hour: Int, _ second: Int, _ part: PartOfDay?) -> WrittenClock? {
    guard let part else { return .open(hour: hour, second: second) }
    var clock = WrittenClock([part.hour(hour) * 3600 + second])
    clock.half = clock.seconds[0] < 43_200 ? .morning : .afternoon
    return clock
  }

  /// `1730`.
  private func fourDigits(_ scanner: inout MomentScanner) -> WrittenClock? {
    guard let number = scanner.digits(4...4)?.value, number % 100 < 60, number / 100 < 24 || number == 2400
    else {
      return nil
    }
    var clock = WrittenClock([number / 100 * 3600 + number % 100 * 60])
    clock.isDigits = true
    return clock
  }

  private func half(_ scanner: inout MomentScanner) -> WrittenClock.Half? {
    scanner.attempt { scanner in
      scanner.skipBlanks()
      return scanner.value([
        ("am", .morning), ("a.m.", .morning), ("pm", .afternoon), ("p.m.", .afternoon),
      ])
    }
  }

  /// On the twelve-hour clock.
  private func on(_ half: WrittenClock.Half, _ hour: Int, _ second: Int) -> WrittenClock? {
    guard 1...12 ~= hour else { return nil }
    var clock = WrittenClock([(hour % 12 + (half == .afternoon ? 12 : 0)) * 3600 + second])
    clock.half = half
    return clock
  }
}
