public import Settings

extension Theme {
  /// Reads a theme: named colours in `[palette]`, roles in `[roles]`.
  ///
  ///     [palette]
  ///     ground = "#12161c"
  ///     [roles]
  ///     normal = { fg = "#dbe2ea", bg = "ground" }
  ///     late = { fg = "9", attrs = ["bold"] }
  ///
  /// Throws every fault with line and column, under the file's name if it has one: the grammar's, unknown
  /// roles, colours and attributes.
  public init(parsing bytes: [UInt8], name: String, file: String? = nil) throws(SettingsFaults) {
    let settings = try Settings(parsing: bytes, name: file ?? name)
    var reader = SettingsReader(settings)
    reader.allow(keys: [], in: settings.root)
    reader.allow(sections: ["palette", "roles"])
    let palette = Self.palette(settings.section("palette"), &reader)
    var looks: [Role: Look] = [:]
    var places: [Role: (line: Int, column: Int)] = [:]
    for entry in reader.required(section: "roles")?.entries ?? [] {
      guard let role = Role(named: entry.key) else {
        let allowed = Role.allCases.map(\.name)
        reader.note(.unknownKey(entry.key, allowed: allowed), at: entry.place)
        continue
      }
      places[role] = (entry.place.line, entry.place.column)
      looks[role] = Self.look(entry.value, palette, &reader)
    }
    try reader.finish()
    self.init(name: name, looks: looks, places: places)
  }

  private static func palette(
    _ section: SettingsTable?, _ reader: inout SettingsReader
  ) -> [String: Colour] {
    var palette: [String: Colour] = [:]
    for entry in section?.entries ?? [] {
      palette[entry.key] = colour(entry.value, [:], &reader)
    }
    return palette
  }

  private static func look(
    _ value: SettingsValue, _ palette: [String: Colour], _ reader: inout SettingsReader
  ) -> Look {
    guard let table = value.table else {
      reader.note(.wrongType(found: value.type, expected: .table), at: value.place)
      return Look()
    }
    reader.allow(keys: ["fg", "bg", "attrs"], in: table)
    var look = Look()
    look.foreground = table.value("fg").flatMap { colour($0, palette, &reader) }
    look.background = table.value("bg").flatMap { colour($0, palette, &reader) }
    for name in reader.list("attrs", in: table) ?? [] {
      guard let text = reader.string(name) else { continue }
      if let known = Look.Attributes.named.first(where: { $0.name == text }) {
        look.attributes.insert(known.attribute)
      } else {
        reader.note(.notAllowed(text, allowed: Look.Attributes.named.map(\.name)), at: name.place)
      }
    }
    return look
  }

  private static func colour(
    _ value: SettingsValue, _ palette: [String: Colour], _ reader: inout SettingsReader
  ) -> Colour? {
    let text = value.integer.map(String.init) ?? value.string
    guard let text else {
      reader.note(.wrongType(found: value.type, expected: .string), at: value.place)
      return nil
    }
    let colour = palette[text] ?? Colour(parsing: text)
    if colour == nil { reader.note(.badColour(text), at: value.place) }
    return colour
  }
}
