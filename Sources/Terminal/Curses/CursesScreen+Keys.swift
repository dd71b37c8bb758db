import CNcurses
import CSystem
import Glibc

extension CursesScreen {
  /// All keys pending now. A new size forgets what is shown, so that the next frame repaints everything.
  public func readKeys() -> [Key] {
    guard isOpen else { return [] }
    var tokens: [KeyDecoder.Token] = []
    var scalar: UInt32 = 0
    while true {
      let code = wgetch(keyWindow)
      if code == ERR { break }
      if code > 0xFF {
        if let token = CursesKeys.token(code) { tokens.append(token) }
      } else if dutydesk_assemble(UInt8(code), &scalar) == 1 {
        tokens.append(.scalar(scalar))
      }
    }
    var keys = decoder.decode(tokens)
    if keys.contains(.resize) { redraw() }
    // Whoever stopped it from outside left the terminal as it was, or set it for a shell.
    if dutydesk_crash_guard_take_continuation() != 0 { suspend {} }
    if dutydesk_crash_guard_take_stop_request() != 0 { keys.append(.control("Z")) }
    if dutydesk_crash_guard_take_end_request() != 0 || tokens.isEmpty && isGone { keys.append(.closed) }
    return keys
  }

  /// Whether the other end of the terminal hung up.
  private var isGone: Bool {
    var input = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&input, 1, 0) > 0 else { return false }
    return input.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
  }
}
