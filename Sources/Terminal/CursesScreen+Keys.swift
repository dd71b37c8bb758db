import CNcurses
import CSystem
import Glibc

extension CursesScreen {
  /// All keys pending now. A new size forgets what is shown, so that the next frame repaints everything.
  public func readKeys() -> [Key] {
    guard isOpen else { return [] }
    var tokens: [KeyDecoder.Token] = []
    var code: wint_t = 0
    while true {
      let result = wget_wch(keyWindow, &code)
      if result == OK {
        tokens.append(.scalar(code))
      } else if result == KEY_CODE_YES {
        if let token = CursesKeys.token(Int32(code)) { tokens.append(token) }
      } else {
        break
      }
    }
    var keys = decoder.decode(tokens)
    if keys.contains(.resize) { redraw() }
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
