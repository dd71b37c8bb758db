import Glibc

/// A process that a test started, waited for by its own number.
struct Child {
  /// Why it could not be started.
  struct NotStarted: Error {
    let path: String
    let errno: Int32
  }

  let pid: pid_t

  /// Starts a program with these streams; nothing else is passed on.
  init(
    _ path: String, _ arguments: [String], environment: [String: String], input: Int32, output: Int32,
    error: Int32
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (from, to) in [(input, 0), (output, 1), (error, 2)] as [(Int32, Int32)] {
      posix_spawn_file_actions_adddup2(&actions, from, to)
    }
    // The test's thread blocks signals; a program started by hand does not.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var nothing = sigset_t()
    sigemptyset(&nothing)
    posix_spawnattr_setsigmask(&attributes, &nothing)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, path, &actions, &attributes, words, variables)
    guard code == 0 else { throw NotStarted(path: path, errno: code) }
    self.pid = pid
  }

  /// Its exit status; 128 and the number of the signal that ended it.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// Sends it a signal.
  func signal(_ number: Int32) { kill(pid, number) }
}

/// A pipe whose ends are closed when it goes away.
final class Channel {
  private(set) var reading: Int32
  private(set) var writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  /// The bytes that are there; waits for some, none at the end.
  func read() -> [UInt8] {
    var room = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(reading, &room, room.count)
    return Array(room.prefix(max(0, count)))
  }

  deinit {
    closeReading()
    closeWriting()
  }
}
