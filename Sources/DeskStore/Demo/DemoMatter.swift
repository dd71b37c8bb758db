import Desk

/// Something that residents of the made-up centre come with: what it is about and how it is put and settled.
///
/// Texts have choices in braces, see ``DemoRandom/phrase(_:)``.
struct DemoMatter: Sendable {
  /// Where it can be.
  enum Place: Sendable {
    case home, publicArea, parking, shop
    /// Nowhere in particular.
    case nowhere
  }

  var topic: Topic
  var urgency: Urgency
  var place: Place
  var text: String
  /// What was done about it in the end.
  var result: String
  /// What was used for it: name and price of one in fen.
  var materials: [(name: String, price: Int64)]

  init(
    _ topic: Topic, _ urgency: Urgency = .normal, _ place: Place = .home, _ text: String, _ result: String,
    _ materials: [(name: String, price: Int64)] = []
  ) {
    self.topic = topic
    self.urgency = urgency
    self.place = place
    self.text = text
    self.result = result
    self.materials = materials
  }
}
