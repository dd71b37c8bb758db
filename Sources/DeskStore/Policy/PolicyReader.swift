public import Desk
public import Settings

/// Reads policy files. See <doc:Policies> for what they may hold.
///
///     let policy = try PolicyReader.read(text, name: "2027.policy")
public enum PolicyReader {
  /// The policy of a file; throws every fault that keeps it from being adopted, none of the warnings.
  public static func read(_ text: String, name: String) throws(PolicyFaults) -> Policy {
    let report = report(on: Array(text.utf8), name: name)
    guard let policy = report.policy else { throw PolicyFaults(report.errors) }
    return policy
  }

  /// The policy of a file, if it is sound, and everything to be said about it, contradictions and warnings included.
  public static func report(on bytes: [UInt8], name: String) -> PolicyReport {
    let (settings, broken) = Settings.salvaged(from: bytes, name: name)
    let faults = broken.map { PolicyFault($0) }
    guard let settings else { return PolicyReport(policy: nil, faults: PolicyFaults(faults).faults) }
    var reading = PolicyReading(settings, broken: faults)
    return reading.report()
  }
}

/// What became of reading a policy file.
public struct PolicyReport: Sendable {
  /// What the file says; nil where it is faulty.
  public let policy: Policy?
  /// Everything wrong with it, in the order of the lines.
  public let faults: [PolicyFault]

  /// Of a file of which nothing can be read.
  public init(_ faults: SettingsFaults) {
    self.init(policy: nil, faults: faults.faults.map { PolicyFault($0) })
  }

  init(policy: Policy?, faults: [PolicyFault]) {
    self.policy = policy
    self.faults = faults
  }

  /// What keeps it from being adopted.
  public var errors: [PolicyFault] { faults.filter { !$0.isWarning } }
  /// What is odd about it and harmless.
  public var warnings: [PolicyFault] { faults.filter(\.isWarning) }
}

extension PolicyFault {
  /// What every settings file can have wrong.
  init(_ fault: SettingsFault) {
    self.init(
      name: fault.name, at: SettingsPlace(line: fault.line, column: fault.column), kind: .settings(fault.kind)
    )
  }
}
