import Desk
import DeskStore
import Settings
import Terminal
import Testing

@testable import Console

/// Lists kept under names.
@Suite struct SavedViewTests {
  @Test func whatWasKeptReadsBack() throws {
    var views = SavedViews()
    views.keep(SavedView(name: "水 \"管\"", list: .all, order: .age, search: "kind:repair 水\\"))
    views.keep(SavedView(name: "我的"))
    views.keep(SavedView(name: "我的", list: .mine))
    #expect(try SavedViews(parsing: Array(views.text.utf8), file: "views.conf") == views)
    #expect(views.views.map(\.name) == ["水 \"管\"", "我的"] && views.views[1].list == .mine)
    views.forget("我的")
    #expect(views.view(named: "我的") == nil)
  }

  @Test func faultsAreToldWithTheirPlaces() {
    do throws(SettingsFaults) {
      _ = try SavedViews(parsing: Array("[[view]]\nlist = \"nowhere\"\n".utf8), file: "views.conf")
      Issue.record("not refused")
    } catch {
      #expect(error.faults.map(\.line) == [1, 2])
    }
  }

  @Test func aListIsKeptAndShownAgain() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.listAll)
    try driver.run(.sort)
    try driver.run(.find)
    driver.type("kind:repair 水")
    driver.press(.enter)
    let shown = driver.queue.entries.map(\.number)
    try driver.run(.saveView)
    for _ in 0..<20 { driver.press(.backspace) }
    driver.type("漏水")
    driver.press(.enter)
    #expect(driver.text.contains("已保存列表：漏水"))
    try driver.run(.back)
    try driver.run(.listOpen)
    try driver.run(.openView)
    #expect(driver.text.contains("漏水"))
    driver.press(.enter)
    #expect(driver.scope == .queue && driver.queue.list == .all && driver.queue.order == .age)
    #expect(driver.queue.entries.map(\.number) == shown && driver.queue.search?.text == "kind:repair 水")
  }

  @Test func aListIsForgotten() throws {
    let port = try SmallDesk().port
    var views = SavedViews()
    views.keep(SavedView(name: "甲"))
    views.keep(SavedView(name: "乙"))
    port.kept[.views] = Array(views.text.utf8)
    let driver = Driver(port)
    try driver.run(.openView)
    driver.press(.delete)
    #expect(driver.text.contains("乙") && !driver.text.contains("甲"))
    driver.press(.escape)
    try driver.run(.openView)
    #expect(!driver.text.contains("甲"))
  }

  @Test func nothingKeptSaysHow() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.openView)
    #expect(driver.scope == .queue && driver.text.contains("还没有保存的列表；\" 把现在的列表存下来"))
  }

  /// A file that somebody spoilt by hand is neither used nor written over.
  @Test func aSpoiltFileIsToldAndLeftAlone() throws {
    let port = try SmallDesk().port
    let spoilt = Array("[[view]\n".utf8)
    port.kept[.views] = spoilt
    let driver = Driver(port)
    try driver.run(.openView)
    #expect(driver.text.contains("views.conf:1"))
    try driver.run(.saveView)
    driver.type("新的")
    driver.press(.enter)
    #expect(port.kept[.views] == spoilt)
  }
}
