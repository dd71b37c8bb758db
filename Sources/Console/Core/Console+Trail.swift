import Desk

/// Going back to where somebody was, and forward again.
extension Console {
  /// Where somebody is now; nil in forms and while something is typed.
  private var stop: Trail.Stop? {
    guard let place = layers.top.place else { return nil }
    return Trail.Stop(place: place.name, layers: layers.kept)
  }

  /// Takes in that something was done: where it led elsewhere, one can go back.
  func noteStop() {
    guard let here = stop else { return }
    trail.note(here)
  }

  func goBack() {
    guard let here = stop, let there = trail.back(from: here) else {
      return say("没有更早的地方了。", "There is nothing further back.")
    }
    restore(there)
  }

  func goForward() {
    guard let here = stop, let there = trail.forward(from: here) else {
      return say("没有可以前进的地方。", "There is nothing to go forward to.")
    }
    restore(there)
  }

  /// Shows a stack of screens again, with the desk as it is now.
  private func restore(_ stop: Trail.Stop) {
    layers = stop.layers
    dropStrangers()
    refreshAll(rings: false)
    trail.last = self.stop
  }

  /// Screens of tickets that the desk does not have go.
  func dropStrangers() {
    let context = context
    layers.removeAll { layer in
      guard let number = layer.place?.ticket else { return false }
      return context.desk.tickets[number] == nil
    }
  }
}
