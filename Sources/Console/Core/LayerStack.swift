import Desk

/// The layers from the bottom up: the queue beneath everything, and whatever lies on it.
struct LayerStack {
  var queue = QueueScreen()
  private var above: [any Layer] = []

  /// The one that answers keys.
  var top: any Layer { above.last ?? queue }
  var isQueueOnTop: Bool { above.isEmpty }

  mutating func push(_ layer: any Layer) { above.append(layer) }

  /// Takes the top one away; the queue stays.
  mutating func pop() { _ = above.popLast() }

  /// Takes all away but the queue.
  mutating func popAll() { above = [] }

  mutating func removeAll(where isGone: (any Layer) -> Bool) { above.removeAll(where: isGone) }

  /// Another one in place of the top one, above the queue.
  mutating func replaceTop(_ layer: any Layer) {
    guard let last = above.indices.last else { return }
    above[last] = layer
  }

  // MARK: what the top one does

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    guard let last = above.indices.last else { return queue.update(input, context) }
    return above[last].update(input, context)
  }

  mutating func refreshTop(_ context: Context, _ books: inout Books) {
    guard let last = above.indices.last else { return queue.refresh(context, &books) }
    above[last].refresh(context, &books)
  }

  mutating func choose(_ number: TicketNumber, _ context: Context) {
    guard let last = above.indices.last else { return queue.choose(number, context) }
    above[last].choose(number, context)
  }

  // MARK: what all do

  mutating func refresh(_ context: Context, _ books: inout Books) {
    queue.refresh(context, &books)
    for place in above.indices { above[place].refresh(context, &books) }
  }

  /// Whether anything shown is too old.
  func isStale(_ now: Instant) -> Bool {
    contains { ($0 as? any WorkedOut)?.isStale(now) ?? false }
  }

  /// All of them as they are kept for going back.
  var kept: LayerStack {
    var stack = self
    stack.queue.forget()
    stack.above = above.map { ($0 as? any WorkedOut)?.kept ?? $0 }
    return stack
  }
}

extension LayerStack: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { above.count + 1 }
  subscript(place: Int) -> any Layer { place == 0 ? queue : above[place - 1] }
}
