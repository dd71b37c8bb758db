extension FileSystem {
  /// Reads until `buffer` is full or the file ends, and says how many bytes came.
  func readFully(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64)
    throws(JournalError)
    -> Int
  {
    var count = 0
    while count < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let taken = try read(file, into: rest, at: offset + Int64(count))
      if taken == 0 { break }
      count += taken
    }
    return count
  }

  /// Writes all of `bytes` at the end of a file nobody else knows yet.
  func writeFully(_ file: Int32, _ bytes: UnsafeRawBufferPointer) throws(JournalError) {
    var count = 0
    while count < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[count...])
      count += try write(file, rest)
    }
  }

  /// All bytes of a small file, such as one of /proc; nil when it cannot be read.
  func contents(of path: String) -> [UInt8]? {
    guard let file = try? open(path, .read) else { return nil }
    defer { close(file) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 8192)
    while let count = try? chunk.withSpace({ buffer throws(JournalError) in
      try readNext(file, into: buffer)
    }) {
      if count == 0 { return result }
      result.append(contentsOf: chunk[..<count])
    }
    return nil
  }

  /// Makes the entries of the directory that holds `path` durable.
  func syncDirectory(of path: String) throws(JournalError) {
    let directory = OwnedFile(try open(directoryName(of: path), .read), self)
    try sync(directory.number)
  }
}

extension [UInt8] {
  /// The bytes as a buffer, for calls that throw `JournalError`.
  func withBytes<Value>(
    _ body: (UnsafeRawBufferPointer) throws(JournalError) -> Value
  ) throws(JournalError) -> Value {
    try withUnsafeBufferPointer { buffer throws(JournalError) in try body(UnsafeRawBufferPointer(buffer)) }
  }

  /// The bytes as a buffer to be filled, for calls that throw `JournalError`.
  mutating func withSpace<Value>(
    _ body: (UnsafeMutableRawBufferPointer) throws(JournalError) -> Value
  ) throws(JournalError) -> Value {
    try withUnsafeMutableBufferPointer { buffer throws(JournalError) in
      try body(UnsafeMutableRawBufferPointer(buffer))
    }
  }
}

/// The directory part of `path`, `.` when it has none.
func directoryName(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: 0x2f) else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// An open file that is closed with its owner.
struct OwnedFile: ~Copyable {
  let number: Int32
  private let fileSystem: any FileSystem

  init(_ number: Int32, _ fileSystem: any FileSystem) {
    self.number = number
    self.fileSystem = fileSystem
  }

  deinit {
    fileSystem.close(number)
  }
}
