import Terminal

/// Where the parts of the queue stand on a screen of some size.
struct QueueLayout: Equatable {
  /// Columns of the list.
  let listWidth: Int
  /// First row of the list and how many there are.
  let top = 3
  let rows: Int
  /// Where the selected ticket is shown beside the list, when there is room.
  let pane: Rect?
  /// First of two rows with the selected ticket beneath the list, where there is no pane.
  let strip: Int?

  /// The width from which the selected ticket stands beside the list.
  static let paneFrom = 120
  /// Columns that a clock with its time takes, `! Respond -1h 00m yesterday 14:05`, and the edges of the pane.
  private static let paneLeast = 37

  /// What the list cannot use goes to the pane, bit by bit.
  private static func paneWidth(_ width: Int) -> Int {
    min(70, paneLeast + (width - paneFrom) * 2 / 5)
  }

  init(_ context: Context) { self.init(context.size, isFlat: context.isFlat) }

  /// For a screen reader nothing stands beside the list.
  init(_ size: Size, isFlat: Bool = false) {
    let bottom = size.height - ScreenFrame.footer(size)
    if size.width >= Self.paneFrom, !isFlat {
      let width = Self.paneWidth(size.width)
      listWidth = size.width - width - 1
      pane = Rect(x: listWidth + 1, y: 2, width: width, height: bottom - 2)
      strip = nil
      rows = max(1, bottom - 3)
    } else {
      listWidth = size.width
      pane = nil
      strip = bottom - 2
      rows = max(1, bottom - 5)
    }
  }
}
