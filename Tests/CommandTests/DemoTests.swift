import Foundation
import TestSupport
import Testing

/// A made-up centre to try the desk on.
@Suite struct DemoTests {
  @Test func itIsWrittenToAFileThatCanBeWorkedWith() throws {
    let centre = try Centre(empty: ())
    let path = centre.directory.file("demo.journal")
    let told = try centre.done("demo", "--tickets", "120", "--seed", "7", "--journal", path, "--no-console")
    #expect(told.out.contains(path) && told.out.contains("120 tickets"))
    #expect(try centre.done("list", "--queue", "all", "--journal", path, "--json").objects().count == 120)
    #expect(try centre.done("list", "--journal", path, "--json").objects().isEmpty == false)
    #expect(try centre.done("verify", "--journal", path).status == 0)
    #expect(try centre.run("new", "repair", "--summary", "x", "--journal", path).status == 0)
    let again = try centre.run("demo", "--journal", path, "--no-console")
    #expect(again.status == 1 && again.err.contains("exists already"))
  }

  @Test func writingNeedsAFileAndShowingATerminal() throws {
    let centre = try Centre(empty: ())
    let nowhere = try centre.run("demo", "--no-console")
    #expect(nowhere.status == 2 && nowhere.err.contains("--journal"))
    let blind = try centre.run("demo")
    #expect(blind.status == 2 && blind.err.contains("needs a terminal"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: centre.directory.path).isEmpty)
  }
}
