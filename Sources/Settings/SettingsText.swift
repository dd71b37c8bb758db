import TextCoding

/// The one door through which the bytes of settings files come: policies, import maps, themes, preferences.
public enum SettingsText {
  /// The UTF-8 of a file as an editor saved it: in UTF-8, with or without a mark, in UTF-16 or in GB18030.
  ///
  /// The encoding is judged once, for the whole file; throws what keeps that from being certain, at its place.
  public static func utf8(ofFile bytes: [UInt8], name: String) throws(SettingsFaults) -> [UInt8] {
    do throws(EncodingFault) {
      return try TextReading.utf8(of: bytes)
    } catch {
      let place = error.place
      let kind = SettingsFault.Kind.encoding(error)
      throw SettingsFaults([
        SettingsFault(name: name, line: place?.line ?? 1, column: place?.column ?? 1, kind: kind)
      ])
    }
  }
}
