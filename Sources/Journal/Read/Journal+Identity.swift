extension Journal {
  /// Which journal it is where the first record is lost and a repair has brought it back; nil where none has. Looks
  /// through the whole file. Throws `.io`, `.shrunk`.
  func restoredIdentity() throws(JournalError) -> Identity? {
    var copies: [GoodCopy] = []
    var digest: Digest?
    let size = try fileSystem.status(file.number).size
    var window = LineWindow(fileSystem, file.number, from: 0, to: size, boundary: .max)
    while !window.isFinished {
      _ = try window.fill()
      while let line = window.current {
        if let record = window.record(line) {
          if record.seq == 1, digest == nil { digest = record.prev }
          copies += (Decision(record)?.copies ?? []).filter { $0.seq == 0 }
        }
        window.advance()
      }
    }
    guard let digest, let copy = copies.first(where: { $0.digest == digest }) else { return nil }
    return copy.visit(at: 0) { Creation($0)?.identity } ?? nil
  }
}
