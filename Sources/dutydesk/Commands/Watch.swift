import Desk
import DeskStore
import Glibc
import Journal

extension CommandTable {
  private static let from = OptionDefinition(
    "from", .seq, Phrase("从该事件起；缺省只看新事件", "from that event on; only new ones unless said"))

  private static let to = OptionDefinition(
    "to", .seq, Phrase("到该事件为止，然后结束", "up to that event, and ends then"))
  private static let noFollow = OptionDefinition(
    "no-follow", nil, Phrase("只输出已有的事件，然后结束", "only what is there already, and ends then"))

  static let watch = CommandDefinition(
    path: ["watch"], section: .journal,
    summary: Phrase("跟随日志，每个事件一行 JSON", "follows the journal, one JSON line per event"),
    options: [from, to, noFollow],
    examples: [
      "watch", "watch --from 0 | jq .type", "watch --from 100 --to 200", "watch --no-follow | jq .type",
    ],
    formats: [.json],
    work: .other { session, invocation in
      var first = try invocation.number(from, 0...Int64.max)
      let last = try invocation.number(to, (first ?? 0)...Int64.max)
      let isFollowing = !invocation.has(noFollow)
      // Whoever says where to end wants what is there; only one who follows may want nothing of it.
      if first == nil, last != nil || !isFollowing { first = 0 }
      let journal = try Journal(path: try session.path(invocation), writing: false)
      var follower = Follower(journal, session.out, first, last, isFollowing: isFollowing)
      try follower.run()
    })
}

/// Prints the journal's lines as they come, until it is interrupted or nobody reads any more.
private struct Follower {
  private var journal: Journal
  private let out: Output
  /// The first event wanted; nil for those that come from now on.
  private let first: Int64?
  /// The last event wanted; nil for all to come.
  private let end: Int64?
  private let isFollowing: Bool
  /// The highest seq met so far.
  private var last: Int64 = -1

  /// Set by the signal handlers.
  nonisolated(unsafe) private static var isOver: sig_atomic_t = 0

  init(_ journal: Journal, _ out: Output, _ first: Int64?, _ end: Int64?, isFollowing: Bool) {
    self.journal = journal
    self.out = out
    self.first = first
    self.end = end
    self.isFollowing = isFollowing
  }

  mutating func run() throws {
    listen()
    try read(printing: first != nil)
    while isFollowing, !hasAll, Self.isOver == 0, !out.isClosed, out.fault == nil {
      rest()
      journal.drainWakeups()
      try read(printing: true)
    }
  }

  /// Whether the last event wanted has come, or a later one.
  private var hasAll: Bool { end.map { last >= $0 } ?? false }

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
      if printing, (first ?? 0)...(end ?? .max) ~= record.seq, record.seq > known { out.json(record.line) }
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
