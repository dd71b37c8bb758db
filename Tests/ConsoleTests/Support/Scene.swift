import Desk
import Terminal
import Testing

@testable import Console

/// A screen in a state worth a picture.
struct Scene: CustomStringConvertible, Sendable {
  let name: String
  var isOnAnEmptyDesk = false
  let prepare: @Sendable (Driver) throws -> Void

  var description: String { name }

  /// The sizes of a screen: the smallest one, a usual one, a whole monitor.
  static let sizes = [(80, 24), (120, 40), (200, 60)]

  /// The console as the scene has it.
  func driver(_ width: Int, _ height: Int, _ language: Language) throws -> Driver {
    let port = isOnAnEmptyDesk ? SmallDesk.empty() : try SmallDesk().port
    let driver = Driver(port, language: language, width, height)
    try prepare(driver)
    return driver
  }

  /// Every screen, and what stands on top of them.
  static let all: [Scene] = [
    Scene(name: "queue") { _ in },
    Scene(name: "queue-empty", isOnAnEmptyDesk: true) { _ in },
    Scene(name: "queue-search") {
      try $0.run(.find)
      $0.type("水")
    },
    Scene(name: "ticket") {
      $0.press(.character("1"), .character("2"))
      try $0.run(.open)
    },
    Scene(name: "ticket-explained") {
      try $0.run(.goTo)
      $0.type("1002")
      $0.press(.enter)
      try $0.run(.explain)
      try $0.run(.nextPane)
    },
    Scene(name: "intake") {
      try $0.run(.intake)
      $0.type("1201")
      $0.press(.tab)
      try $0.fill(.summary, "卫生间天花板渗水")
      try $0.focus(.urgency)
    },
    Scene(name: "intake-rooms") {
      try $0.run(.intake)
      $0.type("3-2")
    },
    Scene(name: "intake-twins") {
      try $0.run(.intake)
      $0.type("1301")
      $0.press(.enter)
      $0.type("楼下水管爆裂，水往楼道流")
    },
    Scene(name: "intake-matters") {
      try $0.run(.intake)
      try $0.run(.matters)
      $0.type("ls")
    },
    Scene(name: "intake-line") {
      try $0.run(.intake)
      try $0.run(.lineMode)
      $0.type("3-2-1201 卫生间渗水 !urgent @wang.qiang #plumbing")
    },
    Scene(name: "board") { try $0.run(.board) },
    Scene(name: "board-technicians") {
      try $0.run(.board)
      try $0.run(.nextPane)
      $0.press(.down, .down)
    },
    Scene(name: "overview") { try $0.run(.overview) },
    Scene(name: "wall") { try $0.run(.wall) },
    Scene(name: "registers-rooms") {
      try $0.run(.registers)
      $0.press(.down, .down)
    },
    Scene(name: "registers-people") {
      try $0.run(.registers)
      try $0.run(.nextPane)
      try $0.run(.last)
    },
    Scene(name: "registers-policies") {
      try $0.run(.registers)
      try $0.run(.previousPane)
    },
    Scene(name: "dispatch") {
      try $0.run(.board)
      try $0.run(.dispatch)
    },
    Scene(name: "wait") {
      try $0.run(.goTo)
      $0.type("1003")
      $0.press(.enter)
      try $0.run(.wait)
      $0.press(.down, .tab)
      $0.type("明天 9:00")
    },
    Scene(name: "cancel") {
      try $0.run(.cancel)
      $0.type("重复登记")
      try $0.run(.save)
    },
    Scene(name: "palette") {
      try $0.run(.palette)
      $0.press(.down, .down)
    },
    Scene(name: "help") { try $0.run(.help) },
    Scene(name: "slip") {
      try $0.run(.goTo)
      $0.type("1004")
      $0.press(.enter)
      try $0.run(.slip)
    },
    Scene(name: "past") {
      try $0.run(.lookAt)
      $0.type("13:00")
      $0.press(.enter)
      try $0.run(.nextEvent)
      try $0.run(.nextEvent)
    },
    Scene(name: "past-when") {
      try $0.run(.lookAt)
      $0.type("13:00")
    },
  ]
}
