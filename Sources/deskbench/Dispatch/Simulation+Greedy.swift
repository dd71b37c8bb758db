/// The yardsticks: they look at who is free now, and never further ahead.
extension Simulation {
  /// The free technicians and the windows they are in.
  private var free: [Int: Range<Int>] {
    Dictionary(
      uniqueKeysWithValues: posts.indices.compactMap { technician in
        openWindow(of: technician).map { (technician, $0) }
      })
  }

  /// One order after the other by `key`, to the nearest free technician who may; among those as near, to the one with
  /// the fewest crafts, who is missed least, then to the one who has worked least.
  func inTurn(by key: (Int) -> Int) -> [Sending] {
    var free = free
    var sent: [Sending] = []
    for order in waiting.sorted(by: { (key($0), $0) < (key($1), $1) }) where !free.isEmpty {
      let ways = free.compactMap { technician, window in
        way(of: technician, to: order, window).map { cost(technician, $0) }
      }
      guard let best = ways.min(by: <) else { continue }
      free[best.technician] = nil
      sent.append(Sending(technician: best.technician, order: order))
    }
    return sent
  }

  /// Again and again the shortest of all ways.
  func nearest() -> [Sending] {
    var free = free
    var open = waiting
    var sent: [Sending] = []
    while true {
      var best: (way: Way, order: Int)?
      for order in open {
        for (technician, window) in free {
          guard let drive = way(of: technician, to: order, window) else { continue }
          let way = cost(technician, drive)
          if let known = best, (known.way, known.order) <= (way, order) { continue }
          best = (way, order)
        }
      }
      guard let best else { return sent }
      free[best.way.technician] = nil
      open.removeAll { $0 == best.order }
      sent.append(Sending(technician: best.way.technician, order: best.order))
    }
  }

  private func cost(_ technician: Int, _ drive: Int) -> Way {
    Way(
      drive: drive, trades: crew.technicians[technician].trades.count, worked: posts[technician].worked,
      technician: technician)
  }
}

/// A way that somebody could go, the best the least.
struct Way: Comparable {
  var drive: Int
  var trades: Int
  var worked: Int
  var technician: Int

  static func < (a: Way, b: Way) -> Bool {
    (a.drive, a.trades, a.worked, a.technician) < (b.drive, b.trades, b.worked, b.technician)
  }
}
