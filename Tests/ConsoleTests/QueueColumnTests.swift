import Desk
import Terminal
import Testing

@testable import Console

/// How the queue shares a width: the summary is what a clerk reads.
@Suite struct QueueColumnTests {
  /// A desk whose places, people and texts are long, as those of a real log.
  private func longDesk() throws -> MemoryDesk {
    let port = SmallDesk.empty()
    let people = [("Location 143", "Caller 2403"), ("491 31ST AVE, Apt 217", "Maria Hernandez-Lopez")]
    for (unit, _) in people {
      port.add(Entry(by: SmallDesk.supervisor, body: .unitAdded(Unit(code: UnitCode(unit)))))
    }
    for (place, kind) in TicketKind.allCases.enumerated() {
      let (unit, caller) = people[place % 2]
      let receipt = Receipt(
        kind: kind, urgency: Urgency.allCases[place % 4], unit: UnitCode(unit), topic: .power,
        summary: "Category 53, symptom 471, reported by the assignment group", caller: caller,
        owner: SmallDesk.clerk)
      _ = try port.perform(Command(by: SmallDesk.clerk, action: .receive(receipt)))
    }
    return port
  }

  private func columns(_ port: MemoryDesk, _ language: Language, _ width: Int) throws -> QueueColumns {
    let driver = Driver(port, language: language, width, 40)
    let context = driver.console.context
    return QueueColumns(
      width: QueueLayout(Size(width: width, height: 40)).listWidth, highest: TicketNumber(31_415), context)
  }

  @Test(arguments: Language.allCases)
  func theSummaryCanBeReadAtEveryWidth(language: Language) throws {
    for port in [try SmallDesk().port, try longDesk()] {
      for width in 80...240 {
        let columns = try columns(port, language, width)
        let summary = try #require(columns.width(of: .summary))
        #expect(summary >= (width > 80 ? 19 : 17), "\(width)")
        let used = columns.columns.reduce(0) { $0 + $1.width } + columns.columns.count - 2
        #expect(used <= QueueLayout(Size(width: width, height: 40)).listWidth, "\(width)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func wordsOfTheVocabularyAreWhole(language: Language) throws {
    for port in [try SmallDesk().port, try longDesk()] {
      for width in [80, 100, 119, 120, 140, 160, 200] {
        let columns = try columns(port, language, width)
        let context = Driver(port, language: language, width, 40).console.context
        for ticket in port.desk.open.compactMap({ port.desk.tickets[$0] }) {
          let row = QueueRow(ticket, context)
          for name in [QueueColumns.Name.number, .kind, .urgency, .status, .clock, .countdown] {
            guard let room = columns.width(of: name) else { continue }
            let text = row.text(name, isShort: columns.isShort)
            #expect(TextWidth.width(of: text) <= room, "\(text) at \(width)")
          }
        }
      }
    }
  }

  /// Nothing moves while somebody pages, sorts, or goes to another list.
  @Test(arguments: Language.allCases, [80, 100, 120, 200])
  func columnsStandStillWhileTheListScrolls(language: Language, width: Int) throws {
    let port = try longDesk()
    for n in 0..<60 {
      let unit: UnitCode? =
        n % 3 == 0 ? nil : n % 3 == 1 ? UnitCode("1-1-401") : UnitCode("491 31ST AVE, Apt 217")
      let receipt = Receipt(
        kind: TicketKind.allCases[n % 7], urgency: Urgency.allCases[n % 4], unit: unit, topic: .other,
        summary: n % 2 == 0 ? "短" : "a long summary of what is the matter there",
        caller: n % 5 == 0 ? "" : "Maria Hernandez")
      port.now = port.now + .minutes(Int64(n))
      _ = try port.perform(Command(by: SmallDesk.clerk, action: .receive(receipt)))
    }
    let driver = Driver(port, language: language, width, 24)
    try driver.run(.listAll)
    let listWidth = QueueLayout(driver.console.seat.size).listWidth
    func heads() -> String { String(TextWidth.clip(driver.frame().row(2), to: listWidth - 12)) }
    let first = heads()
    for action in [
      ActionName.pageDown, .pageDown, .sort, .pageDown, .last, .listOpen, .pageDown, .sort, .listAll,
    ] {
      try driver.run(action)
      #expect(heads() == first, "\(action)")
    }
    driver.press(.character("/"))
    driver.type("长")
    #expect(heads() == first)
  }

  @Test func roomsThatDifferInTheirNumberLookDifferent() {
    #expect(TextWidth.elide("Location 143", to: 12) == "Location 143")
    #expect(TextWidth.elide("Location 143", to: 9) == "Locat~143")
    #expect(TextWidth.elide("491 31ST AVE, Apt 217", to: 12) == "491 31ST~217")
    #expect(TextWidth.elide("resolver-193", to: 6) == "re~193")
    #expect(TextWidth.elide("Anna Schmidt", to: 6) == "Anna ~")
    #expect(TextWidth.elide("翠湖花园商铺十二", to: 9) == "翠湖花园~")
    for text in ["Location 143", "491 31ST AVE, Apt 217", "三栋二单元1201", "12345678901234"] {
      for width in 1...24 { #expect(TextWidth.width(of: TextWidth.elide(text, to: width)) <= width) }
    }
  }

  @Test(arguments: Language.allCases)
  func aWideScreenShowsEverythingAndTheBar(language: Language) throws {
    let columns = try columns(try SmallDesk().port, language, 200)
    #expect(columns.columns.map(\.name) == QueueColumns.Name.allCases)
    let driver = Driver(try SmallDesk().port, language: language, 200, 60)
    let rows = (0..<60).map { driver.frame().row($0) }
    let late = try #require(rows.first { $0.hasPrefix("! 1002") })
    #expect(late.contains("##########"))
    #expect(try #require(rows.first { $0.hasPrefix("  1006") }).contains(".........."))
  }

  @Test(arguments: Language.allCases)
  func timesOfTheSelectedTicketAreWhole(language: Language) throws {
    let port = try longDesk()
    let number = try #require(port.desk.open.min())
    port.now = port.now + .hours(30)
    _ = try port.perform(
      Command(by: SmallDesk.clerk, action: .ticket(number, .note(text: "called back, nobody at home"))))
    for width in 120...140 {
      let driver = Driver(port, language: language, width, 40)
      driver.console.handle([.character("g")] + "\(number)".map { .character($0) } + [.enter, .escape])
      let pane = try #require(QueueLayout(driver.console.seat.size).pane)
      let frame = driver.frame()
      // Summaries of other tickets may be cut, for they come last.
      let rows = (pane.y..<pane.bottom).map { String(frame.row($0).drop { $0 != "│" }) }
      let cut = rows.filter { $0.hasSuffix("~") && !$0.contains(" Cate") }
      #expect(cut.isEmpty, "\(width): \(cut)")
      let context = driver.console.context
      let times = try driver.ticket(number.value).clocks(port.desk.policies, at: port.now).compactMap(
        \.due
      )
      .map { context.time($0) }
      for time in times { #expect(rows.contains { $0.hasSuffix(time) }, "\(width): \(time)") }
    }
  }
}
