import Desk

/// Finds the ways in which the values of a column write moments: every value has to be read by one of them.
struct MomentGuess {
  /// Whether the column is said to hold moments. Bare numbers count for days or seconds only then: phones and prices
  /// are numbers too.
  private let isForMoments: Bool
  /// The first value that nothing reads.
  private(set) var odd: String?
  private var isOver = false
  /// What reads all values of one shape, the likeliest first.
  private var shapes: [[UInt8]: [Candidate]] = [:]
  private var order: [[UInt8]] = []

  /// Shapes of one column that are followed; more are no writing of moments.
  private static let most = 16

  struct Candidate: Hashable {
    let format: MomentFormat
    let order: Order
  }

  /// What the parts of a date mean where only their order tells.
  enum Order: Hashable {
    case plain, dayFirst, monthFirst, yearFirst
  }

  init(isForMoments: Bool) { self.isForMoments = isForMoments }

  mutating func take(_ text: String) {
    guard !isOver else { return }
    guard isForMoments || text.utf8.contains(where: { !(48...57 ~= $0) && $0 != 0x2E && $0 != 0x2C }),
      text.utf8.count <= 64
    else { return miss(text) }
    let shape = Self.shape(text)
    let left = (shapes[shape] ?? Self.all).filter { Self.reads($0, text) }
    if left.isEmpty { return miss(text) }
    if shapes.updateValue(left, forKey: shape) == nil { order.append(shape) }
  }

  /// Notes a value that nothing reads; a column that is not said to hold moments holds none then.
  private mutating func miss(_ text: String) {
    odd = odd ?? text
    isOver = !isForMoments || order.count > Self.most
  }

  /// Whether it has read anything, and all of it.
  var isMoments: Bool { odd == nil && !order.isEmpty }

  /// Whether it has read anything.
  var readsSome: Bool { !order.isEmpty }

  /// Which of days and months comes first where values prove it; nil where none does.
  var proven: Order? {
    let orders = shapes.values.map { Set($0.map(\.order)) }
    if orders.contains([.dayFirst]) { return .dayFirst }
    return orders.contains([.monthFirst]) ? .monthFirst : nil
  }

  /// One way for every shape; `preferred` decides where several would do.
  func formats(preferring preferred: Order) -> [MomentFormat] {
    order.compactMap { shape in
      let left = shapes[shape, default: []]
      return (left.first { $0.order == .plain } ?? left.first { $0.order == preferred } ?? left.first)?.format
    }
  }

  /// Whether the order of days and months had to be chosen.
  var isAmbiguous: Bool {
    proven == nil
      && shapes.values.contains { left in
        !left.contains { $0.order == .plain } && Set(left.map(\.order)).count > 1
      }
  }

  private static func reads(_ candidate: Candidate, _ text: String) -> Bool {
    guard let instant = try? candidate.format.instant(text, moments) else { return false }
    // A small number of seconds would be a day of 1970: it is rather one of a spreadsheet.
    if candidate.format == .epoch || candidate.format == .epochMilliseconds {
      return countable.contains(instant)
    }
    return plausible.contains(instant)
  }

  /// From 1990 to 2100.
  private static let countable = Instant(seconds: 631_152_000)...Instant(seconds: 4_102_444_800)
  /// In UTC no hour is left out and none comes twice.
  private static let moments = MomentReading(now: plausible.upperBound, zone: .utc, sense: .past)

  /// From 1970 to 2100: an older record is rather misread.
  private static let plausible = Instant(seconds: 0)...Instant(seconds: 4_102_444_800)

  /// Runs of digits and letters by one sign each, four digits by another.
  private static func shape(_ text: String) -> [UInt8] {
    let (digit, letter, year) = (UInt8(ascii: "0"), UInt8(ascii: "a"), UInt8(ascii: "Y"))
    var shape: [UInt8] = []
    var digits = 0
    func flush() { if digits > 0 { shape.append(digits == 4 ? year : digit) } }
    for byte in text.utf8 {
      if 48...57 ~= byte {
        digits += 1
        continue
      }
      flush()
      digits = 0
      let sign = 97...122 ~= byte | 0x20 ? letter : byte
      if sign != letter || shape.last != letter { shape.append(sign) }
    }
    flush()
    return shape
  }

  private static let all: [Candidate] = {
    let days: [(String, Order)] = [
      ("%Y-%m-%d", .plain), ("%Y/%m/%d", .plain), ("%Y.%m.%d", .plain), ("%Y年%m月%d日", .plain),
      ("%d %b %Y", .plain),
      ("%d-%b-%Y", .plain), ("%b %d, %Y", .plain), ("%d/%m/%Y", .dayFirst), ("%m/%d/%Y", .monthFirst),
      ("%d.%m.%Y", .plain),
      ("%d-%m-%Y", .dayFirst), ("%m-%d-%Y", .monthFirst), ("%d/%m/%y", .dayFirst), ("%m/%d/%y", .monthFirst),
      ("%d.%m.%y", .plain), ("%y/%m/%d", .yearFirst), ("%y-%m-%d", .yearFirst), ("%d-%b-%y", .plain),
    ]
    let times = [
      "%H:%M", "%H:%M:%S", "%H:%M:%S.%f", "%H：%M", "%H点%M分", "%H时%M分", "%H时%M分%S秒", "%H点", "%p %I:%M",
      "%p%I:%M",
      "%p %I:%M:%S", "%p%I:%M:%S", "%p%I点%M分", "%I:%M %p", "%I:%M%p", "%I:%M:%S %p", "%H:%M:%S%z",
      "%H:%M:%S.%f%z", "%H:%M%z",
      "%H:%M:%S %z",
    ]
    let joined = days.flatMap { day, order in
      [(day, order)] + [" ", "T", ""].flatMap { joint in times.map { (day + joint + $0, order) } }
    }
    let compact = [
      "%Y%m%d%H%M%S", "%Y%m%d%H%M", "%Y%m%dT%H%M%S", "%Y%m%dT%H%M%SZ", "%Y%m%d %H%M", "%Y%m%d %H:%M",
      "%Y%m%d",
    ]
    let patterns = (joined + compact.map { ($0, Order.plain) }).compactMap { text, order in
      MomentFormat(text).map { Candidate(format: $0, order: order) }
    }
    let counts: [MomentFormat] = [.epochMilliseconds, .epoch, .serial]
    return patterns + counts.map { Candidate(format: $0, order: .plain) }
  }()
}
