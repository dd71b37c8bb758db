import Foundation
import TestSupport
import Testing
import TextCoding

@testable import DeskStore

/// A file of rows, and all that is found in it.
struct ReadTable {
  let file: TableFile
  private(set) var rows: [[String]] = []
  private(set) var faults: [Int: CSVFault] = [:]
  private(set) var places: [(offset: Int64, line: Int)] = []

  /// Reads bytes that lie in a file, or come through a pipe.
  init(_ bytes: [UInt8], _ options: TableFile.Options = .init(), throughPipe: Bool = false) throws {
    file = try Self.open(bytes, options, throughPipe)
    var reader = file.rows()
    while let finding = try reader.next() {
      switch finding {
      case .row(let row):
        rows.append(row.cells)
        places.append((row.offset, row.line))
      case .fault(let line, let fault): faults[line] = fault
      }
    }
  }

  init(_ text: String, _ options: TableFile.Options = .init()) throws {
    try self.init(Array(text.utf8), options)
  }

  private static func open(_ bytes: [UInt8], _ options: TableFile.Options, _ throughPipe: Bool) throws
    -> TableFile
  {
    if throughPipe {
      let pipe = Pipe()
      let writing = pipe.fileHandleForWriting
      Thread.detachNewThread {
        try? writing.write(contentsOf: bytes)
        try? writing.close()
      }
      return try TableFile(descriptor: pipe.fileHandleForReading.fileDescriptor, options: options)
    }
    let folder = try TemporaryDirectory()
    let file = try FileHandle(
      forReadingFrom: URL(fileURLWithPath: try folder.write(bytes, to: "rows.csv")))
    defer { try? file.close() }
    return try TableFile(descriptor: file.fileDescriptor, options: options)
  }
}

/// Why no table can be read out of bytes; nil where one can.
func tableFault(_ bytes: [UInt8], _ options: TableFile.Options = .init()) -> TableFault? {
  do {
    _ = try ReadTable(bytes, options)
    return nil
  } catch {
    return error as? TableFault
  }
}
