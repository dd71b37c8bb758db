import Desk
import Glibc

/// What the environment says to this program.
enum Environment {
  /// A variable; an empty one is none.
  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What a program that runs with the rights of a group may hear from its caller. No place of terminal descriptions
  /// is among them, `HOME` included: ncurses would read one that the caller made (CVE-2023-29491).
  private static let harmless = [
    "TERM", "COLORTERM", "LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "NO_COLOR", "SSH_CONNECTION", "TMPDIR",
    "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "DUTYDESK_JOURNAL", "DUTYDESK_AS", "DUTYDESK_LANG",
  ]

  /// Forgets everything else; the caller's settings and drafts are still found.
  static func forgetAllButHarmless() {
    var kept = harmless.compactMap { name in variable(name).map { (name, $0) } }
    if variable("XDG_CONFIG_HOME") == nil, let home = variable("HOME") {
      kept.append(("XDG_CONFIG_HOME", home + "/.config"))
    }
    if variable("XDG_STATE_HOME") == nil, let home = variable("HOME") {
      kept.append(("XDG_STATE_HOME", home + "/.local/state"))
    }
    clearenv()
    for (name, value) in kept { setenv(name, value, 1) }
  }

  /// The variables that decide where the journal lies.
  static var forJournal: [String: String] {
    var found: [String: String] = [:]
    for name in ["DUTYDESK_JOURNAL", "XDG_DATA_HOME", "HOME"] { found[name] = variable(name) }
    return found
  }

  /// The language of the user: `$DUTYDESK_LANG`, else the locale for messages.
  static var language: Language {
    let names = ["DUTYDESK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
    let wanted = names.lazy.compactMap { variable($0) }.first ?? ""
    return wanted.lowercased().hasPrefix("zh") ? .zh : .en
  }

  /// Whether colours are wanted at all (no-color.org).
  static var allowsColour: Bool { variable("NO_COLOR") == nil && variable("TERM") != "dumb" }

  /// The name of the zone that this machine is set to; `UTC` where that cannot be found out.
  static var zoneName: String {
    if let name = variable("TZ") { return name.hasPrefix(":") ? String(name.dropFirst()) : name }
    var room = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    guard readlink("/etc/localtime", &room, Int(PATH_MAX)) > 0 else { return "UTC" }
    let target = String(decoding: room.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let marker = "/zoneinfo/"
    var rest = target[...]
    while !rest.isEmpty, !rest.hasPrefix(marker) { rest.removeFirst() }
    return rest.isEmpty ? "UTC" : String(rest.dropFirst(marker.count))
  }
}

/// The system's own words for a failed call.
enum Errors {
  static func text(_ number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "errno \(number)"
  }
}
