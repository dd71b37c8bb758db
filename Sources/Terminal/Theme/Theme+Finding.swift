import Glibc
public import Settings
import Themes

/// Why there is no such theme.
public enum ThemeError: Error, Equatable, Sendable {
  /// No theme is called so; those there are.
  case unknown(String, available: [String])
  /// The file cannot be read; the system's error number.
  case unreadable(path: String, errno: Int32)
  /// The file holds faults.
  case faulty(SettingsFaults)
}

extension Theme {
  /// The theme used when none is asked for.
  public static let defaultName = "night"

  /// The theme of that name: first from the user's directory, then from those built in. A name with a `/`
  /// is a file's path.
  public static func named(
    _ name: String, in directory: String? = Theme.directory
  ) throws(ThemeError) -> Theme {
    if name.utf8.contains(UInt8(ascii: "/")) { return try reading(name) }
    if let directory, !name.isEmpty {
      let path = "\(directory)/\(name).theme"
      if access(path, F_OK) == 0 { return try parsing(try bytes(of: path), name, path) }
    }
    guard let builtIn = BuiltInThemes.all.first(where: { $0.name == name }) else {
      throw .unknown(name, available: available(in: directory))
    }
    return try parsing(builtIn.source, name, name)
  }

  /// The theme in that file, under the path as its name.
  public static func reading(_ path: String) throws(ThemeError) -> Theme {
    try parsing(try bytes(of: path), path, path)
  }

  /// The names of all themes, the user's and those built in, sorted.
  public static func available(in directory: String? = Theme.directory) -> [String] {
    var names = Set(BuiltInThemes.all.map(\.name))
    if let directory, let entries = opendir(directory) {
      defer { closedir(entries) }
      while let entry = readdir(entries) {
        let file = withUnsafeBytes(of: entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        if file.hasSuffix(".theme"), file.utf8.count > 6 { names.insert(String(file.dropLast(6))) }
      }
    }
    return names.sorted()
  }

  /// The folder `themes` of a person's settings.
  public static var directory: String? { UserFolder.settings.map { $0 + "/themes" } }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }

  private static func parsing(
    _ bytes: [UInt8], _ name: String, _ file: String
  ) throws(ThemeError) -> Theme {
    do throws(SettingsFaults) {
      return try Theme(parsing: try SettingsText.utf8(ofFile: bytes, name: file), name: name, file: file)
    } catch {
      throw .faulty(error)
    }
  }

  /// A theme has some hundred lines; more than a megabyte is some other file (EFBIG).
  private static let largest = 1 << 20

  private static func bytes(of path: String) throws(ThemeError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, errno: errno) }
    defer { Glibc.close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw .unreadable(path: path, errno: errno) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      if bytes.count > largest { throw .unreadable(path: path, errno: EFBIG) }
    }
  }
}
