import Desk

/// The search is made ready while nobody types, so that its first letter is answered like the others.
extension Console {
  /// Whether tickets are still to be taken in; a past that is looked at is searched only when somebody asks.
  var hasQuietWork: Bool { port.replay == nil && !books.search.isCurrent(port.desk) }

  /// Takes in some more, about a millisecond's worth.
  func doQuietWork() { books.search.update(port.desk, limit: 400) }
}
