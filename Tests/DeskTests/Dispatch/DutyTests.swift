import Desk
import Testing

/// Who is on, on call, off or away; derived from shift, roster and absences, never typed twice.
struct DutyTests {
  private let today = Scene.start
  /// 2026-11-22, as days after 1970-01-01.
  private let day = 20_779

  private func scene(_ change: (inout StaffEdit) -> Void) throws -> Scene {
    var scene = Scene()
    var edit = StaffEdit(code: "wang")
    edit.from = day - 30
    edit.reason = HoursReason("抄入原有排班")
    change(&edit)
    try scene.run(.editStaff(edit), by: "zhao")
    return scene
  }

  private func found(_ scene: Scene, _ moment: String) throws -> Availability {
    scene.desk.availability(of: try #require(scene.desk.staff["wang"]), at: after(moment))
  }

  @Test func theDayOfTheSceneIsTheOneNamed() {
    #expect(CivilTime.day("2026-11-22") == day && CivilTime.dayText(day) == "2026-11-22")
    #expect(CivilTime.dayText(-719_528) == "0000-01-01" && CivilTime.day("2026-02-29") == nil)
  }

  @Test func withoutAShiftNothingIsSaid() throws {
    let scene = Scene()
    #expect(try found(scene, "3h") == .unknown)
    #expect(scene.desk.hours(of: try #require(scene.desk.staff["wang"]), from: today, to: after("1d")) == nil)
  }

  @Test func aShiftInPartsRestsBetweenThem() throws {
    let scene = try scene { $0.shift = Shift(text: "08:00-12:00,13:30-17:30") }
    #expect(try found(scene, "7h") == .off(until: after("8h")))
    #expect(try found(scene, "8h") == .onDuty(until: after("12h")))
    #expect(try found(scene, "12h") == .off(until: after("13h30m")))
    #expect(try found(scene, "17h") == .onDuty(until: after("17h30m")))
    #expect(try found(scene, "18h") == .off(until: after("1d8h")))
  }

  @Test func aNightShiftOfYesterdayStillRuns() throws {
    let scene = try scene { $0.shift = Shift(text: "20:00-08:00") }
    #expect(try found(scene, "3h") == .onDuty(until: after("8h")))
    #expect(try found(scene, "21h") == .onDuty(until: after("1d8h")))
  }

  @Test func aShiftAroundTheClockNeverEnds() throws {
    let scene = try scene { $0.shift = Shift(text: "00:00-24:00") }
    #expect(try found(scene, "23h") == .onDuty(until: nil))
  }

  @Test func theRosterOverridesWhatIsAlwaysSoOnItsDaysOnly() throws {
    var scene = try scene { $0.shift = Shift(text: "08:00-17:00") }
    try scene.run(.setRoster(RosterLine(staff: "wang", days: day...day, duty: .off)), by: "sun")
    #expect(try found(scene, "9h") == .off(until: after("1d8h")))
    #expect(try found(scene, "1d9h") == .onDuty(until: after("1d17h")))
    let night = Duty.onCall(Shift(start: 1200, end: 480))
    try scene.run(.setRoster(RosterLine(staff: "wang", days: day...(day + 1), duty: night)), by: "sun")
    #expect(try found(scene, "21h") == .onCall(until: after("1d8h")))
    try scene.run(.setRoster(RosterLine(staff: "wang", days: day...day, duty: nil)), by: "sun")
    #expect(try found(scene, "9h") == .onDuty(until: after("17h")))
    scene.expectRefusal(
      .nothingToChange, .setRoster(RosterLine(staff: "wang", days: day...day, duty: nil)), by: "sun")
    scene.expectRefusal(
      .tooManyDays(limit: 400),
      .setRoster(RosterLine(staff: "wang", days: day...(day + 400), duty: .off)), by: "sun")
  }

  @Test func twoPeopleSwapTheirDutiesOfADay() throws {
    var scene = try scene { $0.shift = Shift(text: "08:00-17:00") }
    var edit = StaffEdit(code: "liu")
    scene.expectRefusal(.noDuty("liu", day: day), .swapDuties(day: day, "wang", "liu"), by: "sun")
    edit.shift = Shift(text: "20:00-08:00")
    try scene.run(.editStaff(edit), by: "zhao")
    scene.expectEvents(
      .swapDuties(day: day, "wang", "liu"), by: "sun",
      [said(.dutiesSwapped(day: day, "wang", "liu"), by: "sun")])
    try scene.run(.swapDuties(day: day, "wang", "liu"), by: "sun")
    #expect(try found(scene, "9h") == .off(until: after("20h")))
    #expect(
      try found(scene, "21h") == .onDuty(until: after("1d17h")), "the night runs into tomorrow's own shift")
    try scene.run(.swapDuties(day: day, "liu", "wang"), by: "sun")
    #expect(try found(scene, "9h") == .onDuty(until: after("17h")))
    scene.expectRefusal(.nothingToChange, .swapDuties(day: day, "wang", "wang"), by: "sun")
  }

