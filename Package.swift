// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target of the house is built with.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// What the journal, the domain and the tests of their long tier are built with: there optimised, or a hundred thousand
/// power failures and a million clocks would take hours. Assertions stay, as do `@testable` and warnings as errors.
let tried = settings + (Context.environment["DUTYDESK_LONG_TESTS"] == "1" ? [.unsafeFlags(["-O"])] : [])

let package = Package(
  name: "dutydesk",
  targets: [
    .systemLibrary(name: "CNcurses", path: "Sources/CNcurses"),
    .target(name: "CSystem"),
    .target(name: "Desk", swiftSettings: tried),
    .target(name: "Journal", dependencies: ["CSystem"], swiftSettings: tried),
    .target(name: "TextCoding", swiftSettings: tried),
    .target(name: "Settings", dependencies: ["TextCoding"], swiftSettings: tried),
    .target(
      name: "DeskStore", dependencies: ["Desk", "Journal", "Settings", "TextCoding", "CSystem"],
      swiftSettings: tried),
    .target(
      name: "Themes", path: "themes",
      resources: ["night", "day", "high-contrast", "colour-blind", "mono", "classic"].map {
        .embedInCode("\($0).theme")
      },
      swiftSettings: settings),
    .target(
      name: "Terminal", dependencies: ["CNcurses", "CSystem", "Settings", "TextCoding", "Themes"],
      swiftSettings: settings),
    .target(
      name: "Words", dependencies: ["DeskStore", "Desk", "Journal", "Settings", "TextCoding"],
      swiftSettings: settings),
    .target(
      name: "Console",
      dependencies: ["Words", "Terminal", "DeskStore", "Desk", "Journal", "Settings", "TextCoding"],
      swiftSettings: settings),
    .executableTarget(
      name: "dutydesk",
      dependencies: [
        "Console", "Words", "Terminal", "DeskStore", "Desk", "Journal", "Settings", "TextCoding", "CSystem",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "deskbench", dependencies: ["DeskStore", "Desk", "Journal", "CSystem"],
      swiftSettings: settings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: tried),
    .executableTarget(
      name: "faultwriter", dependencies: ["Journal"], path: "Tests/FaultWriter", swiftSettings: tried),
    .testTarget(name: "DeskTests", dependencies: ["Desk", "TestSupport"], swiftSettings: tried),
    .testTarget(
      name: "JournalTests", dependencies: ["Journal", "CSystem", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "FaultTests", dependencies: ["Journal", "CSystem", "TestSupport"],
      swiftSettings: tried),
    .testTarget(
      name: "FuzzTests", dependencies: ["DeskStore", "Desk", "Journal", "Settings", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ForgedTests",
      dependencies: [
        "dutydesk", "Console", "Words", "Terminal", "DeskStore", "Desk", "Journal", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "SettingsTests", dependencies: ["Settings", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "TextCodingTests", dependencies: ["TextCoding", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "DeskStoreTests",
      dependencies: ["DeskStore", "Desk", "Journal", "Settings", "TextCoding", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "Settings", "TextCoding", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ConsoleTests",
      dependencies: [
        "Console", "Words", "Terminal", "DeskStore", "Desk", "Journal", "CSystem", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "dutydesk", "Console", "Words", "Desk", "DeskStore", "Journal", "Settings", "TextCoding",
        "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ProcessFaultTests", dependencies: ["dutydesk", "faultwriter", "Journal", "TestSupport"],
      swiftSettings: settings),
  ]
)
