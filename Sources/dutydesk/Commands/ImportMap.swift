import Desk
import DeskStore
import Glibc
import TextCoding
import Words

extension CommandTable {
  private static let ledger = ArgumentDefinition(
    placeholder: "FILE.csv",
    help: Phrase("要导入的 CSV 文件；- 为标准输入", "the CSV file to be taken over; - reads standard input"))

  static let importMapSketch = CommandDefinition(
    path: ["import", "map"], section: .intake,
    summary: Phrase(
      "按 CSV 文件的列和内容写出对照文件草稿", "writes a map for a CSV file, from its columns and what stands in them"),
    arguments: [ledger], options: [.encoding],
    examples: ["import map ledger.csv", "import map ledger.csv --encoding gb18030"],
    work: .other { session, invocation in
      let path = invocation.argument(0) ?? "-"
      let told = TableFile.Options(encoding: try invocation.encoding())
      let table = try TableFile.opening(path, told)
      let sketch: MapSketch
      do {
        sketch = try MapSketch(table)
      } catch let fault as TableFault {
        throw TableFailure(fault: fault, path: path)
      }
      session.out.page(MapSketchText.text(sketch, of: table, told: told, path: path, session.words))
    })
}

extension TableFile {
  /// The file of that name, standard input for `-`; throws a `UsageFault` or a `TableFailure`.
  static func opening(_ path: String, _ options: Options) throws -> TableFile {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw UsageFault.unreadable(path: path, errno: errno) }
    defer { if path != "-" { close(descriptor) } }
    do throws(TableFault) {
      return try TableFile(descriptor: descriptor, options: options)
    } catch {
      throw TableFailure(fault: error, path: path)
    }
  }
}

extension OptionDefinition {
  /// For every command that takes a file of rows.
  static let encoding = Self(
    "encoding", .name,
    Phrase("文件的编码，如 gb18030；缺省自行判断", "the encoding of the file, such as gb18030; else it is judged"))
}

extension Invocation {
  /// What `--encoding` says; nil where it is not given.
  func encoding() throws(UsageFault) -> TextEncoding? {
    guard let name = self[.encoding] else { return nil }
    guard let encoding = TextEncoding(named: name) else { throw .unknownEncoding(name) }
    return encoding
  }
}
