import DeskStore
import Settings

/// A settings file is read, or every fault has its place in it; how its lines end changes nothing.
enum SettingsProperty {
  static func fault(of bytes: [UInt8]) -> String? {
    let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
    do throws(SettingsFaults) {
      let settings = try Settings(parsing: bytes, name: "fuzz")
      _ = try ImportMap(settings)
      return faultOfLineEnds(bytes, settings)
    } catch {
      if error.faults.isEmpty { return "refused without a fault" }
      return error.faults.lazy.compactMap { misplaced($0, lines) }.first
    }
  }

  private static func misplaced(_ fault: SettingsFault, _ lines: [ArraySlice<UInt8>]) -> String? {
    guard lines.indices.contains(fault.line - 1) else { return "\(fault) lies in no line" }
    return (1...lines[fault.line - 1].count + 1).contains(fault.column) ? nil : "\(fault) lies in no column"
  }

  private static func faultOfLineEnds(_ bytes: [UInt8], _ settings: Settings) -> String? {
    guard !bytes.contains(0x0d) else { return nil }
    let others = Array(
      bytes.split(separator: 0x0a, omittingEmptySubsequences: false).joined(separator: [13, 10]))
    guard let found = try? Settings(parsing: others, name: "fuzz") else { return "refused with CR LF" }
    return found.root == settings.root && found.sections == settings.sections ? nil : "another with CR LF"
  }
}
