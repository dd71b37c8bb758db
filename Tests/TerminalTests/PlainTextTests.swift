import TestSupport
import Testing

@testable import Terminal

/// Texts of which every scalar is a character of its own are measured and cut without looking for longer ones.
@Suite struct PlainTextTests {
  @Test func widthIsThatOfThePieces() {
    var random = SeededRandom()
    for _ in 0..<5000 {
      let text = WidthTests.text(upTo: 12, &random)
      var columns = 0
      var characters = 0
      TextWidth.forEachPiece(of: text) { piece in
        columns += piece.width
        return true
      }
      for character in text {
        TextWidth.forEachPiece(of: character) { piece in
          characters += piece.width
          return true
        }
      }
      #expect(TextWidth.width(of: text) == columns && columns == characters, "\(text.debugDescription)")
    }
  }

  @Test func plainTextHasThePiecesOfItsCharacters() {
    let text = "3-2-1201 厨房漏水，关不上（急）── │"
    var whole: [String] = []
    TextWidth.forEachPiece(of: text) { piece in
      whole.append("\(piece.text) \(piece.width) \(piece.fit)")
      return true
    }
    var one: [String] = []
    for character in text {
      TextWidth.forEachPiece(of: character) { piece in
        one.append("\(piece.text) \(piece.width) \(piece.fit)")
        return true
      }
    }
    #expect(whole == one && whole.count == text.count)
  }
}
