import Glibc

/// Batches that wait to be appended, in the order in which they were put in; in a file without a name, so that any number of
/// them takes no memory and is gone with the process.
public final class BatchSpool {
  private let file: UnsafeMutablePointer<FILE>
  /// Whether all that was put in can be taken out again.
  private var isWhole = true

  /// An empty spool; nil where no such file can be made.
  public init?() {
    guard let file = tmpfile() else { return nil }
    self.file = file
  }

  deinit { fclose(file) }

  /// Puts a batch behind the others; false where there is no room, after which the spool is of no use.
  public func put(_ batch: Batch) -> Bool {
    isWhole =
      isWhole && write([batch.ends.count, batch.bytes.count]) && write(batch.ends) && write(batch.bytes)
    return isWhole
  }

  /// Goes back to the first batch, for taking them out; false where not all of them are in the file.
  public func rewind() -> Bool {
    isWhole = isWhole && fflush(file) == 0 && fseek(file, 0, SEEK_SET) == 0
    return isWhole
  }

  /// The next batch; nil where there is none, or it cannot be read.
  public func take() -> Batch? {
    guard isWhole, let counts: [Int] = read(2), let ends: [Int] = read(counts[0]),
      let bytes: [UInt8] = read(counts[1])
    else { return nil }
    return Batch(bytes: bytes, ends: ends)
  }

  private func write<Value: BitwiseCopyable>(_ values: [Value]) -> Bool {
    values.isEmpty || fwrite(values, MemoryLayout<Value>.stride, values.count, file) == values.count
  }

  private func read<Value: BitwiseCopyable & ExpressibleByIntegerLiteral>(_ count: Int) -> [Value]? {
    var values = [Value](repeating: 0, count: count)
    guard count == 0 || fread(&values, MemoryLayout<Value>.stride, count, file) == count else { return nil }
    return values
  }
}
