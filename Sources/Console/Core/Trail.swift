/// Where somebody was, so that one can go back there and forward again.
///
/// A stop is the whole stack of screens as it stood, without what refreshing works out anew; forms and questions on top
/// of it are not kept.
struct Trail {
  /// A stack of screens that somebody left.
  struct Stop {
    let place: String
    let layers: LayerStack
  }

  private(set) var behind: [Stop] = []
  private(set) var ahead: [Stop] = []
  /// The last place that was seen.
  var last: Stop?
  /// The most stops that are kept.
  static let most = 50

  /// Takes in where somebody is: where that is elsewhere than before, one can go back.
  mutating func note(_ here: Stop) {
    if let last { leave(last, for: here.place) }
    last = here
  }

  /// Forgets where one could go.
  mutating func clear() { (behind, ahead) = ([], []) }

  /// Takes in that somebody went on from a place to another one by themselves.
  mutating func leave(_ stop: Stop, for place: String) {
    guard stop.place != place else { return }
    behind.append(stop)
    if behind.count > Self.most { behind.removeFirst() }
    ahead = []
  }

  /// The place before this one; this one can be gone forward to then.
  mutating func back(from here: Stop) -> Stop? {
    guard let stop = behind.popLast() else { return nil }
    ahead.append(here)
    return stop
  }

  /// The place that was gone back from.
  mutating func forward(from here: Stop) -> Stop? {
    guard let stop = ahead.popLast() else { return nil }
    behind.append(here)
    return stop
  }
}
