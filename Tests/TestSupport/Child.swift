public import Glibc

/// A process that a test started, waited for by its own number.
public struct Child: Sendable {
  /// Why it could not be started.
  public struct NotStarted: Error {
    public let path: String
    public let errno: Int32
  }

  public let pid: pid_t

  /// Starts a program with these streams; nothing else is passed on.
  public init(
    _ path: String, _ arguments: [String], environment: [String: String], input: Int32, output: Int32,
    error: Int32
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (from, to) in [(input, 0), (output, 1), (error, 2)] as [(Int32, Int32)] {
      posix_spawn_file_actions_adddup2(&actions, from, to)
    }
    // The test's thread blocks or ignores signals; a program started by hand does not.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var nothing = sigset_t()
    sigemptyset(&nothing)
    posix_spawnattr_setsigmask(&attributes, &nothing)
    var everything = sigset_t()
    sigfillset(&everything)
    posix_spawnattr_setsigdefault(&attributes, &everything)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, path, &actions, &attributes, words, variables)
    guard code == 0 else { throw NotStarted(path: path, errno: code) }
    self.pid = pid
  }

  /// Its exit status; 128 and the number of the signal that ended it.
  public func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// Sends it a signal.
  public func signal(_ number: Int32) { kill(pid, number) }
}
