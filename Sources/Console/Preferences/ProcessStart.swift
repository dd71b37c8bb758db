import Glibc

/// When a process began, in ticks since the machine was started.
enum ProcessStart {
  /// The 22nd field of /proc/PID/stat (proc(5)); nil where there is no such process, or no /proc.
  static func of(_ process: Int32) -> UInt64? {
    guard let bytes = PersonalFile.read("/proc/\(process)/stat") else { return nil }
    // The name, which may hold anything, stands in parentheses and is the second field.
    guard let close = bytes.lastIndex(of: 0x29) else { return nil }
    let fields = bytes[(close + 1)...].split(separator: 0x20)
    return fields.count > 19 ? UInt64(String(decoding: fields[19], as: UTF8.self)) : nil
  }
}
