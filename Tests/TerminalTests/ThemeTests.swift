import Settings
import TestSupport
import Testing

@testable import Terminal

/// Reading themes, and what is wrong with them.
struct ThemeReadingTests {
  private func theme(_ text: String) throws -> Theme { try Theme(parsing: Array(text.utf8), name: "try") }

  private func faults(_ text: String) -> [SettingsFault] {
    do throws(SettingsFaults) {
      _ = try Theme(parsing: Array(text.utf8), name: "try")
      return []
    } catch {
      return error.faults
    }
  }

  @Test func rolesTakeColoursByNameNumberAndValue() throws {
    let theme = try theme(
      """
      [palette]
      ink = "#102030"
      sky = 12
      [roles]
      normal = { fg = "ink", bg = "default" }
      late = { fg = "sky", bg = "#ffFFff", attrs = ["bold", "underline"] }
      met = { fg = 200 }
      at-risk = { attrs = ["reverse", "dim"] }
      """)
    #expect(theme.look(of: .normal) == Look(foreground: .rgb(16, 32, 48), background: .terminal))
    #expect(
      theme.look(of: .late)
        == Look(foreground: .indexed(12), background: .rgb(255, 255, 255), attributes: [.bold, .underline]))
    #expect(theme.look(of: .met).foreground == .indexed(200))
    #expect(theme.look(of: .atRisk).attributes == [.reverse, .dim])
    #expect(theme.look(of: .clock) == Look())
  }

  @Test func everyFaultIsReportedWithItsPlace() {
    let text = """
      title = "x"
      [palette]
      ink = "#12345"
      [roles]
      lat = { fg = "#ffffff" }
      late = { fg = "rouge", glow = true }
      met = "green"
      paused = { bg = 256, attrs = ["blink", 3], fg = true }
      [extra]
      """
    let found = faults(text)
    #expect(found.map(\.line) == [1, 3, 5, 6, 6, 7, 8, 8, 8, 8, 9])
    #expect(found.map(\.column) == [1, 7, 1, 15, 24, 7, 17, 31, 40, 49, 1])
    #expect(found.dropFirst().first?.kind == .badColour("#12345"))
    #expect(found[3].kind == .badColour("rouge"))
    #expect(found[4].kind == .unknownKey("glow", allowed: ["fg", "bg", "attrs"]))
    #expect(found[5].kind == .wrongType(found: .string, expected: .table))
    #expect(found[7].kind == .notAllowed("blink", allowed: ["bold", "underline", "reverse", "dim"]))
    #expect(found.last?.kind == .unknownSection("extra", allowed: ["palette", "roles"]))
    if case .unknownKey("lat", let allowed) = found[2].kind {
      #expect(allowed.contains("late") && allowed.count == Role.allCases.count)
    } else {
      Issue.record("\(found[2])")
    }
  }

  @Test func aThemeWithoutRolesIsRefused() {
    #expect(faults("[palette]\n").map(\.kind) == [.missingSection("roles")])
  }

  @Test func poorContrastIsToldWithItsPlaceAndNotRefused() throws {
    let theme = try theme(
      "[roles]\nnormal = { fg = \"#ffffff\", bg = \"#000000\" }\n late = { fg = \"#333333\" }\nmet = { bg = \"#eeeeee\" }\n"
        + "border = { fg = \"#111111\" }\npaused = { fg = \"default\" }\n")
    #expect(theme.warnings.map(\.role) == [.late, .met])
    #expect(theme.warnings.map(\.line) == [3, 4])
    #expect(theme.warnings.map(\.column) == [2, 1])
    #expect(theme.warnings.allSatisfy { $0.contrast < Theme.readable && $0.contrast >= 1 })
  }

  @Test(arguments: ["#1234567", "#12345g", "#+12345", "256", "-1", "+5", "1 ", "", "red", "#", "１２"])
  func whatIsNoColourIsNone(text: String) {
    #expect(Colour(parsing: text) == nil)
  }
}

/// What styles look like, in all depths.
struct ThemeLookTests {
  static let builtIn = ["night", "day", "high-contrast", "colour-blind", "mono", "classic"]

