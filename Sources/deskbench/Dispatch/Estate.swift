import Desk

/// Where the simulated orders are: two phases of ten buildings with two or three entrances; a place is an entrance.
struct Estate {
  let addresses: [Address]
  let travel: PlanTravel
  /// Where everybody starts the day.
  let office = 0

  init() {
    var addresses: [Address] = []
    for phase in 1...2 {
      for building in 1...10 {
        for riser in 1...(2 + building % 2) {
          addresses.append(Address(phase: "\(phase)", building: "\(building)", riser: "\(riser)"))
        }
      }
    }
    let table = TravelTable()
    self.addresses = addresses
    travel = PlanTravel(places: addresses.count) {
      Int(table.time(from: addresses[$0], to: addresses[$1]).whole)
    }
  }

  /// Seconds from place to place.
  func seconds(_ from: Int, _ to: Int) -> Int { travel[from, to] ?? 0 }
}
