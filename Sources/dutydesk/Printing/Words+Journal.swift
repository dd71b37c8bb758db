import DeskStore
import Journal
import Words

/// How a journal stands, for people.
extension Words {
  /// What a check of the journal found, in one line.
  func verified(_ found: Verification) -> String {
    let head = found.head.noted.text
    return found.damage.isEmpty
      ? text(
        "日志完好：\(found.records)条记录，末尾 \(head)", "The journal is sound: \(found.records) records, head \(head)")
      : text(
        "日志已损坏：\(found.records)条记录可用，损坏\(found.damage.count)处，末尾 \(head)",
        "The journal is damaged: \(found.records) records are good, \(found.damage.count) damaged, head \(head)"
      )
  }

  /// What became of the snapshot beside the journal; nil where there is nothing to say.
  func line(for snapshot: SnapshotCheck) -> String? {
    switch snapshot {
    case .none: nil
    case .agrees:
      text("快照与日志一致", "the snapshot beside it is what the journal makes of it")
    case .unproved:
      text("快照不能证明由本账户写成，不采用", "the snapshot beside it is not known to be this account's and is not used")
    case .differs:
      text(
        "快照与日志不符，不会采用，可删除",
        "the snapshot beside it is NOT what the journal says; it is not used and can be deleted")
    }
  }

  /// A tail that was set aside.
  func line(for healed: HealedRange) -> String {
    text(
      "字节\(healed.bytes.lowerBound)至\(healed.bytes.upperBound)未写完，已由事件\(healed.seq)作废",
      "bytes \(healed.bytes.lowerBound) to \(healed.bytes.upperBound) were unfinished; set aside by event "
        + "\(healed.seq)")
  }

  /// Damage that a person has decided on.
  func line(for repaired: RepairedRange) -> String {
    let bytes = "\(repaired.bytes.lowerBound)"
    let end = "\(repaired.bytes.upperBound)"
    var parts = [
      text(
        "字节\(bytes)至\(end)损坏，\(repaired.by)已由事件\(repaired.seq)处理：\(repaired.reason)",
        "bytes \(bytes) to \(end) were damaged; repaired by \(repaired.by) with event \(repaired.seq): "
          + repaired.reason)
    ]
    if let missing = repaired.missing { parts.append(text("缺少事件", "missing: event ") + seqs(missing)) }
    if !repaired.restored.isEmpty {
      parts.append(text("已恢复", "restored: event ") + list(repaired.restored.map(String.init)))
    }
    return parts.joined(separator: text("；", "; "))
  }

  /// Bytes at the end that were never confirmed.
  func line(for tail: UnfinishedTail) -> String {
    text(
      "末尾字节\(tail.bytes.lowerBound)至\(tail.bytes.upperBound)未写完（\(tail.entries)条），从未确认过",
      "bytes \(tail.bytes.lowerBound) to \(tail.bytes.upperBound) at the end are unfinished (entries: "
        + "\(tail.entries)), never confirmed")
  }

  /// What became of a head that was noted elsewhere.
  func line(for agreement: Agreement, _ noted: NotedHead) -> String {
    switch agreement {
    case .unchanged:
      text(
        "与记下的末尾 \(noted.text) 相符：此前内容未被改动、截断或重写。",
        "It agrees with \(noted.text): nothing up to there was changed, cut off or rewritten.")
    case .cutOff(let last):
      text(
        "与记下的末尾不符：日志到事件\(last)为止，没有事件\(noted.seq)，末尾被截断。",
        "It does NOT agree: it ends with event \(last), before event \(noted.seq); its end was cut off.")
    case .missing:
      text(
        "与记下的末尾不符：事件\(noted.seq)不在日志中，其后的却在。",
        "It does NOT agree: event \(noted.seq) is not in it, though later ones are.")
    case .differs(let found):
      text(
        "与记下的末尾不符：事件\(noted.seq)的校验值是 \(found.hex)，该事件或其前内容被改写。",
        "It does NOT agree: event \(noted.seq) has the digest \(found.hex); it, or something before it, was "
          + "rewritten.")
    case .changedBefore(let ranges):
      text(
        "与记下的末尾不符：事件\(noted.seq)未变，但其前这些字节后来受损：",
        "It does NOT agree: event \(noted.seq) is as it was, but these bytes before it were damaged since: ")
        + list(ranges.map { "\($0.lowerBound)-\($0.upperBound)" })
    }
  }

  /// How a journal stands, a fact a line.
  func lines(for condition: Condition, path: String) -> [String] {
    let identity = condition.identity
    return [
      pair(text("文件", "File"), path),
      pair(text("格式", "Format"), "\(identity.format)"),
      pair("UUID", identity.uuid.isEmpty ? "-" : identity.uuid),
      pair(text("中心", "Centre"), "\(identity.centre.isEmpty ? "-" : identity.centre), \(identity.zone)"),
      pair(text("记录", "Records"), text("\(condition.records)条", "\(condition.records)")),
      pair(text("字节", "Bytes"), "\(condition.bytes)"),
      pair(text("写入", "Writing"), line(for: condition.access)),
      pair(text("末尾（请记入交接表）", "Head, for the handover sheet"), condition.head.noted.text),
    ] + condition.notices.healed.map { line(for: $0) } + condition.notices.repaired.map { line(for: $0) }
  }

  private func line(for access: Journal.Access) -> String {
    switch access {
    case .readWrite: text("可以", "possible")
    case .readOnly(let reason): text("不可以，", "not possible: ") + sentence(for: reason)
    }
  }

  private func seqs(_ range: ClosedRange<Int64>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
  }
}
