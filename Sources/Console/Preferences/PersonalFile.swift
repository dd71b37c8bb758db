import Desk
import Glibc
import Settings

/// A small file that the program keeps for the person at the keyboard, with their own rights, readable by nobody else.
enum PersonalFile: Hashable {
  /// The lists of the queue that they kept.
  case views
  /// What they had typed into intake on the journal of that path, by the process that they typed it into.
  case draft(journal: String, StaffCode, process: Int32)
  /// The phrases of the centre, beside its journal.
  case phrases(journal: String)

  /// Where it lies; nil where nobody knows a home.
  var path: String? {
    switch self {
    case .views: path(in: UserFolder.settings)
    case .draft: path(in: UserFolder.state)
    case .phrases(let journal): journal + ".phrases"
    }
  }

  /// Where it lies in a folder.
  func path(in folder: String?) -> String? {
    guard let folder else { return nil }
    return switch self {
    case .views: folder + "/views.conf"
    case .draft(let journal, let me, let process):
      "\(folder)/\(Self.stem(journal, me))\(process)-\(ProcessStart.of(process) ?? 0)"
    case .phrases(let journal): journal + ".phrases"
    }
  }

  /// How the drafts of somebody on a journal begin.
  private static func stem(_ journal: String, _ me: StaffCode) -> String {
    "draft-\(digest(journal))-\(plain(me.value))."
  }

  /// A draft whose process is no more, taken over by this one.
  static func takeOverDraft(
    journal: String, _ me: StaffCode, in folder: String? = UserFolder.state
  ) -> [UInt8]? {
    guard let folder, let entries = opendir(folder) else { return nil }
    defer { closedir(entries) }
    let stem = stem(journal, me)
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasPrefix(stem), isLeft(String(name.dropFirst(stem.count))) else { continue }
      let own = PersonalFile.draft(journal: journal, me, process: getpid())
      guard let path = own.path(in: folder), rename(folder + "/" + name, path) == 0 else { continue }
      return read(path)
    }
    return nil
  }

  /// Whether the process of that number and start is gone: a number lives again, in a process that began at another time.
  private static func isLeft(_ owner: String) -> Bool {
    let parts = owner.split(separator: "-")
    guard (1...2).contains(parts.count), let process = Int32(parts[0]), process > 0 else { return false }
    if kill(process, 0) != 0, errno == ESRCH { return true }
    guard parts.count == 2, let began = UInt64(parts[1]), began > 0, let found = ProcessStart.of(process)
    else {
      return false
    }
    return found != began
  }

  /// FNV-1a, so that a path of any length names a file.
  private static func digest(_ text: String) -> String {
    String(text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
  }

  private static func plain(_ text: String) -> String { text.replacing("/", with: "_") }

  /// Its bytes; nil where there is none, or none that can be read.
  func read() -> [UInt8]? { path.flatMap { Self.read($0) } }

  /// The most that is read: nobody types more.
  private static let most = 1 << 20

  static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 14)
    while bytes.count <= most {
      let count = Glibc.read(file, &room, room.count)
      if count < 0, errno == EINTR { continue }
      if count == 0 { return bytes }
      guard count > 0 else { return nil }
      bytes += room.prefix(count)
    }
    return nil
  }

  /// Puts bytes in its place, whole or not at all; nil takes it away. Throws the number that the system gave.
  func write(_ bytes: [UInt8]?) throws(SlipFile.Failure) {
    guard let path else { throw SlipFile.Failure(path: "$HOME", code: ENOENT) }
    try write(bytes, to: path)
  }

  /// The same under a path.
  func write(_ bytes: [UInt8]?, to path: String) throws(SlipFile.Failure) {
    guard let bytes else {
      unlink(path)
      return
    }
    Self.makeFolders(of: path)
    let temporary = path + ".new-\(getpid())"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw SlipFile.Failure(path: path, code: errno) }
    do throws(SlipFile.Failure) {
      try SlipFile.put(bytes, into: file, path)
      close(file)
    } catch {
      close(file)
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw SlipFile.Failure(path: path, code: code)
    }
  }

  private static func makeFolders(of path: String) {
    var made = ""
    for part in path.split(separator: "/").dropLast() {
      made += "/" + part
      mkdir(made, 0o700)
    }
  }
}
