import Glibc

/// Where the files of the person at the keyboard lie (XDG Base Directory Specification 0.8).
public enum UserFolder {
  /// What they write by hand: `$XDG_CONFIG_HOME/dutydesk`, or `~/.config/dutydesk`; nil where neither is known.
  public static var settings: String? { folder("XDG_CONFIG_HOME", below: ".config") }

  /// What the program keeps for them: `$XDG_STATE_HOME/dutydesk`, or `~/.local/state/dutydesk`; nil likewise.
  public static var state: String? { folder("XDG_STATE_HOME", below: ".local/state") }

  /// A name that is not absolute counts as none, as the specification has it.
  private static func folder(_ name: String, below: String) -> String? {
    if let path = variable(name), path.hasPrefix("/") { return "\(path)/dutydesk" }
    return variable("HOME").map { "\($0)/\(below)/dutydesk" }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
