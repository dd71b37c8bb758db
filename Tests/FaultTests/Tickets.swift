@testable import Journal

/// What these tests record, and how they read it back.
enum Tickets {
  static let identity = Identity(
    centre: "翠湖花园", zone: "Asia/Shanghai", uuid: "0b0e7a52-6d0c-4c54-9d5e-0a5a4a0f7c11")

  /// One record a ticket, its text `length` bytes long or a little longer.
  static func batch(_ numbers: [Int64], length: Int = 40, at moment: Int64 = History.moment) -> Batch {
    var batch = Batch()
    for number in numbers {
      batch.add(at: moment + number * 1000, by: "li.na", type: "ticket.received") { writer in
        writer.field("ticket", number)
        writer.field("text", "三栋\(number)号 \"漏水\"\n" + String(repeating: "~", count: max(0, length - 24)))
      }
    }
    return batch
  }

  /// The lines of `batch` as they continue a journal behind `head`.
  static func lines(_ batch: Batch, after head: Head) throws -> [UInt8] {
    var sealer = LineSealer(after: head)
    for index in 0..<batch.count { try sealer.seal(batch.members(index)) }
    return sealer.bytes
  }

  /// The number of the ticket a record is about; nil for other records.
  static func number(of record: Record) throws -> Int64? {
    guard record.typeIs("ticket.received") else { return nil }
    var payload = record.payload
    var number: Int64?
    while let key = try payload.nextKey() {
      if key.equals("ticket") { number = try payload.readInt64() } else { try payload.skipValue() }
    }
    return number
  }
}

extension Journal {
  /// The tickets that are new.
  func tickets() throws -> [Int64] {
    var found: [Int64] = []
    try readNew { record in
      if let number = try Tickets.number(of: record) { found.append(number) }
    }
    return found
  }

  /// The seqs of all records that are new.
  func seqs() throws -> [Int64] {
    var found: [Int64] = []
    try readNew { found.append($0.seq) }
    return found
  }

  /// Catches up and appends, as every command does.
  @discardableResult
  func record(_ batch: Batch) throws -> ClosedRange<Int64> {
    try locked(patience: 0) { appending in
      try appending.readNew { _ in }
      return try appending.append(batch)
    }
  }
}

extension SimulatedDisk {
  func create(_ tickets: [Int64] = [], length: Int = 40) throws {
    try Journal.create(
      path: SimulatedDisk.path, identity: Tickets.identity, at: History.moment, by: "li.na",
      first: Tickets.batch(tickets, length: length), on: self)
  }

  func open(writing: Bool = true) throws -> Journal {
    try Journal(path: SimulatedDisk.path, writing: writing, on: self)
  }

  func verify() throws -> Verification {
    try Journal.verify(path: SimulatedDisk.path, on: self)
  }

  /// The bytes of the journal.
  var bytes: [UInt8] {
    get { image.bytes(SimulatedDisk.path) ?? [] }
    set { image.put(newValue, in: SimulatedDisk.path) }
  }

  /// What the state file says.
  var state: StateBlock? {
    get { image.bytes(SimulatedDisk.statePath).flatMap { $0.withUnsafeBytes { StateBlock($0) } } }
    set {
      if let newValue {
        image.put(newValue.encoded, in: SimulatedDisk.statePath)
      } else if image.bytes(SimulatedDisk.statePath) != nil {
        image.remove(SimulatedDisk.statePath)
      }
    }
  }
}
