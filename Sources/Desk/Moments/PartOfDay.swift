/// A part of the day that people name: `上午`, `this evening`.
enum PartOfDay: CaseIterable {
  case smallHours, earlyMorning, morning, noon, afternoon, dusk, evening, lateEvening, midnight

  /// Its hours after midnight: as a stretch of time all of them, as a moment the first.
  var hours: Range<Int> {
    switch self {
    case .smallHours: 0..<6
    case .earlyMorning: 6..<9
    case .morning: 8..<12
    case .noon: 12..<14
    case .afternoon: 14..<18
    case .dusk: 17..<19
    case .evening: 18..<22
    case .lateEvening: 22..<24
    case .midnight: 24..<29
    }
  }

  /// The hour after midnight that an hour said with it means: `下午5点` is 17, `晚上12点` the end of the day, `晚上1点` the hour
  /// after it.
  func hour(_ hour: Int) -> Int {
    switch self {
    case .smallHours: hour == 12 ? 0 : hour
    case .earlyMorning, .morning: hour
    case .noon: 1...4 ~= hour ? hour + 12 : hour
    case .afternoon, .dusk: 1...11 ~= hour ? hour + 12 : hour
    case .evening, .lateEvening, .midnight:
      switch hour {
      case 0...4: hour + 24
      case 5...11: hour + 12
      case 12: 24
      default: hour
      }
    }
  }

  static let words: [(String, PartOfDay)] = [
    ("凌晨", .smallHours), ("清晨", .earlyMorning), ("早上", .earlyMorning), ("早晨", .earlyMorning),
    ("一早", .earlyMorning), ("上午", .morning), ("中午", .noon), ("正午", .noon), ("午后", .afternoon),
    ("下午", .afternoon), ("傍晚", .dusk), ("晚上", .evening), ("晚间", .evening), ("夜里", .lateEvening),
    ("夜间", .lateEvening), ("深夜", .lateEvening), ("半夜", .midnight), ("午夜", .midnight),
    ("in the morning", .morning), ("in the afternoon", .afternoon), ("in the evening", .evening),
    ("at night", .lateEvening), ("morning", .morning), ("afternoon", .afternoon), ("evening", .evening),
    ("night", .lateEvening), ("noon", .noon), ("midday", .noon), ("midnight", .midnight),
    ("早", .earlyMorning),
    ("晨", .earlyMorning), ("晚", .evening), ("夜", .evening),
  ]
}
