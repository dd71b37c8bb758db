// Appends numbered notes to a journal until it is done or killed, and tells of each what it was told:
//
//     faultwriter JOURNAL AUTHOR FIRST COUNT BATCH [reopen]
//
// COUNT times BATCH notes, numbered from FIRST. `ack FIRST LAST SEQ` once a batch is acknowledged, SEQ being that of
// its first note; `not FIRST LAST WHY` when it is not saved, which ends the run with status 5. `reopen` opens and
// closes the file once more while the lock is held: locks of fcntl(2) would be lost by it.

import Glibc
import Journal

func tell(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = write(1, bytes, bytes.count)
}

func milliseconds() -> Int64 {
  var now = timespec()
  clock_gettime(CLOCK_REALTIME, &now)
  return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
}

func notes(_ author: String, _ numbers: Range<Int>) -> Batch {
  var batch = Batch()
  for number in numbers {
    batch.add(at: milliseconds(), by: author, type: "ticket.noted") { writer in
      writer.field("ticket", Int64(1001))
      writer.field("text", "\(author) \(number)")
    }
  }
  return batch
}

func run(_ words: [String]) -> Int32 {
  guard words.count >= 5, let first = Int(words[2]), let count = Int(words[3]), let size = Int(words[4]),
    size > 0
  else { return 2 }
  let reopens = words.dropFirst(5).contains("reopen")
  signal(SIGXFSZ, SIG_IGN)
  var next = first
  do {
    let journal = try Journal(path: words[0], writing: true)
    while next < first + count * size {
      let batch = notes(words[1], next..<next + size)
      let seqs = try journal.locked(patience: 60) { appending in
        try appending.readNew { _ in }
        if reopens { close(open(words[0], O_RDWR | O_CLOEXEC)) }
        return try appending.append(batch)
      }
      tell("ack \(next) \(next + size - 1) \(seqs.lowerBound)")
      next += size
    }
    return 0
  } catch {
    tell("not \(next) \(next + size - 1) \(error)")
    return 5
  }
}

exit(run(Array(CommandLine.arguments.dropFirst())))
