/// Reads a day as somebody wrote it into the days that may be meant.
struct MomentDays {
  /// Days after 1970-01-01.
  let today: Int

  private static let relative: [(String, Int)] = [
    ("大后天", 3), ("大前天", -3), ("后天", 2), ("后日", 2), ("前天", -2), ("前日", -2), ("明天", 1), ("明日", 1), ("明儿", 1),
    ("今天", 0), ("今日", 0), ("今儿", 0), ("当天", 0), ("昨天", -1), ("昨日", -1), ("昨儿", -1),
    ("the day after tomorrow", 2), ("day after tomorrow", 2), ("the day before yesterday", -2),
    ("day before yesterday", -2), ("today", 0), ("tomorrow", 1), ("tmrw", 1), ("tmr", 1), ("yesterday", -1),
  ]
  private static let months: [(String, Int)] = [
    ("january", 1), ("jan", 1), ("february", 2), ("feb", 2), ("march", 3), ("mar", 3), ("april", 4),
    ("apr", 4),
    ("may", 5), ("june", 6), ("jun", 6), ("july", 7), ("jul", 7), ("august", 8), ("aug", 8), ("september", 9),
    ("sept", 9), ("sep", 9), ("october", 10), ("oct", 10), ("november", 11), ("nov", 11), ("december", 12),
    ("dec", 12),
  ]
  private static let weekdays: [(String, Int)] = [
    ("monday", 1), ("mon", 1), ("tuesday", 2), ("tues", 2), ("tue", 2), ("wednesday", 3), ("wed", 3),
    ("thursday", 4), ("thurs", 4), ("thur", 4), ("thu", 4), ("friday", 5), ("fri", 5), ("saturday", 6),
    ("sat", 6), ("sunday", 7), ("sun", 7),
  ]
  private static let weekdayNames: [(String, Int)] = [
    ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("日", 7), ("天", 7), ("末", 6), ("1", 1),
    ("2", 2),
    ("3", 3), ("4", 4), ("5", 5), ("6", 6), ("7", 7),
  ]

  /// The days that may be meant, in order, and a part of the day that was named with them; nothing taken where no day
  /// stands here.
  func read(_ scanner: inout MomentScanner) -> (days: [Int], part: PartOfDay?)? {
    if let day = scanner.attempt(partOfNamedDay) { return day }
    if let days = scanner.value(Self.relative) { return ([today + days], nil) }
    for reading in [counted, weekday, inEnglishWeek, ofMonth, numeric, inWords, english] {
      if let days = scanner.attempt(reading), !days.isEmpty { return (days.sorted(), nil) }
    }
    return nil
  }

  /// `3天后`, `in two weeks`, `5 days ago`.
  private func counted(_ scanner: inout MomentScanner) -> [Int]? {
    let isAhead = scanner.eat("in ")
    guard let number = scanner.number() else { return nil }
    scanner.skipBlanks()
    let unit = scanner.value([
      ("天", 1), ("日", 1), ("个星期", 7), ("个礼拜", 7), ("周", 7), ("星期", 7), ("礼拜", 7), ("days", 1), ("day", 1),
      ("weeks", 7), ("week", 7),
    ])
    guard let unit else { return nil }
    scanner.skipBlanks()
    if isAhead || scanner.eat(["后", "之后", "以后", "later", "from now"]) { return [today + number * unit] }
    return scanner.eat(["前", "之前", "以前", "ago"]) ? [today - number * unit] : nil
  }

  /// `今晚`, `明早`, `tonight`, `last night`, `this afternoon`.
  private func partOfNamedDay(_ scanner: inout MomentScanner) -> (days: [Int], part: PartOfDay?)? {
    if scanner.eat("tonight") { return ([today], .evening) }
    if scanner.eat("last night") { return ([today - 1], .evening) }
    if scanner.eat("this ") {
      return scanner.value([
        ("morning", PartOfDay.morning), ("afternoon", .afternoon), ("evening", .evening),
      ]).map { ([today], $0) }
    }
    guard let days = scanner.value([("今", 0), ("明", 1), ("昨", -1), ("后", 2), ("当", 0)]) else { return nil }
    return scanner.value([
      ("早上", PartOfDay.earlyMorning), ("晚上", .evening), ("早", .earlyMorning), ("晨", .earlyMorning),
      ("晚", .evening),
      ("夜", .evening), ("午", .noon),
    ]).map { ([today + days], $0) }
  }

  private var monday: Int { today - CivilTime.weekday(ofDay: today) + 1 }

  /// `周三`, `下周六`, `上个星期二`, `这礼拜天`.
  private func weekday(_ scanner: inout MomentScanner) -> [Int]? {
    let week = scanner.value([("上上", -2), ("下下", 2), ("上", -1), ("下", 1), ("这", 0), ("本", 0)])
    _ = scanner.eat("个")
    guard scanner.eat(["周", "星期", "礼拜"]), let name = scanner.value(Self.weekdayNames) else { return nil }
    return days(name, week)
  }

  private func days(_ name: Int, _ week: Int?) -> [Int] {
    week.map { [monday + $0 * 7 + name - 1] } ?? [-1, 0, 1].map { monday + $0 * 7 + name - 1 }
  }

