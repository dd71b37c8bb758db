import Desk
import Terminal
import Testing

@testable import Console

/// Nothing of help is cut, wherever it is asked for and however narrow the screen.
@Suite struct HelpWidthTests {
  @Test(arguments: Language.allCases, [80, 100, 200])
  func noLineIsCut(language: Language, width: Int) throws {
    for scope in Scope.allCases where scope != .help {
      for isTyping in [false, true] {
        let driver = Driver(try SmallDesk().port, language: language, width, 24)
        let screen = HelpScreen(about: scope, isTyping: isTyping)
        for line in HelpView(screen: screen, context: driver.console.context).lines {
          #expect(TextWidth.width(of: line.text) <= width - 2, "\(scope): \(line.text)")
          for span in line.spans {
            if let room = span.width {
              #expect(TextWidth.width(of: span.text) <= room, "\(scope): \(span.text)")
            }
          }
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func aNewDeskSaysWhatComesFirst(language: Language) throws {
    let empty = MemoryDesk(desk: ServiceDesk(zone: SmallDesk.zone), now: SmallDesk.now)
    empty.add(Entry(by: SmallDesk.supervisor, body: .created(centre: "翠湖花园服务中心", zone: "Asia/Shanghai")))
    empty.add(
      Entry(
        by: SmallDesk.supervisor,
        body: .staffAdded(Staff(code: SmallDesk.supervisor, name: "周敏", role: .manager))))
    let driver = Driver(empty, language: language)
    for wanted in [
      "dutydesk staff add", "dutydesk unit add", "dutydesk contact add", "dutydesk import units",
      "dutydesk demo",
    ] {
      #expect(driver.text.contains(wanted), "\(driver.text)")
    }
    for line in FirstSteps(context: driver.console.context).lines {
      #expect(TextWidth.width(of: line.text) <= 77, "\(line.text)")
    }
    // What is on record is not asked for again.
    let settled = Driver(SmallDesk.empty(), language: language)
    #expect(
      !settled.text.contains("dutydesk unit add")
        && settled.text.contains(language == .zh ? "第一个来电" : "first call"))
  }
}
