/// Durations as settings write them: `90s`, `30m`, `1h30m`, `7d`, `2w`.
public enum SettingsDuration {
  private static let units: [(letter: Unicode.Scalar, seconds: Int)] = [
    ("w", 604_800), ("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1),
  ]

  /// The seconds of a duration; units go from large to small, each once. Nil when it is none or too large.
  public static func seconds(_ text: String) -> Int? {
    var total = 0
    var number: Int?
    var left = units[...]
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        let (tens, over) = (number ?? 0).multipliedReportingOverflow(by: 10)
        let (sum, overSum) = tens.addingReportingOverflow(Int(scalar.value) - 0x30)
        if over || overSum { return nil }
        number = sum
        continue
      }
      guard let count = number, let index = left.firstIndex(where: { $0.letter == scalar }) else {
        return nil
      }
      let (product, over) = count.multipliedReportingOverflow(by: left[index].seconds)
      let (sum, overSum) = total.addingReportingOverflow(product)
      if over || overSum { return nil }
      total = sum
      number = nil
      left = left[(index + 1)...]
    }
    return number == nil && !text.isEmpty ? total : nil
  }

  /// The duration as settings write it: `5400` is `1h30m`; less than nothing is `0s`.
  public static func text(_ seconds: Int) -> String {
    var left = max(0, seconds)
    var text = ""
    for unit in units where left >= unit.seconds {
      text += "\(left / unit.seconds)\(unit.letter)"
      left %= unit.seconds
    }
    return text.isEmpty ? "0s" : text
  }
}