  @Test(arguments: builtIn)
  func builtInThemesNameEveryRoleAndCanBeRead(name: String) throws {
    let theme = try Theme.named(name, in: nil)
    #expect(theme.name == name)
    #expect(theme.warnings == [])
    if name != "mono", name != "classic" {
      for role in Role.allCases { #expect(theme.look(of: role) != Look(), "\(role)") }
    }
  }

  @Test(arguments: builtIn, ColourDepth.allCases)
  func everyStyleIsVisibleAtEveryDepth(name: String, depth: ColourDepth) throws {
    let theme = try Theme.named(name, in: nil)
    for role in Role.allCases {
      for overlay in [nil, Role.selected, .marked] {
        let look = theme.look(of: Style(role, on: overlay), depth: depth)
        let contrast = look.foreground.flatMap { text in look.background.flatMap { text.contrast(on: $0) } }
        let needed =
          role == .border && overlay == nil ? 1.5 : depth.rawValue >= 256 ? 4.0 : Theme.distinguishable
        #expect(contrast ?? 21 >= needed, "\(role) on \(String(describing: overlay)): \(look)")
      }
    }
  }

  @Test(arguments: builtIn, ColourDepth.allCases)
  func theSelectedRowAndAlarmsDifferFromPlainText(name: String, depth: ColourDepth) throws {
    let theme = try Theme.named(name, in: nil)
    let theme2 = depth == .mono ? try Theme.named("mono", in: nil) : theme
    let plain = theme2.look(of: .normal, depth: depth)
    for role in [Role.selected, .critical, .banner, .error, .tabActive, .late] {
      #expect(theme2.look(of: Style(role), depth: depth) != plain, "\(role)")
    }
    #expect(
      theme2.look(of: Style(.late, on: .selected), depth: depth)
        != theme2.look(of: Style(.late), depth: depth))
  }

  @Test func aRoleKeepsItsColourOnASelectedRowAsLongAsItCanBeRead() throws {
    let theme = try Theme(
      parsing: Array(
        """
        [roles]
        normal = { fg = "#cccccc", bg = "#000000" }
        selected = { fg = "#ffffff", bg = "#000080" }
        late = { fg = "#ff9090", attrs = ["bold"] }
        done = { fg = "#777777" }
        """.utf8), name: "try")
    let late = theme.look(of: Style(.late, on: .selected), depth: .direct)
    #expect(late == Look(foreground: .rgb(255, 0x90, 0x90), background: .rgb(0, 0, 128), attributes: .bold))
    #expect(theme.look(of: Style(.done, on: .selected), depth: .direct).foreground == .rgb(255, 255, 255))
    #expect(theme.look(of: Style(.normal, on: .selected), depth: .direct).foreground == .rgb(255, 255, 255))
    #expect(theme.look(of: Style(.clock), depth: .direct) == theme.look(of: .normal, depth: .direct))
  }

  @Test(arguments: [ColourDepth.palette256, .direct])
  func bordersStayQuieterThanText(depth: ColourDepth) throws {
    let theme = try Theme.named("night", in: nil)
    let border = theme.look(of: Style(.border), depth: depth)
    let text = theme.look(of: .normal, depth: depth)
    let ground = try #require(text.background)
    let quiet = try #require(border.foreground?.contrast(on: ground))
    let loud = try #require(text.foreground?.contrast(on: ground))
    #expect(quiet * 2 < loud)
  }

  @Test func monoHasNoColourAtAll() throws {
    let theme = try Theme.named("mono", in: nil)
    for role in Role.allCases {
      let look = theme.look(of: Style(role), depth: .direct)
      #expect(look.foreground == .terminal && look.background == .terminal)
    }
  }

  @Test(
    arguments: [
      (.rgb(255, 255, 255), .palette256, .indexed(231)), (.rgb(255, 135, 0), .palette256, .indexed(208)),
      (.rgb(18, 18, 18), .palette256, .indexed(233)), (.rgb(255, 138, 132), .palette8, .indexed(1)),
      (.rgb(255, 138, 132), .palette16, .indexed(9)), (.rgb(18, 22, 28), .palette16, .indexed(0)),
      (.rgb(243, 197, 82), .palette8, .indexed(3)), (.rgb(134, 189, 255), .palette16, .indexed(12)),
      (.rgb(114, 214, 148), .palette8, .indexed(2)), (.rgb(116, 212, 216), .palette8, .indexed(6)),
      (.rgb(90, 47, 107), .palette8, .indexed(5)), (.indexed(9), .palette8, .indexed(1)),
      (.indexed(9), .palette16, .indexed(9)), (.indexed(200), .palette256, .indexed(200)),
      (.rgb(1, 2, 3), .direct, .rgb(1, 2, 3)), (.rgb(1, 2, 3), .mono, .terminal),
      (.terminal, .palette8, .terminal), (.indexed(240), .palette8, .indexed(0)),
    ] as [(Colour, ColourDepth, Colour)])
  func coloursDegradeToTheNearest(colour: Colour, depth: ColourDepth, expected: Colour) {
    #expect(colour.degraded(to: depth) == expected)
  }

