internal import Glibc

/// The number a failed system call leaves behind.
public struct Errno: RawRepresentable, Error, Equatable, Hashable, Sendable, CustomStringConvertible {
  public let rawValue: Int32

  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  public static let noSuchFile = Errno(rawValue: ENOENT)
  public static let exists = Errno(rawValue: EEXIST)
  public static let accessDenied = Errno(rawValue: EACCES)
  public static let notPermitted = Errno(rawValue: EPERM)
  public static let readOnlyFilesystem = Errno(rawValue: EROFS)
  public static let isDirectory = Errno(rawValue: EISDIR)
  public static let notDirectory = Errno(rawValue: ENOTDIR)
  public static let wouldBlock = Errno(rawValue: EWOULDBLOCK)
  public static let interrupted = Errno(rawValue: EINTR)
  public static let inputOutput = Errno(rawValue: EIO)
  public static let noSpace = Errno(rawValue: ENOSPC)
  public static let quota = Errno(rawValue: EDQUOT)
  public static let fileTooLarge = Errno(rawValue: EFBIG)
  /// A symbolic link where none is followed.
  public static let isLink = Errno(rawValue: ELOOP)
  public static let noSuchGroup = Errno(rawValue: ESRCH)

  /// The system's own words for it.
  public var description: String {
    guard let text = strerror(rawValue) else { return "errno \(rawValue)" }
    return String(cString: text)
  }
}
