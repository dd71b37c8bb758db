import Foundation
import TestSupport
import Testing

@testable import Journal

/// A backup goes into a file of ours, whatever somebody else has put into its folder.
struct ForeignCopyTests {
  @Test func `a backup goes into no second name of another file, nor into one that others have`() throws {
    let sample = try Sample(3)
    let folder = try TemporaryDirectory()
    let copy = folder.file("desk.journal")
    let victim = try folder.write(Array("precious".utf8), to: "victim")
    for prepare in [
      { link(victim, copy) },
      {
        _ = try? folder.write([], to: "desk.journal")
        return chmod(copy, 0o666)
      },
    ] as [() -> Int32] {
      #expect(prepare() == 0)
      #expect(throws: JournalError.foreignCopy(path: copy)) {
        try Journal.backup(path: sample.path, to: folder.path)
      }
      #expect(try folder.read("victim") == Array("precious".utf8))
      unlink(copy)
    }
    _ = try Journal.backup(path: sample.path, to: folder.path)
    #expect(try folder.read("desk.journal") == sample.bytes)
  }
}
