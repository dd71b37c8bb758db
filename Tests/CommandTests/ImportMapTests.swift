import Foundation
import TestSupport
import Testing

/// A map made for somebody's ledger.
@Suite struct ImportMapCommand {
  /// A repair ledger as a service centre keeps it in a spreadsheet.
  private static let ledger = """
    阳光花园2024年报修台账,,,,,,,,,,,,,,
    制表：张三,,,,,,,,,打印：2024-12-31,,,,,
    单号,报修时间,房号,业主,电话,类别,内容,派工时间,维修人员,到场时间,完工时间,材料费,办结时间,回访时间,满意度
    W001,2024/3/5 8:05,3-2-1201,王芳,13812345678,水,厨房漏水,2024/3/5 8:20,李强,2024/3/5 9:00,2024/3/5 10:30,35,2024/3/5 17:00,2024/3/7 10:00,满意
    W002,2024/3/6 19:40,3-2-902,刘洋,1.38E+10,电,"跳闸，
    整层没电",2024/3/6 19:45,赵军,2024/3/6 20:10,2024/3/6 21:00,,2024/3/7 9:00,,
    W003,2024/3/8 9:15,5-1-101,陈静,13700000000,门禁,刷卡不开,2024/3/8 9:30,李强,2024/3/8 14:00,,,,,
    W004,2024/3/9 10:00,5-1-102,周涛,13600000000,水,"下水道堵塞",2024/3/9 10:10,李强,2024/3/9 11:00,2024/3/9 12:00,20.5,2024/3/10 9:00,2024/3/11 9:00,一般

    """

