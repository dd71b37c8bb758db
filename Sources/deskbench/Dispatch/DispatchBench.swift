import Desk

/// Simulated days of a service centre under several methods of dispatch, with the same orders for all; and how long one
/// plan of a large board takes.
struct DispatchBench {
  let days: Int
  /// A table of real requests to draw arrivals from; nil for made-up ones.
  let arrivals: String?
  /// The seed of the first day; each further day has the next one.
  let seed: UInt64

  /// Offered work over the time of the technicians.
  private static let loads = [0.5, 0.7, 0.85, 1.0, 1.2]

  func run() {
    ReplanBench().run()
    guard let arrivals else { return simulate(Crew.estate, log: nil) }
    guard let log = readText(arrivals).flatMap(RepairLog.init(text:)) else {
      print("dispatch: \(arrivals) has no created_date and descriptor that could be read")
      return
    }
    print("arrivals: \(log.entries.count) requests of \(arrivals), each day a draw from them")
    simulate(Crew.log, log: log)
  }

  private func simulate(_ crew: Crew, log: RepairLog?) {
    let estate = Estate()
    let maker = DayMaker(estate: estate, log: log)
    print(
      "dispatch: \(days) days a method and load, seeds from \(seed), \(crew.technicians.count) technicians, weights 10, 4, 2, 1"
    )
    for load in Self.loads {
      let mean = load * Double(crew.secondsADay) / (maker.meanWork + estate.meanTravel)
      let made = (0..<UInt64(days)).map { maker.day(seed + $0, expecting: mean) }
      let tallies = DispatchMethod.allCases.map { method in
        Tally(
          method,
          made.map { orders in
            var day = Simulation(estate, crew, orders, method)
            return day.run()
          })
      }
      print("load \(Int(load * 100 + 0.5)) %, \(fixed(tallies[0].ordersADay, 1)) orders a day")
      Tally.printTable(tallies)
    }
  }
}

extension Estate {
  /// Mean seconds from any place to any: what a method drives that does not look at the way.
  var meanTravel: Double {
    let all = addresses.indices.flatMap { from in addresses.indices.map { seconds(from, $0) } }
    return Double(all.reduce(0, +)) / Double(all.count)
  }
}
