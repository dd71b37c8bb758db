/// The themes built into the binary, as text in the settings grammar.
public enum BuiltInThemes {
  /// Name and source of each theme.
  public static var all: [(name: String, source: [UInt8])] {
    [
      ("night", PackageResources.night_theme), ("day", PackageResources.day_theme),
      ("high-contrast", PackageResources.high_contrast_theme),
      ("colour-blind", PackageResources.colour_blind_theme), ("mono", PackageResources.mono_theme),
      ("classic", PackageResources.classic_theme),
    ]
  }
}
