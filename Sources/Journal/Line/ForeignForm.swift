/// What somebody, or some program, has made of a file that may have been a journal: told by its first bytes.
public enum ForeignForm: Hashable, Sendable, CaseIterable {
  /// A byte-order mark stands before the first line, as editors of Windows put it there.
  case byteOrderMark
  /// Two bytes for every character.
  case utf16
  /// Packed by gzip, bzip2, xz, zstd or zip.
  case packed

  /// So many first bytes tell.
  static let length = 6

  /// The form of a file that begins so; nil for any other.
  init?(opening bytes: some Collection<UInt8>) {
    let known: [([UInt8], ForeignForm)] = [
      ([0xef, 0xbb, 0xbf], .byteOrderMark),
      ([0xff, 0xfe], .utf16), ([0xfe, 0xff], .utf16), ([0x7b, 0x00], .utf16), ([0x00, 0x7b], .utf16),
      ([0x1f, 0x8b], .packed), ([0x42, 0x5a, 0x68], .packed), ([0xfd, 0x37, 0x7a, 0x58, 0x5a], .packed),
      ([0x28, 0xb5, 0x2f, 0xfd], .packed), ([0x50, 0x4b, 0x03, 0x04], .packed),
    ]
    guard let found = known.first(where: { bytes.starts(with: $0.0) }) else { return nil }
    self = found.1
  }
}

extension FileSystem {
  /// The form of an open file; nil for the usual one.
  func foreignForm(_ file: Int32) throws(JournalError) -> ForeignForm? {
    var bytes = [UInt8](repeating: 0, count: ForeignForm.length)
    let count = try bytes.withSpace { buffer throws(JournalError) in
      try readFully(file, into: buffer, at: 0)
    }
    return ForeignForm(opening: bytes.prefix(count))
  }
}
