import DeskStore
import Glibc
import Terminal
import TextCoding

/// A stream of this process, written in one piece: what is printed gathers until `flush`.
///
/// The one door to people. Each way through it cleans what it is handed, whoever hands it, of characters that nobody sees
/// (``UnseenCharacters``); line ends and colours are the door's own.
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

  /// Prints a line; whatever breaks lines in the text is a blank in it.
  func line(_ text: String = "") {
    put(TextWidth.sanitise(text))
    put("\n")
  }

  /// Prints a line in colours.
  func line(_ text: Inked) {
    for piece in text.pieces {
      let clean = TextWidth.sanitise(piece.text)
      if let code = piece.shade.code { put("\u{1B}[" + code + "m" + clean + "\u{1B}[0m") } else { put(clean) }
    }
    put("\n")
  }

  /// Prints a text that has lines of its own: a page, a policy file.
  func page(_ text: String) { put(UnseenCharacters.page(text)) }

  /// Prints a record of comma-separated values, its texts guarded against being run as formulas.
  func record(_ cells: [TableCell], _ style: CellStyle) {
    var writer = CSVWriter()
    writer.row(cells.map { style.csv($0.mapTexts(UnseenCharacters.page)) })
    put(writer.bytes)
  }

  /// Prints what tells a spreadsheet that a file is UTF-8.
  func mark() { put(CellStyle.mark) }

  /// Prints bytes of JSON; what nobody sees is escaped, so that the values stay as they are.
  func json(_ bytes: some Sequence<UInt8>) { put(JSONEscaping.escaped(bytes)) }

  /// Shows a text in place of what was shown so before; nothing where it is nil. For terminals only.
  func notice(_ text: String?) {
    put("\r\u{1B}[K" + (text.map { TextWidth.sanitise($0) } ?? ""))
    flush()
  }

  private func put(_ text: String) { put(text.utf8) }

  private func put(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 16 { flush() }
  }

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
