/// What `/proc/self/mountinfo` (proc(5)) says about where files lie.
struct MountTable {
  private struct Mount {
    let point: [UInt8]
    let type: String
  }

  private let mounts: [Mount]

  /// The table written in `text`, one mount a line.
  init(_ text: [UInt8]) {
    mounts = text.split(separator: 0x0a).compactMap { line in
      let fields = line.split(separator: 0x20)
      guard fields.count > 4, let dash = fields.firstIndex(of: [0x2d]), dash + 1 < fields.count else {
        return nil
      }
      return Mount(
        point: MountTable.unescaped(fields[4]), type: String(decoding: fields[dash + 1], as: UTF8.self))
    }
  }

  /// The type of the filesystem that holds `path` (absolute, without symbolic links): that of the deepest, and
  /// among equals the latest, mount above it.
  func type(of path: String) -> String? {
    let path = Array(path.utf8)
    var best: Mount?
    for mount in mounts where isAbove(mount.point, path) {
      if mount.point.count >= best?.point.count ?? 0 { best = mount }
    }
    return best?.type
  }

  /// Whether locks and syncs on a filesystem of this type reach over a network.
  static func isNetwork(_ type: String) -> Bool {
    // FUSE filesystems name themselves behind a dot.
    let name = type.utf8.starts(with: "fuse.".utf8) ? String(type.dropFirst(5)) : type
    return networkTypes.contains(name)
  }

  private static let networkTypes: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "coda", "ceph", "9p", "glusterfs", "lustre", "beegfs",
    "orangefs", "pvfs2", "ncpfs", "sshfs", "davfs", "davfs2", "rclone", "s3fs", "gcsfuse", "curlftpfs",
    "moosefs", "mfs", "gpfs", "vboxsf", "prl_fs", "vmhgfs-fuse",
  ]

  private func isAbove(_ point: [UInt8], _ path: [UInt8]) -> Bool {
    guard path.starts(with: point) else { return false }
    return point.count == path.count || point.last == 0x2f || path[point.count] == 0x2f
  }

  /// Spaces, tabs, line feeds and backslashes are written as three octal digits.
  private static func unescaped(_ field: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = field
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == 0x5c, digits.count == 3, digits.allSatisfy({ (0x30...0x37).contains($0) }) {
        result.append(digits.reduce(0) { $0 &* 8 &+ ($1 - 0x30) })
        rest = rest.dropFirst(3)
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
