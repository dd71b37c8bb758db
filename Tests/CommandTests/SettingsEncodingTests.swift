import Foundation
import TestSupport
import Testing

/// Settings saved by the editors that people have.
@Suite struct SettingsEncodings {
  private func save(_ centre: Centre, _ text: String, _ encoding: String, _ name: String) throws -> String {
    let mark: [UInt8] = encoding == "utf-16le" ? [0xFF, 0xFE] : []
    return try centre.directory.write(mark + (try #require(written(text, in: encoding))), to: name)
  }

  @Test(arguments: ["utf-8", "GB18030", "utf-16le"]) func aMapMayBeSavedInAny(encoding: String) throws {
    let centre = try Centre()
    let map = try save(
      centre, "# 房屋表\r\nkind = \"units\"\r\n[columns]\r\nunit = \"{房号}\"\r\n", encoding, "rooms.map")
    let rooms = try centre.directory.write(Array("房号\n7-1-101\n".utf8), to: "rooms.csv")
    let answer = try centre.run("import", "units", rooms, "--map", map)
    #expect(answer.status == 0 && answer.out.contains("1 taken"), "\(answer)")
  }

  @Test(arguments: ["utf-8", "GB18030", "utf-16le"]) func aPolicyIsKeptAsTextWhateverItWasSavedIn(
    encoding: String
  )
    throws
  {
    let centre = try Centre()
    let text = try centre.done("policy", "show", "--default").out
      .replacing("name = \"built-in\"", with: "name = \"阳光花园\"")
    let policy = try save(centre, text, encoding, "own.policy")
    #expect(try centre.run("policy", "check", policy).status == 0)
    #expect(try centre.run("policy", "adopt", policy, "--meeting", "2026").status == 0)
    #expect(centre.bytes.range(of: Data("阳光花园".utf8)) != nil)
  }

  @Test func aThemeAndTheKeysMayBeToo() throws {
    let centre = try Centre()
    let keys = try save(centre, "# 我的按键\r\n[console]\r\ntheme = \"day\"\r\n", "GB18030", "console.conf")
    #expect(try centre.run("keys", "check", keys).status == 0)
    let theme = try save(
      centre, "# 大堂\n[roles]\nnormal = { fg = \"#ffffff\", bg = \"#000000\" }\n", "utf-16le", "lobby.theme")
    #expect(try centre.run("theme", "check", theme).out.contains("the theme is sound"))
  }

  @Test func whatIsNoTextGetsASentenceWithItsPlace() throws {
    let centre = try Centre()
    let file = try centre.directory.write(Array("kind = \"units\"\n# ".utf8) + [0xFF, 0x0A], to: "odd")
    let said = "odd:2:3: it is neither UTF-8"
    for command in [["policy", "check", file], ["keys", "check", file], ["theme", "check", file]] {
      let answer = try centre.run(command)
      #expect(answer.status == 2 && answer.out.contains(said), "\(answer)")
      #expect(answer.out.contains("save the file as UTF-8"))
    }
    let json = try centre.run("policy", "check", file, "--json")
    #expect(try json.objects().first?["line"] as? Int == 2)
    let map = try centre.run("import", "units", "/dev/null", "--map", file)
    #expect(map.status == 2 && map.err.contains(said), "\(map)")
  }
}
