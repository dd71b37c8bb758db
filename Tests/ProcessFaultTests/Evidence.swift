import Foundation
import Journal
import TestSupport

/// What a journal holds and what three independent readers say of it: dutydesk, Python and jq.
struct Evidence {
  /// The exit status of `dutydesk verify`.
  let status: Int32
  let ok: Bool
  let records: Int
  let healed: Int
  /// Where the damage begins, and where the unfinished tail does.
  let damage: [Int]
  let unfinished: Int?
  /// The notes of the fault tests, in the order of the file.
  let notes: [Note]
  /// Where the readers disagree.
  private(set) var disagreements: [String] = []

  init(_ desk: FaultDesk) throws {
    let answer = try desk.run("verify", "--json")
    let verdict = try answer.object()
    status = answer.status
    ok = verdict["ok"] as? Bool ?? false
    records = verdict["records"] as? Int ?? -1
    healed = (verdict["healed"] as? [Any])?.count ?? -1
    damage = (verdict["damage"] as? [[String: Any]] ?? []).compactMap { $0["offset"] as? Int }
    unfinished = (verdict["unfinished"] as? [String: Any])?["offset"] as? Int
    notes = try Evidence.notes(desk.journal)
    disagreements = try python(desk) + jq(desk)
  }

  /// All notes in the journal.
  static func notes(_ path: String) throws -> [Note] {
    var notes: [Note] = []
    try Journal(path: path, writing: false).readNew { record in
      guard record.type == "ticket.noted" else { return }
      var payload = record.payload
      while let key = try payload.nextKey() {
        switch key {
        case "text": if let note = Note(text: try payload.readString()) { notes.append(note) }
        default: try payload.skipValue()
        }
      }
    }
    return notes
  }

  private func python(_ desk: FaultDesk) throws -> [String] {
    guard Machine.hasPython else { return [] }
    let answer = try desk.start("/usr/bin/env", ["python3", fixture("verify.py"), desk.journal])
    let said = answer.out.trimmingCharacters(in: .newlines)
    let bytes = try desk.bytes()
    // It names the line; dutydesk may name the one byte in it that is wrong.
    let suspect = (unfinished ?? (ok ? nil : damage.first ?? -1)).map { offset in
      (bytes.prefix(max(0, offset)).lastIndex(of: 10) ?? -1) + 1
    }
    let expected = suspect.map { "bad bytes at \($0)" } ?? "ok \(records)"
    return said == expected ? [] : ["verify.py says '\(said)' and not '\(expected)': \(answer.err)"]
  }

  private func jq(_ desk: FaultDesk) throws -> [String] {
    guard Machine.hasJQ, ok else { return [] }
    let answer =
      healed == 0 && unfinished == nil
      ? try desk.start("/usr/bin/env", ["jq", "-c", ".", desk.journal])
      : try desk.start("/usr/bin/env", ["jq", "-c", "-R", "fromjson?", desk.journal])
    return answer.status == 0 && answer.lines.count >= records ? [] : ["jq: \(answer)"]
  }
}
