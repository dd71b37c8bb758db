import Glibc

/// A git repository with as many commits as there are tickets, in a straight line: what tig is measured on.
struct CommitHistory {
  /// The command that shows it.
  let tig: [String]

  init(_ folder: String, commits: Int) throws {
    guard let git = Program.installed("git") else { throw SystemFault("git") }
    let stream = folder + ".stream"
    let file = try RawFile(stream)
    var lines = ""
    for number in 1...commits {
      let message = "厨房水龙头漏水，关不上（第\(number)次登记）\n"
      lines +=
        "commit refs/heads/master\ncommitter 张磊 <zhang@example.com> \(1_700_000_000 + number * 240) +0800\n"
      lines += "data \(message.utf8.count)\n\(message)\n"
      if lines.utf8.count > 1 << 20 || number == commits {
        try file.append(Array(lines.utf8))
        lines = ""
      }
    }
    try Program.succeed([git, "init", "--quiet", "--initial-branch=master", folder])
    try Program.succeed(["/bin/sh", "-c", "'\(git)' -C '\(folder)' fast-import --quiet < '\(stream)'"])
    tig = ["tig", "-C", folder]
  }
}
