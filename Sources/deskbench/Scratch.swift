import Glibc

/// A call of the operating system that did not work.
struct SystemFault: Error, CustomStringConvertible {
  let call: String
  let code = errno
  var description: String { "\(call): \(String(cString: strerror(code)))" }

  init(_ call: String) { self.call = call }

  /// Throws where a call answered with a negative number.
  @discardableResult
  static func check<Number: SignedInteger>(_ result: Number, _ call: String) throws -> Number {
    guard result >= 0 else { throw SystemFault(call) }
    return result
  }
}

/// A folder for the files of one run, removed with all it holds when the run is over.
final class Scratch {
  let path: String

  init(in folder: String) throws {
    var template = Array((folder + "/deskbench-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemFault("mkdtemp \(folder)") }
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? folder }
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    if unlink(path) == 0 { return }
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { remove(path + "/" + name) }
      }
      closedir(folder)
    }
    rmdir(path)
  }

  func file(_ name: String) -> String { path + "/" + name }

  /// Removes a file and what SQLite and the journal keep beside it.
  func remove(_ name: String) {
    for suffix in ["", "-wal", "-shm", ".state", ".snapshot"] { unlink(file(name) + suffix) }
  }
}

/// A file that is appended to with nothing but system calls: the yardstick.
final class RawFile {
  private let descriptor: Int32

  init(_ path: String) throws {
    descriptor = try SystemFault.check(
      Glibc.open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600), "open \(path)")
  }

  deinit { close(descriptor) }

  func append(_ bytes: [UInt8]) throws {
    try SystemFault.check(bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }, "write")
  }

  func sync() throws { try SystemFault.check(fdatasync(descriptor), "fdatasync") }

  /// Hands over its lines one after the other, without their line feeds.
  func forEachLine(_ body: (ArraySlice<UInt8>) -> Void) throws {
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var held: [UInt8] = []
    var offset = 0
    while true {
      let count = try SystemFault.check(pread(descriptor, &buffer, buffer.count, off_t(offset)), "pread")
      if count == 0 { return }
      offset += count
      held += buffer[..<count]
      var start = 0
      while let end = held[start...].firstIndex(of: 0x0a) {
        body(held[start..<end])
        start = end + 1
      }
      held.removeFirst(start)
    }
  }

  /// Reads all of it; how many bytes.
  func readAll() throws -> Int {
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var total = 0
    while true {
      let count = try SystemFault.check(pread(descriptor, &buffer, buffer.count, off_t(total)), "pread")
      if count == 0 { return total }
      total += count
    }
  }
}

/// Programs started and waited for.
enum Program {
  /// The path of this program.
  static var own: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    return String(decoding: buffer.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A program in the folder of this one.
  static func sibling(_ name: String) -> String? {
    guard let slash = own.lastIndex(of: "/") else { return nil }
    let path = own[...slash] + name
    return access(String(path), X_OK) == 0 ? String(path) : nil
  }

  /// A program of the system; nil where it is not installed.
  static func installed(_ name: String) -> String? {
    ["/usr/bin/", "/bin/", "/usr/local/bin/"].map { $0 + name }.first { access($0, X_OK) == 0 }
  }

  /// Starts this program again for a part of its own, its standard output the given descriptor.
  static func startOwn(_ arguments: [String], output: Int32) throws -> pid_t {
    fflush(nil)
    return try spawn([own] + arguments, output: output)
  }

  static func spawn(_ arguments: [String], output: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    let copies = arguments.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    var child: pid_t = 0
    guard posix_spawn(&child, arguments[0], &actions, nil, copies + [nil], environ) == 0 else {
      throw SystemFault("posix_spawn \(arguments[0])")
    }
    return child
  }

  /// Waits for a process that was started; its exit status.
  @discardableResult
  static func wait(_ child: pid_t) throws -> Int32 {
    var status: Int32 = 0
    try SystemFault.check(waitpid(child, &status, 0), "waitpid")
    return status >> 8 & 0xff
  }

  /// Runs a program that must end well.
  static func succeed(_ arguments: [String]) throws {
    let status = try run(arguments)
    guard status == 0 else { throw SystemFault("\(arguments.joined(separator: " ")) ended with \(status)") }
  }

  /// From starting a program that must end well until the last byte of its output came; returns when it has ended.
  static func secondsToLastByte(_ arguments: [String]) throws -> Double {
    var ends: [Int32] = [0, 0]
    try SystemFault.check(pipe(&ends), "pipe")
    for end in ends { try SystemFault.check(fcntl(end, F_SETFD, FD_CLOEXEC), "fcntl") }
    let start = now()
    let child = try spawn(arguments, output: ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    var last = now()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while try SystemFault.check(read(ends[0], &buffer, buffer.count), "read") > 0 { last = now() }
    let status = try wait(child)
    guard status == 0 else { throw SystemFault("\(arguments[0]) ended with \(status)") }
    return last - start
  }

  /// Runs a program to its end, its output thrown away where `isQuiet`; its exit status.
  static func run(_ arguments: [String], isQuiet: Bool = false) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if isQuiet { posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0) }
    // What was printed so far comes before what the program prints.
    fflush(nil)
    var child: pid_t = 0
    let copies = arguments.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    guard posix_spawn(&child, arguments[0], &actions, nil, copies + [nil], environ) == 0 else {
      throw SystemFault("posix_spawn \(arguments[0])")
    }
    return try wait(child)
  }
}
