import Foundation
import TestSupport
import Testing

/// The shared install as the page of installing has it, with a group and accounts of the test's own that go with it.
final class SharedInstall {
  /// Who tries things: somebody the desk does not know, and one of each kind that it does.
  enum Person: String, CaseIterable {
    case nobody, clerk, auditor, supervisor, manager
  }

  /// Why it cannot be tried here.
  static let reason = "needs root, useradd, groupadd, setpriv, and a filesystem that honours setgid"

  static let isPossible: Bool = {
    let isPossible = SetgidInstall.isPossible && succeeds("command -v useradd groupadd userdel groupdel")
    if !isPossible { print("skipped: the shared install \(reason)") }
    return isPossible
  }()

  /// Anybody may make a user namespace, and call themselves root in it.
  static let hasNamespaces =
    isPossible
    && succeeds("setpriv --reuid 65534 --regid 65534 --clear-groups unshare --user --map-user=0 true")

  /// A process may be made to meet a failing sync.
  static let spoilsCalls =
    isPossible
    && succeeds(
      "strace -f -o /dev/null -e trace=write -e inject=write:error=EIO:when=1 /bin/echo x >/dev/null 2>&1; [ $? = 1 ]"
    )

  let group = "dd" + String(UInt32.random(in: .min ... .max), radix: 16)
  private let place: TemporaryDirectory
  var folder: String { place.file("desk") }
  var backup: String { file("backup") }
  var journal: String { folder + "/desk.journal" }
  /// Whether the program has the group's rights; else the people are members of the group.
  private var isWalled = true
  private var program: String { place.file("dutydesk") }

  init() throws {
    place = try TemporaryDirectory()
    let people = Person.allCases.map(\.rawValue).joined(separator: " ")
    try root("chmod 755 \"$HOME\" && mkdir backup && chmod 700 backup")
    try root(
      try Page.install.commands(
        "shared",
        with: [
          ("sudo ", ""), ("groupadd --system desk", "groupadd --system \(group)"),
          ("-g desk ", "-g \(group) "),
          ("--group desk ", "--group \(group) "), (".build/release/dutydesk", try Program.dutydesk()),
          ("/usr/local/bin/dutydesk", program), ("/srv/desk", folder),
          ("--os-user li.na", "--os-user \(account(.manager))"),
          ("/etc/environment", place.file("environment")),
        ]
      ).replacingOccurrences(
        of: "groupadd --system \(group)",
        with: """
          groupadd --system \(group)
          for person in \(people); do
            useradd --system --no-create-home --gid nogroup --home-dir "$HOME/$person" \(group)$person
            install -d -o \(group)$person "$HOME/$person"
          done
          """))
    for person in [Person.clerk, .auditor, .supervisor] {
      try root(
        "dutydesk staff add \(person) --name \(person) --role \(person) --os-user \(account(person))")
    }
  }

  deinit {
    for person in Person.allCases { _ = try? root("userdel \(account(person))") }
    _ = try? root("groupdel \(group)")
  }

  func account(_ person: Person) -> String { group + person.rawValue }

  /// Runs shell lines as root, who founded the journal, and demands that they end well.
  @discardableResult func root(_ script: String) throws -> String {
    try Program.run("/bin/sh", ["-ec", "cd \"$HOME\"\n" + script], environment: environment(place.path))
  }

  /// Runs shell lines as one of the people, with the rights of their account and no others; what it says is in `out`.
  func run(_ person: Person, _ script: String) throws -> Answer {
    let groups = isWalled ? "--clear-groups" : "--groups \(group)"
    return try run(
      script, before: "setpriv --reuid \(account(person)) --regid nogroup \(groups)", person.rawValue)
  }

  /// Takes the group's rights from the program and makes all people members of the group instead.
  func takeWallDown() throws {
    try root("chmod 755 dutydesk")
    isWalled = false
  }

  /// A file of the test's own.
  func file(_ name: String) -> String { place.file(name) }

  /// The same for root, under another program.
  func runAsRoot(under prefix: String = "", _ script: String) throws -> Answer {
    try run(script, before: prefix, "")
  }

  private func run(_ script: String, before prefix: String, _ home: String) throws -> Answer {
    let script = "cd \"$HOME\"; exec \(prefix) /bin/sh -c \(Self.quoted(script)) 2>&1 </dev/null; echo no"
    let told = try Program.run(
      "/bin/sh", ["-c", "(\(script)); echo \"status $?\""], environment: environment(place.file(home)))
    var lines = told.components(separatedBy: "\n")
    let status = lines.popLast() == "" ? lines.popLast() ?? "" : ""
    return Answer(
      arguments: [script], status: Int32(status.dropFirst(7)) ?? -1,
      bytes: Data(lines.joined(separator: "\n").utf8), err: "")
  }

  private func environment(_ home: String) -> [String: String] {
    [
      "PATH": place.path + ":/usr/bin:/bin:/usr/sbin:/sbin", "HOME": home, "LC_ALL": "C.UTF-8",
      "DUTYDESK_LANG": "en", "DUTYDESK_JOURNAL": journal,
    ]
  }

  /// Name, owner, group, mode and contents of the folder and every file in it.
  func standing() throws -> String {
    try root("cd desk && stat -c '%n %U %G %a' . * && sha256sum *")
  }

  /// Owner, group and mode of the folder, the journal and its state file.
  func rights() throws -> [String] {
    try root("cd desk && stat -c '%n %U %G %a' . desk.journal desk.journal.state").split(separator: "\n")
      .map(String.init)
  }

  /// What `rights` is after the page's recipe, and ever after.
  var rightsOfThePage: [String] {
    [". root \(group) 2770", "desk.journal root \(group) 660", "desk.journal.state root \(group) 660"]
  }

  /// The last line of the journal.
  func lastRecord() throws -> String { try root("tail -n 1 desk/desk.journal") }

  static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }

  private static func succeeds(_ script: String) -> Bool {
    (try? Program.run("/bin/sh", ["-c", script])) != nil
  }
}
