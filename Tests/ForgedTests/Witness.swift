import Foundation

/// Says what was being tried when the process is ended by a trap, or by its timer because a reading never ends: the last
/// thing on the error stream is then the case, so that it can be repeated alone.
enum Witness {
  private static let room = 512
  nonisolated(unsafe) private static let text = UnsafeMutablePointer<CChar>.allocate(capacity: room)
  nonisolated(unsafe) private static var length = 0

  /// Names what is tried from now on; the process is ended where it takes longer than a minute of processor time. Other
  /// processes that keep it from working, or stop it for a while, do not count.
  static func note(_ what: String) {
    length = 0
    for byte in what.utf8.prefix(room - 1) {
      text[length] = CChar(bitPattern: byte)
      length += 1
    }
    text[length] = 10
    length += 1
    _ = isListening
    limit(60)
  }

  /// Nothing is tried any more.
  static func rest() { limit(0) }

  private static func limit(_ seconds: Int) {
    var timer = itimerval()
    timer.it_value.tv_sec = seconds
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }

  private static let isListening: Bool = {
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGPROF] {
      signal(number) { number in
        write(2, Witness.text, Witness.length)
        signal(number, SIG_DFL)
        raise(number)
      }
    }
    return true
  }()
}

/// The processor time of this thread, which no other process and no other test adds to.
enum ProcessorTime {
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
