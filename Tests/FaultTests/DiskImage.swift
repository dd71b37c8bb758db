/// What a disk holds, and what of it is only in the kernel's cache: a value, so that keeping one is keeping the moment.
struct DiskImage {
  /// Bytes handed to the kernel.
  struct Write: Hashable {
    let offset: Int
    let bytes: [UInt8]

    var end: Int { offset + bytes.count }
  }

  struct Inode {
    /// What every process sees.
    var cached: [UInt8] = []
    /// What is on the disk for certain.
    var durable: [UInt8] = []
    /// Writes since the last sync: the next one makes them durable.
    var unsynced: [Write] = []
    /// Writes that a failed sync marked clean: no later sync brings them to the disk.
    var stuck: [Write] = []
    var mode: UInt32
  }

  /// A change of a directory that has not been synced.
  enum EntryChange: Hashable {
    case add(String, Int)
    case remove(String)
    case move(String, to: String, Int)

    func apply(to entries: inout [String: Int]) {
      switch self {
      case .add(let name, let inode): entries[name] = inode
      case .remove(let name): entries[name] = nil
      case .move(let old, let new, let inode):
        entries[old] = nil
        entries[new] = inode
      }
    }
  }

  var inodes: [Int: Inode] = [:]
  /// Symbolic links, and the names that they lead to.
  var links: [String: String] = [:]
  /// The directory as every process sees it.
  private(set) var entries: [String: Int] = [:]
  private(set) var durableEntries: [String: Int] = [:]
  private(set) var unsyncedEntries: [EntryChange] = []
  private var lastInode = 1

  // MARK: What calls do

  mutating func create(_ path: String, mode: UInt32) -> Int {
    lastInode += 1
    inodes[lastInode] = Inode(mode: mode)
    change(.add(path, lastInode))
    return lastInode
  }

  mutating func change(_ change: EntryChange) {
    change.apply(to: &entries)
    unsyncedEntries.append(change)
  }

  mutating func write(_ bytes: [UInt8], to inode: Int, at offset: Int) {
    let write = Write(offset: offset, bytes: bytes)
    inodes[inode]?.cached.overlay(write)
    inodes[inode]?.unsynced.append(write)
  }

  mutating func sync(_ inode: Int) {
    guard let writes = inodes[inode]?.unsynced else { return }
    for write in writes { inodes[inode]?.durable.overlay(write) }
    inodes[inode]?.unsynced = []
  }

  /// The kernel reports a failed sync once and calls the pages clean.
  mutating func failSync(_ inode: Int) {
    let writes = inodes[inode]?.unsynced ?? []
    inodes[inode]?.stuck += writes
    inodes[inode]?.unsynced = []
  }

  mutating func syncEntries() {
    durableEntries = entries
    unsyncedEntries = []
  }

  // MARK: What tests ask and do

  func bytes(_ path: String) -> [UInt8]? {
    entries[path].flatMap { inodes[$0]?.cached }
  }

  /// Puts a file there, or changes what is in it, durably and behind the back of every process; it stays the same file.
  mutating func put(_ bytes: [UInt8], in path: String, mode: UInt32 = 0o600) {
    let inode = entries[path] ?? create(path, mode: mode)
    inodes[inode] = Inode(cached: bytes, durable: bytes, mode: inodes[inode]?.mode ?? mode)
    syncEntries()
  }

  mutating func setMode(_ mode: UInt32, of path: String) {
    if let inode = entries[path] { inodes[inode]?.mode = mode }
  }

  mutating func remove(_ path: String) {
    change(.remove(path))
    syncEntries()
  }

  /// The disk once only `contents` and `entries` survived.
  func settled(contents: [Int: [UInt8]], entries survivors: [String: Int]) -> DiskImage {
    var image = self
    image.entries = survivors
    image.syncEntries()
    for (number, bytes) in contents {
      image.inodes[number] = Inode(cached: bytes, durable: bytes, mode: inodes[number]?.mode ?? 0o600)
    }
    return image
  }
}

extension [UInt8] {
  /// Puts the bytes of `write` where they belong; a gap before them reads as zeros.
  mutating func overlay(_ write: DiskImage.Write) {
    if write.offset == count { return append(contentsOf: write.bytes) }
    if write.end > count { append(contentsOf: repeatElement(0, count: write.end - count)) }
    replaceSubrange(write.offset..<write.end, with: write.bytes)
  }
}
