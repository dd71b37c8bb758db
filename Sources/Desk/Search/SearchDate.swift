/// Days that somebody searches for: `date:2026-11-20`, `date:11-20`, `date:11-20..11-25`, `11月`, `11月20日`, `2026年11月`.
///
/// What names no year means those days of any year, so that no answer depends on when it is asked.
struct SearchDate: Hashable, Sendable {
  /// A day, a month or a year; what is not said is nil.
  struct Day: Hashable, Sendable {
    var year: Int?
    var month: Int?
    var day: Int?

    /// Its place in time among days that say as much.
    fileprivate func key(_ wall: CivilTime) -> [Int] {
      [year == nil ? nil : wall.year, month == nil ? nil : wall.month, day == nil ? nil : wall.day]
        .compactMap(\.self)
    }
    fileprivate var key: [Int] { [year, month, day].compactMap(\.self) }
  }

  let first: Day
  let last: Day

  /// Whether a reading of the centre's wall clock lies in those days; a range without years may go over New Year.
  func holds(_ wall: CivilTime) -> Bool {
    let isAfter = !first.key(wall).lexicographicallyPrecedes(first.key)
    let isBefore = !last.key.lexicographicallyPrecedes(last.key(wall))
    let isTurned = first.year == nil && last.key.lexicographicallyPrecedes(first.key)
    return isTurned ? isAfter || isBefore : isAfter && isBefore
  }

  /// What a word asks for.
  enum Reading: Hashable {
    /// It is no date.
    case none
    /// Somebody is still typing one.
    case unfinished
    case days(SearchDate)
  }

  private static let marks = ["date:", "日期:"]

  /// Reads a word that is folded.
  static func read(_ word: String) -> Reading {
    if let mark = marks.first(where: { word.hasPrefix($0) }) {
      let ends = word.dropFirst(mark.count).split(separator: "..", omittingEmptySubsequences: false).map {
        day(String($0))
      }
      guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil,
        (first.year == nil) == (last.year == nil)
      else { return .unfinished }
      return .days(SearchDate(first: first, last: last))
    }
    let isDate = word.contains("月") || word.utf8.count == 10 && word.utf8.count { $0 == 45 } == 2
    guard isDate, let day = day(word), day.month != nil else { return .none }
    return .days(SearchDate(first: day, last: day))
  }

  private static func day(_ text: String) -> Day? {
    var parts: [Int] = []
    var (digits, units) = ("", [Character]())
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      guard "-./年月日号".contains(character), let number = Int(digits) else { return nil }
      parts.append(number)
      units.append(character)
      digits = ""
    }
    if !digits.isEmpty {
      guard let number = Int(digits) else { return nil }
      parts.append(number)
    }
    guard !parts.isEmpty, parts.count <= 3 else { return nil }
    let hasYear = parts[0] >= 1000 || units.first == "年"
    let rest = hasYear ? parts.dropFirst() : parts[...]
    // A number alone is a day only where it says of which month.
    if !hasYear, parts.count == 1, units.first != "月" { return nil }
    guard rest.count <= 2 else { return nil }
    let day = Day(year: hasYear ? parts[0] : nil, month: rest.first, day: rest.count == 2 ? rest.last : nil)
    guard day.month.map({ 1...12 ~= $0 }) ?? true, day.day.map({ 1...31 ~= $0 }) ?? true else { return nil }
    return day
  }
}
