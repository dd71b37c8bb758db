import Desk
import Glibc

/// Searching a hundred thousand tickets letter by letter, beside `grep -c` over the same texts.
struct SearchBench {
  let scratch: Scratch
  let passes: Int
  let tickets: Int

  /// What people type: initials, syllables, words, rooms, phones, several words.
  private static let typed = [
    "zl", "zhanglei", "ls", "loushui", "漏水", "厨房", "3212", "1201", "3-2-12", "138", "1002", "cfls zhang",
    "漏水 3-2",
    "电梯 wangsf", "ouyang", "bld",
  ]
  private static let start = Instant(seconds: 1_767_225_600)

  func run() throws {
    let desk = desk()
    var search = TicketSearch()
    let begun = now()
    search.update(desk)
    print("search: \(tickets) tickets, made ready in \(fixed((now() - begun) * 1000, 0)) ms")
    let text = scratch.file("search.txt")
    try RawFile(text).append(Array(lines(desk).utf8))
    var book = DueBook()
    let list = NarrowedList(book.queue(.all, of: desk, now: Self.start + .days(400)))
    var all: [Double] = []
    for word in Self.typed { all += try measure(word, &search, desk, list, text) }
    report("  any letter, to the narrowed list of all tickets", all)
    let looked = now()
    let found = book.queue(.all, of: desk, filter: filter("ls"), now: Self.start + .days(400)).count
    print(
      "  one look without what is kept (list --search ls): \(found) found, \(fixed((now() - looked) * 1000, 0)) ms"
    )
    offered(desk)
  }

  private func filter(_ text: String) -> TicketFilter {
    var filter = TicketFilter()
    filter.text = text
    return filter
  }

  /// One line for a word: how many it finds, its letters, and the whole of it by grep.
  private func measure(
    _ word: String, _ search: inout TicketSearch, _ desk: ServiceDesk, _ list: NarrowedList, _ text: String
  ) throws -> [Double] {
    var letters: [Double] = []
    var found = 0
    for _ in 0..<max(5, passes) {
      var typed = ""
      _ = search.find(SearchQuery(typed), in: desk)
      for letter in word {
        typed.append(letter)
        let begun = now()
        found = list.narrowed(to: search.find(SearchQuery(typed), in: desk)).count
        letters.append((now() - begun) * 1000)
      }
    }
    let grep = try Program.installed("grep").map { grep in
      try (0..<5).map { _ in try seconds([grep, "-c", word, text]) * 1000 }
    }
    let other = grep.map { "; grep -c of the whole word \(fixed(median($0), 2))" } ?? ""
    report("  \(word): \(found) found, a letter", letters, other)
    return letters
  }

  private func seconds(_ arguments: [String]) throws -> Double {
    let begun = now()
    _ = try Program.run(arguments, isQuiet: true)
    return now() - begun
  }

  private func report(_ label: String, _ times: [Double], _ rest: String = "") {
    print("\(label): p50 \(fixed(median(times), 2)), p99 \(fixed(percentile(times, 0.99), 2)) ms\(rest)")
  }

  /// The places offered at intake.
  private func offered(_ desk: ServiceDesk) {
    var times: [Double] = []
    for word in ["3212", "zhanglei", "1234", "zl"] {
      for _ in 0..<max(5, passes) {
        var typed = ""
        for letter in word {
          typed.append(letter)
          let begun = now()
          _ = PlaceFinder.matches(typed, desk)
          times.append((now() - begun) * 1000)
        }
      }
    }
    var twins: [Double] = []
    for _ in 0..<50 {
      let receipt = Receipt(kind: .repair, unit: UnitCode("3-2-1201"), summary: "厨房水管爆裂，水漫到客厅")
      let begun = now()
      _ = Duplicates(of: receipt, in: desk, now: Self.start + .minutes(Int64(tickets) * 4)).found()
      twins.append((now() - begun) * 1000)
    }
    report("  tickets that may be the same, 2,000 open", twins)
    report("  places offered, of \(desk.households.count) with their people, a letter", times)
  }

  // MARK: the desk