  @Test func everyColourDegradesIntoThePaletteAndStays() {
    var random = SeededRandom()
    for _ in 0..<500 {
      let colour = Colour.rgb(
        .random(in: 0...255, using: &random), .random(in: 0...255, using: &random),
        .random(in: 0...255, using: &random))
      for depth in [ColourDepth.palette8, .palette16, .palette256] {
        let near = colour.degraded(to: depth)
        if case .indexed(let index) = near {
          #expect(Int(index) < depth.rawValue)
        } else {
          Issue.record("\(near)")
        }
        #expect(near.degraded(to: depth) == near, "seed \(random.seed) \(colour)")
      }
    }
  }

  @Test func contrastIsThatOfTheStandard() throws {
    let white = Colour.rgb(255, 255, 255)
    #expect(white.contrast(on: .rgb(0, 0, 0)) == 21)
    #expect(white.contrast(on: white) == 1)
    let grey = try #require(Colour.rgb(0x77, 0x77, 0x77).contrast(on: white))
    #expect((4.47...4.49).contains(grey))
    #expect(white.contrast(on: .terminal) == nil)
  }

  @Test func depthsFollowTheNumberOfColours() {
    let depths = [-1, 0, 2, 8, 15, 16, 88, 256, 32_767, 1 << 24].map { ColourDepth(colours: $0) }
    #expect(
      depths == [
        .mono, .mono, .mono, .palette8, .palette8, .palette16, .palette16, .palette256, .palette256, .direct,
      ])
  }
}

/// Where themes are found.
struct ThemeFindingTests {
  private let builtIn = ["classic", "colour-blind", "day", "high-contrast", "mono", "night"]

  @Test func theUsersThemesComeBeforeThoseBuiltIn() throws {
    let directory = try TemporaryDirectory()
    try directory.write(Array("[roles]\nlate = { fg = \"9\" }\n".utf8), to: "night.theme")
    try directory.write(Array("[roles]\n".utf8), to: "自己.theme")
    try directory.write([], to: "notes.txt")
    #expect(try Theme.named("night", in: directory.path).look(of: .late).foreground == .indexed(9))
    #expect(try Theme.named("自己", in: directory.path).name == "自己")
    #expect(try Theme.named("day", in: directory.path).look(of: .late).foreground == .rgb(0xB0, 0x15, 0x1C))
    #expect(Theme.available(in: directory.path) == (builtIn + ["自己"]))
    #expect(Theme.available(in: "/nonexistent/themes") == builtIn)
  }

  @Test func unknownBrokenAndUnreadableThemesSayWhy() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Array("[roles]\nlate = 5\n".utf8), to: "bad.theme")
    #expect(throws: ThemeError.unknown("noon", available: (["bad"] + builtIn))) {
      try Theme.named("noon", in: directory.path)
    }
    let fault = SettingsFault(
      name: path, line: 2, column: 8, kind: .wrongType(found: .integer, expected: .table))
    #expect(throws: ThemeError.faulty(SettingsFaults([fault]))) { try Theme.named("bad", in: directory.path) }
    #expect(throws: ThemeError.unreadable(path: directory.file("none"), errno: 2)) {
      try Theme.named(directory.file("none"), in: nil)
    }
    #expect(throws: ThemeError.unreadable(path: directory.path, errno: 21)) {
      try Theme.reading(directory.path)
    }
    let large = try directory.write([UInt8](repeating: 0x20, count: 2 << 20), to: "large.theme")
    #expect(throws: ThemeError.unreadable(path: large, errno: 27)) { try Theme.reading(large) }
  }
}
