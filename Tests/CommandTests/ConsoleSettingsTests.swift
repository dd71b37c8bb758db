import Foundation
import TestSupport
import Testing

/// `theme` and `keys`: what is wrong in a person's files is told before the console meets it.
@Suite struct ConsoleSettingsTests {
  private func write(_ centre: Centre, _ text: String, to name: String) throws -> String {
    try centre.directory.write(Array(text.utf8), to: name)
  }

  @Test func themesAreListedWithoutAJournal() throws {
    let centre = try Centre(empty: ())
    let names = ["classic", "colour-blind", "day", "high-contrast", "mono", "night"]
    #expect(try centre.done("theme", "list").lines == names)
    #expect(
      try centre.done("theme", "list", "--json").objects().compactMap { $0["theme"] as? String } == names)
  }

  @Test(arguments: ["classic", "colour-blind", "day", "high-contrast", "mono", "night"])
  func builtInThemesAreSound(name: String) throws {
    let checked = try Centre(empty: ()).done("theme", "check", name)
    #expect(checked.out == "\(name): the theme is sound.\n")
  }

  @Test func faultsAndPoorContrastOfAThemeAreToldWithTheirPlaces() throws {
    let centre = try Centre(empty: ())
    let faulty = try write(centre, "[roles]\nlate = { fg = \"rd\" }\nlat = {}\n", to: "a.theme")
    let told = try centre.run("theme", "check", faulty)
    #expect(told.status == 2)
    #expect(told.lines.count == 3)
    #expect(told.lines[0].hasPrefix("\(faulty):2:15: “rd” is no colour"))
    #expect(told.lines[1].hasPrefix("\(faulty):3:1: “lat” is unknown"))
    #expect(told.lines[2] == "\(faulty): 2 errors; it cannot be used.")
    let pale = try write(
      centre, "[roles]\nnormal = { fg = \"#ffffff\", bg = \"#000000\" }\nlate = { fg = \"#444444\" }\n",
      to: "b.theme")
    let warned = try centre.done("theme", "check", pale, "--lang", "zh")
    #expect(warned.lines[0] == "\(pale):3:1: late：对比度 2.1:1，低于 4.5:1，有人会看不清")
    #expect(warned.lines[1] == "\(pale)：配色可以使用，1处对比度不足。")
    let json = try centre.done("theme", "check", pale, "--json").objects()
    #expect(json.count == 1 && json[0]["severity"] as? String == "warning" && json[0]["line"] as? Int == 3)
    #expect(try centre.run("theme", "check", "nowhere.theme").status == 2)
  }

  @Test func keysAreListedWithTheChangesOfTheirFile() throws {
    let centre = try Centre(empty: ())
    #expect(try centre.done("keys", "list").out.contains("\nrespond"))
    try FileManager.default.createDirectory(
      atPath: centre.directory.file(".config/dutydesk"), withIntermediateDirectories: true)
    _ = try write(centre, "[keys]\nrespond = [\"F13\"]\n", to: ".config/dutydesk/console.conf")
    let listed = try centre.done("keys", "list", "--json").objects()
    let respond = try #require(listed.first { $0["action"] as? String == "respond" })
    #expect(respond["keys"] as? String == "F13")
    #expect(try centre.done("keys", "check").out.hasSuffix("console.conf: no faults.\n"))
  }

  @Test func faultsOfKeysAreToldWithTheirPlaces() throws {
    let centre = try Centre(empty: ())
    let path = try write(
      centre, "[console]\nbell = 1\n[keys]\nrespond = \"y\"\nback = \"b\"\n", to: "console.conf")
    let told = try centre.run("keys", "check", path)
    #expect(told.status == 2)
    #expect(told.lines.contains("\(path):2:8: expected true or false, found a whole number"))
    #expect(told.lines.contains { $0.hasPrefix("\(path):4:1: y is the key of ") })
    #expect(told.lines.contains { $0.hasPrefix("\(path):5:1: back needs a key") })
    let json = try centre.run("keys", "check", path, "--json")
    #expect(json.status == 2)
    #expect(try json.objects().allSatisfy { $0["severity"] as? String == "error" })
    #expect(try centre.run("keys", "check").status == 2)
  }

  @Test func aKeptListIsListedUnderItsName() throws {
    let centre = try Centre()
    let leak = try centre.ticket("repair", "--summary", "厨房漏水", "--unit", "3-2-1201")
    _ = try centre.ticket("complaint", "--summary", "漏水没人管", "--unit", "3-2-1201")
    _ = try centre.ticket("repair", "--summary", "门锁坏", "--unit", "3-2-1201")
    #expect(try centre.run("list", "--view", "漏水").err.contains("No list is kept as “漏水”"))
    try FileManager.default.createDirectory(
      atPath: centre.directory.file(".config/dutydesk"), withIntermediateDirectories: true)
    _ = try write(
      centre, "[[view]]\nname = \"漏水\"\nlist = \"open\"\nsearch = \"kind:repair 漏水\"\n",
      to: ".config/dutydesk/views.conf")
    let listed = try centre.done("list", "--view", "漏水", "--json").objects()
    #expect(listed.map { "\($0["number"] ?? "")" } == [leak])
    #expect(try centre.done("list", "--view", "漏水", "--queue", "closed", "--json").objects().isEmpty)
    _ = try write(centre, "[[view]]\nlist = 3\n", to: ".config/dutydesk/views.conf")
    #expect(try centre.run("list", "--view", "漏水").status == 2)
  }
}
