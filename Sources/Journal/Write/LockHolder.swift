/// A process that holds the journal's lock.
public struct LockHolder: Equatable, Sendable {
  /// Its number.
  public let process: Int32
  /// The number of the account that runs it; nil where the machine does not tell.
  public let account: UInt32?

  public init(process: Int32, account: UInt32?) {
    self.process = process
    self.account = account
  }
}

extension Journal {
  /// Who holds the lock now, this process left out; empty where nobody does, or where /proc/locks (proc(5)) does not tell.
  public func lockHolders() -> [LockHolder] {
    guard let table = fileSystem.contents(of: "/proc/locks"),
      let inode = try? fileSystem.status(file.number).inode
    else { return [] }
    let own = fileSystem.processID()
    return String(decoding: table, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ")
      // What waits for a lock stands behind an arrow.
      guard fields.count > 5, fields[1] == "FLOCK", let process = Int32(fields[4]), process != own,
        process > 0,
        let place = fields[5].split(separator: ":").last, UInt64(place) == inode
      else { return nil }
      return LockHolder(
        process: process, account: try? fileSystem.status(named: "/proc/\(process)").owner)
    }
  }
}
