import Desk
import DeskStore
import Glibc
import Words

/// A policy as the command line names it: `default`, a file, `-`, or the name of an adopted version.
struct PolicyFile {
  static let builtInName = "default"

  let session: Session
  let invocation: Invocation

  /// What that word means; the journal is opened only where it is no file.
  func policy(_ word: String) throws -> Policy {
    if word == Self.builtInName { return .builtIn }
    guard word != "-", !word.utf8.contains(UInt8(ascii: "/")), access(word, F_OK) != 0 else {
      return try file(word)
    }
    let book = try session.open(invocation).desk.policies
    guard let place = book.place(named: Words.policyOnRecord(word)) else {
      throw UsageFault.unknownPolicy(word, known: book.versions.map(\.policy.name))
    }
    return book.versions[place].policy
  }

  private func file(_ path: String) throws -> Policy {
    let report = PolicyReader.report(on: try FileBytes.settings(path), name: path)
    guard let policy = report.policy else { throw PolicyFaults(report.errors) }
    return policy
  }

  /// What a policy file says, with its text, to be adopted; what is odd about it is told on the error stream.
  static func adoption(
    _ path: String, effective: Instant?, meeting: String, _ session: Session
  ) throws -> PolicyAdoption {
    let bytes = try FileBytes.settings(path)
    let report = PolicyReader.report(on: bytes, name: path)
    guard let policy = report.policy else { throw PolicyFaults(report.errors) }
    for warning in report.warnings { session.err.line(session.words.sentence(for: warning)) }
    return PolicyAdoption(
      policy: policy, text: String(decoding: bytes, as: UTF8.self), effective: effective, meeting: meeting)
  }
}
