extension FieldBook {
  func write(to writer: inout StateWriter) {
    writer.list(places.sorted { $0.key.value < $1.key.value }) { writer, place in
      writer.text(place.key.value)
      writer.text(place.value.unit.value)
      writer.number(place.value.since.milliseconds)
    }
    writer.list(reached.sorted { $0.key.value < $1.key.value }) { writer, reached in
      writer.text(reached.key.value)
      writer.number(reached.value.milliseconds)
    }
    writer.list(durations.seconds.sorted { $0.key.rawValue < $1.key.rawValue }) { writer, topic in
      writer.code(topic.key)
      writer.list(topic.value) { $0.number($1) }
    }
    writer.list(prices.sorted { $0.key < $1.key }) { writer, price in
      writer.order(price.key)
      writer.number(price.value.fen)
      writer.text(price.value.agreedBy)
    }
    writer.list(charges.sorted { $0.key < $1.key }) { writer, charge in
      writer.order(charge.key)
      writer.number(charge.value)
    }
    writer.list(reworks.sorted { $0.key < $1.key }) { writer, rework in
      writer.order(rework.key)
      writer.order(rework.value)
    }
  }

  init(from reader: inout StateReader) throws(StateFault) {
    self.init()
    for _ in 0..<(try reader.count(smallest: 16)) {
      let person = StaffCode(try reader.text())
      places[person] = Place(unit: UnitCode(try reader.text()), since: try reader.instant())
    }
    for _ in 0..<(try reader.count(smallest: 12)) {
      let person = StaffCode(try reader.text())
      reached[person] = try reader.instant()
    }
    for _ in 0..<(try reader.count(smallest: 5)) {
      let topic: Topic = try reader.code()
      for _ in 0..<(try reader.count(smallest: 4)) {
        durations.add(Seconds(Int64(try reader.number(Int32.self))), topic)
      }
    }
    for _ in 0..<(try reader.count(smallest: 20)) {
      let order = try reader.order()
      prices[order] = Price(fen: try reader.number(), agreedBy: try reader.text())
    }
    for _ in 0..<(try reader.count(smallest: 16)) {
      let order = try reader.order()
      charges[order] = try reader.number()
    }
    for _ in 0..<(try reader.count(smallest: 16)) {
      let order = try reader.order()
      reworks[order] = try reader.order()
    }
  }
}

extension StateWriter {
  mutating func order(_ id: OrderID) {
    number(id.ticket.value)
    number(id.index)
  }
}

extension StateReader {
  mutating func order() throws(StateFault) -> OrderID {
    OrderID(TicketNumber(try number()), try number())
  }
}