  @Test func anAbsenceCutsAPieceOutOfTheShift() throws {
    var scene = try scene { $0.shift = Shift(text: "08:00-17:00") }
    try scene.run(
      .addAbsence(Absence(staff: "wang", reason: .rest, window: Window("12h", "13h"))), by: "li.na")
    #expect(try found(scene, "11h") == .onDuty(until: after("12h")))
    #expect(try found(scene, "12h30m") == .away(.rest, until: after("13h")))
    #expect(try found(scene, "13h") == .onDuty(until: after("17h")))
    let wang = try #require(scene.desk.staff["wang"])
    #expect(
      scene.desk.hours(of: wang, from: after("10h"), to: after("16h")) == [
        Window("10h", "12h"), Window("13h", "16h"),
      ])
    scene.expectRefusal(
      .alreadyAway("wang", Window("12h", "13h")),
      .addAbsence(Absence(staff: "wang", reason: .leave, window: Window("12h30m", "15h"))), by: "li.na")
    scene.expectRefusal(
      .windowReversed(Window("15h", "14h")),
      .addAbsence(Absence(staff: "wang", reason: .leave, window: Window("15h", "14h"))), by: "li.na")
  }

  @Test func whoComesBackEarlyIsThereAgainAndWhatWasOnlyPlannedIsGone() throws {
    var scene = try scene { $0.shift = Shift(text: "08:00-17:00") }
    try scene.run(.addAbsence(Absence(staff: "wang", reason: .sick, window: Window("9h", "3d"))), by: "li.na")
    scene.expectRefusal(.notAway("wang"), .endAbsence("wang", begun: nil), by: "li.na")
    scene.clock("10h")
    try scene.run(.endAbsence("wang", begun: nil), by: "li.na")
    #expect(try found(scene, "9h30m") == .away(.sick, until: after("10h")), "what has been stays")
    #expect(try found(scene, "10h") == .onDuty(until: after("17h")))
    try scene.run(
      .addAbsence(Absence(staff: "wang", reason: .leave, window: Window("1d9h", "2d"))), by: "li.na")
    try scene.run(.endAbsence("wang", begun: after("1d9h")), by: "li.na")
    #expect(try found(scene, "1d10h") == .onDuty(until: after("1d17h")))
  }

  @Test func aTechnicianSpeaksOfTheirOwnHoursOnly() throws {
    let scene = Scene()
    let rest = Absence(staff: "wang", reason: .rest, window: Window("1h", "2h"))
    scene.expectEvents(.addAbsence(rest), by: "wang", [said(.absenceAdded(rest), by: "wang")])
    scene.expectRefusal(
      .notPermitted(.technician, .away, allowed: [.manager, .supervisor, .maintenanceSupervisor, .clerk]),
      .addAbsence(rest), by: "ma")
  }

  @Test func hoursFollowTheWallThroughSummerTime() throws {
    // Berlin, 2026-10-25: the clock goes back at 01:00 UTC, so the night has an hour more.
    let berlin = Zone(
      name: "Europe/Berlin", firstOffset: 7200, transitions: [.init(second: 1_792_890_000, offset: 3600)])
    var scene = Scene(zone: berlin)
    var edit = StaffEdit(code: "wang")
    edit.shift = Shift(text: "22:00-06:00")
    edit.from = day - 60
    edit.reason = HoursReason("抄入原有排班")
    try scene.run(.editStaff(edit), by: "zhao")
    let wang = try #require(scene.desk.staff["wang"])
    let evening = Instant(seconds: 1_792_872_000)
    let hours = try #require(scene.desk.hours(of: wang, from: evening, to: evening + .hours(12)))
    #expect(hours.map { ($0.end - $0.start).whole } == [9 * 3600])
  }

  @Test(arguments: ["off", "08:00-17:00", "on-call 20:00-08:00", "08:00-12:00,13:30-17:30"])
  func aDutyIsReadAsItIsWritten(_ text: String) { #expect(Duty(text: text)?.text == text) }

  @Test(arguments: [
    "", "on-call", "on-call off", "08:00-12:00,11:00-13:00", "20:00-08:00,09:00-10:00",
    "08:00-12:00,20:00-09:00",
  ])
  func whatIsNoDutyIsNotRead(_ text: String) { #expect(Duty(text: text) == nil) }
}
