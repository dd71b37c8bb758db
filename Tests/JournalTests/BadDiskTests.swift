import Foundation
import TestSupport
import Testing

@testable import Journal

/// Copies on a disk that gives back other bytes than it was given: none of them is taken for good.
struct BadDiskTests {
  /// A disk that turns a bit in the file whose name has this ending, as soon as it is read from the disk again.
  private func disk(spoiling name: String, in directory: String) -> FaultyFileSystem {
    let disk = FaultyFileSystem()
    disk.onDropCache = {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
      guard let found = names.first(where: { $0.contains(name) && !$0.hasSuffix(".state") }) else { return }
      let file = open(directory + "/" + found, O_RDWR | O_CLOEXEC)
      var byte: UInt8 = 0
      pread(file, &byte, 1, 100)
      byte ^= 1
      pwrite(file, &byte, 1, 100)
      close(file)
    }
    return disk
  }

  @Test func `a backup is read again`() throws {
    let sample = try Sample(3)
    let folder = try TemporaryDirectory()
    let path = folder.file("desk.journal")
    #expect(throws: CareFault.copyDiffers(path: path)) {
      try Journal.backup(
        path: sample.path, to: folder.path, on: disk(spoiling: "desk.journal", in: folder.path))
    }
    #expect(throws: CareFault.diverged(path: path, at: 100)) {
      try Journal.backup(path: sample.path, to: folder.path)
    }
  }

  @Test func `an archive is read again, and a bad one gets no name`() throws {
    let sample = try Sample(3)
    let path = sample.directory.file("a.journal")
    let disk = disk(spoiling: "a.journal.new-", in: sample.directory.path)
    #expect(throws: CareFault.copyDiffers(path: path)) {
      try Journal.archive(path: sample.path, period: 0..<Int64.max, to: path, on: disk)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: sample.directory.path).sorted()
    #expect(left == ["desk.journal", "desk.journal.state"])
  }

  @Test func `a recovered file is read again before it takes the journal's place`() throws {
    let sample = try Sample(3)
    let before = try sample.bytes
    let disk = disk(spoiling: ".recovering-", in: sample.directory.path)
    let outcome = Result {
      try Journal.recover(
        path: sample.path, RecoveryOrder(by: "chen", isForced: true), patience: 0, on: disk)
    }
    guard case .failure(CareFault.copyDiffers) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(try sample.bytes == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: sample.directory.path).sorted()
    #expect(left == ["desk.journal", "desk.journal.state"])
  }

  @Test func `two backups to one place do not mix`() throws {
    let sample = try Sample(3)
    let folder = try TemporaryDirectory()
    _ = try Journal.backup(path: sample.path, to: folder.path)
    let other = open(folder.file("desk.journal"), O_RDONLY | O_CLOEXEC)
    defer { close(other) }
    flock(other, LOCK_EX)
    #expect(throws: JournalError.busy) { try Journal.backup(path: sample.path, to: folder.path) }
  }
}
