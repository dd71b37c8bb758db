import Desk
import Testing

/// Hours of duty on the wall clock of the centre.
struct ShiftTests {
  private func covers(_ text: String, _ hour: Int64, _ minute: Int64 = 0, zone: Zone = .utc) -> Bool? {
    Shift(text: text)?.covers(Scene.start + Seconds(hour * 3600 + minute * 60), in: zone)
  }

  @Test func aShiftIsHalfOpen() {
    #expect(covers("08:00-17:00", 7, 59) == false)
    #expect(covers("08:00-17:00", 8) == true)
    #expect(covers("08:00-17:00", 16, 59) == true)
    #expect(covers("08:00-17:00", 17) == false)
  }

  @Test func aNightShiftCrossesMidnight() {
    for (hour, isOn) in [(19, false), (20, true), (23, true), (0, true), (7, true), (8, false), (12, false)] {
      #expect(covers("20:00-08:00", Int64(hour)) == isOn)
    }
  }

  @Test func aWholeDayIsCovered() {
    for hour in 0..<24 { #expect(covers("00:00-24:00", Int64(hour), 59) == true) }
  }

  @Test func theWallClockOfTheCentreCounts() {
    let shanghai = Zone(name: "Asia/Shanghai", firstOffset: 28_800)
    #expect(covers("08:00-17:00", 0, zone: shanghai) == true)
    #expect(covers("08:00-17:00", 9, zone: shanghai) == false)
  }

  @Test(arguments: ["08:00-17:00", "20:00-08:00", "00:00-24:00", "23:59-00:01", "00:00-00:01"])
  func whatIsReadIsWrittenTheSameWay(_ text: String) {
    #expect(Shift(text: text)?.text == text)
  }

  @Test func anHourOfOneDigitIsUnderstood() {
    #expect(Shift(text: "8:00-9:30") == Shift(start: 480, end: 570))
  }

  @Test(arguments: [
    "", "08:00", "08:00-", "-17:00", "08:00-08:00", "24:00-08:00", "08:00-24:01", "08:00-25:00",
    "08:60-17:00",
    "8-17", "08:0-17:00", "08:00-17:00-18:00", "08:00–17:00", "a:00-b:00", "08:00 -17:00", "+8:00-17:00",
    "08:+5-17:00", "08:-5-17:00", "008:00-17:00", "20:00-00:00", "08:00:00-17:00",
  ])
  func whatIsNoShiftIsNotRead(_ text: String) {
    #expect(Shift(text: text) == nil)
  }
}
