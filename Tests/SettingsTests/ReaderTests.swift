import Settings
import Testing

/// What readers report about what they do not know or cannot use.
struct ReaderTests {
  private func reader(_ text: String) throws -> (Settings, SettingsReader) {
    let settings = try Settings(parsing: text, name: "policy")
    return (settings, SettingsReader(settings))
  }

  @Test func unknownKeysAndSectionsNameWhatIsAllowed() throws {
    var (settings, reader) = try reader("a = 1\nz = 2\n[queue.day]\n[queues]\n[roles]\n")
    reader.allow(keys: ["a", "b"], in: settings.root)
    reader.allow(sections: ["queue.*", "roles"])
    #expect(
      reader.faults.map(\.kind) == [
        .unknownKey("z", allowed: ["a", "b"]), .unknownSection("queues", allowed: ["queue.*", "roles"]),
      ])
    #expect(reader.faults.map(\.line) == [2, 4])
    #expect(reader.faults.map(\.name) == ["policy", "policy"])
  }

  @Test func typedValuesComeOutOrAreReported() throws {
    var (settings, reader) = try reader("n = 5\ns = \"x\"\nd = 5m\nb = true\nl = [\"p\", 3]\nt = { k = 1 }\n")
    let root = settings.root
    #expect(reader.integer("n", in: root) == 5)
    #expect(reader.string("s", in: root) == "x")
    #expect(reader.duration("d", in: root) == 300)
    #expect(reader.boolean("b", in: root) == true)
    #expect(reader.table("t", in: root)?.keys == ["k"])
    #expect(reader.faults.isEmpty)
    #expect(reader.strings("l", in: root) == ["p"])
    #expect(reader.integer("s", in: root) == nil)
    #expect(reader.boolean("n", in: root) == nil)
    #expect(reader.duration("n", in: root) == nil)
    #expect(reader.string("d", in: root) == nil)
    #expect(reader.list("b", in: root) == nil)
    #expect(reader.table("l", in: root) == nil)
    #expect(
      reader.faults.map(\.kind) == [
        .wrongType(found: .integer, expected: .string), .wrongType(found: .string, expected: .integer),
        .wrongType(found: .integer, expected: .boolean), .wrongType(found: .integer, expected: .duration),
        .wrongType(found: .duration, expected: .string), .wrongType(found: .boolean, expected: .list),
        .wrongType(found: .list, expected: .table),
      ])
  }

  @Test func absentKeysAreNoFaultUnlessRequired() throws {
    var (settings, reader) = try reader("[roles]\n")
    #expect(reader.integer("n", in: settings.root) == nil)
    #expect(reader.faults.isEmpty)
    let found = reader.required(section: "roles")
    let roles = try #require(found)
    #expect(reader.required("late", in: roles) == nil)
    #expect(reader.required(section: "palette") == nil)
    #expect(reader.faults.map(\.kind) == [.missingKey("late", section: "roles"), .missingSection("palette")])
  }

  @Test func limitsAndChoices() throws {
    var (settings, reader) = try reader("n = 3\nd = 2h\nc = \"red\"\nk = \"up\"\n")
    let root = settings.root
    #expect(reader.integer("n", in: root, from: 1, through: 2) == nil)
    #expect(reader.integer("n", in: root, from: 3, through: 3) == 3)
    #expect(reader.duration("d", in: root, through: 3600) == nil)
    #expect(reader.choice("c", in: root, of: ["red", "blue"]) == "red")
    #expect(reader.choice("k", in: root, of: ["down"]) == nil)
    #expect(
      reader.faults.map(\.kind) == [
        .outOfRange(3, lowest: 1, highest: 2), .outOfRange(7200, lowest: 0, highest: 3600),
        .notAllowed("up", allowed: ["down"]),
      ])
  }

  @Test func finishThrowsFaultsInTheOrderOfLines() throws {
    var (settings, reader) = try reader("a = 1\nb = 2\n")
    try reader.finish()
    for entry in settings.root.entries.reversed() { reader.note(.tooDeep, at: entry.place) }
    #expect(throws: SettingsFaults.self) { try reader.finish() }
    #expect(SettingsFaults(reader.faults).faults.map(\.line) == [1, 2])
  }
}
