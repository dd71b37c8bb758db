/// What the technician reports when the work is done (R17).
public struct Completion: Hashable, Sendable {
  public var result: String
  public var materials: [Material]
  /// Working time in minutes, where it was taken.
  public var labourMinutes: Int?
  /// Price of the labour, in fen.
  public var labourPrice: Int64
  /// What the resident pays, in fen; nil where the work is free.
  public var charge: Int64?

  public init(
    result: String, materials: [Material] = [], labourMinutes: Int? = nil, labourPrice: Int64 = 0,
    charge: Int64? = nil
  ) {
    self.result = result
    self.materials = materials
    self.labourMinutes = labourMinutes
    self.labourPrice = labourPrice
    self.charge = charge
  }

  /// Materials and labour together, in fen; nil where that does not fit into 64 bits.
  public var cost: Int64? {
    var sum = labourPrice
    for material in materials {
      guard let price = material.price else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(price)
      if overflow { return nil }
      sum = next
    }
    return sum
  }
}

/// A line of the material list.
public struct Material: Hashable, Sendable {
  public var name: String
  /// Quantity in thousandths of the unit it is sold by.
  public var milliQuantity: Int64
  /// Price of one, in fen (0.01 yuan).
  public var unitPrice: Int64

  public init(name: String, milliQuantity: Int64, unitPrice: Int64) {
    self.name = name
    self.milliQuantity = milliQuantity
    self.unitPrice = unitPrice
  }

  /// Price of the line in fen, rounded half up; nil where it does not fit into 64 bits.
  public var price: Int64? {
    let (product, overflow) = milliQuantity.multipliedReportingOverflow(by: unitPrice)
    return overflow || product > Int64.max - 500 ? nil : (product + 500) / 1000
  }
}
