import Desk
import DeskStore
import Foundation
import Journal
import Terminal
import TestSupport
import Testing

@testable import Console

/// A journal that somebody else holds, or that something else took the place of, under an open console.
@Suite struct HeldJournalTests {
  private let place: TemporaryDirectory
  private let live: LiveDesk

  init() throws {
    place = try TemporaryDirectory()
    live = try LiveDesk.create(
      path: place.file("desk.journal"), centre: "翠湖", zone: "UTC", firstManager: "li.na")
    _ = try live.perform(Self.receive("one"))
  }

  private static func receive(_ summary: String) -> Command {
    Command(
      by: StaffCode("li.na"), action: .receive(Receipt(kind: .inquiry, topic: .fees, summary: summary)))
  }

  /// A process of its own that holds the lock until it is ended.
  private func holder() throws -> Child {
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(null) }
    return try Child(
      "/usr/bin/flock", ["-o", place.file("desk.journal"), "sleep", "60"],
      environment: ["PATH": "/usr/bin:/bin"],
      input: null, output: null, error: null)
  }

  @Test func theScreenLivesAndTheHolderIsNamed() throws {
    let holder = try holder()
    let port = try LiveDeskPort(live)
    while port.lockHolders.isEmpty { usleep(2000) }
    #expect(port.lockHolders == [LockHolder(process: holder.pid, account: getuid())])
    var waits = 0
    port.whileWaiting = {
      waits += 1
      guard waits == 3 else { return }
      let said = port.sentence(for: StoreError.journal(.busy), in: .en)
      #expect(said.contains("process \(holder.pid) (\(ProcessIdentity.account))"), "\(said)")
      #expect(port.sentence(for: StoreError.journal(.busy), in: .zh).contains("进程\(holder.pid)"))
      holder.signal(SIGTERM)
    }
    // The lock is free again as soon as its holder is gone.
    #expect(try port.perform(Self.receive("two")).count == 1)
    _ = holder.wait()
    #expect(waits >= 3 && port.lockHolders.isEmpty)
  }

  @Test func somethingElseUnderTheNameStopsTheConsoleUntilTheJournalIsBack() throws {
    let port = try LiveDeskPort(live)
    let path = place.file("desk.journal")
    let kept = place.file("kept")
    let other = try LiveDesk.create(
      path: place.file("other.journal"), centre: "别处", zone: "UTC", firstManager: "li.na")
    #expect(Glibc.rename(path, kept) == 0 && Glibc.rename(other.path, path) == 0)
    let bytes = try place.read("desk.journal")
    #expect(throws: StoreError.anotherJournal(path: path)) { try port.follow() }
    #expect(port.restriction == .stopped(.anotherJournal(path: path)))
    #expect(try port.follow().isEmpty, "it is told once and stays on the screen")
    #expect(throws: StoreError.anotherJournal(path: path)) { try port.perform(Self.receive("two")) }
    #expect(port.desk.tickets.map(\.summary) == ["one"])
    #expect(try place.read("desk.journal") == bytes)
    #expect(Glibc.rename(kept, path) == 0)
    _ = try port.follow()
    #expect(port.restriction == nil)
    #expect(try port.perform(Self.receive("two")).count == 1)
  }
}

/// What went wrong with the journal stays until it was read; a clock that was set is told.
@Suite struct KeptNoticeTests {
  @Test func notSavedStaysOnTheScreenUntilItIsPutAway() throws {
    let driver = Driver(try SmallDesk().port, language: .en)
    driver.port.failure = StoreError.journal(.busy)
    try driver.run(.note)
    driver.type("x")
    driver.press(.control("S"))
    #expect(driver.text.contains("JournalError.busy"))
    driver.type("y")
    driver.press(.left, .tab)
    #expect(driver.text.contains("JournalError.busy"), "typing on does not wipe it")
    driver.press(.escape)
    #expect(!driver.text.contains("JournalError.busy"))
    #expect(driver.scope == .form, "the key that read it does nothing else")
  }

  @Test func aClockThatWasSetIsTold() throws {
    let driver = Driver(try SmallDesk().port, language: .en)
    driver.console.clockJumped(by: .hours(-2))
    #expect(driver.text.contains("set back by 2h"), "\(driver.text)")
    driver.console.clockJumped(by: .minutes(30))
    #expect(driver.text.contains("set forward by 30m"))
  }

  @Test func aClockFarFromTheLastRecordIsAskedAbout() throws {
    let driver = Driver(try SmallDesk().port, language: .en)
    driver.port.failure = Refusal.clockFar(last: driver.port.now, now: driver.port.now + .days(900))
    try driver.run(.note)
    driver.type("x")
    driver.press(.control("S"))
    #expect(driver.scope == .confirm && driver.text.contains("clock may be wrong"))
  }
}
