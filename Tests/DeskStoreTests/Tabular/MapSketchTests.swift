import Desk
import TestSupport
import Testing

@testable import DeskStore

/// What a ledger seems to hold.
private func sketch(_ text: String) throws -> MapSketch { try MapSketch(ReadTable(text).file) }

/// What is made of the moments of one column.
private func times(_ values: [String], _ name: String = "报修时间") throws -> [String] {
  try sketch("单号,\(name)\n" + values.enumerated().map { "\($0.offset),\"\($0.element)\"\n" }.joined()).times
    .map(\.text)
}

@Suite struct MapSketches {
  @Test(arguments: [
    (["2024-01-02 09:00", "2024-01-03 10:00"], ["%Y-%m-%d %H:%M"]),
    (["2024/1/2 9:00", "2024-01-03"], ["%Y/%m/%d %H:%M", "%Y-%m-%d"]),
    (["2023/3/5 下午 8:05", "2023/3/5 上午 8:05"], ["%Y/%m/%d %p %I:%M"]),
    (["2023年3月5日 20点05分"], ["%Y年%m月%d日 %H点%M分"]),
    (["8/31/2023 08:05:07 PM", "1/2/2023 1:05:07 AM"], ["%m/%d/%Y %I:%M:%S %p"]),
    (["31/8/2023 08:05", "1/2/2023 1:05"], ["%d/%m/%Y %H:%M"]),
    (["43580.39", "43581"], ["serial", "serial"]), (["1678003500", "1678003501"], ["epoch"]),
    (["1678003500123"], ["epoch-ms"]), (["20230305080500"], ["%Y%m%d%H%M%S"]),
    (["5 Mar 2023", "31 Dec 2024"], ["%d %b %Y"]),
    (["2023-03-05T08:05:00.123+08:00"], ["%Y-%m-%dT%H:%M:%S.%f%z"]),
    (["2023-03-05 24:00", "2023-03-05 9:00"], ["%Y-%m-%d %H:%M"]),
    (["漏水"], []), (["2024-01-02", "明天"], ["%Y-%m-%d"]), (["2024-01-02", "-", "?"], ["%Y-%m-%d"]),
    (["2023/3/5 8:05", "5/13/2023 8:05"], ["%Y/%m/%d %H:%M", "%m/%d/%Y %H:%M"]), (["2024-13-45"], []),
    ([""], []),
  ])
  func theWayMomentsAreWrittenIsFound(values: [String], formats: [String]) throws {
    #expect(try times(values) == formats.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
  }

  @Test func oneColumnProvesTheOrderForAll() throws {
    let proven = try sketch("ref,received,closed\n1,1/2/2023,2/14/2023\n")
    #expect(proven.times.map(\.text) == ["%m/%d/%Y"] && proven.ambiguous == nil)
    let open = try sketch("ref,received,closed\n1,1/2/2023,2/3/2023\n")
    #expect(open.times.map(\.text) == ["%d/%m/%Y"] && open.ambiguous == "received")
  }

  @Test func whatNoWayReadsIsNamed() throws {
    let sketch = try sketch("单号,报修时间,办结时间\n1,2024-01-02,2024-01-03\n2,明天,/\n")
    #expect(sketch.columns.map(\.oddMoment) == ["1", "明天", nil])
    #expect(sketch.missing == ["/"])
  }

  @Test func aSortThatIsNoneOfOursIsATopic() throws {
    let topics = try sketch("单号,内容,类别\n1,x,水\n2,x,电\n")
    #expect(topics.columns[2].meaning == .ours(.topic))
    let kinds = try sketch("单号,内容,类别\n1,x,报修\n2,x,电\n")
    #expect(kinds.columns[2].meaning == .ours(.kind))
  }

  @Test func momentsOfNoKnownNameAreWhenItCameIn() throws {
    #expect(try sketch("内容,甲\n漏水,2024-01-02\n").columns[1].meaning == .ours(.received))
    #expect(try sketch("内容,甲\n漏水,13812345678\n").columns[1].meaning == nil)
  }

  @Test func numbersThatAreNoMomentsAreNone() throws {
    #expect(try sketch("单号,电话,材料费\n1,13812345678,43580.5\n").times.isEmpty)
  }

  @Test func columnsAreKnownByTheirNames() throws {
    let sketch = try sketch("报修单号,报修时间（首次）,业主电话,业主姓名,维修人员,负责人,房号,备注\n1,,,,,,,\n")
    let found = sketch.columns.map(\.meaning)
    #expect(
      found == [
        .ours(.ref), .ours(.received), .ours(.phone), .ours(.caller), .technician, .ours(.owner),
        .ours(.unit), nil,
      ])
    #expect(sketch.kind == .tickets && !sketch.isLog)
  }

  @Test func everyMeaningGoesToOneColumn() throws {
    let sketch = try sketch("序号,单号,时间,报修时间\n1,2,,\n")
    #expect(sketch.columns.map(\.meaning) == [nil, .ours(.ref), nil, .ours(.received)])
  }

  @Test(arguments: [
    ("unit,note\n1,x\n", ImportKind.units), ("房号,姓名,电话\n1,x,2\n", .contacts), ("工号,姓名,岗位\n1,x,y\n", .staff),
    ("ref,summary\n1,x\n", .tickets), ("ref,state,updated\nA,open,x\nA,closed,x\n", .events),
    ("x,y\n1,2\n", .tickets),
    ("ref,state,updated,summary\nA,open,x,\nB,closed,x,\n", .tickets),
  ])
  func theKindOfRowsIsGuessed(text: String, kind: ImportKind) throws {
    #expect(try sketch(text).kind == kind)
  }

  @Test func fewValuesAreCountedAndManyAreNot() throws {
    let rows = (0..<60).map { "\($0),\($0 % 2 == 0 ? "水" : "电"),1.38E+10\n" }.joined()
    let sketch = try sketch("单号,类别,电话\n" + rows)
    #expect(sketch.columns[0].values == nil)
    #expect(
      sketch.columns[1].values?.map(\.text) == ["水", "电"]
        && sketch.columns[1].values?.map(\.count) == [30, 30])
    #expect(sketch.columns[2].damaged == 60 && sketch.rows == 60)
  }
}
