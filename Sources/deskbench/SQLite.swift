import Glibc

/// SQLite as a yardstick, found at run time so that nothing has to be linked; nil where the machine has none.
final class SQLite {
  private typealias Opener =
    @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<OpaquePointer?>) -> Int32
  private typealias Closer = @convention(c) (OpaquePointer?) -> Int32
  private typealias Executor =
    @convention(c) (
      OpaquePointer?, UnsafePointer<CChar>, UnsafeRawPointer?, UnsafeRawPointer?, UnsafeRawPointer?
    ) -> Int32
  private typealias Preparer =
    @convention(c) (
      OpaquePointer?, UnsafePointer<CChar>, Int32, UnsafeMutablePointer<OpaquePointer?>, UnsafeRawPointer?
    ) -> Int32
  private typealias Binder =
    @convention(c) (OpaquePointer?, Int32, UnsafePointer<UInt8>?, Int32, UnsafeRawPointer?) -> Int32
  private typealias Stepper = @convention(c) (OpaquePointer?) -> Int32
  private typealias ByteCounter = @convention(c) (OpaquePointer?, Int32) -> Int32

  private static let row: Int32 = 100
  private let library: UnsafeMutableRawPointer
  private var database: OpaquePointer?
  private var insertion: OpaquePointer?
  private let step: Stepper
  private let reset: Stepper
  private let finalize: Stepper
  private let bind: Binder
  private let execute: Executor
  private let shut: Closer
  private let prepare: Preparer
  private let countBytes: ByteCounter

  /// Opens a new database with one table of lines, in WAL mode with FULL syncs.
  init?(_ path: String) {
    guard let library = dlopen("libsqlite3.so.0", RTLD_NOW) else { return nil }
    func function<Kind>(_ name: String, _ kind: Kind.Type) -> Kind? {
      dlsym(library, "sqlite3_" + name).map { unsafeBitCast($0, to: kind) }
    }
    guard let open = function("open", Opener.self), let step = function("step", Stepper.self),
      let reset = function("reset", Stepper.self), let finalize = function("finalize", Stepper.self),
      let bind = function("bind_text", Binder.self), let execute = function("exec", Executor.self),
      let shut = function("close", Closer.self), let prepare = function("prepare_v2", Preparer.self),
      let countBytes = function("column_bytes", ByteCounter.self)
    else { return nil }
    self.library = library
    (self.step, self.reset, self.finalize, self.bind) = (step, reset, finalize, bind)
    (self.execute, self.shut, self.prepare, self.countBytes) = (execute, shut, prepare, countBytes)
    guard open(path, &database) == 0, run("PRAGMA journal_mode=WAL"), run("PRAGMA synchronous=FULL"),
      run("CREATE TABLE IF NOT EXISTS lines(line TEXT)"),
      prepare(database, "INSERT INTO lines VALUES(?)", -1, &insertion, nil) == 0
    else { return nil }
  }

  deinit {
    _ = finalize(insertion)
    _ = shut(database)
    dlclose(library)
  }

  @discardableResult
  func run(_ text: String) -> Bool { execute(database, text, nil, nil, nil) == 0 }

  func insert(_ line: [UInt8]) {
    line.withUnsafeBufferPointer { _ = bind(insertion, 1, $0.baseAddress, Int32($0.count), nil) }
    _ = step(insertion)
    _ = reset(insertion)
  }

  /// Steps through all lines; how many bytes they have.
  func scan() -> Int {
    var selection: OpaquePointer?
    guard prepare(database, "SELECT line FROM lines", -1, &selection, nil) == 0 else { return 0 }
    defer { _ = finalize(selection) }
    var total = 0
    while step(selection) == Self.row { total += Int(countBytes(selection, 0)) }
    return total
  }
}
