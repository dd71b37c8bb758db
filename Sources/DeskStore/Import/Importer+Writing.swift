import Desk
import Journal

// Every row is decided once, before anything is written; what was decided is written as it is unless somebody else has recorded
// something meanwhile.
extension Importer {
  /// What is imported and where to.
  struct Work {
    let file: TableFile
    let plan: RowPlan
    let cells: ImportCells
    let desk: LiveDesk
    /// Held while it runs; nil where nothing is written.
    let lock: ImportLock?
  }

  /// An import as it was decided on one state of the desk, chunk by chunk.
  struct Decided {
    /// The number of the event with which it begins.
    let began: Int64
    var report = ImportReport()
    /// The desk as it is afterwards.
    var desk = ServiceDesk()
    /// What is to be written, a batch for each chunk; nil where nothing is, or there is no room for it.
    var spool: BatchSpool?
    /// How far it is after each chunk.
    var progress: [ImportProgress] = []

    mutating func keep(_ batch: Batch, _ counts: ImportProgress) {
      guard let spool, spool.put(batch) else {
        spool = nil
        return
      }
      progress.append(counts)
    }
  }

  /// The event with which the import begins.
  private func begin(_ plan: RowPlan) -> Command {
    let note = ImportNote(kind: kind.rawValue, file: options.fileName, rows: plan.count)
    return Command(by: author, isForced: true, action: .beginImport(note))
  }

  /// Decides all rows on a copy of the desk.
  func decide(_ work: Work) throws -> Decided {
    try options.begins()
    var decided = Decided(began: work.desk.desk.lastSeq + 1, spool: options.isRehearsal ? nil : BatchSpool())
    var batch = Batch()
    let isKept = decided.spool != nil
    let keep: (Entry, Instant) -> Void = { entry, at in if isKept { batch.add(entry, at: at) } }
    decided.desk = try work.desk.rehearsing(keep: keep) { recorder in
      func end(_ counts: ImportProgress) {
        decided.keep(batch, counts)
        batch.removeAll(keepingCapacity: true)
      }
      if !options.isRehearsal {
        if case .failure(let refusal) = try recorder(begin(work.plan), WallClock.now) {
          throw StoreError.refused(refusal)
        }
      }
      var run = ImportRun(
        kind, map, author, work.cells, work.plan, work.desk, batch: options.isRehearsal ? nil : decided.began,
        canReadBack: false, refused: options.refused)
      defer { decided.report = run.report }
      var rows = RowStream(work.file, work.plan)
      while let findings = try rows.chunk(Self.chunkLength) {
        try run.take(findings, recorder)
        end(run.report.counts)
        options.progress(run.report.counts)
        if options.isInterrupted() {
          run.report.isInterrupted = true
          return
        }
      }
      try run.finish(recorder)
      end(run.report.counts)
    }
    return decided
  }

  /// Writes what was decided, as it is where nobody else records anything meanwhile.
  func write(_ decided: inout Decided, _ work: Work) throws -> ImportReport {
    let desk = work.desk
    decided.report.began = decided.began
    var written = 0
    do {
      if let spool = decided.spool, spool.rewind() {
        var seq = decided.began - 1
        while written < decided.progress.count, let batch = spool.take() {
          guard try batch.isEmpty || desk.append(batch, after: seq) else { break }
          seq += Int64(batch.count)
          written += 1
          if options.isInterrupted(), written < decided.progress.count {
            try desk.level()
            decided.report.counts = decided.progress[written - 1]
            decided.report.isInterrupted = true
            return decided.report
          }
        }
        if written == decided.progress.count, desk.take(decided.desk) { return decided.report }
      }
    } catch {
      try desk.level()
      throw error
    }
    decided.desk = ServiceDesk()
    try desk.level()
    return try record(work, decided, after: written)
  }

  /// Decides and writes chunk by chunk, as the desk is then. Rows of chunks that were written before are known by now, and
  /// count for what they were.
  private func record(_ work: Work, _ decided: Decided, after written: Int) throws -> ImportReport {
    var began = decided.began
    if written == 0 {
      began = try work.desk.perform(begin(work.plan)).seq
      work.lock?.say(began: began)
    }
    try options.begins()
    var run = ImportRun(
      kind, map, author, work.cells, work.plan, work.desk, batch: began, canReadBack: true,
      refused: options.refused)
    run.report.began = began
    var rows = RowStream(work.file, work.plan)
    var chunk = 0
    while let findings = try rows.chunk(Self.chunkLength) {
      try work.desk.recording { recorder in try run.take(findings, recorder) }
      chunk += 1
      if chunk == written { run.report.counts = decided.progress[chunk - 1] }
      options.progress(run.report.counts)
      if chunk > written, options.isInterrupted() {
        run.report.isInterrupted = true
        return run.report
      }
    }
    try work.desk.recording { recorder in try run.finish(recorder) }
    return run.report
  }
}
