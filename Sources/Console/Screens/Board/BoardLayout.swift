import Desk
import Terminal

/// How the two halves of the board share a width: each its usual part, and what one does not need goes to the other.
struct BoardLayout: Equatable {
  let leftWidth: Int
  /// First column of the right half.
  let right: Int
  /// The summary has room beside the other columns; else it stands beneath them.
  var isWide: Bool { leftWidth >= 54 }

  /// The narrowest left half.
  private static let least = 37

  /// - Parameters:
  ///   - width: of the screen.
  ///   - left: columns that everything on the left would take.
  ///   - right: the same for the right.
  ///   - alone: the half that has the whole width; nil where both share it.
  init(width: Int, left: Int, right: Int, alone: BoardScreen.Pane? = nil) {
    if let alone {
      (leftWidth, self.right) = alone == .unassigned ? (width, width) : (0, 0)
      return
    }
    let usual = max(Self.least, width * 45 / 100)
    let spare = width - 1 - usual - right
    leftWidth =
      spare > 0 ? max(usual, min(left, usual + spare)) : max(Self.least, min(usual, max(left, usual + spare)))
    self.right = leftWidth + 1
  }
}
