import Desk
import Words

/// Where an action exists.
enum Scope: String, CaseIterable, Sendable {
  case queue, ticket, board, overview, wall, registers, intake, form, palette, help, confirm, slip

  /// The screens on which a ticket can be chosen and worked on.
  static let screens: Set<Scope> = [.queue, .ticket, .board, .overview]
  /// All screens that are gone to by a key, as against the dialogs on top of them.
  static let places: Set<Scope> = screens.union([.wall, .registers])

  func name(in language: Language) -> String {
    let words = Words(language)
    return switch self {
    case .queue: words.queueScreen
    case .ticket: words.ticketScreen
    case .board: words.dispatchScreen
    case .overview: words.overviewScreen
    case .wall: words.wallScreen
    case .registers: words.registersScreen
    case .intake: words.intakeScreen
    case .form: words.text("表单", "Form")
    case .palette: words.text("命令", "Commands")
    case .help: words.helpScreen
    case .confirm: words.text("确认", "Question")
    case .slip: words.text("派工单", "Work order")
    }
  }

  /// Whether it fills the screen, as against a dialog on top of one.
  var isScreen: Bool {
    switch self {
    case .queue, .ticket, .board, .overview, .wall, .registers, .intake, .help, .slip: true
    case .form, .palette, .confirm: false
    }
  }
}
