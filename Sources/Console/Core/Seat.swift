import Desk
import Terminal
import Words

/// Who sits at the console, and how they want it.
struct Seat {
  /// Nil when nobody is known, and nothing can be changed then.
  let me: StaffCode?
  let preferences: Preferences
  /// The centre's own phrases as they are written; nil where there are none.
  let phraseFile: [UInt8]?
  var language: Language
  var size: Size

  var words: Words { Words(language) }
  var phrases: Phrases { Phrases(phraseFile, language) }

  var isTooSmall: Bool {
    size.width < ScreenFrame.smallest.width || size.height < ScreenFrame.smallest.height
  }
}

/// What the keyboard and the mouse are doing.
struct Keyboard {
  /// The key being answered; a question asked by it must be confirmed by another.
  var key: Key = .enter
  /// A hanzi came where a command was expected.
  var isInputMethodOn = false
  /// Keys typed before a question appeared are no answer to it.
  var dropsTypedAhead = false
  var isMouseTaken: Bool
}
