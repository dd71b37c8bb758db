import Desk
import Terminal
import Words

/// Every action once: keys, key bar, menus, help, the palette and the tests all read it here.
enum ActionTable {
  /// All entries, in the order in which help lists them.
  static let all: [ActionEntry] = groups.flatMap(\.entries)

  /// Entries that belong together, under what they are called in help.
  static let groups: [(title: Phrase, entries: [ActionEntry])] = [
    (Phrase("各处", "Everywhere"), general), (Phrase("列表", "Lists"), lists),
    (Phrase("工单", "Tickets"), ticketLife + ticketCare), (Phrase("派工单", "Work orders"), orderSteps),
    (Phrase("人员和紧急", "Hours and emergencies"), hours), (Phrase("计划和打印", "Plan and paper"), planning),
    (Phrase("填写", "Forms"), dialogs), (Phrase("登记", "Intake"), intake), (Phrase("移动", "Moving"), moving),
    (Phrase("回看", "Looking back"), replay),
  ]

  /// By name.
  private static let byName: [ActionName: ActionEntry] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The entry of an action; every action has one, which a test holds to.
  static func entry(_ name: ActionName) -> ActionEntry {
    byName[name] ?? ActionEntry(name, [], Phrase(name.rawValue, name.rawValue), Phrase("", ""), [])
  }

  /// The action that shows a list.
  static func action(showing list: QueueName) -> ActionName? { byList[list] }
  private static let byList: [QueueName: ActionName] = {
    var names: [QueueName: ActionName] = [:]
    for entry in all { if let list = entry.list { names[list] = entry.name } }
    return names
  }()

  /// The steps of a ticket, in the order of its life.
  static let ticketSteps: [ActionName] = menu(ticketLife + ticketCare)
  /// The steps of a work order, in the order of its life.
  static let workSteps: [ActionName] = menu(orderSteps)
  /// The steps of a replay.
  static let replaySteps: [ActionName] = replay.filter(\.isLook).map(\.name)

  /// The steps among some rows, in the order of the table but for those that name another place.
  private static func menu(_ rows: [ActionEntry]) -> [ActionName] {
    let steps = rows.filter { $0.step != nil }
    var names = steps.filter { $0.step?.menuAfter == nil }.map(\.name)
    for row in steps {
      guard let before = row.step?.menuAfter else { continue }
      names.insert(row.name, at: names.firstIndex(of: before).map { $0 + 1 } ?? names.count)
    }
    return names
  }

  /// What exists in a place, in table order.
  static func entries(in scope: Scope) -> [ActionEntry] { all.filter { $0.scopes.contains(scope) } }

  /// The key bar of a place while the past is shown: nothing can be changed there.
  static func replayBar(of scope: Scope) -> [ActionName] {
    guard Scope.screens.contains(scope) else { return bar(of: scope) }
    let rest = bar(of: scope).filter { $0.step == nil && $0 != .intake }
    return replaySteps + [.lookAt] + rest
  }

  /// The actions for the key bar of a place beside the steps of what is chosen there, the most needed first.
  static func bar(of scope: Scope) -> [ActionName] {
    switch scope {
    case .queue:
      [
        .help, .palette, .quit, .open, .intake, .find, .board, .overview, .registers, .mark, .sort, .language,
        .theme,
      ]
    case .ticket: [.help, .palette, .back, .nextPane, .explain, .slip, .goBack, .language]
    case .board:
      [
        .help, .palette, .back, .nextPane, .acceptVisit, .acceptPlan, .open, .away, .rush, .timeline, .slip,
        .language,
      ]
    case .overview: [.help, .palette, .open, .queue, .intake, .board, .registers, .wall, .language]
    case .wall: [.help, .queue, .overview, .board, .language, .theme]
    case .registers: [.help, .palette, .open, .find, .nextPane, .intake, .queue, .overview, .language]
    case .intake:
      [
        .save, .matters, .nextCaller, .urgeInstead, .saveLinked, .nextBeside, .back, .previousBeside,
        .nextField,
        .lineMode,
        .clear, .help, .previousField, .language,
      ]
    case .form: [.save, .back, .phrases, .nextField, .previousField, .help, .language]
    case .palette: [.open, .back, .up, .down]
    case .help: [.back, .find, .pageDown, .pageUp, .first, .last, .language]
    // The question itself says which key means yes.
    case .confirm: [.back]
    case .slip: [.saveA4, .saveSlip, .back, .pageDown, .pageUp, .language, .help]
    }
  }
}
