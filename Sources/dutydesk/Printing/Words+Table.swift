import DeskStore
import TextCoding
import Words

/// What is said of files of rows.
extension Words {
  /// What was assumed about a file.
  func sentence(for assumption: TableAssumption) -> String {
    switch assumption {
    case .encoding(let encoding):
      text(
        "编码：按 \(encoding.name.uppercased()) 读（--encoding 可改）。",
        "Read as \(encoding.name.uppercased()) (--encoding says otherwise).")
    case .separator(let byte):
      text("分隔符：\(quoted(symbol(byte)))。", "The cells are separated by \(quoted(symbol(byte))).")
    case .separatorLine(let byte):
      text("第1行写明分隔符：\(quoted(symbol(byte)))。", "Line 1 names the separator: \(quoted(symbol(byte))).")
    case .carriageReturns: text("行尾是 CR。", "Lines end in CR.")
    case .header(let line, let above):
      text(
        "列名在第\(line)行；上面的\(quoted(above))等不算。",
        "The names of the columns stand in line \(line), below \(quoted(above)).")
    case .emptyColumns(let count):
      text("末尾\(count)个空列不算。", "\(count) empty \(count == 1 ? "column" : "columns") at the end left out.")
    case .unnamed(let names):
      text("没有列名的列叫作\(list(names))。", "Columns without a name are called \(list(names)).")
    case .repeated(let names):
      text("重复的列名改叫\(list(names))。", "Columns whose name stood there before are called \(list(names)).")
    }
  }

  /// Why no table can be read out of a file.
  func sentence(for fault: TableFault) -> String {
    switch fault {
    case .unreadable(let number):
      text("不能读取：\(Errors.text(number))", "cannot be read: \(Errors.text(number))")
    case .noRoom(let number):
      text(
        "临时文件写不下（\(Errors.text(number))），请用 TMPDIR 指定别的目录。",
        "there is no room for a temporary file (\(Errors.text(number))); name another folder with TMPDIR.")
    case .encoding(let fault): sentence(for: fault) + remedy(for: fault)
    case .notRows(.page):
      text(
        "是网页，不是 CSV。请用表格软件打开，另存为 CSV。",
        "it is a web page, not CSV. Open it in a spreadsheet and save it as CSV.")
    case .notRows(let kind):
      text(
        "是表格文件（\(kind.rawValue)），不是 CSV。请在表格软件中另存为 CSV。",
        "it is a workbook (\(kind.rawValue)), not CSV. Save it as CSV in the spreadsheet program.")
    case .noHeader: text("没有写列名的行。", "there is no line that names the columns.")
    case .badHeader(let line, let fault):
      text("第\(line)行（列名）：", "line \(line), with the names of the columns: ") + sentence(for: fault)
    }
  }

  /// What leads on.
  private func remedy(for fault: EncodingFault) -> String {
    switch fault {
    case .undecided:
      text(
        "。请指定：--encoding utf-8 或 --encoding gb18030。", ". Say which: --encoding utf-8 or --encoding gb18030.")
    case .unlikely, .neither:
      text(
        "。请指定编码，如 --encoding \(any(TextEncoding.examples))。",
        ". Say what it is: --encoding \(any(TextEncoding.examples)).")
    case .unmarked(let encoding):
      text("。请指定：--encoding \(encoding.name)。", ". Say so: --encoding \(encoding.name).")
    case .invalid, .contradicted, .irreversible:
      text("。请换一种编码，或去掉 --encoding。", ". Name another encoding, or leave --encoding out.")
    case .cutOff: text("。请重新复制或导出。", ". Copy or export it again.")
    case .unavailable: text("。请另存为 UTF-8。", ". Save the file as UTF-8.")
    }
  }

  /// The byte between two cells, as it is typed.
  func symbol(_ separator: UInt8) -> String {
    separator == UInt8(ascii: "\t") ? "tab" : String(UnicodeScalar(separator))
  }
}

/// A file of rows that could not be read.
struct TableFailure: Error {
  let fault: TableFault
  let path: String
}
