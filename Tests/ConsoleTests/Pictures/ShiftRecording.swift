import Desk
import Terminal
import Testing

@testable import Console

/// A shift at the console as somebody would see it: what is done goes by the names of the actions, the clocks go on.
struct ShiftRecording {
  let driver: Driver
  private(set) var cast: Asciicast
  private var elapsed = 0

  init(_ driver: Driver, _ size: Size, title: String) throws {
    self.driver = driver
    cast = Asciicast(size, title: title, theme: try Theme.named(Theme.defaultName, in: nil))
    show()
  }

  /// Milliseconds since the beginning.
  var length: Int { elapsed }

  private mutating func show() { cast.show(driver.frame(), at: elapsed) }

  /// Lets time pass. The clocks on the screen are seen to have gone on with the next frame: one every second would make
  /// most of the recording.
  mutating func pause(_ seconds: Double) {
    elapsed += Int(seconds * 1000)
    driver.port.now = driver.port.clock + Seconds(milliseconds: Int64(seconds * 1000))
    driver.console.tick()
  }

  /// Only looks, for so many seconds.
  mutating func look(_ seconds: Int) {
    for _ in 0..<seconds {
      pause(1)
      show()
    }
  }

  /// Does something by its name, and looks at what comes of it.
  mutating func run(_ action: ActionName, then seconds: Double = 1.5) throws {
    try driver.run(action)
    show()
    pause(seconds)
  }

  /// Presses a key that is no action.
  mutating func press(_ key: Key, then seconds: Double = 0.5) {
    driver.press(key)
    show()
    pause(seconds)
  }

  /// Types at the pace of somebody with a phone at the ear.
  mutating func type(_ text: String, then seconds: Double = 0.8) {
    for character in text {
      driver.press(.character(character))
      show()
      pause(0.18)
    }
    pause(seconds)
  }

  /// Goes to a field and types into it.
  mutating func fill(_ field: FieldName, _ text: String) throws {
    try driver.focus(field)
    show()
    pause(0.4)
    type(text)
  }
}
