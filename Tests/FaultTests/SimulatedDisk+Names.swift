@testable import Journal

/// Names, permissions and time.
extension SimulatedDisk {
  func link(_ path: String, to newPath: String) throws(JournalError) {
    try pass(.link)
    guard let inode = image.entries[path] else { throw .io(.link, .noSuchFile) }
    guard image.entries[newPath] == nil else { throw .io(.link, .exists) }
    changeEntries(.add(newPath, inode))
  }

  func unlink(_ path: String) throws(JournalError) {
    try pass(.unlink)
    guard image.entries[path] != nil else { throw .io(.unlink, .noSuchFile) }
    changeEntries(.remove(path))
  }

  func rename(_ path: String, to newPath: String) throws(JournalError) {
    try pass(.rename)
    guard let inode = image.entries[path] else { throw .io(.rename, .noSuchFile) }
    changeEntries(.move(path, to: newPath, inode))
  }

  private func pass(_ call: SystemCall) throws(JournalError) {
    if isKilled { throw .io(call, .inputOutput) }
    if isReadOnly { throw .io(call, .readOnlyFilesystem) }
    try before?(call)
  }

  private func changeEntries(_ change: DiskImage.EntryChange) {
    image.change(change)
    onChange?()
  }

  func setMode(_ file: Int32, _ mode: UInt32) throws(JournalError) {
    // Nothing that a test here asks depends on it.
    try pass(.fchmod)
  }

  /// All that is read here is read from the disk's image.
  func dropCache(_ file: Int32) throws(JournalError) { try pass(.fadvise) }

  func setMode(named path: String, _ mode: UInt32) throws(JournalError) { try pass(.chmod) }
  func setOwner(_ file: Int32, _ owner: UInt32, group: UInt32) throws(JournalError) { try pass(.fchown) }
  func setGroup(_ file: Int32, _ group: UInt32) throws(JournalError) { try pass(.fchown) }
  func setGroup(named path: String, _ group: UInt32) throws(JournalError) { try pass(.chown) }
  func group(named name: String) throws(JournalError) -> UInt32 { throw .unknownGroup(name) }

  func contents(of path: String) -> [UInt8]? {
    path == "/proc/sys/kernel/random/boot_id" ? Array("\(boot)\n".utf8) : nil
  }

  func resolved(_ path: String) -> String? { image.links[path] ?? path }

  func names(in directory: String) -> [String] {
    guard directory == SimulatedDisk.folder else { return [] }
    return image.entries.keys.map { String($0.dropFirst(directory.count + 1)) }.sorted()
  }
  func processID() -> Int32 { 1 }
  func now() -> Int64 { clock }
  func watch(_ path: String) -> Int32? { nil }
  func holdSignals(_ which: SignalsToHold) -> HeldSignals { LinuxFileSystem().holdSignals(which) }
  func release(_ signals: HeldSignals) { LinuxFileSystem().release(signals) }
}
