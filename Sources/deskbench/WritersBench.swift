import Glibc
import Journal

/// Several processes appending to one journal at once; as many appending to one plain file under the same kind of lock
/// are the yardstick.
struct WritersBench {
  let scratch: Scratch
  let passes: Int
  private let appends = 400

  func run() throws {
    print("writers: \(appends) durable appends in all, medians of \(passes) interleaved passes")
    for count in [1, 2, 4, 8] {
      var contest = Contest()
      for pass in 0..<passes {
        let file = scratch.file("lines-\(count)-\(pass)")
        let journal = try BareJournal(creating: scratch.file("many-\(count)-\(pass).journal"))
        try contest.time("\(count) × flock, write + fdatasync", units: appends) {
          try start(count, "raw-writer", file)
        }
        try contest.time("\(count) × journal append", units: appends) {
          try start(count, "journal-writer", journal.path)
        }
      }
      contest.report("appends/s")
    }
  }

  private func start(_ count: Int, _ part: String, _ path: String) throws {
    let children = try (0..<count).map { _ in
      try Program.startOwn([part, path, String(appends / count)], output: 1)
    }
    for child in children {
      let status = try Program.wait(child)
      guard status == 0 else { throw SystemFault("\(part) ended with \(status)") }
    }
  }

  /// The part of one writer, where the arguments ask for it; its exit status.
  static func child(_ arguments: [String]) -> Int32? {
    guard arguments.count == 3, let count = Int(arguments[2]) else { return nil }
    do {
      switch arguments[0] {
      case "raw-writer": try writeLines(arguments[1], count)
      case "journal-writer":
        let journal = try BareJournal(at: arguments[1]).open()
        for _ in 0..<count { try BareJournal.append(to: journal) }
      default: return nil
      }
      return 0
    } catch {
      print("\(arguments[0]): \(error)")
      return 5
    }
  }

  private static func writeLines(_ path: String, _ count: Int) throws {
    let file = try SystemFault.check(open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600), "open")
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 300)
    for _ in 0..<count {
      try SystemFault.check(flock(file, LOCK_EX), "flock")
      try SystemFault.check(line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }, "write")
      try SystemFault.check(fdatasync(file), "fdatasync")
      try SystemFault.check(flock(file, LOCK_UN), "flock")
    }
  }
}
