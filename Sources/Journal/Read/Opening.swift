internal import Glibc

/// The checks a file passes before it is taken for a journal.
struct Opening: ~Copyable {
  private let file: OwnedFile
  /// The file's name without symbolic links: that of the helper files beside it begins so.
  let place: String
  /// The state file is there and may not be rewritten.
  let isStateLocked: Bool
  /// Its first line ends in CR LF.
  let hasCarriageReturns: Bool
  /// A byte-order mark stands before it.
  let hasByteOrderMark: Bool
  /// What the first record says; nil when it is damaged.
  let creation: Creation?
  /// Why it may not be written.
  let refusal: ReadOnlyReason?

  /// Opens the file of that name, which is followed to where it lies: `place` is the name without symbolic links.
  init(_ name: String, writing: Bool, on fileSystem: any FileSystem) throws(JournalError) {
    // First by the name that was typed: whether there is nothing, or something that may not be looked at.
    try Opening.checkPlace(name, fileSystem)
    guard let place = fileSystem.resolved(name) else { throw .notFound(path: name) }
    try Opening.checkPlace(place, fileSystem)
    let (number, refusal) = try Opening.open(place, writing: writing, fileSystem)
    let file = OwnedFile(number, fileSystem)
    try Opening.refuseSeveralNames(place, try fileSystem.status(file.number), fileSystem)
    let form = try fileSystem.foreignForm(file.number)
    let (first, feed) = try Opening.firstRecord(file.number, name, form, fileSystem)
    try Opening.checkFormat(first)
    hasCarriageReturns = feed == 2
    hasByteOrderMark = form == .byteOrderMark
    self.place = place
    self.file = file
    self.refusal = refusal
    isStateLocked = writing && refusal == nil && Opening.isStateLocked(place, fileSystem)
    creation = first
  }

  /// One file, one state: another name of it would have a state file of its own, that knows nothing of this one. Only
  /// names that an interrupted creation or recovery left beside are let be.
  static func refuseSeveralNames(
    _ place: String, _ status: FileStatus, _ fileSystem: any FileSystem
  ) throws(JournalError) {
    guard status.links > 1 else { return }
    let folder = directoryName(of: place)
    let left = fileSystem.names(in: folder).map { folder + "/" + $0 }.filter { name in
      guard name.hasPrefix(place + Opening.newSuffix) || name.hasPrefix(place + Opening.keptSuffix) else {
        return false
      }
      let other = try? fileSystem.status(named: name)
      return other?.device == status.device && other?.inode == status.inode
    }
    guard status.links - UInt64(left.count) > 1 else { return }
    throw .severalNames(path: place, links: Int(status.links))
  }

  /// What a journal on its way into the world has behind its name, and one that a recovery replaced.
  static let newSuffix = ".new-"
  static let keptSuffix = ".before-recovery-"

  /// Whether the state file is there and may not be rewritten.
  private static func isStateLocked(_ place: String, _ fileSystem: any FileSystem) -> Bool {
    do {
      let state = OwnedFile(try fileSystem.open(place + StateBlock.suffix, .update), fileSystem)
      return try fileSystem.status(state.number).mode & S_IFMT != S_IFREG
    } catch .io(_, .noSuchFile) {
      return false
    } catch {
      return true
    }
  }

  private static func checkFormat(_ creation: Creation?) throws(JournalError) {
    guard let creation else { return }
    let unknown = creation.incompat.filter { !Creation.knownFeatures.contains($0) }
    guard unknown.isEmpty, creation.identity.format <= Identity.currentFormat else {
      throw .newerFormat(format: creation.identity.format, features: unknown)
    }
  }

  /// Hands the open file over.
  consuming func takeFile() -> OwnedFile {
    file
  }

  /// A regular file, not writable by everybody, on a filesystem of this machine.
  private static func checkPlace(_ path: String, _ fileSystem: any FileSystem) throws(JournalError) {
    let status: FileStatus
    do {
      status = try fileSystem.status(named: path)
    } catch .io(_, .noSuchFile), .io(_, .notDirectory) {
      throw .notFound(path: path)
    }
    guard status.mode & S_IFMT == S_IFREG else { throw .notAJournal(path: path) }
    guard status.mode & S_IWOTH == 0 else { throw .worldWritable(path: path) }
    try refuseNetwork(path, fileSystem)
  }

  /// Throws when `path`, a file or a directory, lies on a network filesystem.
  static func refuseNetwork(_ path: String, _ fileSystem: any FileSystem) throws(JournalError) {
    guard let resolved = fileSystem.resolved(path),
      let table = fileSystem.contents(of: "/proc/self/mountinfo"),
      let type = MountTable(table).type(of: resolved), MountTable.isNetwork(type)
    else { return }
    throw .networkFilesystem(path: path, type: type)
  }

  private static func open(
    _ path: String, writing: Bool, _ fileSystem: any FileSystem
  ) throws(JournalError) -> (Int32, ReadOnlyReason?) {
    guard writing else {
      return (try fileSystem.open(path, .read), .openedForReading)
    }
    do {
      return (try fileSystem.open(path, .append), nil)
    } catch .io(_, .accessDenied), .io(_, .notPermitted) {
      return (try fileSystem.open(path, .read), .permission)
    } catch .io(_, .readOnlyFilesystem) {
      return (try fileSystem.open(path, .read), .filesystem)
    }
  }

  /// The first record, nil when it is damaged but others are not, and how many bytes stand for its line feed.
  private static func firstRecord(
    _ file: Int32, _ path: String, _ form: ForeignForm?, _ fileSystem: any FileSystem
  ) throws(JournalError) -> (Creation?, feed: Int) {
    let size = min(try fileSystem.status(file).size, Int64(2 * LineScanner.longest))
    var window = LineWindow(fileSystem, file, from: 0, to: size, boundary: size)
    while !window.isFinished { _ = try window.fill() }
    var hasRecords = false
    for line in window.lines {
      // A first line that never got its line feed belongs to no journal that anybody was given.
      guard let record = window.record(line), line.feed > 0 || line.end < size else { continue }
      if let creation = Creation(record) {
        guard creation.identity.format > 0, !creation.identity.uuid.isEmpty else { break }
        // One changed line end is one; the next line tells whether somebody changed them all.
        let second = window.lines.first { $0.offset == line.end }
        return (creation, second.map { min($0.feed, line.feed) } ?? line.feed)
      }
      hasRecords = hasRecords || record.seq > 0
    }
    guard hasRecords else { throw .notAJournal(path: path, form: form) }
    return (nil, 1)
  }
}
