import Desk
import DeskStore
import Foundation
import TestSupport
import Testing

/// `journal archive`: a period in a file of its own (R18), opened like any journal and never changed.
@Suite struct ArchiveTests {
  /// A journal with a ticket of 2020 and one of 2021, recorded then.
  private func aged(_ centre: Centre) throws -> String {
    let path = centre.journal
    let live = try LiveDesk.create(
      path: path, centre: "老中心", zone: "Asia/Shanghai", firstManager: Program.account,
      at: Instant(seconds: 1_580_000_000))
    let me = ProcessIdentity.staffCode(of: Program.account)
    for (summary, seconds) in [("the old one", 1_590_000_000), ("the new one", 1_620_000_000)]
      as [(String, Int64)]
    {
      _ = try live.perform(
        Command(by: me, action: .receive(Receipt(kind: .repair, summary: summary))),
        at: Instant(seconds: seconds))
    }
    return path
  }

  @Test func aPeriodThatIsNotOverIsRefused() throws {
    let centre = try Centre()
    let file = centre.directory.file("a.journal")
    let before = centre.bytes
    let cases: [(String, String, Int32, String)] = [
      ("2020-01-01", "2999-01-01", 2, "has not come yet"),
      ("2020-01-31", "2020-01-01", 2, "end before it begins"),
      ("2020", "2020-01-01", 2, "is no date"), ("2020-02-30", "2020-03-01", 2, "is no date"),
      ("-30m", "2020-01-01", 2, "is no date"), ("2020-01-01", "2020-01-31", 1, "Nothing was recorded"),
    ]
    for (from, to, status, said) in cases {
      let answer = try centre.run("journal", "archive", "--from=\(from)", "--to=\(to)", file)
      #expect(answer.status == status && answer.err.contains(said), "\(answer)")
    }
    #expect(try centre.run("journal", "archive", file).status == 2)
    #expect(!FileManager.default.fileExists(atPath: file) && centre.bytes == before)
  }

  @Test func anArchiveIsReadAndNeverChanged() throws {
    let centre = try Centre(empty: ())
    let live = try aged(centre)
    let file = centre.directory.file("2020.journal")
    let made = try centre.done(
      "journal", "archive", "--journal", live, "--from", "2020-01-01", "--to", "2020-12-31", file, "--json"
    ).object()
    #expect(made["first"] as? Int == 0 && made["last"] as? Int == 2)
    let noted = try #require(made["noted"] as? String)
    for journal in [file, live] {
      #expect(try centre.run("verify", "--journal", journal, "--against", noted).status == 0)
    }
    let list = try centre.done("list", "--journal", file)
    #expect(list.out.contains("the old one") && !list.out.contains("the new one"))
    #expect(try centre.done("show", "1001", "--journal", file).out.contains("the old one"))
    let info = try centre.done("journal", "info", "--journal", file, "--json").object()
    #expect(info["why"] as? String == "archive")
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    for line in [["note", "1001", "x"], ["new", "repair", "--summary", "x"], ["unit", "add", "1-1"]] {
      let answer = try centre.run(line + ["--journal", file])
      #expect(answer.status == 3 && answer.err.contains("sealed archive"), "\(answer)")
      #expect(try centre.run(line + ["--journal", file, "--lang", "zh"]).err.contains("封存"))
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
    let again = try centre.run(
      "journal", "archive", "--journal", live, "--from", "2020-01-01", "--to", "2020-12-31", file)
    #expect(again.status == 1 && again.err.contains("exists already"))
  }
}
