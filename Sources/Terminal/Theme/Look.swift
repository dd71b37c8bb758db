/// What a style is drawn with.
public struct Look: Equatable, Hashable, Sendable {
  /// The text's colour; nil: as plain text.
  public var foreground: Colour?
  /// The colour behind it; nil: as behind plain text.
  public var background: Colour?
  /// Bold and the like.
  public var attributes: Attributes

  /// Colours and attributes.
  public init(foreground: Colour? = nil, background: Colour? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// Ways to draw text besides its colour.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit for each.
    public let rawValue: UInt8

    /// A set of them.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1)
    public static let underline = Attributes(rawValue: 2)
    public static let reverse = Attributes(rawValue: 4)
    public static let dim = Attributes(rawValue: 8)

    /// Their names in theme files.
    static let named: [(name: String, attribute: Attributes)] = [
      ("bold", .bold), ("underline", .underline), ("reverse", .reverse), ("dim", .dim),
    ]
  }
}
