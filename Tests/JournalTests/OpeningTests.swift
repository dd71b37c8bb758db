import Foundation
import TestSupport
import Testing

@testable import Journal

struct OpeningTests {
  private func journal(_ creation: Creation) throws -> (TemporaryDirectory, String) {
    var batch = Batch()
    batch.add(at: Sample.moment, by: "a", type: "journal.created", payload: creation.write)
    var sealer = LineSealer(after: .none)
    try sealer.seal(batch.members(0))
    let directory = try TemporaryDirectory()
    let path = try directory.write(sealer.bytes, to: "desk.journal")
    return (directory, path)
  }

  @Test func `a file that is not there, or no journal, is refused`() throws {
    let directory = try TemporaryDirectory()
    let missing = directory.file("none")
    #expect(throws: JournalError.notFound(path: missing)) { try Journal(path: missing, writing: true) }
    #expect(throws: JournalError.notFound(path: "/dev/null/x")) {
      try Journal(path: "/dev/null/x", writing: true)
    }
    for bytes in [
      [], Array("hello\nworld\n".utf8), Array("{\"seq\":0}\n".utf8), [UInt8](repeating: 0, count: 5000),
    ] {
      let path = try directory.write(bytes, to: "other")
      #expect(throws: JournalError.notAJournal(path: path)) { try Journal(path: path, writing: true) }
    }
    #expect(throws: JournalError.notAJournal(path: directory.path)) {
      try Journal(path: directory.path, writing: true)
    }
  }

  @Test func `a world-writable journal is refused`() throws {
    let sample = try Sample(1)
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: sample.path)
    #expect(throws: JournalError.worldWritable(path: sample.path)) { try sample.open() }
    #expect(throws: JournalError.worldWritable(path: sample.path)) { try sample.open(writing: false) }
  }

  @Test func `an unknown incompatible feature or a newer format is refused`() throws {
    var creation = Creation(identity: Sample.identity)
    creation.incompat = ["sealed-payloads"]
    let (first, path) = try journal(creation)
    #expect(throws: JournalError.newerFormat(format: 1, features: ["sealed-payloads"])) {
      try Journal(path: path, writing: false)
    }
    creation = Creation(identity: Sample.identity)
    creation.identity.format = 2
    let (second, other) = try journal(creation)
    #expect(throws: JournalError.newerFormat(format: 2, features: [])) {
      try Journal(path: other, writing: false)
    }
    _ = (first, second)
  }

  @Test func `an unknown compatible feature is readable, and not to be written`() throws {
    var creation = Creation(identity: Sample.identity)
    creation.compat = ["colours"]
    let (directory, path) = try journal(creation)
    let journal = try Journal(path: path, writing: true)
    #expect(try journal.readAll().count == 1)
    #expect(journal.notices.unrecognisedCompat == ["colours"])
    #expect(journal.access == .readOnly(.unrecognised(["colours"])))
    #expect(throws: JournalError.readOnly(.unrecognised(["colours"]))) {
      try journal.locked(patience: 0) { _ in }
    }
    _ = directory
  }

  @Test func `types that only a newer version knows take write access away`() throws {
    let (journal, _) = try Sample(1).load()
    journal.refuseWriting(unrecognised: ["ticket.sung"])
    journal.refuseWriting(unrecognised: ["ticket.sung"])
    #expect(journal.access == .readOnly(.unrecognised(["ticket.sung"])))
  }

  @Test func `opened for reading, nothing can be appended`() throws {
    let sample = try Sample(1)
    let (journal, entries) = try sample.load(writing: false)
    #expect(entries.count == 2)
    #expect(throws: JournalError.readOnly(.openedForReading)) { try journal.record(2..<3) }
  }

  @Test func `a journal without its state file is read, and the next append makes it anew`() throws {
    let sample = try Sample(3)
    try sample.removeState()
    let (journal, entries) = try sample.load()
    #expect(entries.tickets == [1, 2, 3] && journal.notices == Notices())
    try journal.record(4..<5)
    #expect(journal.readState()?.head == journal.head)
  }

  @Test func `a torn or foreign state file is as good as none`() throws {
    let sample = try Sample(3)
    var block = try sample.directory.read("desk.journal.state")
    block[20] ^= 1
    try sample.directory.write(block, to: "desk.journal.state")
    #expect(try sample.load().1.tickets == [1, 2, 3])
    let foreign = StateBlock(uuid: "another", head: Head(seq: 0, offset: 9, digest: .zero), boot: "")
    try sample.directory.write(foreign.encoded, to: "desk.journal.state")
    let (journal, entries) = try sample.load()
    #expect(entries.tickets == [1, 2, 3] && journal.access == .readWrite)
  }

  @Test func `a state block comes back whole and no flipped bit passes`() {
    var block = StateBlock(
      uuid: Sample.identity.uuid, head: Head(seq: .max, offset: .max, digest: Digest(high: .max, low: 1)),
      boot: Sample.identity.uuid)
    block.isPoisoned = true
    block.refused = 1..<(.max)
    let bytes = block.encoded
    #expect(bytes.count == StateBlock.size)
    bytes.withUnsafeBytes { #expect(StateBlock($0) == block) }
    for bit in 0..<(bytes.count * 8) {
      var flipped = bytes
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      flipped.withUnsafeBytes { if StateBlock($0) != nil { Issue.record("bit \(bit)") } }
    }
  }

  @Test func `the mount table tells network filesystems from local ones`() {
    let text = """
      27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
      30 27 0:50 / /srv/share rw,relatime shared:1 - nfs4 server:/share rw
      31 30 0:51 / /srv/share/local rw - xfs /dev/vdb rw
      32 27 0:52 / /mnt/a\\040b rw - fuse.sshfs host:/ rw
      33 27 0:53 / /srv/share2 rw - tmpfs tmpfs rw
      """
    let table = MountTable(Array(text.utf8))
    #expect(table.type(of: "/home/desk.journal") == "ext4")
    #expect(table.type(of: "/srv/share/desk.journal") == "nfs4")
    #expect(table.type(of: "/srv/share/local/desk.journal") == "xfs")
    #expect(table.type(of: "/srv/share2/x") == "tmpfs")
    #expect(table.type(of: "/mnt/a b/x") == "fuse.sshfs")
    for type in ["nfs", "nfs4", "cifs", "9p", "fuse.sshfs"] { #expect(MountTable.isNetwork(type)) }
    for type in ["ext4", "xfs", "btrfs", "tmpfs", "overlay", "fuse.ntfs-3g", "zfs"] {
      #expect(!MountTable.isNetwork(type))
    }
  }

  @Test func `a journal on a network filesystem is refused, at creation too`() throws {
    let sample = try Sample(1)
    let disk = FaultyFileSystem()
    disk.files["/proc/self/mountinfo"] = "27 1 0:1 / / rw - nfs4 server:/ rw\n"
    #expect(throws: JournalError.networkFilesystem(path: sample.path, type: "nfs4")) {
      try Journal(path: sample.path, writing: true, on: disk)
    }
    #expect(throws: JournalError.networkFilesystem(path: sample.directory.path, type: "nfs4")) {
      try Journal.create(
        path: sample.directory.file("new"), identity: Sample.identity, at: 0, by: "a", first: Batch(),
        on: disk)
    }
  }
}