  private static let families = Array("张王李赵刘陈杨黄周吴徐孙马朱胡林郭何高罗单曾解欧")
  private static let given = Array("磊娜伟芳敏静强洋勇军杰涛明超兰霞平刚桂英华飞玲雨晨")
  private static let places = ["厨房", "主卫", "次卫", "阳台", "客厅", "楼道", "地下车库", "单元门口", "大堂", "主卧"]
  private static let what = [
    "水龙头漏水，关不上", "水管爆裂", "顶灯不亮", "插座没电", "下水堵塞", "马桶水箱漏水", "门锁打不开", "墙面渗水发霉", "对讲没声音",
    "门禁刷卡无反应", "电梯停在三楼不动", "垃圾两天没有清", "有人装修太吵", "车位被占", "空调一开就跳闸", "玻璃破了，怕掉下去",
  ]
  private static let more = ["，已关总阀", "，家里有老人", "，请尽快", "，下午在家", "", "，第二次报修", "，楼下也受影响"]

  private func name(_ index: Int) -> String {
    let (family, one, two) = (
      Self.families[index % Self.families.count], Self.given[index / 7 % Self.given.count],
      Self.given[index / 3 % Self.given.count]
    )
    return index % 3 == 0 ? "\(family)\(one)" : "\(family)\(one)\(two)"
  }

  private func desk() -> ServiceDesk {
    var desk = ServiceDesk()
    var seq: Int64 = 0
    func happen(_ body: EventBody, _ at: Instant) {
      desk.evolve(Event(seq: seq, at: at, entry: Entry(by: StaffCode("li.na"), body: body)))
      seq += 1
    }
    happen(.staffAdded(Staff(code: StaffCode("li.na"), name: "李娜", role: .clerk)), Self.start)
    for index in 0..<12 {
      let person = Staff(
        code: StaffCode("tech\(index)"), name: name(index * 5) + "师傅", role: .technician, trades: [.plumber])
      happen(.staffAdded(person), Self.start)
    }
    let units = (0..<4_000).map {
      UnitCode("\($0 / 400 + 1)-\($0 / 200 % 2 + 1)-\($0 % 50 + 1)0\($0 / 50 % 4 + 1)")
    }
    for (index, unit) in units.enumerated() {
      happen(.unitAdded(Unit(code: unit)), Self.start)
      for person in 0..<2 {
        let phone = "13\(800_000_000 + (index * 2 + person) * 7_919 % 99_999_999)"
        happen(.contactAdded(Contact(unit: unit, name: name(index * 3 + person), phone: phone)), Self.start)
      }
    }
    for index in 0..<tickets {
      let at = Self.start + .minutes(Int64(index) * 4)
      let unit = units[index * 7 % units.count]
      let person = desk.households[unit]?.contacts[index % 2]
      let summary =
        Self.places[index % 10] + Self.what[index / 3 % Self.what.count]
        + Self.more[index / 5 % Self.more.count]
      let receipt = Receipt(
        kind: .repair, unit: unit, topic: .plumbing, summary: summary, caller: person?.name ?? "",
        phone: person?.phone ?? "", owner: StaffCode("li.na"))
      let number = TicketNumber(TicketNumber.first.value + Int32(index))
      happen(.ticket(number, .received(receipt)), at)
      let technician = StaffCode("tech\(index % 12)")
      happen(
        .order(
          OrderID(number, 1), .dispatched(to: technician, window: nil, isReserved: false, despite: [])), at)
      if index < tickets - 2_000 { happen(.ticket(number, .cancelled(why: "-")), at) }
    }
    return desk
  }

  /// The same texts, a ticket a line.
  private func lines(_ desk: ServiceDesk) -> String {
    var text = ""
    for ticket in desk.tickets {
      let people =
        ticket.unit.flatMap { desk.households[$0] }?.contacts.map { "\($0.name) \($0.phone)" } ?? []
      let technicians = ticket.orders.map { desk.staff[$0.technician]?.name ?? "" }
      let parts =
        ["\(ticket.number)", ticket.unit?.value ?? "", ticket.caller, ticket.phone, ticket.summary] + people
        + technicians
      text += parts.joined(separator: " ") + "\n"
    }
    return text
  }
}
