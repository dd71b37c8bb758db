import Desk
import DeskStore
import Glibc
import Journal

extension CommandTable {
  private static let from = OptionDefinition(
    "from", .seq, Phrase("从该事件起；缺省只看新事件", "from that event on; only new ones unless said"))

  static let watch = CommandDefinition(
    path: ["watch"], section: .journal,
    summary: Phrase("跟随日志，每个事件一行 JSON", "follows the journal, one JSON line per event"),
    options: [from], examples: ["watch", "watch --from 0 | jq .type"], formats: [.json],
    work: .other { session, invocation in
      let first = try invocation.number(from, 0...Int64.max)
      let journal = try Journal(path: try session.path(invocation), writing: false)
      var follower = Follower(journal, session.out, first)
      try follower.run()
    })
}

/// Prints the journal's lines as they come, until it is interrupted or nobody reads any more.
private struct Follower {
  private var journal: Journal
  private let out: Output
  /// The first event wanted; nil for those that come from now on.
  private let first: Int64?
  /// The highest seq met so far.
  private var last: Int64 = -1

  /// Set by the signal handlers.
  nonisolated(unsafe) private static var isOver: sig_atomic_t = 0

  init(_ journal: Journal, _ out: Output, _ first: Int64?) {
    self.journal = journal
    self.out = out
    self.first = first
  }

  mutating func run() throws {
    listen()
    try read(printing: first != nil)
    while Self.isOver == 0, !out.isClosed, out.fault == nil {
      rest()
      journal.drainWakeups()
      try read(printing: true)
    }
  }

  private mutating func read(printing: Bool) throws {
    do {
      try read(printing: printing, behind: -1)
    } catch JournalError.replaced {
      // A recovery has put another file in its place; what was printed stands there too.
      journal = try Journal(path: journal.path, writing: false)
      try read(printing: printing, behind: last)
    }
    out.flush()
  }

  private mutating func read(printing: Bool, behind known: Int64) throws {
    try journal.readNew { record in
      if printing, record.seq >= first ?? 0, record.seq > known { out.json(record.line) }
      last = max(last, record.seq)
    }
  }

  /// Waits for a wake-up, a second at most: a hint may get lost. A reader that went away is seen as well.
  private func rest() {
    var waited = [pollfd(fd: 1, events: 0, revents: 0)]
    if let wake = journal.wakeFileDescriptor {
      waited.append(pollfd(fd: wake, events: Int16(POLLIN), revents: 0))
    }
    poll(&waited, nfds_t(waited.count), 1000)
    if waited[0].revents & Int16(POLLERR | POLLNVAL) != 0 { Self.isOver = 1 }
  }

  /// Without SA_RESTART, so that waiting ends at once.
  private func listen() {
    for signal in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in Follower.isOver = 1 }
      sigaction(signal, &action, nil)
    }
  }
}
