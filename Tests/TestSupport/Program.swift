import Foundation

/// Programs that a test runs to their end.
public enum Program {
  /// One that ended otherwise than well, with what it said.
  public struct Failed: Error, CustomStringConvertible {
    public let description: String
  }

  /// Runs a program with nothing to read and returns what it printed on both streams; throws `Failed` when its
  /// status is not 0.
  ///
  /// Foundation's `Process` is not used in these tests: it waits for all that a program started, which a tmux
  /// server outlives, and passes on the blocked signals of the test's thread.
  @discardableResult
  public static func run(_ path: String, _ arguments: [String], environment: [String: String]? = nil) throws
    -> String
  {
    let folder = try TemporaryDirectory()
    let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer { close(null) }
    let out = open(folder.file("out"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(out) }
    let child = try Child(
      path, arguments, environment: environment ?? ProcessInfo.processInfo.environment, input: null,
      output: out,
      error: out)
    let status = child.wait()
    let text = String(decoding: try folder.read("out"), as: UTF8.self)
    guard status == 0 else { throw Failed(description: "\(path) \(arguments): \(status)\n\(text)") }
    return text
  }

  /// The program under test, beside the test bundle.
  public static func dutydesk() throws -> String {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bundle = CommandLine.arguments.first.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
    let folders = [own, bundle, package.appendingPathComponent(".build/debug")].compactMap { $0 }
    let candidates = folders.map { $0.appendingPathComponent("dutydesk").path }
    guard let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      throw Failed(description: "no dutydesk binary beside the tests; looked at \(candidates)")
    }
    return found
  }

  /// The account that runs the tests, as the kernel knows it.
  public static var account: String {
    getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "\(getuid())"
  }
}
