import Glibc

/// A stream of this process, written in one piece: what is printed gathers until `flush`.
final class Output {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Nobody reads it any more; what else is printed goes nowhere, quietly.
  private(set) var isClosed = false
  /// Why it could not be written, where it was not just closed.
  private(set) var fault: Int32?

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Whether it is a terminal.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal it is; nil where it is none or does not tell.
  var columns: Int? {
    var size = winsize()
    guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count > 1 << 16 { flush() }
  }

  func write(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 16 { flush() }
  }

  func line(_ text: String = "") { write(text + "\n") }

  /// Writes what has gathered; interrupted and partial writes go on.
  func flush() {
    var start = 0
    while start < buffer.count, !isClosed, fault == nil {
      let count = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if count >= 0 {
        start += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: waitForRoom()
      case EPIPE: isClosed = true
      default: fault = errno
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Waits until a stream that somebody made non-blocking takes more.
  private func waitForRoom() {
    var waited = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    poll(&waited, 1, 1000)
  }
}
