import Desk

/// All commands, in the order in which help lists them.
enum CommandTable {
  static let all: [CommandDefinition] =
    [console, demo, initialise] + registers + records + imports + [new, log, rush] + tickets + orders
    + overview
    + policies + [themeList, themeCheck, keysList, keysCheck] + journal

  private static let registers = [
    staffAdd, staffEdit, staffList, staffLeave, unitAdd, unitEdit, unitList, contactAdd, contactEdit,
    contactList, rosterSet, rosterSwap, rosterShow, away, back,
  ]
  private static let imports = [
    importUnits, importContacts, importStaff, importTickets, importEvents, importDesk, importMapSketch,
    importUndo,
  ]
  private static let tickets = [
    classify, edit, assign, note, inform, check, respond, urge, promise, wait, resume, escalate, decide,
    resolve, refuse,
    reply, visit, unreachedVisit, close, reopen, cancel, inspect, merge, unmerge, link, refer, answered, undo,
    acknowledge,
  ]
  private static let orders = [
    dispatch, rebook, accept, decline, travel, arrive, pause, carryOn, complete, signoff, withdraw,
    transfer, price, call, rework, recommend, plan, slip, exchange,
  ]
  private static let overview = [list, show, shiftOverview, board, wall, due, escalations, export]
  private static let policies = [
    policyShow, policyList, policyCheck, policyDiff, policyTry, policyAdopt, policyApply,
  ]
  private static let journal = [
    watch, verify, journalInfo, journalVerify, journalRepair, journalRecover, journalArchive, journalBackup,
    journalRestoreManager,
  ]

  /// The words that several commands begin with.
  static let groups =
    [
      CommandGroup(name: "staff", summary: Phrase("人员台账", "the people who work here")),
      CommandGroup(name: "unit", summary: Phrase("房屋台账", "rooms, shops, parking spaces, public areas")),
      CommandGroup(name: "contact", summary: Phrase("住户联系人", "owners and tenants")),
      CommandGroup(name: "roster", summary: Phrase("排班", "who is on, day by day")),
      CommandGroup(
        name: "import",
        summary: Phrase("从 CSV 导入，或从导出还原", "takes records over from CSV, or a desk from its export")),
      CommandGroup(
        name: "policy", summary: Phrase("服务时限政策", "what the centre promises, and who may do what")),
      CommandGroup(name: "theme", summary: Phrase("控制台配色", "the colours of the console")),
      CommandGroup(name: "keys", summary: Phrase("控制台按键与设置", "the keys and settings of the console")),
      CommandGroup(name: "journal", summary: Phrase("日志文件的维护", "care of the journal")),
    ] + recordGroups

  /// The command called by exactly these words.
  static func command(_ path: [String]) -> CommandDefinition? { all.first { $0.path == path } }

  static func group(_ name: String) -> CommandGroup? { groups.first { $0.name == name } }

  /// Every word that can come first.
  static var firstWords: [String] {
    all.filter { $0.path.count == 1 }.map(\.path[0]) + groups.map(\.name) + ["help"]
  }

  /// The words that can come after a group's.
  static func subcommands(of group: String) -> [String] {
    all.filter { $0.path.count > 1 && $0.path[0] == group }.map(\.path[1])
  }
}
