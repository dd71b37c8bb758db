import Glibc

/// Descriptors 0, 1 and 2, which a shell may have closed (`>&-`).
enum StandardStreams {
  /// Puts something in their place: the next file opened, the journal, would be standard output otherwise, and what
  /// is printed would be appended to it. Printing still fails, for the place is open for reading only.
  static func reserve() {
    while true {
      let descriptor = open("/dev/null", O_RDONLY)
      if descriptor > 2 { close(descriptor) }
      guard 0...2 ~= descriptor else { return }
    }
  }
}
