import Desk
import Terminal
import Words

/// One page of the registers: what it is called, and what it lists.
struct RegisterPage: Sendable {
  /// What it is called in the trail of places.
  let name: String
  let title: Phrase
  /// What stands there while it lists nothing.
  let empty: Phrase
  /// The columns of its list.
  let headings: [Phrase]
  /// Whether the keys for a page up and down move the text beside the list, which is longer than the list.
  var scrollsText = false
  let count: @Sendable (ServiceDesk) -> Int
  /// All that it lists, in its order.
  let entries: @Sendable (ServiceDesk) -> [any RegisterEntry]

  /// The pages, in the order of their tabs.
  static let all: [RegisterPage] = [.rooms, .people, .policies] + RecordKind.all.map(RegisterPage.init)
}

extension RegisterPage: Equatable {
  static func == (a: RegisterPage, b: RegisterPage) -> Bool { a.name == b.name }
}

/// One entry of a register: what the list, the search and the text beside the list say of it.
protocol RegisterEntry: Equatable, Sendable {
  /// Its row, a cell for each heading.
  func cells(_ context: Context) -> [Span]
  /// All that it can be searched for by.
  func searched(_ context: Context) -> String
  /// All that is known of it.
  func lines(_ document: RegisterDocument) -> [Line]
  /// What steps are about while it is chosen.
  var selection: Selection { get }
  /// The search that shows its tickets; nil where it has none.
  var tickets: String? { get }
}

extension RegisterEntry {
  func isSame(as other: (any RegisterEntry)?) -> Bool { (other as? Self) == self }
}

extension RegisterPage {
  /// What it lists of all: what the typed words leave.
  func entries(matching typed: String, _ context: Context) -> [any RegisterEntry] {
    let words = typed.lowercased().split(whereSeparator: \.isWhitespace)
    let all = entries(context.desk)
    guard !words.isEmpty else { return all }
    return all.filter { entry in
      let text = entry.searched(context).lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }
}
