import Desk
import Terminal
import TestSupport
import Testing

@testable import Console

/// Every screen as a picture, in both languages and three sizes.
@Suite struct GoldenFrameTests {
  @Test(arguments: Scene.all)
  func screensLookTheSame(scene: Scene) throws {
    var pictures = ""
    for (width, height) in Scene.sizes {
      for language in Language.allCases {
        let frame = try scene.driver(width, height, language).frame()
        #expect(rowsFill(frame), "\(scene) \(width) \(language)")
        pictures += "== \(width)x\(height) \(language.rawValue)\n" + picture(frame)
      }
    }
    try golden(pictures, "\(scene).txt")
  }

  /// Text, then where the cursor stands.
  private func picture(_ frame: Frame) -> String {
    let cursor = frame.cursor.map { "\($0.x),\($0.y)" } ?? "hidden"
    return frame.text + "\n-- cursor \(cursor) title \(frame.title ?? "") --\n"
  }

  /// Wide characters included, every row is as wide as the screen.
  private func rowsFill(_ frame: Frame) -> Bool {
    (0..<frame.height).allSatisfy { y in
      (0..<frame.width).reduce(0) { $0 + Int(frame[$1, y].width) } == frame.width
    }
  }

  @Test(arguments: Scene.all)
  func everyScreenIsOfItsOwnScope(scene: Scene) throws {
    let driver = try scene.driver(80, 24, .zh)
    let known: [Scope] = driver.console.layers.map(\.scope)
    #expect(known.first == .queue)
    #expect(driver.frame().cursor != nil, "the cursor is somewhere on \(scene)")
  }

  @Test func everyScopeHasAPicture() throws {
    var seen: Set<Scope> = []
    for scene in Scene.all { seen.formUnion(try scene.driver(80, 24, .zh).console.layers.map(\.scope)) }
    #expect(seen == Set(Scope.allCases))
  }

  @Test(arguments: [(79, 24), (80, 23), (20, 5), (3, 2)])
  func aSmallWindowSaysWhatItNeeds(width: Int, height: Int) throws {
    let frame = try Driver.frame(width, height, .en)
    let text = frame.text.filter { !$0.isWhitespace }
    #expect(text.hasPrefix(String("Thewindowis\(width)x\(height)".prefix(text.count))))
  }
}
