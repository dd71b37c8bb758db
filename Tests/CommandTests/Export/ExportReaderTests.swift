import Foundation
import TestSupport
import Testing

/// Other people's programs read what is exported, without being told how.
@Suite struct ExportReaderTests {
  private static func has(_ program: String) -> Bool { path(program) != nil }

  private static func path(_ program: String) -> String? {
    let folders = ["/usr/local/bin", "/usr/bin", "/bin", "/opt/libreoffice/program"]
    return folders.map { $0 + "/" + program }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private func rowCounts(_ folder: ExportedFolder) throws -> [(name: String, rows: Int)] {
    let files = try #require(try folder.manifest()["files"] as? [[String: Any]])
    return files.flatMap { $0["tables"] as? [[String: Any]] ?? [] }.compactMap { table in
      guard let name = table["table"] as? String, let rows = table["rows"] as? Int else { return nil }
      return (name, rows)
    }
  }

  @Test(.enabled(if: has("sqlite3"), "sqlite3 is not installed")) func sqliteImportsEveryTable() throws {
    let centre = try Centre(demo: 120)
    try centre.done("note", "1001", "a\nb, \"c\"")
    for options in [[], ["--names", "codes"]] {
      let folder = ExportedFolder(path: centre.directory.file("out\(options.count)"))
      #expect(try centre.run(["export", folder.path] + options).status == 0)
      for (name, rows) in try rowCounts(folder) {
        let said = try Program.run(
          try #require(Self.path("sqlite3")),
          [":memory:", ".mode csv", ".import \(folder.path)/\(name).csv t", "select count(*) from t;"])
        #expect(said.trimmingCharacters(in: .whitespacesAndNewlines) == "\(rows)", "\(name) \(said)")
      }
    }
  }

  @Test(.enabled(if: has("psql") && Postgres.isThere, "PostgreSQL is not installed"))
  func postgresLoadsEveryTable() throws {
    let centre = try Centre(demo: 120)
    for text in ["\\N", "\\.", "a\tb\nc", "\\\\x", "{\"a\"}", "é\u{1F600}"] {
      #expect(try centre.run("note", "1001", "--text=" + text).status == 0)
    }
    let folder = try centre.export("out", "--format", "sql")
    let server = try Postgres()
    defer { server.stop() }
    try server.load(folder.path + "/desk.sql")
    for (name, rows) in try rowCounts(folder) {
      #expect(try server.ask("select count(*) from \"\(name)\"") == "\(rows)", "\(name)")
    }
    let list = try centre.done("list", "--queue", "all", "--json").objects()
    for status in Set(list.compactMap { $0["status"] as? String }) {
      let count = list.filter { $0["status"] as? String == status }.count
      #expect(try server.ask("select count(*) from tickets where status = '\(status)'") == "\(count)")
    }
    #expect(
      try server.ask("select data->>'text' from events where type = 'ticket.noted' order by seq desc limit 1")
        == "é\u{1F600}")
    // Who is late now, by the database's own clock.
    let late = try centre.done("list", "--late", "--json").objects().count
    let asked = try server.ask(
      "select count(*) from tickets where status not in ('closed','cancelled','merged') and late_from < now()"
    )
    #expect(asked == "\(late)")
    #expect(try server.ask("select obj_description('tickets'::regclass)").contains("工单"))
  }

  @Test(.enabled(if: has("soffice"), "LibreOffice is not installed")) func aSpreadsheetSavesWhatItOpened()
    throws
  {
    let centre = try Centre(demo: 40)
    let folder = try centre.export("out", "--excel", "--lang", "zh")
    let said = try Program.run(
      try #require(Self.path("soffice")),
      [
        "--headless", "-env:UserInstallation=file://\(centre.directory.path)/office", "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "--outdir",
        centre.directory.file("saved"), folder.path + "/tickets.csv",
      ])
    let saved = try String(contentsOfFile: centre.directory.file("saved/tickets.csv"), encoding: .utf8)
    let (before, after) = (try folder.rows("tickets"), CSVText.rows(saved))
    #expect(before.count == after.count, "\(said)")
    // Rooms and phones are what they were, not numbers and days.
    for (old, new) in zip(before.dropFirst(), after.dropFirst()) {
      #expect("=\"\(new[6])\"" == old[6] || (new[6].isEmpty && old[6].isEmpty))
    }
  }

  @Test(.enabled(if: has("duckdb"), "duckdb is not installed")) func duckReadsEveryTable() throws {
    let centre = try Centre(demo: 40)
    let folder = try centre.export("out")
    _ = try Program.run("/bin/sh", ["-c", "cd '\(folder.path)' && duckdb -c '.read load.duckdb.sql'"])
    #expect(try folder.names.contains("tickets.parquet"))
  }
}

/// A PostgreSQL of its own, in a folder of its own, that nothing but this test can reach.
private final class Postgres {
  private static let folders =
    (15...20).reversed().map { "/usr/lib/postgresql/\($0)/bin" } + ["/usr/bin", "/usr/local/bin"]
  private static let binaries = folders.first {
    FileManager.default.isExecutableFile(atPath: $0 + "/postgres")
  }

  static var isThere: Bool {
    binaries != nil && (getuid() != 0 || getpwnam("postgres") != nil)
  }

  private let folder: TemporaryDirectory
  private let bin: String

  init() throws {
    bin = try #require(Self.binaries)
    folder = try TemporaryDirectory()
    // The server refuses to be root, and goes its own ways to its folder then.
    if getuid() == 0 {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
      try FileManager.default.createDirectory(atPath: folder.file("pg"), withIntermediateDirectories: false)
      _ = try Program.run("/bin/chown", ["postgres", folder.file("pg")])
    } else {
      try FileManager.default.createDirectory(atPath: folder.file("pg"), withIntermediateDirectories: false)
    }
    _ = try run(
      "initdb", ["-A", "trust", "-U", "desk", "-E", "UTF8", "--locale=C", "-N", "-D", folder.file("pg/data")])
    _ = try run(
      "pg_ctl",
      [
        "-D", folder.file("pg/data"), "-w", "-l", folder.file("pg/log"), "-o",
        "-c listen_addresses='' -c unix_socket_directories='\(folder.file("pg"))' -c fsync=off", "start",
      ])
  }

  func stop() { _ = try? run("pg_ctl", ["-D", folder.file("pg/data"), "-m", "immediate", "stop"]) }

  func load(_ file: String) throws {
    _ = try Program.run(
      "/usr/bin/psql", ["-X", "-q", "-h", folder.file("pg"), "-U", "desk", "-d", "postgres", "-f", file])
  }

  func ask(_ query: String) throws -> String {
    let said = try Program.run(
      "/usr/bin/psql", ["-XqAt", "-h", folder.file("pg"), "-U", "desk", "-d", "postgres", "-c", query])
    return said.hasSuffix("\n") ? String(said.dropLast()) : said
  }

  private func run(_ program: String, _ arguments: [String]) throws -> String {
    let words = [bin + "/" + program] + arguments
    return getuid() == 0
      ? try Program.run("/usr/sbin/runuser", ["-u", "postgres", "--"] + words)
      : try Program.run(words[0], arguments)
  }
}
