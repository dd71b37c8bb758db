import Journal

/// What is wrong or right with a journal, as scripts read it.
extension JSONWriter {
  mutating func head(_ head: Head) {
    object("head") { inner in
      inner.field("seq", head.seq)
      inner.field("digest", head.digest.hex)
    }
  }

  mutating func healed(_ ranges: [HealedRange]) {
    objects("healed", ranges) { writer, range in
      writer.field("seq", range.seq)
      writer.range(range.bytes)
    }
  }

  mutating func unvouched(_ healings: [UnvouchedHealing]) {
    objects("unvouched", healings) { writer, healing in
      writer.field("seq", healing.healed.seq)
      writer.range(healing.healed.bytes)
      writer.field("records", Int64(healing.records))
    }
  }

  mutating func repaired(_ ranges: [RepairedRange]) {
    objects("repaired", ranges) { writer, range in
      writer.field("seq", range.seq)
      writer.range(range.bytes)
      writer.field("missing", range.missing.map(Array.init) ?? [])
      writer.field("restored", range.restored)
      writer.field("by", range.by)
      writer.field("reason", range.reason)
    }
  }

  mutating func damage(_ found: [Damage]) {
    objects("damage", found) { writer, damage in
      writer.range(damage.bytes)
      writer.field("missing", damage.missing.map(Array.init) ?? [])
      writer.field("kind", damage.kind.code)
    }
  }

  mutating func unfinished(_ tail: UnfinishedTail?) {
    guard let tail else { return null("unfinished") }
    object("unfinished") { inner in
      inner.range(tail.bytes)
      inner.field("entries", Int64(tail.entries))
    }
  }

  mutating func clockJumps(_ jumps: [ClockJump]) {
    objects("clock_jumps", jumps) { writer, jump in
      writer.field("seq", jump.seq)
      writer.moment("from", jump.from)
      writer.moment("to", jump.to)
    }
  }

  mutating func access(_ access: Journal.Access) {
    switch access {
    case .readWrite:
      field("access", "read-write")
      null("why")
    case .readOnly(let reason):
      field("access", "read-only")
      field("why", reason.code)
    }
  }

  mutating func agreement(_ agreement: Agreement) {
    switch agreement {
    case .unchanged: field("result", "unchanged")
    case .cutOff(let last):
      field("result", "cut-off")
      field("last", last)
    case .missing: field("result", "missing")
    case .differs(let found):
      field("result", "differs")
      field("found", found.hex)
    case .changedBefore(let ranges):
      field("result", "changed-before")
      objects("changed", ranges) { writer, range in writer.range(range) }
    }
  }

  private mutating func range(_ bytes: Range<Int64>) {
    field("offset", bytes.lowerBound)
    field("bytes", Int64(bytes.count))
  }
}

extension Damage.Kind {
  /// What scripts call it.
  fileprivate var code: String {
    switch self {
    case .unreadable: "unreadable"
    case .missing: "missing"
    case .repeated: "repeated"
    case .altered: "altered"
    case .lineFeed: "line-feed"
    case .healedDiffers: "healed-differs"
    case .endsEarly: "ends-early"
    case .headDiffers: "head-differs"
    case .repairedDiffers: "repaired-differs"
    case .falseHealing: "false-healing"
    }
  }
}

extension ReadOnlyReason {
  /// What scripts call it.
  fileprivate var code: String {
    switch self {
    case .openedForReading: "opened-for-reading"
    case .permission: "permission"
    case .filesystem: "filesystem"
    case .damage: "damaged"
    case .poisoned: "poisoned"
    case .archive: "archive"
    case .stateFile: "state-file"
    case .carriageReturns: "carriage-returns"
    case .unrecognised: "unrecognised"
    }
  }
}
