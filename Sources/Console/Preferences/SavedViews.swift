public import Desk
public import Settings

/// A list of the queue under a name of one's own: which tickets, narrowed how, in what order.
public struct SavedView: Hashable, Sendable {
  public var name: String
  public var list: QueueName
  public var order: QueueOrder
  /// What narrows it, as it is typed into the search.
  public var search: String

  public init(name: String, list: QueueName = .open, order: QueueOrder = .due, search: String = "") {
    self.name = name
    self.list = list
    self.order = order
    self.search = search
  }
}

/// The lists that somebody kept, in the order in which they were kept.
public struct SavedViews: Equatable, Sendable {
  public private(set) var views: [SavedView] = []

  public init() {}

  /// Reads `views.conf`: a `[[view]]` with `name`, `list`, `order` and `search` for each. Throws every fault with its
  /// place.
  public init(parsing bytes: [UInt8], file: String) throws(SettingsFaults) {
    let settings = try Settings(parsing: bytes, name: file)
    var reader = SettingsReader(settings)
    reader.allow(keys: [], in: settings.root)
    reader.allow(sections: ["view"])
    for section in settings.sections("view") {
      reader.allow(keys: ["name", "list", "order", "search"], in: section)
      let name = reader.required("name", in: section).flatMap { reader.string($0) }
      let lists = QueueName.allCases.map(\.rawValue)
      let orders = QueueOrder.allCases.map(\.rawValue)
      let list = reader.choice("list", in: section, of: lists).flatMap { QueueName(rawValue: $0) }
      let order = reader.choice("order", in: section, of: orders).flatMap { QueueOrder(rawValue: $0) }
      guard let name else { continue }
      keep(
        SavedView(
          name: name, list: list ?? .open, order: order ?? .due,
          search: reader.string("search", in: section) ?? ""))
    }
    try reader.finish()
  }

  /// Those of the person who asks; none where they kept none. Throws what is wrong with their file.
  public static func own() throws(SettingsFaults) -> SavedViews {
    guard let bytes = PersonalFile.views.read() else { return SavedViews() }
    let file = PersonalFile.views.path ?? "views.conf"
    return try SavedViews(parsing: try SettingsText.utf8(ofFile: bytes, name: file), file: file)
  }

  /// The file that says so.
  public var text: String {
    views.map { view in
      "[[view]]\nname = \(SettingsString.text(view.name))\nlist = \"\(view.list.rawValue)\"\n"
        + "order = \"\(view.order.rawValue)\"\nsearch = \(SettingsString.text(view.search))\n"
    }.joined(separator: "\n")
  }

  /// The one of that name.
  public func view(named name: String) -> SavedView? { views.first { $0.name == name } }

  /// Keeps one; of the same name it takes the place of the one before.
  public mutating func keep(_ view: SavedView) {
    if let place = views.firstIndex(where: { $0.name == view.name }) {
      views[place] = view
    } else {
      views.append(view)
    }
  }

  /// Forgets one.
  public mutating func forget(_ name: String) { views.removeAll { $0.name == name } }
}

extension SavedView {
  /// The tickets of it that pass, as `filter` of the desk for who is asking.
  public func filter(_ desk: ServiceDesk, for me: StaffCode?) -> TicketFilter {
    QueueSearch.filter(search, desk, me)
  }
}
