import Desk
import Testing

/// A usual shift holds from a day on; who was on duty before that day stays what it was, and putting a day right that is
/// over takes a reason and is marked.
struct UsualHoursTests {
  /// 2026-11-22, as days after 1970-01-01.
  private let day = 20_779
  private let early = Shift(start: 480, end: 1020)
  private let late = Shift(start: 720, end: 1260)

  /// Wang has worked the early shift since the day of the scene; it is ten days later.
  private func scene() throws -> Scene {
    var scene = Scene()
    try edit(&scene) { $0.shift = early }
    scene.clock("10d")
    return scene
  }

  private func edit(_ scene: inout Scene, _ change: (inout StaffEdit) -> Void) throws {
    var edit = StaffEdit(code: "wang")
    change(&edit)
    try scene.run(.editStaff(edit), by: "zhao")
  }

  private func wang(_ scene: Scene) throws -> Staff { try #require(scene.desk.staff["wang"]) }

  private func duty(_ scene: Scene, _ day: Int) throws -> Duty? {
    scene.desk.duty(of: try wang(scene), onDay: day)
  }

  @Test func `a new shift leaves the days before it as they were`() throws {
    var scene = try scene()
    try edit(&scene) { $0.shift = late }
    for day in day..<(day + 10) { #expect(try duty(scene, day) == .works(early)) }
    for day in (day + 10)..<(day + 40) { #expect(try duty(scene, day) == .works(late)) }
    #expect(try duty(scene, day - 1) == nil)
    // 08:30 of a day a week ago, and of today.
    #expect(
      scene.desk.availability(of: try wang(scene), at: after("3d8h30m")) == .onDuty(until: after("3d17h")))
    #expect(
      scene.desk.availability(of: try wang(scene), at: after("10d8h30m")) == .off(until: after("10d12h")))
  }

  @Test func `hours on call hold from their day, too, whatever becomes of the shift`() throws {
    var scene = try scene()
    let night = Shift(start: 1260, end: 480)
    try edit(&scene) { $0.onCall = night }
    try edit(&scene) {
      $0.shift = late
      $0.from = day + 20
    }
    #expect(scene.desk.onCallHours(of: try wang(scene), from: after("5d"), to: after("6d")) == [])
    #expect(scene.desk.onCallHours(of: try wang(scene), from: after("30d"), to: after("31d")).count == 2)
    #expect(try duty(scene, day + 19) == .works(early) && duty(scene, day + 20) == .works(late))
  }

  @Test func `a change that is planned stays planned when the hours change before it`() throws {
    var scene = try scene()
    try edit(&scene) {
      $0.shift = late
      $0.from = day + 30
    }
    let rest = Shift(start: 600, end: 960)
    try edit(&scene) { $0.shift = rest }
    #expect(try duty(scene, day + 29) == .works(rest) && duty(scene, day + 30) == .works(late))
    #expect(try duty(scene, day + 9) == .works(early))
  }

  @Test func `a shift from a day that is over takes a reason, and its days are marked`() throws {
    var scene = try scene()
    var edit = StaffEdit(code: "wang")
    (edit.shift, edit.from) = (late, day + 5)
    scene.expectRefusal(.correctionWithoutReason(day: day + 5), .editStaff(edit), by: "zhao")
    edit.reason.why = "排班表抄错"
    try scene.run(.editStaff(edit), by: "zhao")
    guard case .staffEdited(let recorded)? = scene.events.last?.entry.body else {
      return #expect(Bool(false))
    }
    #expect(recorded.reason == HoursReason("排班表抄错", isCorrection: true))
    #expect(try duty(scene, day + 4) == .works(early) && duty(scene, day + 5) == .works(late))
    for day in (day + 5)..<(day + 10) { #expect(scene.desk.isCorrected(try wang(scene), onDay: day)) }
    for day in [day + 4, day + 10] { #expect(!scene.desk.isCorrected(try wang(scene), onDay: day)) }
  }

  @Test func `a roster of a day that is over takes a reason, and the day is marked`() throws {
    var scene = try scene()
    let past = RosterLine(staff: "wang", days: (day + 8)...(day + 11), duty: .off)
    scene.expectRefusal(.correctionWithoutReason(day: day + 8), .setRoster(past), by: "sun")
    var right = past
    right.reason.why = "请假补登"
    right.reason.isCorrection = true
    scene.expectEvents(
      .setRoster(RosterLine(staff: "wang", days: past.days, duty: .off, reason: HoursReason("请假补登"))),
      by: "sun",
      [said(.rosterSet(right), by: "sun")])
    try scene.run(.setRoster(right), by: "sun")
    #expect(
      (day + 7...day + 12).map { scene.desk.roster.isCorrected("wang", onDay: $0) } == [
        false, true, true, false, false, false,
      ])
    // Today, and what is to come, is planned without a word.
    let ahead = RosterLine(staff: "wang", days: (day + 10)...(day + 12), duty: .works(late))
    #expect(scene.refusal(.setRoster(ahead), by: "sun") == nil)
  }

  @Test func `duties of a day that is over are swapped for a reason only`() throws {
    var scene = try scene()
    var other = StaffEdit(code: "liu")
    (other.shift, other.from, other.reason) = (late, day, HoursReason("补登"))
    try scene.run(.editStaff(other), by: "zhao")
    scene.expectRefusal(
      .correctionWithoutReason(day: day + 3), .swapDuties(day: day + 3, "wang", "liu"), by: "sun")
    try scene.run(.swapDuties(day: day + 3, "wang", "liu", why: "实际换过"), by: "sun")
    #expect(try duty(scene, day + 3) == .works(late))
    #expect(scene.desk.isCorrected(try wang(scene), onDay: day + 3))
  }

  @Test func `a record of before says no day, and holds from the one on which it was recorded`() throws {
    var scene = try scene()
    var old = StaffEdit(code: "wang")
    old.shift = late
    scene.happen(.staffEdited(old), by: "zhao")
    #expect(try duty(scene, day + 9) == .works(early) && duty(scene, day + 10) == .works(late))
  }

  @Test func `what somebody has anyway is no change`() throws {
    var scene = try scene()
    var same = StaffEdit(code: "wang")
    same.shift = early
    scene.expectRefusal(.nothingToChange, .editStaff(same), by: "zhao")
    same.from = day + 30
    scene.expectRefusal(.nothingToChange, .editStaff(same), by: "zhao")
    try edit(&scene) { $0.shift = late }
    #expect(scene.refusal(.editStaff(same), by: "zhao") == nil)
  }

  /// The last change on or before a day holds, whatever the order in which they were recorded.
  @Test func `of changes in any order the latest day that has come holds`() throws {
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [0, 2, 1]] {
      var scene = Scene()
      let shifts = [early, late, Shift(start: 0, end: 360)]
      for place in order {
        try edit(&scene) { ($0.shift, $0.from) = (shifts[place], day + 10 * (place + 1)) }
      }
      let found = try [9, 10, 19, 20, 29, 30, 99].map { try duty(scene, day + $0) }
      #expect(found == [nil, early, early, late, late, shifts[2], shifts[2]].map { $0.map { .works($0) } })
    }
  }
}
