import Desk
import Settings
import Testing

@testable import DeskStore

/// Everything that is said about a policy file, as `line:column kind`.
func report(_ text: String) -> PolicyReport { PolicyReader.report(on: Array(text.utf8), name: "test.policy") }

/// The policy of a text; a fault fails the test.
func policy(_ text: String) throws -> Policy {
  let found = report(text)
  #expect(found.errors.isEmpty, "\(found.errors)")
  return try #require(found.policy)
}

/// Expects exactly one thing to be wrong with a text, at that place.
func expect(
  _ kind: PolicyFault.Kind, _ line: Int, _ column: Int, in text: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let fault = PolicyFault(
    name: "test.policy", at: SettingsPlace(line: line, column: column), kind: kind)
  #expect(report(text).faults == [fault], sourceLocation: sourceLocation)
}

/// Expects what every settings file can have wrong.
func expect(
  _ kind: SettingsFault.Kind, _ line: Int, _ column: Int, in text: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expect(.settings(kind), line, column, in: text, sourceLocation: sourceLocation)
}

/// A day since 1970-01-01.
func day(_ text: String) throws -> Int { try #require(WallText.day(text)) }

/// Expects hours or days that are no such things.
func expect(
  _ fault: PolicyFault.CalendarFault, _ line: Int, _ column: Int, in text: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expect(.calendar(fault), line, column, in: text, sourceLocation: sourceLocation)
}

/// Expects something wrong with a target, a step or a share.
func expect(
  _ fault: PolicyFault.TargetFault, _ line: Int, _ column: Int, in text: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expect(.target(fault), line, column, in: text, sourceLocation: sourceLocation)
}

/// Expects lines that contradict each other.
func expect(
  _ contradiction: PolicyFault.Contradiction, _ line: Int, _ column: Int, in text: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expect(.contradiction(contradiction), line, column, in: text, sourceLocation: sourceLocation)
}

/// Targets by which every kind has a clock.
let someTargets = "[[target]]\nact = 1h\nresolve = 8h\n"
