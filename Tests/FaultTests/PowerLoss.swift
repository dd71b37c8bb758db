import TestSupport

@testable import Journal

/// What may be left of a disk when the power fails: each unsynced write kept, dropped or torn at its sectors, each
/// unsynced directory entry kept or dropped, whatever their order.
struct PowerLoss {
  static let sector = 512

  let image: DiskImage

  /// Hands every possible outcome to `visit`, each once.
  func forEachOutcome(_ visit: (DiskImage) -> Void) {
    for entries in everyDirectory() {
      let inodes = named(by: entries)
      var combinations: [[Int: [UInt8]]] = [[:]]
      for inode in inodes {
        let contents = everyContent(of: inode)
        combinations = combinations.flatMap { chosen in
          contents.map { chosen.merging([inode: $0]) { _, new in new } }
        }
      }
      for contents in combinations { visit(image.settled(contents: contents, entries: entries)) }
    }
  }

  /// One outcome by chance; all kept and all dropped are likelier than they would be.
  func randomOutcome(using random: inout SeededRandom) -> DiskImage {
    var entries = image.durableEntries
    for change in image.unsyncedEntries where Bool.random(using: &random) { change.apply(to: &entries) }
    var contents: [Int: [UInt8]] = [:]
    for inode in named(by: entries) { contents[inode] = randomContent(of: inode, using: &random) }
    return image.settled(contents: contents, entries: entries)
  }

  // MARK: Directories

  private func everyDirectory() -> Set<[String: Int]> {
    var found: Set<[String: Int]> = [image.durableEntries]
    for change in image.unsyncedEntries {
      for entries in found {
        var changed = entries
        change.apply(to: &changed)
        found.insert(changed)
      }
    }
    return found
  }

  /// Files that a recovery can come across; temporary names are never looked at.
  private func named(by entries: [String: Int]) -> [Int] {
    [SimulatedDisk.path, SimulatedDisk.statePath].compactMap { entries[$0] }
  }

  // MARK: Files

  private func writes(of inode: Int) -> [DiskImage.Write] {
    (image.inodes[inode]?.stuck ?? []) + (image.inodes[inode]?.unsynced ?? [])
  }

  private func everyContent(of inode: Int) -> Set<[UInt8]> {
    var contents: Set<[UInt8]> = [image.inodes[inode]?.durable ?? []]
    for write in writes(of: inode) {
      let pieces = sectors(of: write)
      var next = contents
      for mask in 0..<(UInt64(1) << UInt64(pieces.count)) {
        for extends in [false, true] {
          for content in contents {
            next.insert(torn(write, pieces, mask, extends: extends, onto: content))
          }
        }
      }
      contents = next
    }
    return contents
  }

  private func randomContent(of inode: Int, using random: inout SeededRandom) -> [UInt8] {
    var content = image.inodes[inode]?.durable ?? []
    for write in writes(of: inode) {
      let mask: UInt64 =
        switch Int.random(in: 0..<4, using: &random) {
        case 0: 0
        case 1: .max
        default: random.next()
        }
      content = torn(write, sectors(of: write), mask, extends: Bool.random(using: &random), onto: content)
    }
    return content
  }

  /// The parts of `write` that reach the disk whole or not at all.
  private func sectors(of write: DiskImage.Write) -> [Range<Int>] {
    stride(from: write.offset / PowerLoss.sector * PowerLoss.sector, to: write.end, by: PowerLoss.sector).map
    {
      max($0, write.offset)..<min($0 + PowerLoss.sector, write.end)
    }
  }

  /// `content` with those sectors of `write` that `mask` keeps. With `extends` the new length of the file is kept
  /// even where the last sectors are not.
  private func torn(
    _ write: DiskImage.Write, _ pieces: [Range<Int>], _ mask: UInt64, extends: Bool, onto content: [UInt8]
  ) -> [UInt8] {
    var content = content
    for (place, piece) in pieces.enumerated() where mask >> UInt64(place & 63) & 1 == 1 {
      let bytes = write.bytes[(piece.lowerBound - write.offset)..<(piece.upperBound - write.offset)]
      content.overlay(DiskImage.Write(offset: piece.lowerBound, bytes: Array(bytes)))
    }
    if extends, content.count < write.end {
      content.append(contentsOf: repeatElement(0, count: write.end - content.count))
    }
    return content
  }
}
