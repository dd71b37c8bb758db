import Desk
import Terminal

/// How the two halves of the board share a width: each its usual part, and what one does not need goes to the other.
struct BoardLayout: Equatable {
  let leftWidth: Int
  /// First column of the right half.
  var right: Int { leftWidth + 1 }
  /// The summary has room beside the other columns; else it stands beneath them.
  var isWide: Bool { leftWidth >= 54 }

  /// The narrowest left half.
  private static let least = 37

  /// - Parameters:
  ///   - width: of the screen.
  ///   - left: columns that everything on the left would take.
  ///   - right: the same for the right.
  init(width: Int, left: Int, right: Int) {
    let usual = max(Self.least, width * 45 / 100)
    let spare = width - 1 - usual - right
    leftWidth =
      spare > 0 ? max(usual, min(left, usual + spare)) : max(Self.least, min(usual, max(left, usual + spare)))
  }
}
