internal import Glibc

/// The checks a file passes before it is taken for a journal.
struct Opening: ~Copyable {
  private let file: OwnedFile
  /// What the first record says; nil when it is damaged.
  let creation: Creation?
  /// Why it may not be written.
  let refusal: ReadOnlyReason?

  init(_ path: String, writing: Bool, on fileSystem: any FileSystem) throws(JournalError) {
    try Opening.checkPlace(path, fileSystem)
    let (number, refusal) = try Opening.open(path, writing: writing, fileSystem)
    let file = OwnedFile(number, fileSystem)
    let first = try Opening.firstRecord(file.number, path, fileSystem)
    try Opening.checkFormat(first)
    self.file = file
    self.refusal = refusal
    creation = first
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

  /// The first record; nil when it is damaged but others are not.
  private static func firstRecord(
    _ file: Int32, _ path: String, _ fileSystem: any FileSystem
  ) throws(JournalError) -> Creation? {
    let size = min(try fileSystem.status(file).size, Int64(2 * LineScanner.longest))
    var window = LineWindow(fileSystem, file, from: 0, to: size, boundary: size)
    while !window.isFinished { _ = try window.fill() }
    var hasRecords = false
    for line in window.lines {
      guard let envelope = line.envelope, let base = window.bytes(line).baseAddress else { continue }
      let record = Record(base: base, envelope: envelope, offset: line.offset, length: line.length)
      if let creation = Creation(record) {
        guard creation.identity.format > 0, !creation.identity.uuid.isEmpty else { break }
        return creation
      }
      hasRecords = hasRecords || record.seq > 0
    }
    guard hasRecords else { throw .notAJournal(path: path) }
    return nil
  }
}