  private func file(
    _ centre: Centre, _ text: String, _ encoding: String = "utf-8", name: String = "ledger.csv"
  ) throws
    -> String
  {
    try centre.directory.write(try #require(written(text, in: encoding)), to: name)
  }

  /// What the command prints.
  private func sketch(_ centre: Centre, _ path: String, _ options: String...) throws -> String {
    let answer = try centre.run(["import", "map", path] + options)
    #expect(answer.status == 0, "\(answer)")
    return answer.out
  }

  @Test func aLedgerWithATitleInGB18030GetsAMap() throws {
    let centre = try Centre()
    let path = try file(centre, Self.ledger.replacing("\n", with: "\r\n"), "GB18030")
    try golden(try sketch(centre, path, "--lang", "zh"), "ledger-zh.map")
    try golden(try sketch(centre, path), "ledger-en.map")
  }

  /// Every map as it is written takes its ledger: a step that needs somebody whom no column names is left as a comment.
  @Test(arguments: ["维修员", "接单人", "颜色"]) func aMapTakesItsLedgerAsItIs(who: String) throws {
    let centre = try Centre()
    let path = try file(
      centre,
      "单号,报修时间,房号,报修事项,派工时间,\(who),到场时间,完工时间\nW1,2024/3/5 8:05,3-2-1201,厨房漏水,2024/3/5 8:20,李强,2024/3/5 9:00,2024/3/5 10:30\n"
    )
    let map = try sketch(centre, path)
    #expect(map.contains("\nsummary = \"{报修事项}\"\n"))
    #expect(map.contains("\n[steps.dispatch]\n") == (who != "颜色") && map.contains("to = "), "\(map)")
    let name = try centre.directory.write(Array(map.utf8), to: "its.map")
    let answer = try centre.run("import", "tickets", path, "--map", name)
    #expect(answer.status == 0 && answer.out.contains("1 taken"), "\(answer)")
    let orders = try #require(try centre.show("1001")["orders"] as? [[String: Any]])
    #expect(orders.count == (who == "颜色" ? 0 : 1))
  }

  /// A step that cannot be is named by its section, and in Chinese by what it is.
  @Test func whatIsWrongWithAStepNamesTheStep() throws {
    let centre = try Centre()
    let map = try file(
      centre,
      """
      kind = "tickets"
      [columns]
      kind = "repair"
      summary = "{what}"
      received = "{when}"
      [steps.dispatch]
      on = "{sent}"
      to = "{who}"
      """, name: "t.map")
    let path = try file(
      centre, "what,when,sent,who\nx,2024-03-01 09:00,2024-03-01 09:05,\ny,2024-03-01 09:00,2024-02-30,li\n",
      name: "t.csv")
    let zh = try centre.run("import", "tickets", path, "--map", map, "--lang", "zh").err
    #expect(zh.contains("第2行：派单（steps.dispatch）：派给谁或改成什么（to）为空"), "\(zh)")
    #expect(zh.contains("第3行：派单（steps.dispatch）：时间（on）读不懂时间"), "\(zh)")
    let en = try centre.run("import", "tickets", path, "--map", map).err
    #expect(en.contains("line 2: steps.dispatch: to is empty"), "\(en)")
  }

  @Test func aLogOfStatesGetsAMap() throws {
    let centre = try Centre()
    let path = try file(
      centre,
      "number,state,priority,opened_at,sys_updated_at,assigned_to,category\n"
        + "INC1,New,3 - Moderate,5/3/2023 08:05,5/3/2023 08:05,Ann,Network\n"
        + "INC1,Closed,3 - Moderate,5/3/2023 08:05,6/3/2023 09:05,Ann,Network\n"
        + "INC2,Awaiting Moon,1 - Critical,5/3/2023 08:05,6/3/2023 09:05,Bob,Mail*\n")
    try golden(try sketch(centre, path), "log-en.map")
  }

  @Test func whatTheUserSaysStandsInTheMap() throws {
    let centre = try Centre()
    let path = try file(centre, "单号,内容\nA1,漏水\n", "utf-16le")
    #expect(try centre.run("import", "map", path).err.contains("--encoding utf-16le"))
    let map = try sketch(centre, path, "--encoding", "utf-16le")
    #expect(map.contains("\nencoding = \"utf-16le\"\n"))
    #expect(map.contains("\nref = \"{单号}\"\n") && map.contains("\nsummary = \"{内容}\"\n"))
  }

  @Test func standardInputWillDo() throws {
    let centre = try Centre()
    let answer = try centre.run("import", "map", "-", input: Data("unit,name,phone\n5-1-101,a,1\n".utf8))
    #expect(answer.status == 0 && answer.out.contains("kind = \"contacts\""))
    let shell = try centre.shell("printf 'unit;note\\n5-1-101;x\\n' | \"$0\" import map /dev/stdin")
    #expect(shell.status == 0 && shell.out.contains("kind = \"units\""), "\(shell)")
    #expect(shell.out.contains("# separator = \";\""))
  }

  @Test func whatCannotBeReadGetsASentence() throws {
    let centre = try Centre()
    let cases: [([UInt8], [String], String)] = [
      ([], [], "no line that names the columns"),
      ([0x50, 0x4B, 0x03, 0x04], [], "it is a workbook (xlsx)"),
      (
        Array("a,b\n1,".utf8) + [0xFF], [],
        "neither UTF-8 (line 2, byte 3: FF) nor GB18030 (line 2, byte 3: FF)"
      ),
      (Array("a,b\n1,é\n".utf8), [], "--encoding utf-8 or --encoding gb18030"),
      (Array("a,b\n".utf8), ["--encoding", "klingon"], "There is no encoding “klingon”"),
      (Array("a,b\n".utf8), ["--encoding", "utf-8//IGNORE"], "There is no encoding"),
    ]
    for (bytes, options, said) in cases {
      let path = try centre.directory.write(bytes, to: "odd.csv")
      let answer = try centre.run(["import", "map", path] + options)
      #expect(answer.status == 2 && answer.err.contains(said), "\(answer)")
      #expect(answer.out.isEmpty)
    }
    let missing = try centre.run("import", "map", "/nowhere.csv")
    #expect(missing.status == 2 && missing.err.contains("/nowhere.csv cannot be read"))
  }

  @Test func withoutItsConverterASentenceSaysSo() throws {
    let centre = try Centre()
    let path = try file(centre, Self.ledger, "GB18030")
    // A folder of converters in which this one is named and not there.
    let folder = centre.directory.file("gconv")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("module GB18030// INTERNAL /nowhere/NONE 1\n".utf8)
      .write(to: URL(fileURLWithPath: folder + "/gconv-modules"))
    let answer = try centre.run(["import", "map", path], environment: ["GCONV_PATH": folder])
    #expect(answer.status == 2, "\(answer)")
    #expect(answer.err.contains("cannot convert from GB18030"))
  }
}
