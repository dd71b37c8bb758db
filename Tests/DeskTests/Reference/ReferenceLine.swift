import Desk

/// A clock as the history of its ticket sets it up: what was promised from when on, when it was kept, when it was over.
struct ReferenceLine {
  /// What holds from a moment on.
  struct Era {
    var from: Int
    /// Nil while such tickets do not have this clock.
    var promise: Promise?
  }

  /// How long it may take.
  struct Promise: Hashable {
    /// Nil while what it is counted from has not come.
    var start: Int?
    /// Nil while no window was agreed that it ends with.
    var length: Int?
    /// Nil for around the clock.
    var calendar: String?
  }

  /// When something was done that keeps the promise, and when that was recorded.
  struct Deed {
    var minute: Int
    var recorded: Int
  }

  let key: ReferenceReading.Key
  /// The moment it is counted from where its target says no other.
  let origin: Int
  private(set) var eras: [Era] = []
  private(set) var met: Deed?
  /// Whether it was kept before anybody promised it.
  private(set) var wasKeptBefore = false
  /// When it came to nothing for good.
  private(set) var over: Int?
  private var deeds: [Deed] = []

  init(_ key: ReferenceReading.Key, origin: Int) {
    self.key = key
    self.origin = origin
  }

  /// Whether there ever was such a clock.
  var exists: Bool { eras.contains { $0.promise != nil } }
  /// The last promise there was, and where it was taken back.
  var last: (promise: Promise, until: Int)? {
    guard let place = eras.lastIndex(where: { $0.promise != nil }), let promise = eras[place].promise else {
      return nil
    }
    return (promise, place + 1 < eras.count ? eras[place + 1].from : .max)
  }
  /// Whether something is owed still.
  var isOwed: Bool { isOpen && eras.last?.promise != nil }
  var isOpen: Bool { met == nil && over == nil }

  /// Something was done that it waits for.
  mutating func serve(_ step: ReferenceStep) {
    guard isOpen else { return }
    deeds.append(Deed(minute: step.minute, recorded: step.recorded))
    settle()
  }

  /// This is promised now.
  mutating func promise(_ promise: Promise?, _ minute: Int) {
    guard isOpen, promise != eras.last?.promise || eras.isEmpty else { return }
    eras.append(Era(from: minute, promise: promise))
    settle()
    wasKeptBefore = met != nil
  }

  /// It is over, whether it was ever asked for or not.
  mutating func end(_ minute: Int) {
    if isOpen { over = minute }
  }

  /// A promise is kept by the first thing done since it began; one that has not begun by anything.
  private mutating func settle() {
    guard let promise = eras.last?.promise else { return }
    let kept = deeds.filter { $0.minute >= promise.start ?? .min }
    met = kept.first
  }
}