  /// `Wed`, `next Friday` (of the next week), `last Tuesday` (the latest before today).
  private func inEnglishWeek(_ scanner: inout MomentScanner) -> [Int]? {
    let week = scanner.value([("last ", -1), ("next ", 1), ("this ", 0)])
    guard let name = scanner.value(Self.weekdays) else { return nil }
    _ = scanner.eat(".")
    guard week == -1 else { return days(name, week) }
    return days(name, nil).last { $0 < today }.map { [$0] }
  }

  /// `本月5号`, `下个月5号`, `5号`, `22日`.
  private func ofMonth(_ scanner: inout MomentScanner) -> [Int]? {
    let month = scanner.attempt { scanner -> Int? in
      let month = scanner.value([("上上", -2), ("下下", 2), ("上", -1), ("下", 1), ("这", 0), ("本", 0), ("当", 0)])
      _ = scanner.eat("个")
      return scanner.eat("月") ? month : nil
    }
    guard let day = scanner.number(), scanner.eat(["号", "日"]) else { return nil }
    let civil = CivilTime(secondsSinceEpoch: Int64(today) * 86_400)
    let first = civil.year * 12 + civil.month - 1
    return (month.map { $0...$0 } ?? -3...3).compactMap {
      Self.day((first + $0) / 12, (first + $0) % 12 + 1, day)
    }
  }

  /// `2026-11-22`, `2026/11/22`, `2026年11月22日`, `20261122`, `11-22`, `11/22`.
  private func numeric(_ scanner: inout MomentScanner) -> [Int]? {
    if let whole = scanner.digits(8...8)?.value {
      return Self.day(whole / 10_000, whole / 100 % 100, whole % 100).map { [$0] }
    }
    if let year = scanner.digits(4...4)?.value {
      let mark =
        scanner.eat("年") ? "月" : scanner.eat("-") ? "-" : scanner.eat("/") ? "/" : scanner.eat(".") ? "." : ""
      scanner.skipBlanks()
      guard !mark.isEmpty, let month = scanner.digits(1...2)?.value, scanner.eat(mark) else { return nil }
      scanner.skipBlanks()
      guard let day = scanner.digits(1...2)?.value else { return nil }
      _ = scanner.eat(["号", "日"])
      return Self.day(year, month, day).map { [$0] }
    }
    guard let month = scanner.digits(1...2)?.value, scanner.eat("-") || scanner.eat("/"),
      let day = scanner.digits(1...2)?.value
    else { return nil }
    return inAnyYear(month, day)
  }

  /// `12月5日`, `十二月五号`, `明年1月3日`.
  private func inWords(_ scanner: inout MomentScanner) -> [Int]? {
    let year = scanner.value([("今年", 0), ("明年", 1), ("去年", -1), ("后年", 2), ("前年", -2)])
    guard let month = scanner.number(), scanner.eat("月份") || scanner.eat("月") else { return nil }
    scanner.skipBlanks()
    guard let day = scanner.number() else { return nil }
    _ = scanner.eat(["号", "日"])
    guard let year else { return inAnyYear(month, day) }
    return Self.day(CivilTime(secondsSinceEpoch: Int64(today) * 86_400).year + year, month, day).map { [$0] }
  }

  /// `Dec 5`, `5 December`, `December 5th, 2026`, `the 5th`.
  private func english(_ scanner: inout MomentScanner) -> [Int]? {
    if let month = scanner.value(Self.months) {
      _ = scanner.eat(".")
      scanner.skipBlanks()
      guard let day = ordinal(&scanner) else { return nil }
      return inYear(month, day.value, &scanner)
    }
    let isNamed = scanner.eat("the ")
    guard let day = ordinal(&scanner) else { return nil }
    let month = scanner.attempt { scanner in
      scanner.skipBlanks()
      _ = scanner.eat("of ")
      return scanner.value(Self.months)
    }
    if let month {
      _ = scanner.eat(".")
      return inYear(month, day.value, &scanner)
    }
    guard isNamed, day.isOrdinal else { return nil }
    let civil = CivilTime(secondsSinceEpoch: Int64(today) * 86_400)
    let first = civil.year * 12 + civil.month - 1
    return (-3...3).compactMap { Self.day((first + $0) / 12, (first + $0) % 12 + 1, day.value) }
  }

  private func ordinal(_ scanner: inout MomentScanner) -> (value: Int, isOrdinal: Bool)? {
    guard let value = scanner.digits(1...2)?.value else { return nil }
    return (value, scanner.eat(["st", "nd", "rd", "th"]))
  }

  private func inYear(_ month: Int, _ day: Int, _ scanner: inout MomentScanner) -> [Int]? {
    let year = scanner.attempt { scanner -> Int? in
      _ = scanner.eat(",")
      scanner.skipBlanks()
      // `Dec 5 1730` is a time of that day.
      guard let year = scanner.digits(4...4)?.value, 1970...2099 ~= year else { return nil }
      return year
    }
    guard let year else { return inAnyYear(month, day) }
    return Self.day(year, month, day).map { [$0] }
  }

  /// A day of February may be eight years away.
  private func inAnyYear(_ month: Int, _ day: Int) -> [Int] {
    let year = CivilTime(secondsSinceEpoch: Int64(today) * 86_400).year
    return (year - 8...year + 8).compactMap { Self.day($0, month, day) }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    let civil = CivilTime(year: year, month: month, day: day)
    return civil.isReal ? civil.daysSinceEpoch : nil
  }
}
