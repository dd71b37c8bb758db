import Journal

/// A journal without a desk: what the file alone costs.
struct BareJournal {
  let path: String

  init(creating path: String) throws {
    self.path = path
    try Journal.create(
      path: path, identity: Identity(centre: "x", zone: "UTC"), at: 0, by: "a", group: nil, first: Batch())
  }

  init(at path: String) { self.path = path }

  func open() throws -> Journal {
    let journal = try Journal(path: path, writing: true)
    _ = try journal.readNew { _ in }
    return journal
  }

  /// Appends one record of a usual length, durably.
  static func append(to journal: Journal) throws {
    try journal.locked(patience: 60) { appending in
      try appending.readNew { _ in }
      var batch = Batch()
      batch.add(at: 0, by: "li.na", type: "ticket.noted") { writer in
        writer.field("ticket", Int64(1042))
        writer.field("text", "备件由仓库领取，旧件已回收，业主要求周六上午十点以后再上门一次，需带梯子")
      }
      _ = try appending.append(batch)
    }
  }
}
