import Glibc

/// Keeps a slip as a file that a browser prints.
enum SlipFile {
  /// Why it could not be kept: the path, and the number that the system gave.
  struct Failure: Error {
    let path: String
    let code: Int32
  }

  /// Writes a text into the folder in which the program was started, readable by its owner only, since it names residents;
  /// the path.
  static func write(_ text: String, name: String) throws(Failure) -> String {
    let path = "./" + name
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    defer { close(descriptor) }
    try put(Array(text.utf8), into: descriptor, path)
    return path
  }

  /// Writes all bytes into an open file.
  static func put(_ bytes: [UInt8], into file: Int32, _ path: String) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure(path: path, code: errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// What the system says of a number.
  static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
